"""What a build keeps so that an article of which only words change can be amended in the site (see `amending`).

For each article or page: what its reader kept its conversion as (`kept_as`), and the files that have its words: the
pages that print its content, and those that plugins name (`words_in`). For each article the pages that print its title
or summary, how often (see `told`), and the files with them that plugins name (`titles_in`, `summaries_in`); HTML that a
plugin makes for the article's own page may have the title too (`titles_within`: how often; `titles_by`: the templates
that it is made by). All these are attributes of the article.

A plugin package says what it does with words, titles and summaries:

    AMENDS = "package.module"   # a module that `amending` asks; "" if the plugin passes them on and nothing else
    WORDS = ("outline", ...)    # attributes of articles that have words in them, beside their content

To pass a title or summary on is to have templates get it as it is, under such a name (`told.NAMES`). Where one plugin
does not say `AMENDS`, nothing is amended. Nor is an article of whose words a page reads more than its content, or whose
content a template does not just print (see `opaque`); nor a title or summary where a template of the site does more
with them (see `told_uses`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Any

from .store import Shelf

CONTENT = "content"
FILES = {"title": "titles_in", "summary": "summaries_in"}
"""Attributes by which plugins name files with texts of an article."""
ENGINE_WORDS = frozenset(("_content", "metadata", "get_content", "get_summary"))
"""Attributes that Pelican 4.12 makes of an article's text, beside its content."""


@dataclass(frozen=True, slots=True)
class Amendable:
    """An article that can be amended. `url` is the address of its page, relative to the site's root."""

    build: str
    """The build that the row is of: there may be rows of articles that are gone."""
    kept_as: str
    url: str
    pages: tuple[str, ...]
    """The pages that print its content, by their paths in the site."""
    others: tuple[str, ...]
    """The files that plugins named."""
    told: tuple[str, ...] = ()
    """Which of its texts ("title", "summary") told all pages that print them."""
    prints: tuple[tuple[str, str, int, bool], ...] = ()
    """Which text is printed, by which page, how often, and whether it is escaped."""
    files: tuple[tuple[str, str], ...] = ()
    """Which text is in which other file, as plugins named them."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """The site that the articles are of. `until` is when it becomes another one by itself; `what` is in it."""

    build: str
    until: float | None
    files: int
    what: str


def amending_modules(plugins: Iterable[Any]) -> list[str] | None:
    """The modules to be asked, of plugins that all say what they do with words."""
    said = [getattr(plugin, "AMENDS", None) for plugin in plugins]
    return None if any(each is None for each in said) else [str(each) for each in said if each]


def word_attributes(plugins: Iterable[Any]) -> frozenset[str]:
    return ENGINE_WORDS.union(*(getattr(plugin, "WORDS", ()) for plugin in plugins))


def put_site(shelf: Shelf, place: str, site: SiteRow | None) -> None:
    """Remember of which site the rows are; None: of one that cannot be amended."""
    said = [site.build, site.until, site.files, site.what] if site else []
    shelf.put(_key(place, ""), json.dumps(said).encode())


def put_row(shelf: Shelf, place: str, source: str, row: Amendable | None) -> None:
    """Remember how the article in a file can be amended; None: not at all."""
    said = [getattr(row, each.name) for each in fields(row)] if row else []
    shelf.put(_key(place, source), json.dumps(said).encode())


def site_at(shelf: Shelf, place: str) -> SiteRow | None:
    match _read(shelf, place, ""):
        case [str(build), None | float() | int() as until, int(files), str(what)]:
            return SiteRow(build, until, files, what)
    return None


def row_of(shelf: Shelf, place: str, source: str) -> Amendable | None:
    """What is known of the article in a file, by its path relative to the content folder."""
    match _read(shelf, place, source):
        case [
            str(build),
            str(kept),
            str(url),
            list(pages),
            list(others),
            list(told),
            list(prints),
            list(files),
            str(title),
        ]:
            with suppress(TypeError, ValueError):
                known = tuple((str(kind), str(page), int(count), bool(how)) for kind, page, count, how in prints)
                named = tuple((str(kind), str(path)) for kind, path in files)
                return Amendable(build, kept, url, _texts(pages), _texts(others), _texts(told), known, named, title)
    return None


def _texts(said: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, said))


def _read(shelf: Shelf, place: str, source: str) -> Any:
    data = shelf.get(_key(place, source))
    try:
        return None if data is None else json.loads(data)
    except ValueError:
        return None


def _key(place: str, source: str) -> bytes:
    return f"{place}\0{source}".encode("utf-8", "surrogateescape")
