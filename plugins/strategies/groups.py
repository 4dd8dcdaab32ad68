"""An article's outline -> its runs of sibling headings and of run-ins, at least two each, in the order they stand.

A run stands in a section: the heading above it, or the last heading without a number before it on the same level
(authors often write "Introduction" and go on with "1. …" as if it were a title of the same rank).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from articles.model import Outline, RunIn, Section

from .wording import is_stock

FEWEST = 2
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
Item = Section | RunIn


@dataclass(frozen=True, slots=True)
class Run:
    """Siblings that belong together."""

    section: Section | None
    items: tuple[Item, ...]
    chapters: bool = False
    """Whether they are the article's own sections, which have no numbers."""
    continues: bool = False
    """Whether its numbers go on from those of the run before it."""


@dataclass(slots=True)
class _Open:
    section: Section | None
    items: list[Item] = field(default_factory=list)


def runs(outline: Outline, title: str = "") -> tuple[Run, ...]:
    """All runs of an article. A heading that repeats the article's title is no section."""
    found = [*_run_ins(outline.run_ins, None), *_top(outline.sections, title.casefold())]
    return tuple(_joined(found))


def _top(sections: Sequence[Section], title: str) -> Iterator[Run]:
    sections = tuple(_unwrapped(sections, title))
    if any(section.number for section in sections):
        yield from _numbered(sections, None)
    else:
        named = tuple(section for section in sections if not is_stock(section.title))
        yield from (replace(run, chapters=True) for run in _siblings(named, None))
        yield from (run for section in sections for run in _below(section))


def _unwrapped(sections: Iterable[Section], title: str) -> Iterator[Section]:
    """The sections, without a first heading that holds the whole article."""
    found = list(sections)
    for section in found:
        if section.level == 1 and (len(found) == 1 or section.text.casefold() == title):
            yield from section.sections
        else:
            yield section


def _below(section: Section) -> Iterator[Run]:
    """The runs in a section, and in the sections of it."""
    yield from _run_ins(section.run_ins, section)
    children = section.sections
    if sum(bool(child.number) for child in children) >= FEWEST:
        yield from _numbered(children, section)
    else:
        yield from _siblings(tuple(child for child in children if not is_stock(child.title)), section)
        yield from (run for child in children for run in _below(child))


def _numbered(siblings: Sequence[Section], parent: Section | None) -> Iterator[Run]:
    """The runs of those siblings that have numbers, each in the section of the last one that has none."""
    current = _Open(parent)
    inside: list[Run] = []
    for sibling in siblings:
        if not sibling.number and sibling.title:
            yield from (*_closed(current), *inside)
            current, inside = _Open(sibling if parent is None else parent), []
        elif sibling.title:
            if current.items and _breaks(current.items[-1], sibling):
                yield from (*_closed(current), *inside)
                current, inside = _Open(current.section), []
            current.items.append(sibling)
        inside += _below(sibling)
    yield from (*_closed(current), *inside)


def _siblings(siblings: Sequence[Section], parent: Section | None) -> Iterator[Run]:
    current = _Open(parent)
    for sibling in siblings:
        if not _has_words(sibling.title):
            continue
        if current.items and _breaks(current.items[-1], sibling):
            yield from _closed(current)
            current = _Open(parent)
        current.items.append(sibling)
    yield from _closed(current)


def _run_ins(run_ins: Sequence[RunIn], section: Section | None) -> Iterator[Run]:
    current = _Open(section)
    for run_in in run_ins:
        if not _has_words(run_in.title):
            continue
        if current.items and number_of(run_in.number) <= number_of(current.items[-1].number) == len(current.items):
            yield from _closed(current)
            current = _Open(section)
        current.items.append(run_in)
    yield from _closed(current)


def _has_words(title: str) -> bool:
    """Is there anything to read? A heading may be an image or an emoji."""
    return any(char.isalnum() for char in title)


def _breaks(before: Item, section: Section) -> bool:
    """Does another run begin, counted from the start again?"""
    return number_of(section.number) == 1 and number_of(before.number) > 1


def _closed(current: _Open) -> tuple[Run, ...]:
    items = tuple(item for item in current.items if _has_words(item.title))
    return (Run(current.section, items),) if len(items) >= FEWEST else ()


def _joined(found: Iterable[Run]) -> Iterator[Run]:
    """The runs, those marked whose numbers go on after a heading that any article has ("Conclusion")."""
    last: Run | None = None
    for run in found:
        is_stray = run.section is not None and is_stock(run.section.title) and isinstance(run.items[0], Section)
        if last is not None and is_stray and isinstance(last.items[-1], Section):
            gap = number_of(run.items[0].number) - number_of(last.items[-1].number)
            run = replace(run, continues=0 < gap <= 2 and number_of(last.items[-1].number) > 0)
        if isinstance(run.items[0], Section):
            last = run
        yield run


def number_of(number: str) -> int:
    """What a number counts: "3" -> 3, "IV" -> 4, "3.2" -> 2; 0 for none."""
    last = re.split(r"[.\-]", number.strip("."))[-1]
    if last.isdecimal():
        return int(last)
    values = [_ROMAN.get(letter, 0) for letter in last.upper()]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
