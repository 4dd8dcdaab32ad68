"""The lines of a source that headings and run-ins stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import chain

from articles.blocks import blocks
from articles.outline import numbered_title
from articles.reading import Draft
from articles.recover import recover
from articles.wording import folded

ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")
MARK = re.compile(r"^#{1,6}\s+|\s+#+\s*$")
# What Markdown leaves of a title as text, beyond the marks that `folded` passes over.
REFERENCE = re.compile(r"(?<!!)\[([^\[\]]*)\] ?\[[^\[\]]*\]")
HEADING = re.compile(r"<h[1-6]\b[^<>]*>(.{1,500}?)</h[1-6]", re.I | re.S)
UNSEEN = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)| ?\[[^\[\]]*\])|<!--.*?-->|</?[a-z][\w-]*(?:\s[^<>]*)?/?>", re.I)


class Lines:
    """Finds titles in a source, each after the last one found: titles may come twice."""

    def __init__(self, known: Iterable[tuple[int, str]]) -> None:
        self.known = [(line, folded(title)) for line, title in known]

    def of(self, titles: Sequence[str], section: str = "") -> int:
        """The line of the first of these titles, which follow one another in a section; 1 if it cannot be told."""
        wanted, above = [folded(title) for title in titles], folded(section)
        start = next((at for at, (_, title) in enumerate(self.known) if title == above), 0)
        for at in chain(range(start, len(self.known)), range(start)):
            line, title = self.known[at]
            if title == wanted[0] and self._follow(at, wanted):
                del self.known[at]  # the next run with these titles is another one
                return line
        return self._of_any(wanted)

    def _of_any(self, wanted: Sequence[str]) -> int:
        """The line of the first title that is found at all: the others may be written as nobody can foresee."""
        lines = {title: line for line, title in reversed(self.known)}
        return next((lines[title] for title in wanted if title and title in lines), 1)

    def _follow(self, at: int, wanted: Sequence[str]) -> bool:
        """Do the others come further down, in order?"""
        rest = (title for _, title in self.known[at:])
        return all(title in rest for title in wanted)


def markdown_lines(draft: Draft, recovers: bool) -> Lines:
    """The headings and run-ins of a Markdown source; `recovers`: also those that are recovered."""
    lines = draft.body.split("\n")
    found = {block.start: _title(block.first) for block in blocks(lines) if block.kind == "heading"}
    if recovers:
        found |= {guess.line: guess.title for guess in recover(lines, draft.fields.title) if guess.title}
    return Lines((draft.body_line + line, title) for line, title in sorted(found.items()))


def lines_of(text: str) -> Lines:
    """Headings written as HTML, and all lines of another source, any of which may be a title."""
    lines = [(at, line) for at, line in enumerate(text.split("\n"), 1)]
    lines += [(text.count("\n", 0, found.start()) + 1, found[1]) for found in HEADING.finditer(text)]
    return Lines((at, _title(line)) for at, line in sorted(lines))


def _title(line: str) -> str:
    text = MARK.sub("", ATTRIBUTES.sub("", line.strip())).strip()
    return numbered_title(unescape(UNSEEN.sub("", REFERENCE.sub(r"\1", text))).strip())[0]
