"""Checklist files in a case: a block holds any number of them, each below a line ``--- name.yml``."""

from __future__ import annotations

import re
from pathlib import Path

from checklists.lock import Lock
from checklists.lock_file import read_lock, write_lock
from checklists.model import Checklist
from checklists.publishing import updated
from checklists.reading import read_checklist

_FILE = re.compile(r"^--- (?P<name>\S+)\n(?P<text>.*?)(?=^--- |\Z)", re.M | re.S)
LOCK = Path("content/checklists.lock.json")


def files(block: str) -> dict[str, str]:
    """Names and texts. A block without a name is no file: then the case has a slip."""
    found = {match["name"]: match["text"] for match in _FILE.finditer(block)}
    assert found or not block.strip(), "a block without a line `--- name.yml`"
    return found


def read(name: str, text: str) -> Checklist:
    """A list that can be read; advice about it does not matter here."""
    checklist, problems = read_checklist(text, f"content/checklists/{name}", Path(name).stem, str)
    assert checklist is not None, [str(problem) for problem in problems]
    return checklist


def read_all(block: str) -> list[Checklist]:
    return [read(name, text) for name, text in sorted(files(block).items())]


def write_all(block: str) -> None:
    """Puts the files, and no other lists, into `content` of the working directory."""
    folder = Path("content/checklists")
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in files(block).items():
        (folder / name).write_bytes(text.encode())


def lines(problems: object) -> list[str]:
    """Problems as they are told."""
    told = sorted(problems)  # type: ignore[call-overload]
    return [f"{'warning: ' if problem.severity == 'warning' else ''}{problem}" for problem in told]


def published(block: str) -> Lock:
    """The lock after everything in a block was published, one state after the other (``--- then`` parts them)."""
    lock = Lock(str(LOCK))
    for state in block.split("--- then\n"):
        lock = updated(lock, read_all(state))
    LOCK.parent.mkdir(exist_ok=True)
    write_lock(LOCK, lock)
    read, problems = read_lock(LOCK)
    assert problems == ()
    return read
