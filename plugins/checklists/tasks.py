"""The task lists of one article -> one `Checklist` with a section for each list.

One, so that an item may move from list to list and keep its tick: a section is no part of an item's identity. It is
read off the HTML that the Markdown extension made, since by then links, emphasis and code are what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from located import Location, Problem, nearest, quote

from .embeds import TASKS, section_id
from .ids import ID, LONGEST
from .model import Checklist, Item, Kind, Level, Section
from .naming import name_items

LISTS = ("ul", "ol")
BLOCKS = frozenset("ul ol p pre blockquote table div dl h1 h2 h3 h4 h5 h6 figure hr details".split())
HIGHEST = 1000


def read_tasks(html: str, path: str, name: str, title: str) -> tuple[Checklist | None, tuple[Problem, ...]]:
    """The checklist of an article with this title; None if it has no task list. `name` is its id."""
    found = TASKS.findall(html)
    if not found:
        return None, ()
    reading = _Reading(path)
    lists = [BeautifulSoup(inner, "html.parser").find(LISTS) for _, inner in found]
    sections = [reading.section(at, each) for at, each in enumerate(lists, 1) if isinstance(each, Tag)]
    named, problems = name_items(sections, {})
    where = named[0].items[0].where
    return Checklist(name, name, title, where, named, items_where=where), (*reading.problems, *problems)


class _Reading:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.last = Location(path)

    def section(self, number: int, tasks: Tag) -> Section:
        items = tuple(self.items(tasks))
        return Section(section_id(number), "", items[0].where, items)

    def items(self, tasks: Tag) -> Iterator[Item]:
        for each in tasks.find_all("li", recursive=False):
            below = [item for inner in each.find_all(LISTS) if _depth(inner, each) == 1 for item in self.flat(inner)]
            yield self.item(each, tuple(below))

    def flat(self, tasks: Tag) -> Iterator[Item]:
        """The items of a list within an item; what lies deeper follows in the same list."""
        for each in tasks.find_all("li", recursive=False):
            yield self.item(each, ())
            for inner in each.find_all(LISTS):
                if _depth(inner, each) == 1:
                    yield from self.flat(inner)

    def item(self, written: Tag, below: tuple[Item, ...]) -> Item:
        text_html, below_html = _parts(written)
        text = " ".join(BeautifulSoup(text_html, "html.parser").get_text().split())
        said = {name: str(value) for name, value in written.attrs.items()}
        is_task = "data-state" in said
        if is_task:
            self.last = Location(self.path, int(said["data-line"]), int(said["data-column"]))
        where = self.last
        return Item(
            self.id(said.get("data-id", ""), where),
            text,
            where,
            text_html=text_html if "<" in text_html else "",
            below_html=below_html,
            id_written="data-id" in said,
            was=tuple(self.id(each, where) for each in said.get("data-was", "").replace(",", " ").split()),
            inherits=self.id(said.get("data-inherits", ""), where),
            rev=self.number(said.get("data-rev", ""), where),
            kind=Kind.TASK if is_task else Kind.NOTE,
            level=self.level(said.get("data-level", ""), where),
            ticked=said.get("data-state") == "done",
            items=below,
        )

    def id(self, written: str, where: Location) -> str:
        """An id as it was written; nothing for one that cannot be."""
        if not written or (len(written) <= LONGEST and re.fullmatch(ID, written)):
            return written
        fix = f"Use small letters a to z, digits and single hyphens, at most {LONGEST} characters."
        self.problems.append(Problem(where, f"{quote(written)} cannot be an id", fix))
        return ""

    def number(self, written: str, where: Location) -> int:
        if not written:
            return 1
        if written.isascii() and written.isdigit() and 0 < int(written[:6]) <= HIGHEST:
            return int(written)
        self.problems.append(Problem(where, f"rev cannot be {quote(written)}", "Write a whole number from 1 up."))
        return 1

    def level(self, written: str, where: Location) -> Level:
        if not written:
            return Level.RECOMMENDED
        try:
            return Level(written)
        except ValueError:
            meant = nearest(written, list(Level))
            fix = f'Did you mean "{meant}"?' if meant else "Write essential, recommended or optional."
            self.problems.append(Problem(where, f"unknown level {quote(written)}", fix))
            return Level.RECOMMENDED


def _depth(inner: Tag, item: Tag) -> int:
    """How many lists deep `inner` lies in the item: 1 for one that is the item's own."""
    depth, parent = 1, inner.parent
    while parent is not None and parent is not item:
        depth += parent.name in LISTS
        parent = parent.parent
    return depth


def _parts(item: Tag) -> tuple[str, str]:
    """The HTML of the item's first words, which go beside its box, and of what stands below them but lists."""
    children = [child for child in item.contents if not (isinstance(child, Tag) and child.name in LISTS)]
    while children and not str(children[0]).strip():
        children.pop(0)
    if children and isinstance(children[0], Tag) and children[0].name == "p":
        return children[0].decode_contents().strip(), _html(children[1:])
    cut = next((at for at, each in enumerate(children) if isinstance(each, Tag) and each.name in BLOCKS), len(children))
    return _html(children[:cut]), _html(children[cut:])


def _html(parts: Sequence[object]) -> str:
    return "".join(str(part) if isinstance(part, Tag) else _escaped(str(part)) for part in parts).strip()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
