"""Where in an article's HTML something can be said of its strategies. Whatever wrote it, it is only looked through."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import unescape

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|template|svg|math)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<said>(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^>"'])*+)(?:>|\Z)""",
    re.S | re.I,
)
"""What is never closed reaches to the end, so that nothing is looked through twice."""
ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
HEADING = re.compile("h[1-6]")
BOLD = frozenset(("strong", "b"))
AROUND = frozenset(("section", "div", "article"))


@dataclass(frozen=True, slots=True)
class Spot:
    """Offsets in the HTML."""

    title: int
    """Right after the words of a title."""
    below: int
    """After the heading, or before the item's end."""
    words: int = -1
    """Where a heading's words begin; -1 for an item."""


def spots(html: str, anchors: Collection[str]) -> dict[str, Spot]:
    """The spots of the headings and list items with these ids; those that cannot be found are left out.

    An id may stand on the heading or, as docutils writes it, on what is around it.
    """
    seen = _Looking(anchors)
    for found in TAG.finditer(html):
        if found["name"]:
            seen.tag(found)
    return seen.found


class _Looking:
    def __init__(self, anchors: Collection[str]) -> None:
        self.anchors = set(anchors)
        self.found: dict[str, Spot] = {}
        self.around = ""
        """The id of the element whose first heading is still to come."""
        self.heading, self.heading_id, self.words = "", "", 0
        """The name and id of the heading that is open, and where its words begin."""
        self.items: list[_ListItem] = []
        """The list items that are open."""

    def tag(self, found: re.Match[str]) -> None:
        name = found["name"].lower()
        if found["end"]:
            self.ends(name, found)
        else:
            self.starts(name, found)

    def starts(self, name: str, found: re.Match[str]) -> None:
        if HEADING.fullmatch(name):
            self.heading, self.heading_id, self.words = name, self.id(found) or self.around, found.end()
            self.around = ""
        elif name == "li":
            self.items.append(_ListItem(self.id(found), found.end()))
        elif name in AROUND:
            self.around = self.id(found) or self.around

    def ends(self, name: str, found: re.Match[str]) -> None:
        if name == self.heading:
            if self.heading_id:
                self.found[self.heading_id] = Spot(found.start(), found.end(), self.words)
            self.heading = ""
        elif name in BOLD and self.items:
            self.items[-1].title = self.items[-1].title or found.end()
        elif name == "li" and self.items:
            item = self.items.pop()
            if item.id:
                self.found[item.id] = Spot(item.title or item.start, found.start())

    def id(self, found: re.Match[str]) -> str:
        """The id that a tag gives, if it is wanted and comes for the first time."""
        given = ID.search(found["said"])
        id = unescape(given[1] or given[2] or given[3] or "") if given else ""
        if id not in self.anchors:
            return ""
        self.anchors.discard(id)
        return id


@dataclass(slots=True)
class _ListItem:
    id: str
    start: int
    title: int = 0
    """Where its first words in bold end."""


def replaced(html: str, pieces: Mapping[tuple[int, int], str]) -> str:
    """The HTML with each piece in the place of what is between its two offsets, which may be the same."""
    parts, at = [], 0
    for start, end in sorted(pieces):
        parts += [html[at:start], pieces[start, end]]
        at = end
    return "".join((*parts, html[at:]))
