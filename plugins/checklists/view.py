"""A checklist as its template takes it: every text, number and attribute ready, nothing left to work out.

The attributes are what the element `<check-list>` (static/check-list) reads; this module and that one change together.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any as Anything

from located import Ids

from .model import All, Any, Checklist, Condition, DateLabel, Is, Item, Kind, Link, Not, Question, Section
from .words import MODES, condition_words, facts

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A checkbox: the name that its tick is kept under, and which of how many it is ("" if it is the only one)."""

    name: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class StrategyLink:
    """The strategy that an item practises; `url` counts from the site's root, in a view from the host's."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ItemView:
    text: str
    text_html: str
    attributes: Attributes
    anchors: tuple[str, ...]
    """Old anchors, which keep working."""
    kind: str
    boxes: tuple[Box, ...]
    """None for a note, several for what is to be done several times."""
    ticked: bool
    facts: tuple[str, ...]
    tags: tuple[str, ...]
    why: tuple[str, ...]
    """Paragraphs, as in `how`."""
    how: tuple[str, ...]
    done: str
    links: tuple[Link, ...]
    strategy: StrategyLink | None
    below_html: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    """"" in an embed, whose page may have that id already."""
    title: str
    intro_html: str
    mode: str
    """A sentence, or nothing."""
    condition: str
    attributes: Attributes
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    title: str
    url: str
    """The list's own page, relative to the site's root."""
    mode: str
    intro_html: str
    attributes: Attributes
    questions: tuple[Question, ...]
    dates: tuple[DateLabel, ...]
    sections: tuple[SectionView, ...]
    script: str
    """The element's script, by its whole path; "" where the theme brings it when it is needed."""
    is_embed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list is shown: the site, the list's own page by its whole path, the page's way of naming anchors."""

    site: str
    root: str
    url: str
    script: str
    former_ids: Collection[str] = ()
    """Ids that the list had."""
    ancestry: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The ids that came right before an item's id, and before those."""
    snapshots: Mapping[str, str] = field(default_factory=dict)
    """The ids that items start from which were split from them."""
    is_embed: bool = False
    prefix: str = ""
    """What stands before the anchors of items; None of them are written where it is "-"."""
    sections: Collection[str] | None = None
    """The ids of the sections shown; None for all."""
    strategies: Mapping[str, StrategyLink] = field(default_factory=dict)
    """Where the strategies are, by what items call them."""
    is_on_demand: bool = False
    """Has the theme bring the script, when the list comes near?"""
    title: str = ""
    """What this part of the list is called, where the list itself goes by the name of its article."""


def view(checklist: Checklist, place: Place) -> ListView:
    """The list, or the part of it that `place` shows."""
    shown = [each for each in checklist.sections if place.sections is None or each.id in place.sections]
    anchors = Ids()
    for item in checklist.items:
        for taken in (item.id, *item.was):
            anchors.reserve(taken)
    return ListView(
        place.title or checklist.title,
        place.url,
        MODES[checklist.mode] if checklist.mode else "",
        checklist.intro_html,
        _list_attributes(checklist, place, shown),
        checklist.questions,
        checklist.dates,
        tuple(_section(section, checklist, place, anchors) for section in shown),
        "" if place.is_on_demand else place.script,
        place.is_embed,
    )


def compact(value: object) -> str:
    """JSON without spaces, for an attribute; empty for nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def condition_data(condition: Condition) -> list[Anything]:
    """``["is", question, option]``, ``["not", c]``, ``["all", c, …]``, ``["any", c, …]``."""
    match condition:
        case Is(question, option):
            return ["is", question, option]
        case Not(part):
            return ["not", condition_data(part)]
        case All(parts):
            return ["all", *map(condition_data, parts)]
        case Any(parts):
            return ["any", *map(condition_data, parts)]


def boxes(item: Item) -> tuple[Box, ...]:
    """The item's checkboxes: ``id``, ``id~2``, ``id~3``."""
    times = item.repeat.times
    if item.kind is not Kind.TASK:
        return ()
    if times == 1:
        return (Box(item.id),)
    return tuple(Box(f"{item.id}~{n}" if n > 1 else item.id, f"{n} of {times}") for n in range(1, times + 1))


