"""The articles of a content folder as a build reads them, and those that it does not publish.

For the report, and to tell names that only drafts know from names that nobody knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from articles.converting import Converter, badge_of, present
from articles.doubles import doubled_id
from articles.fields import Fields
from articles.model import Card, Outline
from articles.other_headers import read_own
from articles.plugin import TAG
from docutils.utils import SystemMessage  # type: ignore[import-untyped]
from located import MARKDOWN_SUFFIXES, Location, Problem, read_source, source_files
from pelican.contents import Article
from pelican.readers import Readers
from pelican.settings import DEFAULT_CONFIG

from .model import Strategy
from .places import Lines, lines_of, markdown_lines
from .reading import Reading, read_strategies

Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """What an article says, or why it cannot be read."""

    path: str
    status: str = ""
    """Why it is not published: "draft", "scheduled", "hidden"; "" for one that is."""
    reading: Reading = field(default_factory=Reading)
    lines: Lines | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def titles(self) -> tuple[Strategy, ...]:
        return (*self.reading.strategies, *self.reading.others)


class SiteReader:
    """Reads articles in all forms that a build reads, with the site's settings. It reports nothing."""

    def __init__(self, content: Path, settings: Settings) -> None:
        self.content = content
        self.settings = {**DEFAULT_CONFIG, **settings, "PATH": str(content), "DRAFTS": True, "CACHE_CONTENT": False}
        self.markdown = Converter(self.settings)

    @cached_property
    def others(self) -> dict[str, Any]:
        """Pelican's readers by suffix."""
        found: dict[str, Any] = Readers(self.settings).readers
        return {suffix: found[suffix] for suffix in found.keys() - set(MARKDOWN_SUFFIXES)}

    def files(self) -> tuple[list[str], tuple[Problem, ...]]:
        """The files of articles relative to the content folder, and what is wrong with others."""
        said = self.settings
        suffixes = (*MARKDOWN_SUFFIXES, *self.others)
        return source_files(self.content, said["ARTICLE_PATHS"], said["PAGE_PATHS"], suffixes, said["IGNORE_FILES"])

    def unpublished(self, known: Collection[str]) -> Iterator[Strategy]:
        """What those articles advise that a build kept back; `known` are the paths of those that it did not."""
        for name in self.files()[0]:
            if str(self.content / name) not in known:
                found = self.read(name)
                yield from found.titles if found.status else ()

    def read(self, name: str) -> Read:
        path = self.content / name
        return self._markdown(path) if path.suffix[1:] in MARKDOWN_SUFFIXES else self._other(path)

    def _markdown(self, path: Path) -> Read:
        found = self.markdown.convert(str(path))
        if found.draft is None:
            return Read(found.path, problems=found.problems)
        fields, lang = found.draft.fields, self._lang(found.draft.fields.lang)
        recovers = (fields.headings or self.settings.get("HEADINGS", "recover")) != "keep"
        status = found.badge.casefold() or ("hidden" if fields.status == "hidden" else "")
        card = Card(fields.title, "", fields.date, fields.modified, "", 0, None, (), "", "", lang)
        reading = self._advice(found.outline, card, found.draft.slug, fields, found.path)
        lines = markdown_lines(found.draft, recovers)
        return Read(found.path, status, reading, lines, (*found.problems, *reading.problems))

    def _other(self, path: Path) -> Read:
        from articles.html_names import named  # Beautiful Soup takes a while to load
        from articles.html_outline import html_outline

        source = read_source(path)
        if source.text is None:
            return Read(source.path, problems=source.problems)
        try:
            html, metadata = self.others[path.suffix[1:]].read(str(path))
        except (ValueError, OSError, SystemMessage) as error:
            what = f"cannot be read: {' '.join(str(error).split()).rstrip('.')}"
            return Read(source.path, problems=(Problem(Location(source.path), what, "Mend it."),))
        found = named(html or "", path.suffix == ".rst")
        outline = html_outline(found.html)[0]
        article = Article(found.html, {**metadata, "outline": outline}, self.settings, str(path))
        fields, wrong = read_own(metadata, source.text, source.path)
        title = unescape(TAG.sub("", str(metadata.get("title", ""))))
        card = Card(title, "", metadata.get("date"), None, "", 0, None, (), "", "", self._lang(article.lang))
        reading = self._advice(outline, card, str(article.slug), fields, source.path)
        doubled = (doubled_id(id, source.text, source.path) for id in found.doubled)
        problems = (*wrong, *doubled, *reading.problems)
        return Read(source.path, self._status(article), reading, lines_of(source.text), problems)

    def _advice(self, outline: Outline, card: Card, slug: str, fields: Fields, path: str) -> Reading:
        where = fields.places.get("strategies", Location(path))
        slug = slug if card.lang == self._lang("") else f"{slug}-{card.lang}"
        return read_strategies(outline, card, slug, fields.strategies, where)

    def _lang(self, said: str) -> str:
        return (said or str(self.settings["DEFAULT_LANG"])).lower()

    def _status(self, article: Article) -> str:
        status = str(getattr(article, "status", "")).casefold()
        zone = ZoneInfo(str(self.settings.get("TIMEZONE", "UTC")))
        date = getattr(article, "date", None)
        return badge_of(status == "draft", date, zone, present()).casefold() or ("hidden" if status == "hidden" else "")
