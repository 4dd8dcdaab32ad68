"""The lock: which ids were published, the number that each has for good, and what became of those that are gone.

`content/checklists.lock.json`, committed. Sorted, an id a line, so that branches merge and differences can be read:

    "before-the-event": {
      "bring-cards": {"ordinal": 3, "rev": 1, "text": "Bring cards"},
      "read-list": {"ordinal": 0, "rev": 1, "text": "Read the list", "became": ["read-guest-list"]},
      "smile": {"ordinal": 2, "rev": 1, "text": "Smile", "retired": true}
    },
    "old-list": {
      "(list)": {"became": ["before-the-event"]},

`(list)`, which no item can be called, says that the list itself was renamed (`became`) or given up (`retired`).
When an item was new and said `inherits`, its entry keeps the id: as `inherits` if that was gone by then, as `copies` if
it was still there, since from then on both go their own ways.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from located import Location

VERSION = 1
NAME = "checklists.lock.json"
ITSELF = "(list)"
OF_ARTICLES = ("tasks-", "guide-")
"""What the ids of lists begin with that articles have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A published id of an item."""

    ordinal: int
    rev: int
    text: str
    became: tuple[str, ...] = ()
    """The ids that said `was:` of this one; more than one only after a merge of branches."""
    retired: bool = False
    inherits: str = ""
    copies: str = ""
    where: Location | None = field(default=None, compare=False)

    @property
    def is_live(self) -> bool:
        return not self.became and not self.retired


@dataclass(frozen=True, slots=True)
class Published:
    """A published checklist: all ids it ever had."""

    items: Mapping[str, Entry]
    became: tuple[str, ...] = ()
    retired: bool = False
    where: Location | None = field(default=None, compare=False)

    @property
    def is_live(self) -> bool:
        return not self.became and not self.retired


@dataclass(frozen=True, slots=True)
class Lock:
    path: str
    """As `shown_path` gives it."""
    lists: Mapping[str, Published] = field(default_factory=dict)


def leads_to(entries: Mapping[str, Entry] | Mapping[str, Published], start: str, ends: Collection[str]) -> bool:
    """Whether an id became one of these, over however many renames."""
    return any(id in ends for id in heirs(entries, start))


def heirs(entries: Mapping[str, Entry] | Mapping[str, Published], start: str) -> Iterator[str]:
    """All that an id became, the nearest first, each once."""
    seen, open_ids = {start}, [start]
    for id in open_ids:
        for heir in entries[id].became if id in entries else ():
            if heir not in seen:
                seen.add(heir)
                open_ids.append(heir)
                yield heir


def lock_text(lock: Lock) -> str:
    """The lock as it is committed."""
    lists = _block([f"    {_json(id)}: {_list_text(lock.lists[id])}" for id in sorted(lock.lists)], "  ")
    return f'{{\n  "version": {VERSION},\n  "checklists": {lists}\n}}\n'


def _list_text(published: Published) -> str:
    itself = _said({"became": list(published.became), "retired": published.retired})
    lines = [f"      {_json(ITSELF)}: {_json(itself)}"] if itself else []
    lines += [f"      {_json(id)}: {_json(_entry(published.items[id]))}" for id in sorted(published.items)]
    return _block(lines, "    ")


def _entry(entry: Entry) -> dict[str, object]:
    more: dict[str, object] = {"became": list(entry.became), "retired": entry.retired, "inherits": entry.inherits}
    more["copies"] = entry.copies
    return {"ordinal": entry.ordinal, "rev": entry.rev, "text": entry.text, **_said(more)}


def _said(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value}


def _block(lines: list[str], indentation: str) -> str:
    return "{\n" + ",\n".join(lines) + f"\n{indentation}}}" if lines else "{}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
