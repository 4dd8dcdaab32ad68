"""Entries of the index as templates take them: every address, word and attribute ready.

The attributes are what the element `<strategy-index>` (static/strategy-index) reads; they change together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from located import slugify
from unidecode import unidecode

from .model import Entry, Kind, Strategy
from .wording import is_stock

MANY = 12
"""So many entries of one category need links to their letters."""


@dataclass(frozen=True, slots=True)
class AdvisingArticle:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """One place where a piece of advice is given."""

    id: str
    title: str
    summary: str
    url: str
    """Relative to the site's root, as all addresses here."""
    article: AdvisingArticle
    section: str
    """Its title, but for one that any article may have."""
    place: str
    """``4 of 8``, or "" where it stands alone."""
    when: str
    effort: str
    lang: str
    badge: str
    updated: date | None


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose in a filter."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of the index, and what a page of its own shows."""

    id: str
    title: str
    summary: str
    kind: Kind
    kind_word: str
    """"" for a strategy, which is what one expects."""
    lang: str
    badge: str
    url: str
    save_as: str
    """"" without a page of its own."""
    text_html: str
    sources: tuple[SourceView, ...]
    mark: str
    """The number in the margin: its place in its article, or how many articles give it."""
    mark_words: str
    """What stands below that number."""
    category: Option
    tags: tuple[Option, ...]
    attributes: dict[str, str]
    updated: date | None
    entry: Entry

    @property
    def when(self) -> str:
        return next((each.when for each in self.sources if each.when), "")

    @property
    def effort(self) -> str:
        return next((each.effort for each in self.sources if each.effort), "")

    @property
    def articles(self) -> tuple[SourceView, ...]:
        """The first place in each article."""
        found: dict[str, SourceView] = {}
        for each in self.sources:
            found.setdefault(each.article.url, each)
        return tuple(found.values())

    @property
    def has_page(self) -> bool:
        return bool(self.save_as)


@dataclass(frozen=True, slots=True)
class Letter:
    name: str
    id: str
    """The first entry of the letter."""


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of one category, by title."""

    category: Option
    letters: tuple[Letter, ...]
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    parts: tuple[Part, ...]
    tags: tuple[Option, ...]
    efforts: tuple[str, ...]
    kinds: tuple[str, ...]
    """None if there is only one."""
    has_checklists: bool

    @property
    def count(self) -> int:
        return sum(len(part.entries) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Forms of the address and file of an entry's own page; `{slug}` in them is its id."""

    url: str
    save_as: str


def entry_view(entry: Entry, at: Addresses, text_html: str, practised: Collection[str] = ()) -> EntryView:
    """`practised`: the ids of strategies that a checklist practises."""
    sources = tuple(source_view(each) for each in entry.sources)
    has_page = entry.has_page and bool(at.save_as)
    first = entry.sources[0]
    tags = {slugify(tag.name) or tag.name: tag.name for each in entry.sources for tag in each.tags}
    options = tuple(Option(name, slug) for slug, name in sorted(tags.items()))
    mark, words = _mark(entry)
    return EntryView(
        entry.id,
        entry.title,
        entry.summary,
        entry.kind,
        "" if entry.kind is Kind.STRATEGY else entry.kind.value,
        first.article.lang,
        first.article.badge if all(each.badge for each in sources) else "",
        at.url.format(slug=entry.id) if has_page else sources[0].url,
        at.save_as.format(slug=entry.id) if has_page else "",
        text_html,
        sources,
        mark,
        words,
        _category(first),
        options,
        _attributes(entry, options, practised),
        max((each.updated for each in entry.sources if each.updated), default=None),
        entry,
    )


def source_view(strategy: Strategy) -> SourceView:
    card = strategy.article
    return SourceView(
        strategy.id,
        strategy.title,
        strategy.summary,
        strategy.url,
        AdvisingArticle(card.title, card.url),
        "" if is_stock(strategy.section) else strategy.section,
        f"{strategy.position} of {strategy.of}" if strategy.of > 1 else "",
        strategy.when,
        strategy.effort,
        card.lang,
        card.badge,
        strategy.updated,
    )


def index_view(entries: Iterable[EntryView]) -> IndexView:
    """The index by category and title."""
    shown = sorted(entries, key=lambda each: (each.category.name.casefold(), each.category.slug, _order(each)))
    parts = [_part(tuple(found)) for _, found in groupby(shown, lambda each: each.category.slug)]
    tags = {tag.slug: tag for each in shown for tag in each.tags}
    kinds = [kind.value for kind in Kind if any(each.kind is kind for each in shown)]
    return IndexView(
        tuple(parts),
        tuple(sorted(tags.values(), key=lambda each: (each.name.casefold(), each.slug))),
        tuple(sorted({each.effort for each in shown if each.effort}, key=_amount)),
        tuple(kinds) if len(kinds) > 1 else (),
        any("data-checklist" in each.attributes for each in shown),
    )


def _part(entries: Sequence[EntryView]) -> Part:
    letters: dict[str, str] = defaultdict(str)
    for each in entries:
        letters.setdefault(_letter(each), each.id)
    found = tuple(Letter(name, id) for name, id in letters.items())
    return Part(entries[0].category, found if len(entries) >= MANY else (), tuple(entries))


def _order(view: EntryView) -> tuple[bool, str, str]:
    """By title, as a dictionary does; what begins with no letter comes first."""
    return (_letter(view) != "#", _plain(view.title), view.id)


def _letter(view: EntryView) -> str:
    first = _plain(view.title)[:1]
    return first.upper() if first.isalpha() else "#"


def _plain(title: str) -> str:
    """The title in ASCII, without what its first letter is quoted with."""
    return unidecode(title).casefold().lstrip("\"'`([{<-* ")


def _amount(effort: str) -> tuple[bool, int, str]:
    """Efforts with a number by their length as far as it can be told, then the others."""
    number = next((word for word in effort.replace("-", " ").split() if word.isdigit()), "")
    unit = next((size for word, size in (("week", 10080), ("day", 1440), ("h", 60)) if f" {word}" in f" {effort}"), 1)
    return (not number, int(number or 0) * unit, effort)


def _mark(entry: Entry) -> tuple[str, str]:
    first, count = entry.sources[0], len({each.article.url for each in entry.sources})
    if len(entry.sources) == 1:
        return str(first.position), f"of {first.of}"
    return (str(count), "articles") if count > 1 else (str(len(entry.sources)), "places")


def _category(strategy: Strategy) -> Option:
    if strategy.category is None:
        return Option("Everything else", "")
    return Option(strategy.category.name, slugify(strategy.category.name) or strategy.category.name)


def _attributes(entry: Entry, tags: Iterable[Option], practised: Collection[str]) -> dict[str, str]:
    """`data-also`: slugs of further categories; all lists are parted by spaces, which no slug has."""
    _, *others = dict.fromkeys(_category(each).slug for each in entry.sources)
    days = [each.updated for each in entry.sources if each.updated]
    given = {
        "data-tags": " ".join(tag.slug.replace(" ", "-") for tag in tags),
        "data-also": " ".join(each.replace(" ", "-") for each in others if each),
        "data-day": max(days).isoformat() if days else "",
        "data-effort": next((each.effort for each in entry.sources if each.effort), ""),
        "data-kind": "" if entry.kind is Kind.STRATEGY else entry.kind.value,
        "data-checklist": "yes" if any(each.id in practised for each in entry.sources) else "",
    }
    return {name: value for name, value in given.items() if value}
