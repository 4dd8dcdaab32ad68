"""The search page as its template takes it, and the addresses that a missing page is compared with."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .model import Kind, Record

_TITLES = {Kind.CHECKLIST: "Checklists", Kind.ARTICLE: "Articles", Kind.PAGE: "Pages"}


@dataclass(frozen=True, slots=True)
class Title:
    title: str
    url: str
    """Relative to the site's root."""
    lang: str


@dataclass(frozen=True, slots=True)
class Titles:
    """All of a kind, by title."""

    name: str
    kind: str
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows. The attributes are what the element `<site-search>` reads."""

    url: str
    attributes: dict[str, str]
    titles: tuple[Titles, ...]
    strategies: int
    """How many there are."""
    strategies_url: str


def search_view(
    records: Sequence[Record], url: str, root: str, index: str, names: Iterable[str], strategies_url: str
) -> SearchView:
    """`root`, `index`: whole paths; the second is empty where there is no index. `names`: as a bundle has them."""
    attributes = {"data-root": f"{root}/", "data-index": index, "data-names": " ".join(names)}
    strategies = sum(record.kind is Kind.STRATEGY for record in records)
    return SearchView(
        url,
        {name: value for name, value in attributes.items() if value},
        tuple(titles for kind in _TITLES if (titles := _titles(records, kind)).titles),
        strategies,
        strategies_url,
    )


def _titles(records: Iterable[Record], kind: Kind) -> Titles:
    found = (Title(each.title, each.url, each.lang) for each in records if each.kind is kind)
    return Titles(_TITLES[kind], kind.value, tuple(sorted(found, key=lambda each: (plain(each.title), each.url))))


def plain(title: str) -> str:
    """The title's letters without marks, for sorting."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return "".join(each for each in letters if not unicodedata.combining(each)).lstrip("\"'“‘«([ ")


def addresses(records: Iterable[Record]) -> str:
    """All pages as JSON: addresses, relative to the site's root, and titles, in turns."""
    return addresses_text([[each.url, each.title] for each in records if "#" not in each.url])


def addresses_text(pages: list[list[str]]) -> str:
    return json.dumps(pages, ensure_ascii=False, separators=(",", ":")) + "\n"
