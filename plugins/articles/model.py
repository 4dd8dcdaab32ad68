"""What an article is, once read: plain frozen data that templates, feeds and other plugins can hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Source = Literal["written", "bare", "numbered", "bold"]
"""How a heading was written: ATX, Setext or HTML (``written``), or the line form it was recovered from."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads. `url` is relative to the site's root, without a leading slash."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Term:
    """A tag or category, with the number of published articles that carry it."""

    name: str
    slug: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """All that a list, a neighbour or a related link may show of an article.

    `url` is relative to the site's root; `summary` is plain text; `image` is a site-relative or absolute
    address or empty; `badge` is "", "Draft" or "Scheduled" (the last two only in the preview). Pages have no date.
    """

    title: str
    url: str
    date: datetime | None
    modified: datetime | None
    summary: str
    minutes: int
    category: Link | None
    tags: tuple[Link, ...]
    image: str
    badge: str
    lang: str


@dataclass(frozen=True, slots=True)
class RunIn:
    """A list item that opens with its own title: ``1. Title: text``. `classes`, `attributes`: as a section has."""

    id: str
    title: str
    number: str
    text: str
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading.

    `title` is the text without its number or label; `number` is as written ("3", "IV", "3.1"), or empty;
    `level` is 1 to 6; `first_sentence` and `paragraphs` are plain text; `sections` are the deeper headings.
    `classes` are those its author gave it; `attributes` what its author said in words of our own (`attributes.OURS`).
    """

    id: str
    text: str
    title: str
    number: str
    level: int
    source: Source
    first_sentence: str
    paragraphs: tuple[str, ...]
    run_ins: tuple[RunIn, ...]
    sections: tuple[Section, ...]
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of an article as a tree. `paragraphs` and `run_ins` are those before the first heading."""

    paragraphs: tuple[str, ...]
    run_ins: tuple[RunIn, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a table of contents, with those below it."""

    id: str
    text: str
    lines: tuple[ContentsLine, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The series an article belongs to: its parts in order; `position` counts from 1."""

    name: str
    position: int
    parts: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year, newest first."""

    year: int
    cards: tuple[Card, ...]
