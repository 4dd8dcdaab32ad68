"""One file of Markdown -> what it alone decides: front matter, HTML, outline, problems. Nothing here knows Pelican.

One `Markdown` serves all files (Pelican makes one each, 0.2 ms).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from located import Location, Problem, Severity, Source, read_source
from markdown import Markdown

from .doubles import doubled_id
from .extension import ArticleExtension
from .fields import Fields
from .keeping import Keeping, is_well_known
from .model import ContentsLine, Outline, Section
from .prose import reading_minutes, summary
from .reading import Draft, read_draft

UNWANTED = "markdown.extensions.meta"
"""It would read front matter a second time."""
NO_OUTLINE = Outline((), (), ())


@dataclass(frozen=True, slots=True)
class Converted:
    """A source file, converted; without a `draft` there is nothing to publish, for its problems or its date."""

    path: str
    problems: tuple[Problem, ...]
    title: str = ""
    draft: Draft | None = None
    html: str = ""
    outline: Outline = NO_OUTLINE
    words: int = 0
    badge: str = ""
    due: datetime | None = None
    """When it comes out, if that is still to come."""
    key: str = ""
    """What it may be kept under, in hexadecimal; "" if it may not."""

    @property
    def summary(self) -> str:
        return measured(self.outline, self.words, self.draft.fields).summary if self.draft else ""


class Converter:
    """Converts the articles and pages of a site with its settings."""

    def __init__(self, settings: Mapping[str, Any], is_keeping: bool = False) -> None:
        """With `is_keeping`, each conversion comes with the key that it may be kept under."""
        self.settings = settings
        self.is_keeping = is_keeping
        self.now = present()
        self.zone = ZoneInfo(settings.get("TIMEZONE", "UTC"))
        root = os.path.abspath(settings["PATH"])  # it may have ".." in it, and the paths of files have none
        self.pages = tuple(Path(root, path) for path in settings["PAGE_PATHS"])

    @cached_property
    def markdown(self) -> Any:
        """The one converter; made when first asked for, since Pelican makes a reader for each kind of source."""
        given = dict(self.settings.get("MARKDOWN") or {})
        configs = {name: each for name, each in given.get("extension_configs", {}).items() if name != UNWANTED}
        extensions = [*(loaded(each, configs) for each in self._extensions), ArticleExtension()]
        return Markdown(**{**given, "extensions": extensions, "extension_configs": configs})

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.settings, self._extensions)

    @property
    def _extensions(self) -> list[Any]:
        """The extensions of Pelican's MARKDOWN setting: those listed and those only configured."""
        given = dict(self.settings.get("MARKDOWN") or {})
        listed = list(given.get("extensions") or [])
        named = [*listed, *(name for name in given.get("extension_configs", {}) if name not in listed)]
        return [each for each in named if each != UNWANTED]

    def key(self, source_path: str) -> bytes | None:
        """What the file's conversion may be kept under."""
        source = read_source(source_path)
        return None if source.text is None else self._key(source_path, source.path, source.text)

    def _key(self, source_path: str, shown: str, text: str) -> bytes | None:
        return self.keeping.key(shown, text, self._is_article(source_path))

    def _is_article(self, source_path: str) -> bool:
        return not any(Path(source_path).is_relative_to(folder) for folder in self.pages)

    def is_to_come(self, date: datetime | None) -> bool:
        return date is not None and aware(date, self.zone) > self.now

    def convert(self, source_path: str) -> Converted:
        """What one file alone decides: front matter, HTML, outline, problems."""
        source = read_source(source_path)  # `sources` has seen to it that no link leads out
        if source.text is None:
            return Converted(source.path, source.problems)
        found = self._read(source_path, source)
        key = self._key(source_path, source.path, source.text) if self.is_keeping else None
        return replace(found, key=key.hex()) if key else found

    def _read(self, source_path: str, source: Source) -> Converted:
        assert source.text is not None
        draft = read_draft(source.text, source.path, self._is_article(source_path))
        if any(problem.severity is Severity.ERROR for problem in draft.problems):
            return Converted(source.path, draft.problems)
        is_draft = draft.fields.published is False or draft.fields.status == "draft"
        date = draft.fields.date and aware(draft.fields.date, self.zone)
        due = date if date and date > self.now and not is_draft else None
        badge = badge_of(is_draft, date, self.zone, self.now)
        if badge and not self.settings.get("DRAFTS"):
            return Converted(source.path, draft.problems, draft.fields.title, due=due)
        return replace(self._converted(draft, source.path, badge), due=due)

    def _converted(self, draft: Draft, path: str, badge: str) -> Converted:
        md, fields = self.markdown, draft.fields
        md.reset()
        md.article_title = fields.title
        md.source_line = draft.body_line  # for extensions that tell where something stands
        md.article_recover = (fields.headings or self.settings.get("HEADINGS", "recover")) != "keep"
        try:
            html = md.convert(draft.body)
        except RecursionError:
            md.parser.state.clear()  # Markdown.reset (3.11) leaves it; later articles would lose their paragraphs
            what, fix = "quotes or lists are nested too deeply to convert", "Take some of the levels out."
            return Converted(path, (Problem(Location(path, draft.body_line), what, fix),))
        doubled = (doubled_id(id, draft.body, path, draft.body_line) for id in md.article_doubled)
        problems = (*draft.problems, *doubled)
        return Converted(path, problems, fields.title, draft, html, md.article_outline, md.article_words, badge)


