"""Pelican's reader for Markdown: front matter as Jekyll and Pelican have it, recovered headings, an outline.

One `Markdown` serves all files (Pelican makes one each, 0.2 ms), on all cores. Problems are reported in order; an
article with an error comes back with status "skip", so that Pelican adds no vague line of its own.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from html import escape
from pathlib import Path, PurePath
from typing import Any
from zoneinfo import ZoneInfo

from blinker import signal
from located import Location, Problem, Severity, Source, quote, read_source, report, slugify
from markdown import Markdown
from pelican.contents import Article
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from .addresses import JEKYLL_NAME
from .ahead import FEWEST, Ahead
from .doubles import doubled_id
from .extension import ArticleExtension
from .fields import Fields
from .keeping import Keeping, Shelf, keep, kept
from .model import Outline
from .prose import reading_minutes, summary
from .reading import SLUG_LIMIT, Draft, read_article_address, read_draft

UNWANTED = "markdown.extensions.meta"
"""It would read front matter a second time."""
FEED_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://schema.org/Article")
# Names that front matter may not give to an attribute of Pelican's objects.
TAKEN = frozenset(dir(Article)) | frozenset(
    (
        "content settings metadata translations source_path relative_source_path timezone date_format locale_date "
        "locale_modified in_default_lang reader translation get_content get_summary url_format previous next related "
        "card outline tags category"
    ).split()
)
Metadata = dict[str, Any]


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


class ArticleReader(BaseReader):
    # Pelican 4.12 puts every subclass to work for these as soon as it is defined; `plugin` says where this one works.
    file_extensions: list[str] = []  # noqa: RUF012

    def __init__(self, settings: Metadata) -> None:
        super().__init__(settings)
        self.now = present()
        self.ahead: Ahead[Converted] = Ahead(self.convert, ())
        self.zone = ZoneInfo(settings.get("TIMEZONE", "UTC"))
        root = os.path.abspath(settings["PATH"])  # it may have ".." in it, and the paths of files have none
        self.pages = tuple(Path(root, path) for path in settings["PAGE_PATHS"])
        self.shelf: Shelf | None = settings["STORE"].shelf("articles") if settings.get("STORE") else None
        self.kept: dict[str, bytes] = {}

    @cached_property
    def markdown(self) -> Any:
        """The one converter; made when first asked for, since Pelican makes a reader for each kind of source."""
        given = dict(self.settings.get("MARKDOWN") or {})
        extensions = [each for each in _extensions(given) if each != UNWANTED]
        configs = {name: each for name, each in given.get("extension_configs", {}).items() if name != UNWANTED}
        return Markdown(**{**given, "extensions": [*extensions, ArticleExtension()], "extension_configs": configs})

    @cached_property
    def keeping(self) -> Keeping:
        given = dict(self.settings.get("MARKDOWN") or {})
        return Keeping(self.settings, [each for each in _extensions(given) if each != UNWANTED])

    def look_ahead(self, paths: Sequence[str]) -> None:
        """Has these files converted on all cores while Pelican works through them one by one, but for those kept."""
        if self.shelf is not None:
            self.kept = {path: key for path in paths if (key := self._key(path)) and self.shelf.has(key)}
        rest = [path for path in paths if path not in self.kept]
        if len(rest) >= FEWEST:
            _ = self.markdown  # made once, for all processes
        self.ahead = Ahead(self.convert, rest)

    def _key(self, source_path: str) -> bytes | None:
        source = read_source(source_path)
        if source.text is None:
            return None
        return self.keeping.key(source.path, source.text, self._is_article(source_path))

    def _is_article(self, source_path: str) -> bool:
        return not any(Path(source_path).is_relative_to(folder) for folder in self.pages)

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """The HTML of a source file and its metadata."""
        found = self._kept(source_path)
        if found is None:
            found = self.ahead.take(source_path) or self.convert(source_path)
            if self.shelf is not None and found.key and not found.due:
                keep(self.shelf, bytes.fromhex(found.key), without_body(found))
        if found.due:
            signal("site_due").send(self, when=found.due)
        report(found.problems)
        if found.draft is None:
            return "", {"title": found.title, "status": "skip"}
        return self._article(found, found.draft)

    def _kept(self, source_path: str) -> Converted | None:
        """What an earlier build made of the same text, if that was not in its future then or in ours now."""
        key = self.kept.pop(source_path, None)
        if self.shelf is None or key is None:
            return None
        found = kept(self.shelf, key, Converted)
        date = found.draft.fields.date if found and found.draft else None
        return None if date and _aware(date, self.zone) > self.now else found

    def convert(self, source_path: str) -> Converted:
        """What one file alone decides: front matter, HTML, outline, problems."""
        source = read_source(source_path)  # `sources` has seen to it that no link leads out
        if source.text is None:
            return Converted(source.path, source.problems)
        found = self._read(source_path, source)
        if self.shelf is None:
            return found
        key = self.keeping.key(source.path, source.text, self._is_article(source_path))
        return replace(found, key=key.hex() if key else "")

    def _read(self, source_path: str, source: Source) -> Converted:
        assert source.text is not None
        draft = read_draft(source.text, source.path, self._is_article(source_path))
        if any(problem.severity is Severity.ERROR for problem in draft.problems):
            return Converted(source.path, draft.problems)
        is_draft = draft.fields.published is False or draft.fields.status == "draft"
        date = draft.fields.date and _aware(draft.fields.date, self.zone)
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

    def _article(self, found: Converted, draft: Draft) -> tuple[str, Metadata]:
        fields = draft.fields
        metadata = {**self._own(fields), **self._said(fields), **self._placed(draft, found.path)}
        metadata |= _measured(found.outline, found.words, fields)
        metadata["badge"] = found.badge
        if not self._names_are_good(metadata, fields, found.path):
            return "", {"title": "", "status": "skip"}
        return found.html, metadata

    def _own(self, fields: Fields) -> Metadata:
        """Keys that mean nothing here, for themes and other plugins."""
        return {key: value for key, value in fields.extra if key not in TAKEN and not key.startswith("_")}

    def _said(self, fields: Fields) -> Metadata:
        """What the front matter says, as Pelican names it."""
        settings = self.settings
        tags = {slugify(tag): tag for tag in reversed((*fields.categories[1:], *fields.tags))}
        said: Metadata = {
            "title": fields.title,
            "date": fields.date,
            "modified": self._modified(fields),
            "category": _named(Category, fields.categories[0], settings) if fields.categories else None,
            "tags": [_named(Tag, tag, settings) for tag in reversed(tags.values())] or None,
            "authors": [_named(Author, name, settings) for name in fields.authors] or None,
            "lang": fields.lang.lower() or None,
            "image": fields.image,
            "series_name": fields.series,
            "ref": fields.ref,
            "wants_related": fields.related is not False,
        }
        if fields.status == "hidden":
            said["status"] = "hidden"
        return {key: value for key, value in said.items() if value is not None} | said_of_lists(fields)

    def _modified(self, fields: Fields) -> datetime | None:
        """The day of the last change, if it came after the day of publishing."""
        if not fields.modified or not fields.date:
            return fields.modified
        later = _aware(fields.modified, self.zone).date() > _aware(fields.date, self.zone).date()
        return fields.modified if later else None

    def _placed(self, draft: Draft, path: str) -> Metadata:
        address = read_article_address(draft, path)
        placed: Metadata = {
            "slug": draft.slug,
            "aliases": (*address.aliases, *address.implied),
            "alias_places": {alias: _place(where) for alias, where in address.aliases.items()},
            "implied_aliases": address.implied,
            "address_where": _place(address.where),
            "feed_id": draft.fields.guid or feed_id(self.settings, path, draft.fields.lang),
        }
        if address.save_as:
            placed |= {"url": address.url, "save_as": address.save_as}
        return placed

    def _names_are_good(self, metadata: Metadata, fields: Fields, path: str) -> bool:
        """Reports tags and categories that no address can be made of."""
        problems = []
        for kind, names in (("tag", metadata.get("tags", [])), ("category", [metadata.get("category")])):
            keys = ("tags", "categories") if kind == "tag" else ("categories",)
            where = next((fields.places[key] for key in keys if key in fields.places), Location(path))
            for each in names:
                if each is not None and (wrong := _unfit(kind, each.name, each.slug)):
                    problems.append(Problem(where, *wrong))
        report(problems)
        return not problems


def without_body(found: Converted) -> Converted:
    """As it is kept: a build needs no body of what is converted already."""
    return replace(found, draft=replace(found.draft, body="")) if found.draft else found


def said_of_lists(fields: Fields) -> Metadata:
    """What front matter says of the article's strategies and checklists, for the plugins that make them."""
    where = fields.places.get("strategies")
    said = {
        "strategies_said": fields.strategies,
        "strategies_where": _place(where) if where else None,
        "as_checklist": fields.as_checklist,
        "guide_id": fields.guide_id or None,
        "checklist_id": fields.checklist_id or None,
    }
    return {key: value for key, value in said.items() if value is not None}


