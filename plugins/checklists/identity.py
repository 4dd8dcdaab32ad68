"""Rules of identity that hold inside one site, whatever was published: no two things are, or were, the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from located import Problem, nearest, quote

from .model import Checklist, Item
from .spelling import list_id, place, spelling

_SHOWN = 5
"""So many ids of a circle are named."""


def problems(checklists: Sequence[Checklist]) -> Iterator[Problem]:
    """What is wrong with the ids of these lists, each of them complete."""
    for checklist in checklists:
        yield from _items(checklist)
    yield from _lists(checklists)
    yield from _translations(checklists)


# --- inside a list ---------------------------------------------------------------------------------------


def _items(checklist: Checklist) -> Iterator[Problem]:
    items = {item.id: item for item in checklist.items}
    circular = set()
    for circle in _circles(items):
        circular.update(circle)
        yield _circle(circle, items)
    yield from _retired(checklist, items)
    yield from _claims(checklist, items, circular)


def _circles(items: Mapping[str, Item]) -> Iterator[list[str]]:
    """Ids that name each other in a circle by `was` or `inherits`, from the first in the page on; no id in two."""
    graph = {id: [old for old in _before(item) if old in items] for id, item in items.items()}
    while True:
        try:
            list(TopologicalSorter(graph).static_order())
        except CycleError as error:
            circle = error.args[1][:0:-1]
            first = min(map(list(items).index, circle))
            at = circle.index(list(items)[first])
            yield circle[at:] + circle[:at]
            graph = {id: [old for old in olds if old not in circle] for id, olds in graph.items() if id not in circle}
        else:
            return


def _before(item: Item) -> tuple[str, ...]:
    return (*item.was, *([item.inherits] if item.inherits else []))


def _circle(circle: list[str], items: Mapping[str, Item]) -> Problem:
    first = items[circle[0]]
    if len(circle) == 1:
        return Problem(
            first.where, f"{quote(first.id)} names itself as what it was", f"Remove {quote(first.id)} there."
        )
    other = items[circle[1]]
    shown = circle if len(circle) <= _SHOWN else [*circle[: _SHOWN - 1], "…"]
    names = " was ".join(quote(id) for id in (*shown, circle[0]))
    what = f"{names} goes round in a circle (the second in {place(other.where, first.where)})"
    return Problem(first.where, what, "Remove one of them.")


def _retired(checklist: Checklist, items: Mapping[str, Item]) -> Iterator[Problem]:
    for id, where in checklist.retired:
        if item := items.get(id):
            what = f"the id {quote(id)} is used again, but {place(where, item.where)} retires it"
            yield Problem(item.where, what, f"Give this item another id, or take {quote(id)} out of retired.")
    said = dict(checklist.retired)
    for item in items.values():
        for id in item.was:
            if id in said:
                what = f"{quote(item.id)} was {quote(id)}, but {place(said[id], item.where)} retires that"
                yield Problem(item.where, what, f"Take {quote(id)} out of retired, or out of was.")


def _claims(checklist: Checklist, items: Mapping[str, Item], circular: set[str]) -> Iterator[Problem]:
    """Two items that were the same one, and items that were one which is still there."""
    claimed: dict[str, Item] = {}
    for item in checklist.items:
        for id in dict.fromkeys(item.was):
            if id in items and not {id, item.id} <= circular:
                yield _still_there(item, items[id])
            elif first := claimed.get(id):
                what = f"two items were {quote(id)}, the first in {place(first.where, item.where)}"
                fix = f"Keep it on one of them; the other can take the tick with {_inherits(item, id)}."
                yield Problem(item.where, what, fix)
            claimed.setdefault(id, item)


def _still_there(item: Item, other: Item) -> Problem:
    what = f"{quote(item.id)} was {quote(other.id)}, but that is still there in {place(other.where, item.where)}"
    fix = f"Give that one another id, or write {_inherits(item, other.id)} if this was split from it."
    return Problem(item.where, what, fix)


def _inherits(item: Item, old: str) -> str:
    return spelling(item.where).inherits(item.id, old)


# --- lists among each other ------------------------------------------------------------------------------


def _lists(checklists: Sequence[Checklist]) -> Iterator[Problem]:
    yield from _twice("id", ((each.id, each) for each in checklists))
    slugs = [each for each in checklists if each.slug != each.id or _is_alone(each, checklists)]
    yield from _twice("slug", ((each.slug, each) for each in slugs))
    living = {each.id: each for each in checklists}
    claimed: dict[str, Checklist] = {}
    for checklist in checklists:
        for id in dict.fromkeys(checklist.was):
            yield from _list_claim(checklist, id, living, claimed)
            claimed.setdefault(id, checklist)


def _is_alone(checklist: Checklist, checklists: Sequence[Checklist]) -> bool:
    """Whether no other list has the same id: one problem is enough for two files of one name."""
    return sum(each.id == checklist.id for each in checklists) == 1


def _twice(kind: str, named: Iterable[tuple[str, Checklist]]) -> Iterator[Problem]:
    first: dict[str, Checklist] = {}
    for name, checklist in named:
        other = first.setdefault(name, checklist)
        if other is not checklist:
            what = f"two checklists have the {kind} {quote(name)}, the first in {place(other.where, checklist.where)}"
            yield Problem(checklist.where, what, _apart(kind, name, checklist, other))


def _apart(kind: str, name: str, checklist: Checklist, other: Checklist) -> str:
    """What to do that two lists have not the same name any more."""
    said = spelling(checklist.where)
    if said.is_checklist:
        return "Rename one of the files." if kind == "slug" else "Rename one of them, or give it an id of its own."
    mine = f"{list_id(checklist, f'{name}-2')} in the {said.place_of_headers} of this article"
    theirs = f"{list_id(other, f'{name}-2')} in the other file"
    if spelling(other.where).is_checklist and other.slug == name:
        theirs = "a new name for the other file"
    return f"Give one of them another id, the one that was not published yet: {mine}, or {theirs}."


def _list_claim(
    checklist: Checklist, id: str, living: Mapping[str, Checklist], claimed: Mapping[str, Checklist]
) -> Iterator[Problem]:
    """A draft may already name the list that it is going to replace."""
    where = checklist.was_where or checklist.where
    other, first = living.get(id), claimed.get(id)
    if id == checklist.id:
        yield Problem(where, f"the checklist {quote(id)} names itself as what it was", "Remove that.")
    elif other and not checklist.is_draft:
        what = (
            f"{quote(checklist.id)} was {quote(id)}, but that is still there in {place(other.where, checklist.where)}"
        )
        yield Problem(where, what, f"Delete that file, or take {quote(id)} out of was.")
    elif first:
        what = f"two checklists were {quote(id)}, the first in {place(first.where, checklist.where)}"
        yield Problem(where, what, "Keep it on one of them.")


# --- translations ----------------------------------------------------------------------------------------


def _translations(checklists: Sequence[Checklist]) -> Iterator[Problem]:
    slugs = {each.slug: each for each in checklists}
    for checklist in checklists:
        original = slugs.get(checklist.translates)
        if not checklist.translates or original is checklist:  # reading has told that it names itself
            continue
        if original is None or original.translates:
            yield _no_original(checklist, original, [slug for slug, each in slugs.items() if not each.translates])
        elif not checklist.is_draft and not original.is_draft:
            yield from _differences(checklist, original)


def _no_original(checklist: Checklist, original: Checklist | None, slugs: list[str]) -> Problem:
    name, where = checklist.translates, checklist.translates_where or checklist.where
    if original:
        what = f"{quote(name)} is a translation itself"
        return Problem(where, what, f"Name its original: translates: {original.translates}.")
    meant = nearest(name, slugs)
    fix = f"Did you mean {quote(meant)}?" if meant else "Name the file of the original, without its ending."
    return Problem(where, f"there is no checklist {quote(name)} to translate", fix)


def _differences(checklist: Checklist, original: Checklist) -> Iterator[Problem]:
    """Items that only one of the two has. An item in the place of a missing one is probably that."""
    ids, theirs = [item.id for item in checklist.tasks], [item.id for item in original.tasks]
    missing = [id for id in theirs if id not in ids]
    for at, item in enumerate(checklist.tasks):
        if item.id not in theirs:
            there = theirs[at] if len(ids) == len(theirs) and theirs[at] in missing else ""
            yield _extra(item, original, there)
            missing = [id for id in missing if id != there]
    if missing:
        names = ", ".join(map(quote, missing))
        what = f"items of the original {quote(original.slug)} are missing here: {names}"
        yield Problem(checklist.items_where or checklist.where, what, "Add them, with the same ids.")


def _extra(item: Item, original: Checklist, there: str) -> Problem:
    what = f"{quote(item.id)} is no item of the original {quote(original.slug)} ({original.where.path})"
    spelled = spelling(item.where)
    fix = f"Add {spelled.id(there)}." if there else "Give it the id of the item that it translates."
    return Problem(item.where, what, fix)
