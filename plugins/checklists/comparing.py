"""The lists as they are now against the lock: what would cost readers their ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from located import Location, Problem, Severity, nearest, quote

from .likeness import likeness
from .lock import OF_ARTICLES, Entry, Lock, Published, leads_to
from .matching import Match, changes
from .model import Checklist, Item, Kind
from .publishing import continued, returns
from .spelling import list_id, place, spelling

_OTHER = 0.3
"""Texts less alike than this are about something else."""


def compare(lock: Lock, checklists: Sequence[Checklist], complete: bool = True) -> Iterator[Problem]:
    """What these lists would lose of what was published. `complete`: whether they are all the site has."""
    for checklist in checklists:
        told = list(_list_id(lock, checklist))
        yield from told
        if checklist.is_draft:
            yield from _hidden(lock, checklist)
        elif not told:
            yield from _items(continued(lock, checklist), checklist)
    if complete:
        yield from _gone(lock, checklists)


# --- items -----------------------------------------------------------------------------------------------


def _items(entries: Mapping[str, Entry], checklist: Checklist) -> Iterator[Problem]:
    found = changes(entries, checklist)
    for match in found.matches:
        yield _changed(match, checklist)
    for id, entry in found.lost:
        yield _lost(id, entry, checklist)
    told = {match.item.id for match in found.matches} | {id for id, _ in checklist.retired}
    for item in checklist.items:
        known = entries.get(item.id)
        if known and not known.is_live and not returns(entries, item):
            if item.id not in told:
                yield _used_again(item, entries, checklist)
        elif known and item.kind is Kind.TASK:
            yield from _same_id(item, entries, checklist)
        if item.id not in told:
            yield from _taken(item, entries)
            yield from _unknown(item, entries, checklist)


def _changed(match: Match, checklist: Checklist) -> Problem:
    """At the line of the item that has probably replaced what is gone."""
    old, item = match.id, match.item
    say = spelling(item.where)
    if checklist.is_guide:
        what = f"the heading {quote(item.text)} seems to be {quote(match.entry.text)}, whose id was published"
        fix = f"Give it that id, {say.heading(old)}; if it is another one, {say.retired(checklist.id, old)}."
    elif item.id_written:
        what = f"the id changed from {quote(old)} to {quote(item.id)}, and ticks on the first would be lost"
        fix = f"Write {say.id(old)} again, or add {say.was(item.id, old)}."
    elif match.clear:
        what = f"the text changed, so its id would change from {quote(old)} to {quote(item.id)}"
        fix = f"Add {say.id(old)} (make checklists-fix does it), or {say.was(item.id, old)} to have the new id."
    else:
        what = f"{quote(old)} ({quote(match.entry.text)}) was published and is gone; this item is the most like it"
        fix = f"If it is the same, add {say.id(old)}; if not, {say.retired(checklist.id, old)}."
    return Problem(item.where, what, fix)


def _lost(id: str, entry: Entry, checklist: Checklist) -> Problem:
    where = checklist.items_where or checklist.where
    say = spelling(where)
    if checklist.is_guide:
        what = f"the heading {quote(entry.text)} was published, and its item in this article’s checklist is gone"
        given, retired = say.heading(id), say.retired(checklist.id, id)
        fix = f"If another heading replaces it, give that its id, {given}; if not, {retired}."
        return Problem(where, what, fix)
    what = f"the item {quote(id)} ({quote(entry.text)}) was published and is gone"
    fix = f"If another item replaces it, add {say.was('new-id', id)} to that; if not, {say.retired(checklist.id, id)}."
    return Problem(where, what, fix)


def _unused(id: str, entries: Mapping[str, Entry], checklist: Checklist) -> str:
    """An id like this one that no item has or had."""
    taken = entries.keys() | {item.id for item in checklist.items}
    return next(found for number in count(2) if (found := f"{id}-{number}") not in taken)


def _used_again(item: Item, entries: Mapping[str, Entry], checklist: Checklist) -> Problem:
    say, entry, another = spelling(item.where), entries[item.id], _unused(item.id, entries, checklist)
    happened = f"became {quote(entry.became[0])}" if entry.became else "was retired"
    what = f"the id {quote(item.id)} is used again, but it {happened} ({place(entry.where, item.where)})"
    fix = f"Give this item an id of its own, like {say.id(another)}."
    if checklist.is_guide:
        return Problem(item.where, what, f"Give the heading {quote(item.text)} another id, {say.heading(another)}.")
    if not entry.became:
        fix += f" If it is the same thing again, add {say.was(another, item.id)}, too."
    return Problem(item.where, what, fix)


def _same_id(item: Item, entries: Mapping[str, Entry], checklist: Checklist) -> Iterator[Problem]:
    entry = entries[item.id]
    if item.rev < entry.rev:
        what = f"rev of {quote(item.id)} is {item.rev}, but {entry.rev} was published"
        yield Problem(item.where, what, f"Raise it to {entry.rev} or more.", Severity.WARNING)
    elif item.rev == entry.rev and likeness(item.text, entry.text) < _OTHER:
        what = f"the text of {quote(item.id)} is very different from {quote(entry.text)}, which was published"
        fix = f"If it means something else now, raise its rev to {entry.rev + 1}, or give it another id."
        if checklist.is_guide:
            given = spelling(item.where).heading(_unused(item.id, entries, checklist))
            fix = f"If the heading means something else now, give it another id, {given}."
        yield Problem(item.where, what, fix, Severity.WARNING)


def _taken(item: Item, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    for old in item.was:
        entry = entries.get(old)
        if entry and entry.became and not leads_to(entries, old, {item.id, *item.was} - {old}):
            heir = entry.became[0]
            what = (
                f"{quote(item.id)} was {quote(old)}, but that became {quote(heir)} ({place(entry.where, item.where)})"
            )
            say = spelling(item.where)
            fix = (
                f"Write {say.was(item.id, heir)} if this replaces it, or {say.inherits(item.id, old)} to take its tick."
            )
            yield Problem(item.where, what, fix)


def _unknown(item: Item, entries: Mapping[str, Entry], checklist: Checklist) -> Iterator[Problem]:
    known = {id for each in checklist.items for id in (each.id, *each.was)} | entries.keys()
    known |= {id for id, _ in checklist.retired}
    source = entries.get(item.inherits)
    is_new = not any(id in entries for id in (item.id, *item.was))
    if source and source.became and is_new:
        what = f"{quote(item.inherits)} became {quote(source.became[0])} ({place(source.where, item.where)})"
        yield Problem(item.where, what, f"Write {spelling(item.where).inherits(item.id, source.became[0])}.")
    elif item.inherits and item.inherits not in known:
        meant = nearest(item.inherits, sorted(known - {item.id}))
        fix = f"Did you mean {quote(meant)}?" if meant else "Name the item that this one was split from."
        yield Problem(item.where, f"there never was an item {quote(item.inherits)} to inherit from", fix)


# --- lists -----------------------------------------------------------------------------------------------


def _list_id(lock: Lock, checklist: Checklist) -> Iterator[Problem]:
    own = lock.lists.get(checklist.id)
    if own and not own.is_live and not leads_to(lock.lists, checklist.id, checklist.was):
        happened = f"became {quote(own.became[0])}" if own.became else "was retired"
        what = f"the checklist {quote(checklist.id)} {happened} ({place(own.where, checklist.where)})"
        yield Problem(
            checklist.where, what, f"Give this one another id, like {list_id(checklist, checklist.id + '-2')}."
        )
    for old in checklist.was:
        before = lock.lists.get(old)
        if before and before.became and not leads_to(lock.lists, old, {checklist.id, *checklist.was} - {old}):
            heir = before.became[0]
            there = place(before.where, checklist.where)
            what = f"{quote(checklist.id)} was {quote(old)}, but that became {quote(heir)} ({there})"
            yield Problem(checklist.where, what, f"Take {quote(old)} out of was.")


def _hidden(lock: Lock, checklist: Checklist) -> Iterator[Problem]:
    published = lock.lists.get(checklist.id)
    if published and published.is_live:
        what = f"the checklist {quote(checklist.id)} was published and is a draft again, so its page is gone"
        fix = "Ticks on it are kept, and are there when it is published again."
        yield Problem(checklist.where, what, fix, Severity.WARNING)


def _gone(lock: Lock, checklists: Sequence[Checklist]) -> Iterator[Problem]:
    """At the lock's line, since there is no other."""
    answered = {id for checklist in checklists for id in (checklist.id, *checklist.was)}
    for id, published in lock.lists.items():
        if published.is_live and id not in answered:
            heir = _heir(published, [each for each in checklists if each.id not in lock.lists])
            yield _list_gone(id, published, heir, lock.path)