def badge_of(is_draft: bool, date: datetime | None, zone: tzinfo, now: datetime) -> str:
    """What the preview marks an article with that is not published: "Draft", "Scheduled"; "" for one that is."""
    if is_draft:
        return "Draft"
    return "Scheduled" if date and _aware(date, zone) > now else ""


def feed_id(settings: Metadata, path: str, lang: str = "") -> str:
    """An id that outlives changes of title, date, slug and address: it is made of the file's name without its date.

    A translation, which may have the same name in another folder, has its language in it too.
    """
    name = PurePath(path).parent.name if PurePath(path).stem == "index" else PurePath(path).stem
    found = JEKYLL_NAME.match(name)
    site = settings.get("SITE_ID") or settings.get("SITENAME", "")
    translated = f":{lang.lower()}" if lang and lang.lower() != settings.get("DEFAULT_LANG", "en") else ""
    return uuid.uuid5(FEED_NAMESPACE, f"{site}:{found[4] if found else name}{translated}").urn


def _extensions(given: Metadata) -> list[Any]:
    """The extensions of Pelican's MARKDOWN setting: those listed and those only configured."""
    listed = list(given.get("extensions") or [])
    return [*listed, *(name for name in given.get("extension_configs", {}) if name not in listed)]


def _named(kind: type, name: str, settings: Metadata) -> Any:
    """A tag, category or author with its slug already made: Pelican's own takes 20 µs each time it is asked."""
    named = kind(name, settings)
    named.slug = slugify(name)
    return named


