"""HTML -> the same outline that the Markdown extension makes, for articles written in reStructuredText or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from .model import Outline, RunIn
from .outline import Event, Heading, Paragraph, outline

HEADING = re.compile(r"h[1-6]$")
SECTIONING = frozenset(("section", "div", "article", "main", "body"))


def html_outline(html: str) -> tuple[Outline, int]:
    """The outline of a document and the number of its words."""
    soup = BeautifulSoup(html, "html.parser")
    return outline(_events(soup)), len(soup.get_text(" ").split())


def _events(parent: Tag, section_id: str = "") -> Iterator[Event]:
    """What counts, in order. docutils puts ids on the section around a heading, so that one serves as the heading's."""
    for child in parent.children:
        if not isinstance(child, Tag):
            continue
        if HEADING.match(child.name):
            yield Heading(int(child.name[1]), str(child.get("id") or section_id), _text(child))
        elif child.name == "p":
            if text := _text(child):
                yield Paragraph(text)
        elif child.name in ("ol", "ul"):
            yield from _run_ins(child)
        elif child.name in SECTIONING and "footnote" not in (child.get("class") or []):
            yield from _events(child, str(child.get("id") or ""))


def _run_ins(items: Tag) -> Iterator[RunIn]:
    start = str(items.get("start") or "")
    number = int(start) if start.isdecimal() else 1
    for offset, item in enumerate(items.find_all("li", recursive=False)):
        strong = item.find("strong")
        if item.get("id") and strong:
            whole, title = _text(item), _text(strong)
            yield RunIn(str(item["id"]), title.strip(" :"), str(number + offset), whole[len(title) :].lstrip(" :"))


def _text(tag: Tag) -> str:
    """The text of an element without footnote marks and comments, white space folded."""
    return " ".join("".join(_pieces(tag)).split())


def _pieces(tag: Tag) -> Iterator[str]:
    for each in tag.descendants:
        if isinstance(each, Tag):
            yield " " if each.name == "br" else ""
        elif type(each) is NavigableString and not any(  # comments, scripts and styles are kinds of it
            str(up.get("id", "")).startswith("fnref") for up in each.parents if up is not tag
        ):
            yield each
