"""Where the start tags of parsed HTML stand in its text, and the text with pieces of it replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from bs4 import Tag

START_TAG = re.compile(r"""<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^>"'])*+>""", re.I)
ID = re.compile(r"""\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)""", re.I)


@dataclass(slots=True)
class Places:
    html: str
    lines: list[int] = field(init=False)
    """The offset of each line."""
    changes: dict[tuple[int, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lines = [0, *accumulate(len(line) + 1 for line in self.html.split("\n"))]

    def of(self, tag: Tag) -> tuple[int, int] | None:
        """From where to where the start tag of an element reaches; None where there is none in the text."""
        if tag.sourceline is None or tag.sourcepos is None:
            return None
        found = START_TAG.match(self.html, self.lines[tag.sourceline - 1] + tag.sourcepos)
        return found.span() if found else None

    def give_id(self, tag: Tag, id: str) -> bool:
        """Has an element this id and no other."""
        place = self.of(tag)
        if place is None:
            return False
        start, end = place
        name = start + 1 + len(tag.name)
        self.changes[place] = f'{self.html[start:name]} id="{id}"{ID.sub("", self.html[name:end])}'
        return True

    def put(self, at: int, piece: str) -> None:
        self.changes[at, at] = piece

    def remove(self, start: int, end: int) -> None:
        self.changes[start, end] = ""

    def changed(self) -> str:
        """The text with all that was put in."""
        parts, at = [], 0
        for (start, end), piece in sorted(self.changes.items()):
            parts += [self.html[at:start], piece]
            at = end
        return "".join((*parts, self.html[at:]))
