"""What a build keeps so that an article of which only words or the title change can be amended (see `amending`).

For each article or page: what its reader kept its conversion as (`kept_as`), and the files that have its words: the
pages that print its content, and those that plugins name (`words_in`). For each article the pages that print its title,
how often (see `titles`), and the files with it that plugins name (`titles_in`); HTML that a plugin makes for the
article's own page may have it too (`titles_within`: how often). All three are attributes of the article.

A plugin package says what it does with words and titles:

    AMENDS = "package.module"   # a module that `amending` asks; "" if the plugin passes both on and nothing else
    WORDS = ("outline", ...)    # attributes of articles that have words in them, beside their content

To pass a title on is to have templates get it as it is, under the name `title`. Where one plugin does not say `AMENDS`,
nothing is amended. Nor is an article of whose words a page reads more than its content, or whose content a template
does not just print (see `opaque`); nor a title where a template of the site does more with titles (see `title_uses`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .store import Shelf

CONTENT = "content"
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
    titles: tuple[tuple[str, int, bool], ...] | None = None
    """The pages that print its title, how often, and whether they escape it; None if they do more with titles."""
    title_files: tuple[str, ...] = ()
    """The files with its title in them that plugins named."""


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
    said = [row.build, row.kept_as, row.url, row.pages, row.others, row.titles, row.title_files] if row else []
    shelf.put(_key(place, source), json.dumps(said).encode())


def site_at(shelf: Shelf, place: str) -> SiteRow | None:
    match _read(shelf, place, ""):
        case [str(build), None | float() | int() as until, int(files), str(what)]:
            return SiteRow(build, until, files, what)
    return None


def row_of(shelf: Shelf, place: str, source: str) -> Amendable | None:
    """What is known of the article in a file, by its path relative to the content folder."""
    match _read(shelf, place, source):
        case [str(build), str(kept_as), str(url), list(pages), list(others), None | list() as titles, list(files)]:
            known = None if titles is None else _titles(titles)
            return Amendable(build, kept_as, url, _texts(pages), _texts(others), known, _texts(files))
    return None


def _texts(said: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, said))


def _titles(said: list[Any]) -> tuple[tuple[str, int, bool], ...] | None:
    """None if that is not what was put there."""
    found = []
    for each in said:
        match each:
            case [str(page), int(count), bool(is_escaped)]:
                found.append((page, count, is_escaped))
            case _:
                return None
    return tuple(found)


def _read(shelf: Shelf, place: str, source: str) -> Any:
    data = shelf.get(_key(place, source))
    try:
        return None if data is None else json.loads(data)
    except ValueError:
        return None


def _key(place: str, source: str) -> bytes:
    return f"{place}\0{source}".encode("utf-8", "surrogateescape")
