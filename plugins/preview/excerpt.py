"""The lines of source around a problem, for people who look at a browser."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from itertools import islice
from unicodedata import combining, east_asian_width

from press.finding import Place, visible

BEFORE, AFTER = 2, 1
WIDTH = 120
LARGEST = 5_000_000
"""Bytes; what is longer is no text of an author's."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines with their numbers; `at` is that of the problem, `caret` the line to show below it."""

    lines: tuple[tuple[int, str], ...]
    at: int
    caret: str


def excerpt(where: Place) -> Excerpt | None:
    """The lines around a place; None where there are none to show."""
    path, number, column = where
    first = max(1, number - BEFORE)
    lines = read_lines(path, first, number + AFTER)
    line = lines[number - first] if number - first < len(lines) else ""
    if not line.strip() or not 1 <= column <= len(line) + 1:
        return None
    start = max(0, column - 1 - WIDTH // 2) if len(line) > WIDTH else 0
    before = shown(line[start : column - 1])
    shown_lines = tuple((first + at, shown(text[start : start + WIDTH])) for at, text in enumerate(lines))
    return Excerpt(shown_lines, number, f"{' ' * cells(before)}^")


def read_lines(path: str, first: int, last: int) -> list[str]:
    """Lines of an ordinary file, without their ends; none where it cannot be read, whatever the reason."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            return []
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return [line.rstrip("\n") for line in islice(file, first - 1, last)]
    except (OSError, ValueError):
        return []


def shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def cells(text: str) -> int:
    """How many letters wide a text is: those of East Asia count twice, accents of their own not at all."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
