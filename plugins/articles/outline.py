"""Headings, paragraphs and run-ins in the order they stand -> the outline, a tree. Text comes in plain.

Two sources give the same events: Python-Markdown's element tree (`extension`) and HTML (`html_outline`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from .forms import read_title
from .model import Outline, RunIn, Section, Source
from .prose import first_sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading met on the way through a document."""

    level: int
    id: str
    text: str
    source: Source = "written"
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


Event = Heading | Paragraph | RunIn


@dataclass(slots=True)
class _Open:
    """A section being filled."""

    heading: Heading | None
    paragraphs: list[str] = field(default_factory=list)
    run_ins: list[RunIn] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def outline(events: Iterable[Event]) -> Outline:
    """The outline of a document whose headings, paragraphs and run-ins come in order."""
    stack = [_Open(None)]
    for event in events:
        if isinstance(event, Heading):
            _close(stack, event.level)
            stack.append(_Open(event))
        elif isinstance(event, Paragraph):
            stack[-1].paragraphs.append(event.text)
        else:
            stack[-1].run_ins.append(event)
    _close(stack, 0)
    root = stack[0]
    return Outline(tuple(root.paragraphs), tuple(root.run_ins), tuple(root.sections))


def _close(stack: list[_Open], level: int) -> None:
    """Closes the open sections that a heading of this level ends."""
    while stack[-1].heading and stack[-1].heading.level >= level:
        done = stack.pop()
        stack[-1].sections.append(_section(done))


def _section(done: _Open) -> Section:
    heading = done.heading
    assert heading is not None
    title, number = numbered_title(heading.text)
    return Section(
        heading.id,
        heading.text,
        title,
        number,
        heading.level,
        heading.source,
        first_sentence(done.paragraphs[0]) if done.paragraphs else "",
        tuple(done.paragraphs),
        tuple(done.run_ins),
        tuple(done.sections),
        heading.classes,
        heading.attributes,
    )


@lru_cache(maxsize=256)
def numbered_title(text: str) -> tuple[str, str]:
    """(title, number) of a heading's text: "3. Follow Up" -> ("Follow Up", "3"); "" where it has no number."""
    found = read_title(text) if text[:1].isupper() or text[:1].isdigit() or text[:1] == "#" else None
    return (found.title, found.number) if found and found.number else (text, "")
