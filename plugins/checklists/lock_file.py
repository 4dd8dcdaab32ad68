"""The file of the lock: read with every doubt, written in one step."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from located import Location, Problem, quote, read_source, shown_path

from .ids import ID
from .lock import ITSELF, VERSION, Entry, Lock, Published, lock_text
from .replacing import replace_file

RUN = "Run make checklists-fix."
MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.M)

_LARGEST = 99_999
_KEYS = frozenset({"ordinal", "rev", "text", "became", "retired", "inherits", "copies"})
_RESTORE = "Restore the file from version control, then run make checklists-fix."

Pairs = list[tuple[str, object]]


class BrokenError(Exception):
    """The text of the lock cannot be understood from this place on."""

    def __init__(self, where: Location, what: str, fix: str = _RESTORE) -> None:
        super().__init__(what)
        self.problem = Problem(where, what, fix)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it stands in the file, before it is known whether it can stay: `id` is `(list)` or an item's."""

    list: str
    id: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Text:
    """All that a text of a lock says: the lists in it, and their lines, ids that come twice too."""

    lists: dict[str, Published]
    lines: list[Line]


def read_lock(path: Path) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock, and what is wrong with it. No file is an empty lock; so is one that cannot be understood."""
    shown = shown_path(path)
    if not os.path.lexists(path):
        return Lock(shown), ()
    source = read_source(path)
    if source.text is None:
        return Lock(shown), source.problems
    try:
        _check_markers(source.text, shown)
        text = parsed(source.text, shown)
    except BrokenError as error:
        return Lock(shown), (error.problem,)
    lists = dict(text.lists)
    for line in text.lines:
        lists[line.list] = _with(lists[line.list], line)
    return Lock(shown, lists), tuple(sorted(_clashes(text.lines)))


def write_lock(path: Path, lock: Lock) -> None:
    """Puts the lock in the file's place in one step. Raises OSError and leaves the file as it was."""
    replace_file(path, lock_text(lock).encode())


def parsed(text: str, path: str) -> Text:
    """What a text without conflict markers says. Raises BrokenError."""
    reader = _Reader(text, path)
    return reader.text()


def _check_markers(text: str, path: str) -> None:
    if found := MARKER.search(text):
        where = Location(path, text.count("\n", 0, found.start()) + 1)
        raise BrokenError(where, "the file holds a conflict of two branches", f"{RUN} It merges them.")


def _with(published: Published, line: Line) -> Published:
    if line.id == ITSELF:
        return Published(published.items, line.entry.became, line.entry.retired, published.where)
    items = {**published.items}
    items.setdefault(line.id, line.entry)
    return Published(items, published.became, published.retired, published.where)


def _clashes(lines: list[Line]) -> Iterator[Problem]:
    """Ids that come twice, and ordinals that two ids have."""
    ids: dict[tuple[str, str], Location] = {}
    ordinals: dict[tuple[str, int], Line] = {}
    for line in lines:
        where = _place(line)
        if first := ids.get((line.list, line.id)):
            yield Problem(where, f"{quote(line.id)} comes twice, first in line {first.line}", RUN)
        elif line.id != ITSELF and (other := ordinals.get((line.list, line.entry.ordinal))):
            what = f"{quote(line.id)} has the ordinal {line.entry.ordinal}, which {quote(other.id)} has in line"
            yield Problem(where, f"{what} {_place(other).line}", RUN)
        else:
            ids[line.list, line.id] = where
            if line.id != ITSELF:
                ordinals[line.list, line.entry.ordinal] = line


def _place(line: Line) -> Location:
    assert line.entry.where is not None  # every entry that was read has its place
    return line.entry.where