def loaded(extension: Any, configs: Mapping[str, Any]) -> Any:
    """An extension of a well-known package, by its name as Markdown 3.11 takes it; any other as it is.

    To find a name, Markdown looks through all that is installed, which takes longer than converting an article.
    """
    if not isinstance(extension, str) or not is_well_known(extension):
        return extension
    module = import_module(extension if "." in extension else f"markdown.extensions.{extension}")
    return module.makeExtension(**configs.get(extension, {}))


def without_body(found: Converted) -> Converted:
    """As it is kept: a build needs no body of what is converted already."""
    return replace(found, draft=replace(found.draft, body="")) if found.draft else found


@dataclass(frozen=True, slots=True)
class Measured:
    """What lists and pages show of a text beside the text itself."""

    minutes: int
    summary: str
    contents: tuple[ContentsLine, ...]
    show_contents: bool


def measured(outline: Outline, words: int, fields: Fields) -> Measured:
    """What is read off the text: length, summary, contents."""
    said = fields.summary or summary(first_paragraph(outline))
    shown = fields.toc if fields.toc is not None else len(outline.sections) >= 3
    minutes = 0 if fields.read_time is False else reading_minutes(words)
    return Measured(minutes, said, contents(outline.sections), shown and bool(outline.sections))


def contents(sections: tuple[Section, ...]) -> tuple[ContentsLine, ...]:
    """The headings alone, for a table of contents."""
    return tuple(ContentsLine(each.id, each.text, contents(each.sections)) for each in sections)


def first_paragraph(outline: Outline) -> str:
    """The first paragraph of an article, in its sections if none stands before them."""
    if outline.paragraphs:
        return outline.paragraphs[0]
    for section in outline.sections:
        if found := first_paragraph(Outline(section.paragraphs, section.run_ins, section.sections)):
            return found
    return ""


def badge_of(is_draft: bool, date: datetime | None, zone: tzinfo, now: datetime) -> str:
    """What the preview marks an article with that is not published: "Draft", "Scheduled"; "" for one that is."""
    if is_draft:
        return "Draft"
    return "Scheduled" if date and aware(date, zone) > now else ""


def present() -> datetime:
    """The present moment, or the one that SOURCE_DATE_EPOCH names (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def aware(date: datetime, zone: tzinfo) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=zone)
