"""Pelican's reader for Markdown: front matter as Jekyll and Pelican have it, recovered headings, an outline.

Files are converted on all cores. Problems are reported in order; an article with an error comes back with status
"skip", so that Pelican adds no vague line of its own.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import PurePath
from typing import Any

from blinker import signal
from located import Location, Problem, quote, report, slugify
from pelican.contents import Article
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag

from .addresses import JEKYLL_NAME
from .ahead import FEWEST, Ahead
from .converting import Converted, Converter, aware, measured, without_body
from .fields import Fields
from .keeping import Shelf, keep, kept
from .model import Outline
from .reading import SLUG_LIMIT, Draft, read_article_address

FEED_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://schema.org/Article")
# Names that front matter may not give to an attribute of Pelican's objects.
TAKEN = frozenset(dir(Article)) | frozenset(
    (
        "content settings metadata translations source_path relative_source_path timezone date_format locale_date "
        "locale_modified in_default_lang reader translation get_content get_summary url_format previous next related "
        "card outline contents kept_as tags category"
    ).split()
)
Metadata = dict[str, Any]


class ArticleReader(BaseReader):
    # Pelican 4.12 puts every subclass to work for these as soon as it is defined; `plugin` says where this one works.
    file_extensions: list[str] = []  # noqa: RUF012

    def __init__(self, settings: Metadata) -> None:
        super().__init__(settings)
        self.shelf: Shelf | None = settings["STORE"].shelf("articles") if settings.get("STORE") else None
        self.converter = Converter(settings, is_keeping=self.shelf is not None)
        self.ahead: Ahead[Converted] = Ahead(self.converter.convert, ())
        self.kept: dict[str, bytes] = {}

    @property
    def markdown(self) -> Any:
        return self.converter.markdown

    def look_ahead(self, paths: Sequence[str]) -> None:
        """Has these files converted on all cores while Pelican works through them one by one, but for those kept."""
        if self.shelf is not None:
            self.kept = {path: key for path in paths if (key := self.converter.key(path)) and self.shelf.has(key)}
        rest = [path for path in paths if path not in self.kept]
        if len(rest) >= FEWEST:
            _ = self.markdown  # made once, for all processes
        self.ahead = Ahead(self.converter.convert, rest)

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """The HTML of a source file and its metadata."""
        found = self._kept(source_path)
        if found is None:
            found = self.ahead.take(source_path) or self.converter.convert(source_path)
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
        return None if self.converter.is_to_come(date) else found

    def _article(self, found: Converted, draft: Draft) -> tuple[str, Metadata]:
        fields = draft.fields
        metadata = {**self._own(fields), **self._said(fields), **self._placed(draft, found.path)}
        metadata |= _measured(found.outline, found.words, fields)
        metadata["badge"] = found.badge
        metadata["kept_as"] = f"{self.converter.keeping.name}:{found.key}" if found.key and not found.due else ""
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
        later = aware(fields.modified, self.converter.zone).date() > aware(fields.date, self.converter.zone).date()
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


def feed_id(settings: Metadata, path: str, lang: str = "") -> str:
    """An id that outlives changes of title, date, slug and address: it is made of the file's name without its date.

    A translation, which may have the same name in another folder, has its language in it too.
    """
    name = PurePath(path).parent.name if PurePath(path).stem == "index" else PurePath(path).stem
    found = JEKYLL_NAME.match(name)
    site = settings.get("SITE_ID") or settings.get("SITENAME", "")
    translated = f":{lang.lower()}" if lang and lang.lower() != settings.get("DEFAULT_LANG", "en") else ""
    return uuid.uuid5(FEED_NAMESPACE, f"{site}:{found[4] if found else name}{translated}").urn


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
    found = measured(outline, words, fields)
    return {
        "outline": outline,
        "word_count": words,
        "minutes": found.minutes,
        "contents": found.contents,
        "show_contents": found.show_contents,
        "summary_text": found.summary,
        "summary": f"<p>{escape(found.summary, quote=False)}</p>",
    }
