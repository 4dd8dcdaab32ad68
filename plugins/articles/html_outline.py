"""HTML -> the same outline that the Markdown extension makes, for articles written in reStructuredText or HTML.

Its headings and run-ins have their ids already (`html_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from .attributes import classes_of, said_in
from .blocks import INLINE
from .model import Outline, RunIn
from .outline import Event, Heading, Paragraph, outline

HEADING = re.compile(r"h[1-6]$")
BOLD = frozenset(("strong", "b"))
WITHIN_WORDS = INLINE - {"br"}
SECTIONING = frozenset(("section", "div", "article", "main", "body"))
DOCUTILS = frozenset(("section",))
"""Classes that no author wrote."""


def html_outline(html: str) -> tuple[Outline, int]:
    """The outline of a document and the number of its words."""
    soup = BeautifulSoup(html, "html.parser")
    return outline(_events(soup)), len("".join(_pieces(soup)).split())


def walked(document: Tag) -> Iterator[tuple[Tag, Tag | None]]:
    """The headings, paragraphs and lists of a document in order, each with the section around it."""
    around: Tag | None = None
    waiting = [(child, around) for child in reversed(document.contents)]  # a stack: elements may lie thousands deep
    while waiting:
        child, around = waiting.pop()
        if not isinstance(child, Tag):
            continue
        if HEADING.match(child.name) or child.name in ("p", "ol", "ul"):
            yield child, around
        elif child.name in SECTIONING and "footnote" not in (child.get("class") or []):
            waiting += [(inner, child) for inner in reversed(child.contents)]


def _events(document: Tag) -> Iterator[Event]:
    """What counts, in order. docutils puts ids and classes on the section around a heading: they are the heading's."""
    for child, around in walked(document):
        if HEADING.match(child.name):
            id = str(child.get("id") or (around.get("id") if around else None) or "")
            said = (_classes(child) or (_classes(around) if around else ()), said_in(child.attrs))
            yield Heading(int(child.name[1]), id, text_of(child), "written", *said)
        elif child.name == "p":
            if text := text_of(child):
                yield Paragraph(text)
        else:
            yield from _run_ins(child)


def _run_ins(items: Tag) -> Iterator[RunIn]:
    for number, item in enumerate(items.find_all("li", recursive=False), start_of(items)):
        bold = opening_bold(item)
        if item.get("id") and bold:
            whole, title = text_of(item), text_of(bold)
            text = whole[len(title) :].lstrip(" :")
            said = _classes(item), said_in(item.attrs)
            yield RunIn(str(item["id"]), title.strip(" :"), str(number), text, *said)


def start_of(items: Tag) -> int:
    """The number of a list's first item."""
    start = str(items.get("start") or "")
    return int(start) if start.isdecimal() and len(start) < 10 else 1


def opening_bold(item: Tag) -> Tag | None:
    """The bold element that a list item opens with."""
    first = next((each for each in holder(item).contents if not is_blank(each)), None)
    return first if isinstance(first, Tag) and first.name in BOLD else None


def holder(item: Tag) -> Tag:
    """What holds an item's first words: the item, or the paragraph that it opens with."""
    first = next((each for each in item.contents if not is_blank(each)), None)
    return first if isinstance(first, Tag) and first.name == "p" else item


def is_blank(node: object) -> bool:
    return isinstance(node, NavigableString) and not node.strip()


def _classes(tag: Tag) -> tuple[str, ...]:
    written = tag.get("class") or ()
    return tuple(each for each in classes_of(" ".join(written)) if each not in DOCUTILS)


def text_of(tag: Tag) -> str:
    """The text of an element without footnote marks and comments, white space folded."""
    return " ".join("".join(_pieces(tag)).split())


def _pieces(tag: Tag) -> Iterator[str]:
    """The text in an element, piece by piece; a space where a block begins or ends."""
    waiting: list[object] = [*reversed(tag.contents)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Tag):
            if not str(each.get("id", "")).startswith("fnref"):
                gap = "" if each.name in WITHIN_WORDS else " "
                waiting += (gap, *reversed(each.contents), gap)
        elif type(each) in (str, NavigableString):  # comments, scripts and styles are kinds of the latter
            yield str(each)
