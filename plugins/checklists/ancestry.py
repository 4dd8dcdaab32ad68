"""Where a reader's ticks belong: the ids that each item had before, over all publishings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .lock import Entry, Lock
from .model import Checklist
from .publishing import entries_of

Ancestry = dict[str, tuple[str, ...]]


def ordinals(lock: Lock, checklist: Checklist) -> dict[str, int]:
    """The number of every id that the list ever had, as it is once the list is published."""
    return {id: entry.ordinal for id, entry in entries_of(lock, checklist).items()}


def ancestry(lock: Lock, checklist: Checklist) -> Ancestry:
    """The ids that came right before an id, and before those, for all that the tasks of the list go back to.

    Several are a merge: done only if all are. It covers renames and merges, said now or published once, and
    `inherits` from what was gone already when the item was new. A chain of renames stays a chain, even if its
    last item names all of it.
    """
    entries = entries_of(lock, checklist)
    parents = _parents(entries, checklist)
    starts = [item.id for item in checklist.tasks]
    starts += _copies(entries, parents, starts).values()
    return {id: tuple(parents[id]) for id in sorted(_reached(parents, starts)) if parents.get(id)}


def snapshots(lock: Lock, checklist: Checklist) -> dict[str, str]:
    """Ids that begin with the state of another: items, or what they were, split from what was still there then.

    Both go their own ways from then on, so the state is to be copied, once, where a reader has no record of the id
    nor of any of its ancestors. In the order in which to do it: a copy may be of a copy.
    """
    entries = entries_of(lock, checklist)
    return _copies(entries, _parents(entries, checklist), [item.id for item in checklist.tasks])


def former_ids(lock: Lock, checklist: Checklist) -> tuple[str, ...]:
    """The ids that the list had, the last first."""
    parents: dict[str, list[str]] = {checklist.id: list(checklist.was)}
    for old, published in lock.lists.items():
        for id in published.became:
            parents.setdefault(id, []).append(old)
    return tuple(id for id in _reached(parents, [checklist.id]) if id != checklist.id)


def _parents(entries: Mapping[str, Entry], checklist: Checklist) -> dict[str, list[str]]:
    present = {item.id for item in checklist.items}
    parents: dict[str, list[str]] = {}
    for old, entry in sorted(entries.items(), key=lambda pair: pair[1].ordinal):
        for id in entry.became if old not in present else ():
            parents.setdefault(id, []).append(old)
    for item in checklist.items:
        unknown = [old for old in item.was if old not in entries and old not in present]
        parents.setdefault(item.id, []).extend(dict.fromkeys(unknown))
    for id, entry in entries.items():
        if entry.inherits and entry.inherits not in present:
            _attach(parents, id, entry.inherits)
    return parents


def _copies(entries: Mapping[str, Entry], parents: Mapping[str, list[str]], starts: list[str]) -> dict[str, str]:
    """The sources of all copies among these ids, what they were, and what those are copies of."""
    found: dict[str, str] = {}
    waiting = list(starts)
    while waiting:
        for id in _reached(parents, [waiting.pop()]):
            source = entries[id].copies if id in entries else ""
            if source and id not in found and source not in _reached(parents, [id]):
                found[id] = source
                waiting.append(source)
    return {id: found[id] for id in sorted(found, key=lambda id: entries[id].ordinal)}


def _attach(parents: dict[str, list[str]], id: str, source: str) -> None:
    """Sets what an item inherited before everything that it was itself, so that it is no part of a merge."""
    trail = _reached(parents, [id])
    if source not in trail and id not in _reached(parents, [source]):
        first = next(each for each in reversed(trail) if not parents.get(each))
        parents.setdefault(first, []).append(source)


def _reached(parents: Mapping[str, list[str]], starts: Iterable[str]) -> list[str]:
    """The ids themselves and all before them, the nearest first, each once."""
    found = list(dict.fromkeys(starts))
    seen = set(found)
    for id in found:
        for old in parents.get(id, ()):
            if old not in seen:
                seen.add(old)
                found.append(old)
    return found
