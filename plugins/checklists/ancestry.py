"""Where a reader's ticks belong: the ids that each item had before, over all publishings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .lock import Entry, Lock, heirs
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
    present = {item.id for item in checklist.items}
    parents: dict[str, list[str]] = {}
    for old, entry in sorted(entries.items(), key=lambda pair: pair[1].ordinal):
        for id in entry.became:
            if old not in present:
                parents.setdefault(id, []).append(old)
    for item in checklist.items:
        unknown = [old for old in item.was if old not in entries and old not in present]
        parents.setdefault(item.id, []).extend(dict.fromkeys(unknown))
    for id, entry in entries.items():
        if entry.inherits and entry.inherits not in present:
            _attach(parents, id, entry.inherits)
    starts = [*(item.id for item in checklist.tasks), *_sources(entries, checklist, parents).values()]
    return {id: tuple(parents[id]) for id in sorted(_reached(parents, starts)) if parents.get(id)}


def snapshots(lock: Lock, checklist: Checklist) -> dict[str, str]:
    """The id whose state an item without a record of its own starts from: `inherits` that is not in the ancestry.

    Once an item was split from one that is still there, both go their own ways, so this is to be copied once.
    """
    entries = entries_of(lock, checklist)
    return _sources(entries, checklist, {id: list(olds) for id, olds in ancestry(lock, checklist).items()})


def former_ids(lock: Lock, checklist: Checklist) -> tuple[str, ...]:
    """The ids that the list had, the last first."""
    parents: dict[str, list[str]] = {checklist.id: list(checklist.was)}
    for old, published in lock.lists.items():
        for id in published.became:
            parents.setdefault(id, []).append(old)
    return tuple(id for id in _reached(parents, [checklist.id]) if id != checklist.id)


def _sources(entries: Mapping[str, Entry], checklist: Checklist, parents: Mapping[str, list[str]]) -> dict[str, str]:
    present = {item.id for item in checklist.items}
    found = {}
    for item in checklist.tasks:
        if item.inherits and item.inherits not in _reached(parents, [item.id]):
            living = (id for id in (item.inherits, *heirs(entries, item.inherits)) if id in present)
            found[item.id] = next(living, item.inherits)
    return {id: source for id, source in found.items() if id != source}


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
