"""A lock that two branches wrote -> one lock with all that either of them published.

With the marks of a conflict, also those with the common ancestor (diff3), or without, when what both added went
in side by side. An ordinal that two ids have stays with the one that stands first; the other gets the next free one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from located import Location

from .lock import ITSELF, Entry, Lock, Published
from .lock_file import BrokenError, Line, Text, parsed

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")


@dataclass(frozen=True, slots=True)
class Moved:
    """An id that could not keep its ordinal."""

    list: str
    id: str
    ordinal: int
    kept_by: str

    def __str__(self) -> str:
        return f'"{self.id}" of "{self.list}" has the ordinal {self.ordinal} now; "{self.kept_by}" keeps the one it had'


def merged(text: str, path: str) -> tuple[Lock, tuple[Moved, ...]]:
    """The lock that a text says, conflict or not, and the ids with another ordinal. Raises BrokenError."""
    texts = [_parsed_side(side, path) for side in _sides(text)]
    lists: dict[str, Published] = {}
    for each in texts:
        for id, published in each.lists.items():
            lists.setdefault(id, published)
    lines = [line for each in texts for line in each.lines]
    for line in lines:
        if line.id == ITSELF:
            lists[line.list] = _joined_lists(lists[line.list], line.entry)
    moved: list[Moved] = []
    for id, published in lists.items():
        own = [line for line in lines if line.list == id and line.id != ITSELF]
        lists[id] = replace(published, items=_numbered(id, own, moved))
    return Lock(path, lists), tuple(moved)


# --- the text of each branch -----------------------------------------------------------------------------


def _sides(text: str) -> list[list[tuple[int, str]]]:
    """The lines of each branch with their numbers in the file; one branch if nothing is marked."""
    ours: list[tuple[int, str]] = []
    theirs: list[tuple[int, str]] = []
    side = ""
    for number, line in enumerate(text.split("\n"), 1):
        if mark := _MARK.match(line):
            side = {"<": "ours", "|": "base", "=": "theirs", ">": ""}[mark[1][0]]
        else:
            if side in ("", "ours"):
                ours.append((number, line))
            if side in ("", "theirs"):
                theirs.append((number, line))
    return [ours] if ours == theirs else [ours, theirs]


def _parsed_side(lines: list[tuple[int, str]], path: str) -> Text:
    try:
        return parsed("\n".join(_with_commas([line for _, line in lines])), path)
    except BrokenError as error:
        where = error.problem.where
        number = lines[min(where.line, len(lines)) - 1][0]
        raise BrokenError(Location(path, number, where.column), error.problem.what, error.problem.fix) from None


def _with_commas(lines: list[str]) -> list[str]:
    """The lines with a comma wherever one belongs: joining branches by hand loses some and leaves others."""
    mended, following = [], "}"
    for line in reversed(lines):
        if bare := line.rstrip().rstrip(","):
            is_last = following.lstrip().startswith(("}", "]"))
            opens = bare.endswith(("{", "["))
            line = bare if is_last or opens else f"{bare},"
            following = line
        mended.append(line)
    return mended[::-1]


# --- what both say ---------------------------------------------------------------------------------------


def _joined_lists(published: Published, said: Entry) -> Published:
    became = tuple(dict.fromkeys((*published.became, *said.became)))
    return replace(published, became=became, retired=(published.retired or said.retired) and not became)


def _numbered(list_id: str, lines: list[Line], moved: list[Moved]) -> dict[str, Entry]:
    """The entries of one list, each with an ordinal of its own."""
    entries: dict[str, Entry] = {}
    owners: dict[int, str] = {}
    waiting: list[Line] = []
    for line in lines:
        if line.id in entries:
            entries[line.id] = _joined(entries[line.id], line.entry)
        elif owners.setdefault(line.entry.ordinal, line.id) == line.id:
            entries[line.id] = line.entry
        else:
            waiting.append(line)
    for line in sorted(waiting, key=lambda each: (each.entry.ordinal, each.id)):
        if line.id in entries:
            entries[line.id] = _joined(entries[line.id], line.entry)
            continue
        ordinal = max(owners) + 1
        moved.append(Moved(list_id, line.id, ordinal, owners[line.entry.ordinal]))
        owners[ordinal] = line.id
        entries[line.id] = replace(line.entry, ordinal=ordinal)
    return entries


def _joined(first: Entry, second: Entry) -> Entry:
    became = tuple(dict.fromkeys((*first.became, *second.became)))
    return replace(
        first,
        rev=max(first.rev, second.rev),
        became=became,
        retired=(first.retired or second.retired) and not became,
        inherits=first.inherits or second.inherits,
        copies=first.copies or second.copies,
    )