@dataclass
class _Reader:
    """One reading of one text: goes through the tree in the order of the text, and so knows the place of each key."""

    source: str
    path: str
    at: int = 0
    line: int = 1
    found: dict[str, Published] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def text(self) -> Text:
        root = self.pairs(self.tree(), Location(self.path))
        self.check_version(dict(root).get("version"))
        for key, value in root:
            where = self.place(key)
            if key == "checklists":
                self.lists(self.pairs(value, where))
            elif key != "version":
                raise BrokenError(where, f"{quote(key)} is no part of this file")
        return Text(self.found, self.lines)

    def tree(self) -> object:
        try:
            return json.loads(self.source, object_pairs_hook=_Object, parse_constant=_no_number)
        except json.JSONDecodeError as error:
            where = Location(self.path, error.lineno, error.colno)
            raise BrokenError(
                where, f"this is not JSON: {error.msg}", f"{RUN} If that fails, {_RESTORE[0].lower()}{_RESTORE[1:]}"
            ) from None
        except (ValueError, RecursionError):  # a number of thousands of digits; thousands of brackets
            raise BrokenError(Location(self.path), "this is not a lock of checklists") from None

    def check_version(self, version: object) -> None:
        if type(version) is int and version > VERSION:
            what = f"the file is of version {version}, and this Praxis knows {VERSION} at most"
            raise BrokenError(Location(self.path), what, "Build with the Praxis that wrote it, or a newer one.")
        if type(version) is not int or version != VERSION:
            raise BrokenError(Location(self.path), f'"version" should be {VERSION}')

    def lists(self, pairs: Pairs) -> None:
        for id, value in pairs:
            where = self.place(id)
            self.check_id(id, where)
            self.found.setdefault(id, Published({}, where=where))
            for item, entry in self.pairs(value, where):
                self.item(id, item, entry)

    def item(self, list_id: str, id: str, value: object) -> None:
        where = self.place(id)
        values = dict(self.pairs(value, where))
        if id == ITSELF:
            values = {"ordinal": 0, "rev": 1, "text": "", **values}
        else:
            self.check_id(id, where)
        self.lines.append(Line(list_id, id, self.entry(values, where)))

    def entry(self, values: dict[str, object], where: Location) -> Entry:
        for key in sorted(values.keys() - _KEYS):
            raise BrokenError(where, f"{quote(key)} is no part of an entry")
        ordinal, rev = self.number(values, "ordinal", 0, where), self.number(values, "rev", 1, where)
        became = values.get("became", [])
        if not isinstance(became, list) or not all(_is_id(each) for each in became):
            raise BrokenError(where, '"became" should be a list of ids')
        text = self.one(values, "text", None, _is_text, "a text", where)
        retired = self.one(values, "retired", False, lambda value: isinstance(value, bool), "true", where)
        inherits = self.one(values, "inherits", "", _is_id_or_nothing, "an id", where)
        copies = self.one(values, "copies", "", _is_id_or_nothing, "an id", where)
        before = tuple(dict.fromkeys(became))
        return Entry(ordinal, rev, str(text), before, bool(retired), str(inherits), str(copies), where)

    def number(self, values: dict[str, object], key: str, least: int, where: Location) -> int:
        value = values.get(key)
        if type(value) is not int or not least <= value <= _LARGEST:
            raise BrokenError(where, f'"{key}" should be a number from {least} to {_LARGEST}')
        return value

    def one(
        self,
        values: dict[str, object],
        key: str,
        default: object,
        fits: Callable[[object], bool],
        should: str,
        where: Location,
    ) -> object:
        value = values.get(key, default)
        if not fits(value):
            raise BrokenError(where, f'"{key}" should be {should}')
        return value

    def check_id(self, id: str, where: Location) -> None:
        if not _is_id(id):
            raise BrokenError(where, f"{quote(id)} is no id")

    def pairs(self, value: object, where: Location) -> Pairs:
        if not isinstance(value, _Object):
            raise BrokenError(where, "this is not a lock of checklists")
        return value.pairs

    def place(self, key: str) -> Location:
        """Where a key stands: the next place after the last one."""
        quoted = json.dumps(key, ensure_ascii=False)
        found = re.compile(re.escape(quoted) + r"\s*:").search(self.source, self.at)
        index = found.start() if found else self.at
        self.line += self.source.count("\n", self.at, index)
        self.at = index + (len(quoted) if found else 0)
        return Location(self.path, self.line, index - self.source.rfind("\n", 0, index))


@dataclass(frozen=True, slots=True)
class _Object:
    """An object of JSON with its keys in order, those that come twice too."""

    pairs: Pairs


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(ID, value))


def _is_id_or_nothing(value: object) -> bool:
    return value == "" or _is_id(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _no_number(name: str) -> object:
    raise ValueError(name)
