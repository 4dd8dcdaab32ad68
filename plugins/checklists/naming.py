"""Items -> the same items with an id each: the one that was written, or one made of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from located import Location, Problem

from .ids import LONGEST, item_id
from .model import Item, Section


def name_items(
    sections: Iterable[Section], places: dict[Location, Location]
) -> tuple[tuple[Section, ...], list[Problem]]:
    """The sections with an id for every item, and what is wrong with those that were written.

    `places` leads from the place of an item to that of its id, if it was written.
    """
    sections = tuple(sections)
    items = [each for section in sections for item in section.items for each in (item, *item.items)]
    names = _Names({item.id or item_id(item.text) for item in items}, {item.id for item in items if item.id})
    problems = list(_clashes(items, places))
    named = tuple(replace(each, items=tuple(map(names.named, each.items))) for each in sections)
    return named, problems


class _Names:
    """Gives out ids to items without one, in the order of the page.

    Only an item whose text gives an id that is given out already gets one with a number, and one that no other text
    gives: a number must not push an item out of the id of its own text.
    """

    def __init__(self, wanted: set[str], given: set[str]) -> None:
        self.wanted, self.given = wanted, given
        self.counts: Counter[str] = Counter()

    def named(self, item: Item) -> Item:
        id_ = item.id or self.unique(item_id(item.text))
        return replace(item, id=id_, items=tuple(map(self.named, item.items)))

    def unique(self, wanted: str) -> str:
        found = wanted
        while found in self.given or (found != wanted and found in self.wanted):
            self.counts[wanted] += 1
            suffix = f"-{self.counts[wanted] + 1}"
            found = wanted[: LONGEST - len(suffix)].rstrip("-") + suffix
        self.given.add(found)
        return found


def _clashes(items: Iterable[Item], places: dict[Location, Location]) -> Iterable[Problem]:
    """Written ids that another item has: by writing it as well, or by its text."""
    first: dict[str, Item] = {}
    for item in items:
        id_ = item.id or item_id(item.text)
        earlier = first.setdefault(id_, item)
        if earlier is item or not (earlier.id or item.id):
            continue
        here, there = (places.get(each.where, each.where) for each in (item, earlier))
        if item.id and earlier.id:
            what = f'the id "{id_}" comes twice, first in line {there.line}'
            yield Problem(here, what, "Change one of them; an id that was published must stay.")
        else:
            whose = "the text of this item" if earlier.id else f"the text in line {there.line}"
            other = f"the id written in line {there.line}" if earlier.id else "the id written here"
            yield Problem(here, f'{whose} gives the id "{id_}", which is {other}', "Give one of them another id.")
