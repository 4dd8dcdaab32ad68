"""Items of a list with the same text and no id of their own: their ids come from their order, which may change."""

from __future__ import annotations

from collections.abc import Iterator

from located import Problem, quote

from .ids import item_id
from .model import Checklist, Item
from .spelling import spelling


def doubles(checklist: Checklist) -> Iterator[tuple[Item, Item]]:
    """Each such item with the first of its text."""
    first: dict[str, Item] = {}
    for item in checklist.tasks:
        if not item.id_written:
            earlier = first.setdefault(item_id(item.text), item)
            if earlier is not item:
                yield earlier, item


def doubtful(checklist: Checklist) -> Iterator[Problem]:
    """What must be settled before ids are published: from then on a swap would move ticks from one to the other."""
    for first, item in doubles(checklist):
        say = spelling(item.where)
        what = f"{quote(item.text)} stands in line {first.where.line} too, so their ticks would change places with them"
        fix = f"Give each an id: {say.id(first.id)} there, {say.id(item.id)} here (make checklists-fix does it)."
        yield Problem(item.where, what, fix)