def _list_attributes(checklist: Checklist, place: Place, shown: list[Section]) -> Attributes:
    there = {box.name for section in shown for item in _all(section) for box in boxes(item)}
    others = [box.name for item in checklist.tasks for box in boxes(item) if box.name not in there]
    return _said(
        {
            "data-list": checklist.id,
            "data-site": place.site,
            "data-title": checklist.title,
            "data-url": f"{place.root}/{place.url}",
            "data-embed": "embed" if place.is_embed else "",
            "data-script": place.script if place.is_on_demand else "",
            "data-was": compact(list(place.former_ids)),
            "data-prefix": place.prefix.strip("-") if place.sections is not None else "",
            "data-ancestry": compact({new: list(old) for new, old in sorted(place.ancestry.items())}),
            "data-ask": compact(
                [
                    {"id": q.id, "text": q.text, "options": [{"id": o.id, "text": o.text} for o in q.options]}
                    for q in checklist.questions
                ]
            ),
            "data-dates": compact([{"id": each.id, "text": each.text} for each in checklist.dates]),
            "data-known": compact(others),
        }
    )


def _all(section: Section) -> Iterator[Item]:
    for item in section.items:
        yield item
        yield from item.items


def _section(section: Section, checklist: Checklist, place: Place, anchors: Ids) -> SectionView:
    questions = {each.id: each for each in checklist.questions}
    condition = section.condition
    return SectionView(
        "" if place.is_embed or not section.id else anchors.unique(section.id),
        section.title,
        section.intro_html,
        MODES[section.mode] if section.mode else "",
        f"Only if {condition_words(condition.condition, questions)}." if condition else "",
        _said({"data-if": compact(condition_data(condition.condition)) if condition else ""}),
        tuple(_item(item, checklist, place) for item in section.items),
    )


def _item(item: Item, checklist: Checklist, place: Place) -> ItemView:
    labels = {each.id: each.text for each in checklist.dates}
    questions = {each.id: each for each in checklist.questions}
    return ItemView(
        item.text,
        item.text_html,
        _item_attributes(item, place),
        () if place.prefix == "-" else tuple(f"{place.prefix}{each}" for each in item.was),
        item.kind.value,
        boxes(item),
        item.ticked,
        facts(item, labels, questions),
        item.tags,
        _paragraphs(item.why),
        _paragraphs(item.how),
        item.done,
        tuple(replace(link, url=f"{place.root}{link.url}") if link.url[0] == "/" else link for link in item.links),
        _strategy(item, place),
        item.below_html,
        tuple(_item(each, checklist, place) for each in item.items),
    )


def _strategy(item: Item, place: Place) -> StrategyLink | None:
    found = place.strategies.get(item.strategy)
    return replace(found, url=f"{place.root}/{found.url}") if found else None


def _item_attributes(item: Item, place: Place) -> Attributes:
    anchor = "" if place.prefix == "-" else f"{place.prefix}{item.id}"
    condition = item.condition
    if item.kind is not Kind.TASK:
        return _said({"id": anchor, "data-if": compact(condition_data(condition.condition)) if condition else ""})
    due = item.due
    return _said(
        {
            "id": anchor,
            "data-item": item.id,
            "data-level": item.level.value,
            "data-tags": compact(item.tags),
            "data-rev": str(item.rev) if item.rev > 1 else "",
            "data-if": compact(condition_data(condition.condition)) if condition else "",
            "data-due": compact({"on": str(due.on)} if due.on else {"label": due.label, "days": due.days})
            if due
            else "",
            "data-every": item.repeat.every,
            "data-na": "" if item.may_skip else "no",
            "data-inherits": place.snapshots.get(item.id, ""),
        }
    )


def _said(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if value}


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
