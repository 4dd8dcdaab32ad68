"""HTML -> the same outline that the Markdown extension makes, for articles written in reStructuredText or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from .attributes import classes_of, said_in
from .blocks import INLINE
from .model import Outline, RunIn
from .outline import Event, Heading, Paragraph, outline

HEADING = re.compile(r"h[1-6]$")
WITHIN_WORDS = INLINE - {"br"}
SECTIONING = frozenset(("section", "div", "article", "main", "body"))
DOCUTILS = frozenset(("section",))
"""Classes that no author wrote."""


def html_outline(html: str) -> tuple[Outline, int]:
    """The outline of a document and the number of its words."""
    soup = BeautifulSoup(html, "html.parser")
    return outline(_events(soup)), len("".join(_pieces(soup)).split())


def _events(document: Tag) -> Iterator[Event]:
    """What counts, in order. docutils puts ids and classes on the section around a heading: they are the heading's."""
    around: tuple[str, tuple[str, ...]] = ("", ())
    waiting = [(child, around) for child in reversed(document.contents)]  # a stack: elements may lie thousands deep
    while waiting:
        child, around = waiting.pop()
        if not isinstance(child, Tag):
            continue
        if HEADING.match(child.name):
            said = (_classes(child) or around[1], said_in(child.attrs))
            yield Heading(int(child.name[1]), str(child.get("id") or around[0]), _text(child), "written", *said)
        elif child.name == "p":
            if text := _text(child):
                yield Paragraph(text)
        elif child.name in ("ol", "ul"):
            yield from _run_ins(child)
        elif child.name in SECTIONING and "footnote" not in (child.get("class") or []):
            around = (str(child.get("id") or ""), _classes(child))
            waiting += [(inner, around) for inner in reversed(child.contents)]


def _run_ins(items: Tag) -> Iterator[RunIn]:
    start = str(items.get("start") or "")
    number = int(start) if start.isdecimal() else 1
    for offset, item in enumerate(items.find_all("li", recursive=False)):
        strong = item.find("strong")
        if item.get("id") and strong:
            whole, title = _text(item), _text(strong)
            text = whole[len(title) :].lstrip(" :")
            said = _classes(item), said_in(item.attrs)
            yield RunIn(str(item["id"]), title.strip(" :"), str(number + offset), text, *said)


def _classes(tag: Tag) -> tuple[str, ...]:
    written = tag.get("class") or ()
    return tuple(each for each in classes_of(" ".join(written)) if each not in DOCUTILS)


def _text(tag: Tag) -> str:
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
