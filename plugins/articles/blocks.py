"""Lines of Markdown -> blocks: runs of lines that stand together, each told apart by what it opens with.

Only as much of CommonMark 0.31 as guessing headings needs: what is code, HTML or a real heading must be left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["prose", "heading", "list", "number", "quote", "code", "html", "table", "rule", "definition"]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines ``start`` up to, not with, ``end`` (from 0). `kind` is what the first of them is."""

    start: int
    end: int
    kind: Kind
    lines: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.lines[0]

    @property
    def text(self) -> str:
        return " ".join(line.strip() for line in self.lines)


FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
LIQUID = re.compile(r"\s*\{%-?\s*(highlight|raw|comment)\b")
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)\b[^<>]*?(/?)>")
RAW_OPEN = re.compile(r"<(?:!--|([a-zA-Z][\w-]*))")
ATX = re.compile(r"(?!#\d{1,2}[.:)]?\s)#{1,6}(?:\s|$|[^#\s])")  # "#1 Title" counts, it is no heading
SETEXT = re.compile(r" {0,3}(?:=+|-+)\s*$")
RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
BULLET = re.compile(r" {0,3}[-*+]\s+\S")
NUMBER = re.compile(r" {0,3}\d{1,9}[.)]\s+\S")
BOLD = re.compile(r" {0,3}(?:\\?\*){2}(?=\S)(?:(?!\*\*).)+(?:\\?\*){2}\s*:?\s*$| {0,3}__(?=\S)(?:(?!__).)+__\s*:?\s*$")
DEFINITION = re.compile(r" {0,3}(?:\[[^\]]+\]:|\*\[[^\]]+\]:|\{:)")

# HTML elements inside a line of prose; a line that opens with any other element opens an HTML block.
INLINE = frozenset(
    (
        "a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark q s samp small span strong sub "
        "sup time u var wbr"
    ).split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def blocks(lines: Sequence[str], at: int = 0, tags: Tags | None = None) -> Iterator[Block]:
    """The blocks of a document from line `at` on, in order; blank lines are in none."""
    tags = tags or Tags(lines)
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        end, kind = _verbatim(lines, at, tags)
        if kind is None:
            end, kind = _run(lines, at)
        yield Block(at, end, kind, tuple(lines[at:end]))
        at = end


def _verbatim(lines: Sequence[str], at: int, tags: Tags) -> tuple[int, Kind | None]:
    """Where code or raw HTML that opens on line `at` ends; kind None if none opens there."""
    line = lines[at]
    if fence := FENCE.match(line):
        close = re.compile(rf" {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}\s*$")
        return _after(lines, at + 1, close), "code"
    if liquid := LIQUID.match(line):
        if re.search(rf"\{{%-?\s*end{liquid[1]}\b", line):
            return at + 1, "code"
        return _after(lines, at + 1, re.compile(rf".*\{{%-?\s*end{liquid[1]}\b")), "code"
    if (tag := RAW_OPEN.match(line)) and not line.startswith(("<http", "<mailto:")):
        name = (tag[1] or "").lower()
        if not name:
            return _after(lines, at, re.compile(r".*-->")), "html"
        if name not in INLINE:
            return _html_end(lines, at, name, tags), "html"
    return at, None


def _after(lines: Sequence[str], at: int, close: re.Pattern[str]) -> int:
    """The line after the first from `at` on that matches `close`; the end if none does."""
    for number in range(at, len(lines)):
        if close.match(lines[number]):
            return number + 1
    return len(lines)


class Tags:
    """The tags of a document, looked for once: an element that is never closed would have all lines searched again."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    @cached_property
    def by_name(self) -> dict[str, list[tuple[int, int]]]:
        """Name -> the lines it stands in, each with the elements opened there less those closed."""
        found: dict[str, dict[int, int]] = {}
        for number, line in enumerate(self.lines):
            for tag in TAG.finditer(line) if "<" in line else ():
                depths = found.setdefault(tag[2].lower(), {})
                depths[number] = depths.get(number, 0) + (0 if tag[3] else -1 if tag[1] else 1)
        return {name: list(depths.items()) for name, depths in found.items()}


def _html_end(lines: Sequence[str], at: int, name: str, tags: Tags) -> int:
    """The line after the one that closes the element opened on line `at`; the next blank line if none does."""
    depth = 0
    places = tags.by_name.get(name, []) if name not in VOID else []
    for number, change in places[bisect_left(places, (at, -len(lines))) :]:
        depth += change
        if depth <= 0:
            return number + 1
    return next((n for n in range(at + 1, len(lines)) if not lines[n].strip()), len(lines))


def _run(lines: Sequence[str], at: int) -> tuple[int, Kind]:
    """Where the run of unbroken lines from `at` ends, and its kind."""
    end = at + 1
    if ATX.match(lines[at]):
        return end, "heading"
    if BOLD.match(lines[at]):
        return end, "prose"  # a whole line in bold stands by itself, even with text right below
    if end < len(lines) and SETEXT.match(lines[end]):
        return end + 1, "heading"
    while end < len(lines) and lines[end].strip() and not FENCE.match(lines[end]) and not ATX.match(lines[end]):
        end += 1
    return end, _kind(lines[at])


def _kind(line: str) -> Kind:
    bare = line.lstrip()
    if len(line) - len(bare) >= 4 or line.startswith("\t"):
        return "code"
    if RULE.match(line):
        return "rule"
    if bare.startswith(">"):
        return "quote"
    if BULLET.match(line):
        return "list"
    if NUMBER.match(line):
        return "number"
    if bare.startswith("|"):
        return "table"
    if DEFINITION.match(line):
        return "definition"
    return "prose"
