"""The text of a source file, or what keeps it from being read. Nothing here waits or raises."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from located.characters import first_control, named, unified
from located.location import Location, shown_path
from located.problem import Problem

SIZE_LIMIT = 2_000_000
"""The largest file that is read, in bytes."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source file: either its text or why there is none."""

    text: str | None
    """With line feeds for line ends and without byte order mark. None if there are `problems`."""
    problems: tuple[Problem, ...]
    path: str
    """As `shown_path` gives it."""


class _RefusedError(Exception):
    """Why a file is not read: what is wrong and how to fix it, and where if that is known."""

    def __init__(self, what: str, fix: str, before: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix
        self.before = before


def read_source(path: Path | str, within: Path | str | None = None) -> Source:
    """The text of a file: UTF-8, at most `SIZE_LIMIT` bytes, without control characters, not empty.

    A link that leads out of the folder `within` is refused.
    """
    shown = shown_path(path)
    try:
        return Source(_text(_bytes(Path(path), within)), (), shown)
    except _RefusedError as refused:
        lines = unified(refused.before).split("\n")
        where = Location(shown, len(lines), len(lines[-1]) + 1)
        return Source(None, (Problem(where, refused.what, refused.fix),), shown)


def _bytes(path: Path, within: Path | str | None) -> bytes:
    try:
        _check_kind(path.stat().st_mode)
        if within is not None and not path.resolve().is_relative_to(Path(within).resolve()):
            raise _RefusedError("is a link to a file outside the content folder", "Put a copy in its place.")
        return _content(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(path, error) from error


def _check_kind(mode: int) -> None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            raise _RefusedError(f"is {name}, not a file", "Rename it or move it away.")


def _content(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _check_kind(status.st_mode)  # once more: another program may have put something else there meanwhile
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise _too_large(max(status.st_size, len(data)))
    return data


def _too_large(size: int) -> _RefusedError:
    what = f"is {size / 1e6:.1f} MB; the limit is {SIZE_LIMIT / 1e6:.0f} MB"
    return _RefusedError(what, "Split it, or keep in it only the text.")


def _unreadable(path: Path, error: OSError | ValueError) -> _RefusedError:
    match error:
        case PermissionError():
            return _RefusedError("cannot be read: permission denied", "Make it readable (chmod u+r).")
        case FileNotFoundError() if path.is_symlink():
            return _RefusedError("is a link to a file that is not there", "Mend the link or remove it.")
        case OSError(errno=errno.ELOOP):
            return _RefusedError("is a link that leads back to itself", "Mend the link or remove it.")
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return _RefusedError("there is no such file", "Check its name.")
    return _RefusedError(f"cannot be read: {error.strerror}", "Check the file and the disk it is on.")


def _text(data: bytes) -> str:
    text = unified(_decoded(data.removeprefix(_UTF_8_MARK)))
    if (control := first_control(text)) is not None:
        raise _control(text, control)
    if not text.strip():
        raise _RefusedError("the file is empty", "Write something in it, or delete it.")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        raise _RefusedError("the file is UTF-16, not UTF-8", "Save it as UTF-8.")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        start = error.start
    before = data[:start].decode()
    if b"\0" in data[:start]:
        raise _control(before, before.index("\0"))
    what = f"the byte 0x{data[start]:02X} is not UTF-8"
    raise _RefusedError(what, f"{_looks_like(data)}Save the file as UTF-8.", before)


def _looks_like(data: bytes) -> str:
    if all(byte < 0x80 or byte > 0x9F for byte in data):
        return "It looks like Latin-1. "
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "It looks like Windows-1252. "


def _control(text: str, index: int) -> _RefusedError:
    if text[index] == "\0":
        return _RefusedError("holds a NUL byte", "Delete it, or save the file as UTF-8 text.", text[:index])
    return _RefusedError(f"holds {named(text[index])}", "Delete it.", text[:index])
