"""What is kept of each file that was made: what of, and which file came of it."""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Any

from .store import Shelf

Read = tuple[str, ...]
"""("name",), or ("which article", "attribute")."""
Stamp = tuple[int, int, int]
"""Size, time and inode of a file."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: what of, and the file that came of it. Without a template, nobody knows what of."""

    template: str
    reads: tuple[Read, ...]
    digest: str
    page: str
    stamp: Stamp
    printed: tuple[tuple[str, str, int], ...] = ()
    """The articles of which it prints a text, which of their texts, and how often: see `told`."""


class MadeFiles:
    """Those of one output folder, by their paths in it."""

    def __init__(self, shelf: Shelf, output: Path) -> None:
        self.shelf = shelf
        self.output = output
        self.place = place_of(shelf, output)

    def at(self, save_as: str) -> Made | None:
        """What the last build made."""
        data = self.shelf.get(self._key(save_as))
        with suppress(ValueError, TypeError, KeyError):
            return None if data is None else read_made(json.loads(data))
        return None

    def put(self, save_as: str, made: Made) -> None:
        self.put_packed(save_as, packed(made))

    def put_packed(self, save_as: str, data: bytes) -> None:
        self.shelf.put(self._key(save_as), zlib.decompress(data))

    def _key(self, save_as: str) -> bytes:
        return f"{self.place}\0{save_as}".encode("utf-8", "surrogateescape")


def packed(made: Made) -> bytes:
    """As little as can be, for the many that wait until the site is in place."""
    return zlib.compress(json.dumps(plain(made), separators=(",", ":")).encode(), 1)


def plain(made: Made | None) -> list[Any] | None:
    return [made.template, made.reads, made.digest, made.page, made.stamp, made.printed] if made else None


def read_made(said: Any) -> Made | None:
    """What `plain` made of it, as it is or come back from JSON."""
    if said is None:
        return None
    template, reads, digest, page, stamp, printed = said
    every = tuple(_read(*read) for read in reads)
    counts = tuple((intern(article), intern(text), count) for article, text, count in printed)
    return Made(intern(template), every, digest, page, tuple(stamp), counts)


@lru_cache(maxsize=1000)
def _read(*said: str) -> Read:
    """One copy of what many pages read, and of all names."""
    return tuple(map(intern, said))


def place_of(shelf: Shelf, output: Path) -> str:
    """What names an output folder: the same wherever the project is."""
    return os.path.relpath(output, shelf.store.path.parent)


def stamp(path: Path) -> Stamp:
    status = os.lstat(path)
    return status.st_size, status.st_mtime_ns, status.st_ino


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
