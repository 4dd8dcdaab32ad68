"""Bytes that take long to make, kept in a folder under the name of what they were made from.

Each file begins with the digest of the rest, so that a damaged one is found and made again. Files are written aside
and renamed: builds that run at once may share a folder.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the folder. `size` is that of its content."""

    path: Path
    size: int

    def read(self) -> bytes:
        return self.path.read_bytes()[_DIGEST:]


def find(path: Path) -> Kept | None:
    """What is kept at a path; None if there is nothing, or nothing sound."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(data) < _DIGEST or sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    return Kept(path, len(data) - _DIGEST)


def keep(path: Path, content: bytes) -> Kept:
    """Puts bytes in place at once and whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        aside.write_bytes(sha256(content).digest() + content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return Kept(path, len(content))


def kept(path: Path, make: Callable[[], bytes]) -> Kept:
    """What is kept at a path, made now if need be."""
    return find(path) or keep(path, make())
