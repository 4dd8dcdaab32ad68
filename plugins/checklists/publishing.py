"""The lock as it is once these checklists are published: nothing in it is ever removed, no ordinal changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from located import Location

from .lock import Entry, Lock, Published, leads_to
from .model import Checklist, Item


def updated(lock: Lock, checklists: Iterable[Checklist]) -> Lock:
    """The lock with these lists as they are now; drafts are not published. New ids are numbered in page order."""
    lists = dict(lock.lists)
    for checklist in checklists:
        if not checklist.is_draft:
            for old in _renamed(lists, checklist):
                lists[old] = replace(lists[old], became=(*lists[old].became, checklist.id), retired=False)
            lists[checklist.id] = Published(entries_of(lock, checklist), where=_where(lock, checklist.id))
    return Lock(lock.path, lists)


def is_behind(lock: Lock, checklists: Iterable[Checklist]) -> bool:
    """Whether publishing these lists would give out an ordinal or settle what became of an id.

    A changed text or `rev` alone is none of it: two builds cannot disagree about those.
    """
    return _settled(updated(lock, checklists)) != _settled(lock)


def retire(lock: Lock, name: str) -> Lock | None:
    """The lock with a list (`list`) or an item (`list/item`) given up; None if it knows no such list or item."""
    list_id, _, item = name.partition("/")
    published = lock.lists.get(list_id)
    if published is None or (item and item not in published.items):
        return None
    if item:
        gone = replace(published.items[item], retired=True)
        changed = replace(published, items={**published.items, item: gone})
    else:
        changed = replace(published, retired=True)
    return Lock(lock.path, {**lock.lists, list_id: changed})


def entries_of(lock: Lock, checklist: Checklist) -> dict[str, Entry]:
    """The ids of one list as they are once it is published."""
    entries = continued(lock, checklist)
    present = {item.id for item in checklist.items}
    for item in checklist.items:
        _settle_was(entries, item)
        _settle_inherits(entries, item, present)
    for item in checklist.tasks:
        _settle_item(entries, item, present)
    for id, _ in checklist.retired:
        if id in entries and id not in present and entries[id].is_live:
            entries[id] = replace(entries[id], retired=True)
    return entries


def continued(lock: Lock, checklist: Checklist) -> dict[str, Entry]:
    """What the lock has of a list, together with what it has of the lists that this one was.

    A list that only changed its id goes on with the ordinals it had.
    """
    own = lock.lists.get(checklist.id)
    entries = dict(own.items) if own else {}
    for old in checklist.was:
        before = lock.lists.get(old)
        if before is None or leads_to(lock.lists, old, set(checklist.was) - {old}):
            continue  # another of them has it already
        if own and own.is_live and checklist.id in before.became:
            continue  # this list has it already
        for id, entry in sorted(before.items.items(), key=lambda pair: pair[1].ordinal):
            if id not in entries:
                entries[id] = replace(entry, ordinal=_free(entries, entry.ordinal))
            elif own and not own.is_live:  # back under its first id: what it was meanwhile knows more
                entries[id] = replace(entry, ordinal=entries[id].ordinal)
    return entries


def returns(entries: Mapping[str, Entry], item: Item) -> bool:
    """Whether an id that is gone is back by right: what it became, by renames alone, is said to be this item.

    What was merged into something, or split, cannot be had back: others have a share in its ticks.
    """
    parents = Counter(heir for entry in entries.values() for heir in entry.became)
    inherited = {entry.inherits for entry in entries.values()}
    id, trail = item.id, {item.id}
    while id not in item.was:
        became = entries[id].became if id in entries else ()
        if len(became) != 1 or parents[became[0]] != 1 or became[0] in trail or id in inherited:
            return False
        id = became[0]
        trail.add(id)
    return id != item.id and id not in inherited


def inherits_anew(entries: Mapping[str, Entry], item: Item) -> bool:
    """Whether an item is new in inheriting: nothing with its id, or one that it had, has been published with that."""
    names = {item.id, *item.was}
    return bool(item.inherits) and not any(
        item.inherits in (entry.inherits, entry.copies) and (id in names or leads_to(entries, id, names))
        for id, entry in entries.items()
    )


def _settle_was(entries: dict[str, Entry], item: Item) -> None:
    """Notes what said `was:` of an id; with `was: [a, b]` where a became b, b alone is merged."""
    for old in item.was:
        others = {item.id, *item.was} - {old}
        if old in entries and not leads_to(entries, old, others):
            entries[old] = replace(entries[old], became=(*entries[old].became, item.id), retired=False)


def _settle_inherits(entries: dict[str, Entry], item: Item, present: set[str]) -> None:
    """An id that is gone, and whose tick a new item takes, has been answered for."""
    old = entries.get(item.inherits)
    is_new = item.id not in entries and inherits_anew(entries, item)
    if old and old.is_live and is_new and item.inherits not in present:
        entries[item.inherits] = replace(old, retired=True)


def _settle_item(entries: dict[str, Entry], item: Item, present: set[str]) -> None:
    entry = entries.get(item.id)
    source = item.inherits if inherits_anew(entries, item) else ""
    if entry is None:
        new = Entry(_free(entries), item.rev, item.text)
        entries[item.id] = replace(new, copies=source) if source in present else replace(new, inherits=source)
    elif entry.is_live or returns(entries, item):
        known = replace(entry, rev=item.rev, text=item.text, became=(), retired=False)
        entries[item.id] = replace(known, copies=known.copies or source)


def _free(entries: Mapping[str, Entry], wanted: int | None = None) -> int:
    taken = {entry.ordinal for entry in entries.values()}
    return wanted if wanted is not None and wanted not in taken else max(taken, default=-1) + 1


def _renamed(lists: Mapping[str, Published], checklist: Checklist) -> Iterator[str]:
    for old in checklist.was:
        if old in lists and not leads_to(lists, old, {checklist.id, *checklist.was} - {old}):
            yield old


def _where(lock: Lock, id: str) -> Location | None:
    return lock.lists[id].where if id in lock.lists else None


def _settled(lock: Lock) -> dict[str, object]:
    return {
        id: (
            published.became,
            published.retired,
            {name: (e.ordinal, e.became, e.retired, e.inherits, e.copies) for name, e in published.items.items()},
        )
        for id, published in lock.lists.items()
    }
