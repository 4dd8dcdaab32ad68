"""The lists as they are now against the lock: what would cost readers their ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from located import Location, Problem, Severity, nearest, quote

from .likeness import likeness, words
from .lock import Entry, Lock, leads_to
from .matching import Match, changes
from .model import Checklist, Item, Kind
from .publishing import continued, returns
from .spelling import place, spelling

_OTHER = 0.3
"""Texts less alike than this are about something else."""


def compare(lock: Lock, checklists: Sequence[Checklist], complete: bool = True) -> Iterator[Problem]:
    """What these lists would lose of what was published. `complete`: whether they are all the site has."""
    for checklist in checklists:
        yield from _list_id(lock, checklist, checklists)
        if checklist.is_draft:
            yield from _hidden(lock, checklist)
        else:
            yield from _items(continued(lock, checklist), checklist)
    if complete:
        yield from _gone(lock, checklists)


# --- items -----------------------------------------------------------------------------------------------


def _items(entries: Mapping[str, Entry], checklist: Checklist) -> Iterator[Problem]:
    found = changes(entries, checklist)
    for match in found.matches:
        yield _changed(match)
    for id, entry in found.lost:
        yield _lost(id, entry, checklist)
    matched = {match.item.id for match in found.matches}
    for item in checklist.items:
        entry = entries.get(item.id)
        if entry and not entry.is_live and not returns(entries, item) and item.id not in matched:
            yield _used_again(item, entry, entries)
        elif entry and item.kind is Kind.TASK:
            yield from _same_id(item, entry)
        yield from _taken(item, entries, checklist)
        yield from _unknown(item, entries, checklist)


def _changed(match: Match) -> Problem:
    """At the line of the item that has probably replaced what is gone."""
    old, item = match.id, match.item
    say = spelling(item.where)
    if item.id_written:
        what = f"the id changed from {quote(old)} to {quote(item.id)}, and ticks on the first would be lost"
        fix = f"Write {say.id(old)} again, or add {say.was(item.id, old)}."
    elif match.clear:
        what = f"the text changed, so its id would change from {quote(old)} to {quote(item.id)}"
        fix = f"Add {say.id(old)} (make checklists-fix does it), or {say.was(item.id, old)} to have the new id."
    else:
        what = f"{quote(old)} ({match.entry.text}) was published and is gone, and this item is the most like it"
        fix = f"If it is the same, add {say.id(old)}; if not, {_retire(item.where, match.entry, old, say.retired)}."
    return Problem(item.where, what, fix)


def _lost(id: str, entry: Entry, checklist: Checklist) -> Problem:
    where = checklist.items_where or checklist.where
    say = spelling(where)
    what = f"the item {quote(id)} ({entry.text}) was published and is gone"
    fix = f"If another item replaces it, add {say.was('new-id', id)} to that; if none does, "
    return Problem(where, what, f"{fix}{say.retired(checklist.id, id)}.")
