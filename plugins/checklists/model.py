"""A checklist as it was written, complete: what readers, pages, files for machines and the lock are made from.

All text is plain text unless a field's name ends in `html`. Nothing here knows how it was written: a YAML file and the
task list of an article end as the same kind of thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from located import Location


class Level(StrEnum):
    ESSENTIAL = "essential"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Kind(StrEnum):
    """Only a task can be ticked and counts."""

    TASK = "task"
    NOTE = "note"
    WARNING = "warning"


class Mode(StrEnum):
    """Do from memory, then confirm; or read an item, then do it (Degani and Wiener 1990, as Gawande made known)."""

    DO_CONFIRM = "do-confirm"
    READ_DO = "read-do"


@dataclass(frozen=True, slots=True)
class Is:
    """Whether a question was answered with this option; a yes/no question has the options "yes" and "no"."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Condition, ...]


Condition = Is | Not | All | Any


@dataclass(frozen=True, slots=True)
class If:
    """When an item or a section is shown. As long as its questions are not answered, it is."""

    condition: Condition
    words: str
    """As it was written."""
    where: Location


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str
    options: tuple[Option, ...]
    """At least two."""
    where: Location


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A date that the reader is asked for."""

    id: str
    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Due:
    """Either `on` a day, or `days` (which may be negative) after the date that the reader gives for `label`."""

    on: date | None = None
    label: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """`times` to be done (1 to 31), or anew `every` "day", "week" or "month", and then `times` is 1."""

    times: int = 1
    every: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str
    where: Location


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be done, or (`kind`) a note to it."""

    id: str
    text: str
    where: Location
    text_html: str = ""
    """The text with its inline markup, in a task list of an article; "" where the text is plain."""
    below_html: str = ""
    """What an article's task list has below the text: further paragraphs, code."""
    id_written: bool = False
    """Whether the author wrote the id; otherwise it is made of the text."""
    was: tuple[str, ...] = ()
    """Ids that this item had, or that were merged into it."""
    inherits: str = ""
    """The id of the item that this one was split from, with its tick."""
    rev: int = 1
    kind: Kind = Kind.TASK
    level: Level = Level.RECOMMENDED
    level_written: bool = False
    why: str = ""
    how: str = ""
    done: str = ""
    """When it is done: "you can say it without notes"."""
    minutes: int = 0
    due: Due | None = None
    repeat: Repeat = Repeat()
    condition: If | None = None
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    strategy: str = ""
    strategy_where: Location | None = None
    may_skip: bool = True
    """Whether "not applicable" is an answer."""
    ticked: bool = False
    """Whether it is ticked to begin with (``- [x]`` in a task list)."""
    items: tuple[Item, ...] = ()
    """Items below it; those have none."""


@dataclass(frozen=True, slots=True)
class Section:
    """Items that belong together. A section is no part of an item's identity."""

    id: str
    title: str
    """"" for the one section of a list without sections."""
    where: Location
    items: tuple[Item, ...]
    intro_html: str = ""
    mode: Mode | None = None
    condition: If | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    id: str
    """Names the reader's record and the lock's entry for good; the slug unless the author wrote one."""
    slug: str
    title: str
    where: Location
    sections: tuple[Section, ...]
    was: tuple[str, ...] = ()
    """Ids that this list had."""
    was_where: Location | None = field(default=None, compare=False)
    retired: tuple[tuple[str, Location], ...] = ()
    """Ids of items that are gone for good, with the places that say so."""
    summary: str = ""
    intro_html: str = ""
    mode: Mode | None = None
    level: Level = Level.RECOMMENDED
    updated: date | None = None
    author: str = ""
    tags: tuple[str, ...] = ()
    lang: str = ""
    """"" for the site's language."""
    translates: str = ""
    """The slug of the original, whose item ids this one has."""
    translates_where: Location | None = field(default=None, compare=False)
    article: str = ""
    """The slug of the article that this list belongs to."""
    article_where: Location | None = None
    questions: tuple[Question, ...] = ()
    dates: tuple[DateLabel, ...] = ()
    is_draft: bool = False
    is_guide: bool = False
    """Whether it is made of an article's strategies: its ids are those of their headings."""
    items_where: Location | None = None
    """Where the key `items` or `sections` stands."""

    @property
    def items(self) -> Iterator[Item]:
        """All items, those below others too, in the order of the page."""
        for section in self.sections:
            for item in section.items:
                yield item
                yield from item.items

    @property
    def tasks(self) -> Iterator[Item]:
        return (item for item in self.items if item.kind is Kind.TASK)
