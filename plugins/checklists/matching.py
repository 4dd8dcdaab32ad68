"""Published ids that are gone from a list, and the items that probably have taken their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .likeness import is_rewording, likeness
from .lock import Entry, heirs
from .model import Checklist, Item
from .publishing import inherits_anew, returns

_PLAUSIBLE = 0.4
_MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Match:
    """A published id that is gone, and the item most like it."""

    id: str
    entry: Entry
    item: Item
    clear: bool
    """Whether it is that item beyond doubt."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What nobody has answered for: ids that seem to have become an item, ids that are just gone."""

    matches: tuple[Match, ...]
    lost: tuple[tuple[str, Entry], ...]


def changes(entries: Mapping[str, Entry], checklist: Checklist) -> Changes:
    """What happened to the published ids of a list, as far as the author has not said it."""
    gone = dict(vanished(entries, checklist))
    fresh = [item for item in checklist.tasks if item.id not in entries and not _says(entries, item)]
    matches = [*_returned(entries, checklist, gone)]
    taken = {match.id for match in matches}
    matches += _alike({id: entry for id, entry in gone.items() if id not in taken}, fresh)
    taken |= {match.id for match in matches}
    return Changes(tuple(matches), tuple((id, entry) for id, entry in gone.items() if id not in taken))


def vanished(entries: Mapping[str, Entry], checklist: Checklist) -> Iterator[tuple[str, Entry]]:
    """Published ids that no item has, and of which nobody says what became of them."""
    answered = {item.id for item in checklist.items} | {id for id, _ in checklist.retired}
    for item in checklist.items:
        answered.update(item.was)
        if item.id not in entries and inherits_anew(entries, item):
            answered.add(item.inherits)
    for id, entry in entries.items():
        if entry.is_live and id not in answered:
            yield id, entry


def _says(entries: Mapping[str, Entry], item: Item) -> bool:
    """Whether an item says of a published id that it was that; what it said long ago does not count."""
    return any(id in entries and entries[id].is_live for id in item.was)


def _returned(entries: Mapping[str, Entry], checklist: Checklist, gone: Mapping[str, Entry]) -> Iterator[Match]:
    """Items that have an earlier id again: their text was changed back."""
    for item in checklist.tasks:
        if item.id in entries and not entries[item.id].is_live and not returns(entries, item):
            heir = next((id for id in heirs(entries, item.id) if id in gone), None)
            if heir is not None:
                is_clear = returns(entries, replace(item, was=(heir,))) or is_rewording(gone[heir].text, item.text)
                yield Match(heir, gone[heir], item, is_clear)


def _alike(gone: Mapping[str, Entry], fresh: list[Item]) -> Iterator[Match]:
    """The best pairs, the best first; each id and each item once."""
    scores = {
        (id, at): score
        for id, entry in gone.items()
        for at, item in enumerate(fresh)
        if (score := likeness(entry.text, item.text)) >= _PLAUSIBLE
    }
    ids: set[str] = set()
    items: set[int] = set()
    for (id, at), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if id not in ids and at not in items:
            ids.add(id)
            items.add(at)
            alone = score - _rival(scores, id, at) >= _MARGIN
            yield Match(id, gone[id], fresh[at], alone and is_rewording(gone[id].text, fresh[at].text))


def _rival(scores: Mapping[tuple[str, int], float], id: str, at: int) -> float:
    """The score of the next best pair with this id or this item."""
    return max((score for (one, other), score in scores.items() if (one == id) != (other == at)), default=0.0)
