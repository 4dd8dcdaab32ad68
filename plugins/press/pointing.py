"""The line of source that a problem is in, with a caret below the place, for a person at a terminal."""

from __future__ import annotations

import os
import stat
from unicodedata import combining, east_asian_width

from .finding import Place, visible

WIDTH = 76
LARGEST = 5_000_000
"""Bytes; what is longer is no text of an author's."""


def pointed(where: Place) -> tuple[str, ...]:
    """The line as it stands in the file, cut around the place, and the caret; nothing if there is no such line."""
    path, number, column = where
    line = _line(path, number)
    if not line.strip() or not 1 <= column <= len(line) + 1:
        return ()
    start = max(0, column - 1 - WIDTH // 2) if len(line) > WIDTH else 0
    cut = line[start : start + WIDTH]
    before = visible(cut[: column - 1 - start])
    return f"    {before}{visible(cut[column - 1 - start :])}", f"    {' ' * _cells(before)}^"


def _line(path: str, number: int) -> str:
    """One line of a file, without its end; nothing where it cannot be read, whatever the reason."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            return ""
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return next((line.rstrip("\n") for at, line in enumerate(file, 1) if at == number), "")
    except (OSError, ValueError):
        return ""


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: those of East Asia two, accents of their own none."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
