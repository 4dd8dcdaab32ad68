"""Where in finished HTML something can be said of its titles. Whatever wrote it, it is only looked through."""

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
HREF = re.compile(r"\shref\b", re.I)
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
    name: tuple[int, int] = (0, 0)
    """From where to where the words of the title go; nowhere in an item that has no title of its own."""
    is_own: bool = True
    """Is the id that of the title itself, or of the item?"""
    is_in_link: bool = False


def spots(html: str, anchors: Collection[str], levels: Collection[str] = ()) -> dict[str, Spot]:
    """The spots of the headings and list items with these ids; those that cannot be found are left out.

    Headings of `levels` ("h2") are found by whatever id they have. An id may stand on the heading or, as docutils
    writes it, on what is around it.
    """
    seen = _Looking(anchors, levels)
    for found in TAG.finditer(html):
        if found["name"]:
            seen.tag(found)
    return seen.found


class _Looking:
    def __init__(self, anchors: Collection[str], levels: Collection[str]) -> None:
        self.anchors, self.levels = frozenset(anchors), frozenset(levels)
        self.taken: set[str] = set()
        """Ids that came already: only the first is where a link leads."""
        self.found: dict[str, Spot] = {}
        self.around = ""
        """The id of the element whose first heading is still to come."""
        self.right_around = ""
        """The same, of any element, where the heading must be the first that is in it."""
        self.heading, self.heading_id, self.words, self.is_own = "", "", 0, True
        """The name and id of the heading that is open, where its words begin, whether the id is its own."""
        self.items: list[_ListItem] = []
        """The list items that are open."""
        self.is_in_link = False

    def tag(self, found: re.Match[str]) -> None:
        name = found["name"].lower()
        if found["end"]:
            self.ends(name, found)
        else:
            self.starts(name, found)

    def starts(self, name: str, found: re.Match[str]) -> None:
        if HEADING.fullmatch(name):
            self.heading_starts(name, found)
        elif name == "li":
            self.items.append(_ListItem(self.id(found), found.end()))
        elif name in BOLD and self.items:
            self.items[-1].words = self.items[-1].words or found.end()
        elif name in AROUND:
            self.around = self.id(found) or self.around
        elif name == "a":
            self.is_in_link = HREF.search(found["said"]) is not None
        if name != "span":  # which docutils puts between, for an author's own anchor
            self.right_around = self.id(found, is_any=True) if name in AROUND and self.levels else ""

    def heading_starts(self, name: str, found: re.Match[str]) -> None:
        is_any = name in self.levels
        own = self.id(found, is_any)
        around = self.around or (self.right_around if is_any else "")
        self.heading, self.heading_id, self.words, self.is_own = name, own or around, found.end(), bool(own)
        self.around = ""

    def ends(self, name: str, found: re.Match[str]) -> None:
        if name == self.heading:
            if self.heading_id:
                at = found.start()
                name_at = (self.words, at)
                spot = Spot(at, found.end(), self.words, name_at, self.is_own, self.is_in_link)
                self.found[self.heading_id] = spot
            self.heading = ""
        elif name in BOLD and self.items:
            self.items[-1].ends(found)
        elif name == "li" and self.items:
            item = self.items.pop()
            if item.id:
                title = item.title or item.start
                self.found[item.id] = Spot(title, found.start(), name=item.name, is_in_link=self.is_in_link)
        elif name == "a":
            self.is_in_link = False

    def id(self, found: re.Match[str], is_any: bool = False) -> str:
        """The id that a tag gives, if it is wanted and comes for the first time."""
        given = ID.search(found["said"])
        id = unescape(given[1] or given[2] or given[3] or "") if given else ""
        if id in self.taken or not (is_any or id in self.anchors):
            return ""
        self.taken.add(id)
        return id


@dataclass(slots=True)
class _ListItem:
    id: str
    start: int
    title: int = 0
    """Where its first words in bold end, with their tag."""
    words: int = 0
    """Where they begin."""
    name: tuple[int, int] = (0, 0)

    def ends(self, found: re.Match[str]) -> None:
        if not self.title:
            self.title, self.name = found.end(), (self.words or found.start(), found.start())


def replaced(html: str, pieces: Mapping[tuple[int, int], str]) -> str:
    """The HTML with each piece in the place of what is between its two offsets, which may be the same."""
    parts, at = [], 0
    for start, end in sorted(pieces):
        parts += [html[at:start], pieces[start, end]]
        at = end
    return "".join((*parts, html[at:]))
