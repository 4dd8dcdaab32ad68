"""Long values of articles and pages, put aside in a file until somebody asks for them.

The texts of a site are most of what a build would have in memory, each several times: as HTML, as HTML with links to
its titles, as an outline. Whoever asks for an attribute gets an equal value, made anew each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

SHORTEST = 500
"""Bytes that are worth it."""


class AsideFile:
    """A file without a name, gone with the process. Only the process that made it writes to it, in one thread."""

    def __init__(self, folder: Path) -> None:
        self.file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115  (open as long as something is in it)
        self.process = os.getpid()
        self.size = 0

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Leave it out where settings, which it is one of, are copied or pickled."""
        return type(None), ()

    def put(self, data: bytes) -> int | None:
        """Where it is; None if it cannot be put there."""
        if os.getpid() != self.process:  # forked: what it wrote, the others would not know of
            return None
        start = self.size
        try:
            written = os.pwrite(self.file.fileno(), data, start)
        except OSError:  # a full disk
            return None
        if written < len(data):
            return None
        self.size += written
        return start

    def get(self, start: int, size: int) -> bytes:
        return os.pread(self.file.fileno(), size, start)


@dataclass(frozen=True, slots=True)
class Put:
    """A value that was put aside."""

    file: AsideFile
    start: int
    size: int
    read: Callable[[bytes], Any]

    def value(self) -> Any:
        return self.read(self.file.get(self.start, self.size))

    def __reduce__(self) -> tuple[Any, ...]:
        """As the value itself, where Pelican pickles what it read (CACHE_CONTENT)."""
        return self.read, (self.file.get(self.start, self.size),)


class Aside:
    """An attribute whose values are put aside in the file that `file_of` gives for the object, if it has one.

    `write` gives None for a value that is to stay where it is.
    """

    def __init__(
        self,
        name: str,
        file_of: Callable[[Any], AsideFile | None],
        write: Callable[[Any], bytes | None],
        read: Callable[[bytes], Any],
    ) -> None:
        self.name, self.file_of, self.write, self.read = name, file_of, write, read

    def __get__(self, held_by: Any, kind: type | None = None) -> Any:
        if held_by is None:
            return self
        try:
            value = held_by.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{type(held_by).__name__!r} object has no attribute {self.name!r}") from None
        return value.value() if type(value) is Put else value

    def __set__(self, held_by: Any, value: Any) -> None:
        held_by.__dict__[self.name] = self._put(held_by, value)

    def __delete__(self, held_by: Any) -> None:
        try:
            del held_by.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None

    def _put(self, held_by: Any, value: Any) -> Any:
        file = self.file_of(held_by)
        data = self.write(value) if file is not None else None
        if file is None or data is None or len(data) < SHORTEST or (start := file.put(data)) is None:
            return value
        return Put(file, start, len(data), self.read)


def text_bytes(value: Any) -> bytes | None:
    return value.encode("utf-8", "surrogatepass") if type(value) is str else None


def bytes_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