def _unfit(kind: str, name: str, slug: str) -> tuple[str, str] | None:
    """Why a tag or category cannot have a page of its own, and what to do."""
    if not slug:
        return f"no address can be made of the {kind} {quote(name)}", "Use a word with letters or digits in it."
    if len(slug) > SLUG_LIMIT:
        what = f"the address of the {kind} {quote(name)} would have {len(slug)} characters; the limit is {SLUG_LIMIT}"
        return what, "Shorten it."
    return None


def _place(where: Location) -> tuple[str, int, int]:
    return (where.path, where.line, where.column)


def _measured(outline: Outline, words: int, fields: Fields) -> Metadata:
    """What is read off the text: outline, length, summary."""
    said = fields.summary or summary(first_paragraph(outline))
    contents = fields.toc if fields.toc is not None else len(outline.sections) >= 3
    return {
        "outline": outline,
        "word_count": words,
        "minutes": 0 if fields.read_time is False else reading_minutes(words),
        "show_contents": contents and bool(outline.sections),
        "summary_text": said,
        "summary": f"<p>{escape(said, quote=False)}</p>",
    }


def first_paragraph(outline: Outline) -> str:
    """The first paragraph of an article, in its sections if none stands before them."""
    if outline.paragraphs:
        return outline.paragraphs[0]
    for section in outline.sections:
        if found := first_paragraph(Outline(section.paragraphs, section.run_ins, section.sections)):
            return found
    return ""


def present() -> datetime:
    """The present moment, or the one that SOURCE_DATE_EPOCH names (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def _aware(date: datetime, zone: tzinfo) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=zone)
