"""HTML that another reader made -> the same HTML with an id for every heading and run-in, as Markdown gives them.

What is there already stays; what is missing is put into the text at the places that the parser tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag
from located import Ids, slugify

from .blocks import INLINE, Block
from .forms import Lead
from .html_outline import BOLD, HEADING, holder, is_blank, opening_bold, start_of, text_of, walked
from .html_places import Places
from .outline import numbered_title
from .run_ins import find_leads

ITALIC = frozenset(("em", "i"))
TARGET = re.compile(r"<span\b[^<>]*></span>", re.I)
TITLE = re.compile(r"\s*([^<:]+:)")


@dataclass(frozen=True, slots=True)
class Named:
    html: str
    doubled: tuple[str, ...]
    """Ids that its author gave to two headings or more; all but the first got another one."""


def named(html: str, is_docutils: bool = False) -> Named:
    """The HTML with all ids. `is_docutils`: those of sections were made up, so that their headings get ours."""
    soup = BeautifulSoup(html, "html.parser")
    naming = _Naming(Places(html), is_docutils)
    for each in soup.find_all(id=True):
        naming.ids.reserve(str(each["id"]))
    met = list(walked(soup))
    for child, around in met:
        if HEADING.match(child.name):
            naming.heading(child, around)
    for item, lead in _leads([child for child, _ in met]):
        naming.item(item, lead)
    return Named(naming.places.changed(), tuple(dict.fromkeys(naming.doubled)))


@dataclass(slots=True)
class _Naming:
    places: Places
    is_docutils: bool
    ids: Ids = field(default_factory=Ids)
    given: set[str] = field(default_factory=set)
    """Ids that headings and items have so far."""
    doubled: list[str] = field(default_factory=list)

    def heading(self, tag: Tag, around: Tag | None) -> None:
        wanted = slugify(numbered_title(text_of(tag))[0]) or "section"
        written, outer = str(tag.get("id") or ""), str(around.get("id") or "") if around else ""
        if not written and self.is_docutils:
            written = self.target(tag)
            outer = outer if outer == wanted else ""
        id = self.settled(written or outer, wanted)
        if id != (tag.get("id") or outer):
            self.places.give_id(tag, id)

    def target(self, heading: Tag) -> str:
        """The id that an author gave a section, from the empty element that docutils writes; the heading gets it."""
        before = heading.find_previous_sibling()
        place = self.places.of(before) if isinstance(before, Tag) and before.name == "span" else None
        found = TARGET.match(self.places.html, place[0]) if place else None
        if found is None or not isinstance(before, Tag):
            return ""
        self.places.remove(*found.span())
        return str(before.get("id") or "")

    def settled(self, id: str, wanted: str) -> str:
        if id in self.given:
            self.doubled.append(id)
            id = ""
        id = id or self.ids.unique(wanted)
        self.given.add(id)
        return id

    def item(self, tag: Tag, lead: Lead) -> None:
        """Gives a run-in its id, and puts its title in bold."""
        span = (0, 0) if opening_bold(tag) else self.title(holder(tag))
        if span is None:
            return
        written = str(tag.get("id") or "")
        id = self.settled(written, slugify(lead.title) or f"item-{lead.number}")
        if id != written:
            self.places.give_id(tag, id)
        if span[1]:
            self.places.put(span[0], "<strong>")
            self.places.put(span[1], "</strong>")

    def title(self, around: Tag) -> tuple[int, int] | None:
        """From where to where the title of an item reaches that is not in bold."""
        first = next((each for each in around.contents if not is_blank(each)), None)
        is_italic = isinstance(first, Tag) and first.name in ITALIC
        place = self.places.of(first if is_italic and isinstance(first, Tag) else around)
        if place is None:
            return None
        if is_italic:
            end = self.places.html.find("</", place[1])
            return (place[0], self.places.html.find(">", end) + 1) if end >= 0 else None
        found = TITLE.match(self.places.html, place[1])
        return found.span(1) if found else None


def _leads(met: list[Tag]) -> Iterator[tuple[Tag, Lead]]:
    """The items that open with their own title, told by the rules that hold for Markdown."""
    document: list[Block] = []
    items: list[Tag | None] = []
    for each in met:
        if HEADING.match(each.name):
            document.append(Block(len(items), len(items) + 1, "heading", ("",)))
            items.append(None)
        elif each.name == "ol":
            found = each.find_all("li", recursive=False)
            lines = tuple(f"{number}. {_line(item)}" for number, item in enumerate(found, start_of(each)))
            if lines:
                document.append(Block(len(items), len(items) + len(lines), "number", lines))
                items += found
    for line, lead in sorted(find_leads(document).items()):
        if (item := items[line]) is not None:
            yield item, lead


def _line(item: Tag) -> str:
    """The first block of an item, as Markdown writes it."""
    pieces: list[str] = []
    for each in holder(item).contents:
        if isinstance(each, Tag):
            if each.name not in INLINE:
                break
            pieces.append(_marked(each))
        elif type(each) is NavigableString:
            pieces.append(str(each))
    return " ".join("".join(pieces).split())


def _marked(tag: Tag) -> str:
    text = text_of(tag)
    if tag.name in BOLD:
        return f"**{text}** "
    if tag.name == "br":
        return " "
    if tag.name in ITALIC:
        return f"*{text}*"
    return f"`{text}`" if tag.name == "code" else f"[{text}]()" if tag.name == "a" else text