def _list_gone(id: str, published: Published, heir: Checklist | None, lock_path: str) -> Problem:
    where = published.where or Location(lock_path)
    what = f"the checklist {quote(id)} was published and is gone"
    retire = f"retire it: make checklists-fix RETIRE={id}"
    if heir and not spelling(heir.where).is_checklist:
        there = spelling(heir.where).place_of_headers
        fix = f"{heir.where.path} seems to replace it: add {list_id(heir, id)} to its {there}"
        return Problem(where, what, f"{fix}. If it does not, {retire}.")
    if heir:
        fix = f"{heir.where.path} seems to replace it: add was: {id} there (or id: {id})"
        fix += f". If it does not, bring the list back or {retire}."
        return Problem(where, what, fix)
    if id.startswith(OF_ARTICLES):  # a draft is not read, and may come back
        what = f"the checklist {quote(id)} of an article was published, and the article has none now"
        return Problem(
            where, what, f"Ticks on it are kept for when it is back. To give it up, {retire}.", Severity.WARNING
        )
    fix = f"Bring it back, add was: {id} (or id: {id}) to the list that replaces it, or {retire}."
    return Problem(where, what, fix)


def _heir(published: Published, fresh: Sequence[Checklist]) -> Checklist | None:
    """The new list that has most of the items."""
    ids = {id for id, entry in published.items.items() if entry.is_live}
    shares = [(len(ids & {id for item in each.items for id in (item.id, *item.was)}), each) for each in fresh]
    best, heir = max(shares, key=lambda share: share[0], default=(0, None))
    return heir if best * 2 >= len(ids) and best else None
