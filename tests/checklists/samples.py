"""Checklists made by hand, for tests of what is made from them."""

from __future__ import annotations

from datetime import date
from typing import Any as Anything

from checklists.model import (
    Checklist,
    DateLabel,
    Due,
    If,
    Is,
    Item,
    Kind,
    Level,
    Link,
    Mode,
    Not,
    Option,
    Question,
    Repeat,
    Section,
)
from located import Location

HERE = Location("content/checklists/event.yml", 3, 5)
HOSTILE = '<b>"it\'s"</b> & </script>'
YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def item(id: str, text: str = "", **more: Anything) -> Item:
    return Item(id, text or id.replace("-", " ").capitalize(), HERE, **more)


def section(*items: Item, id: str = "", title: str = "", **more: Anything) -> Section:
    return Section(id, title, HERE, items, **more)


def checklist(*items: Item, **more: Anything) -> Checklist:
    """A list with one section, unless `sections` are given."""
    given = {"sections": (section(*items),), "title": "Before an event"} | more
    return Checklist(given.pop("id", "event"), given.pop("slug", "event"), given.pop("title"), HERE, **given)


FULL = checklist(
    sections=(
        section(
            item("say-hello", "Say hello", level=Level.ESSENTIAL, minutes=10, due=Due(label="event", days=-7)),
            item(
                "dress",
                condition=If(Not(Is("online", "yes")), "not online", HERE),
                why="One.\n\nTwo.",
                how="Slowly.",
                done="it fits",
                links=(Link("Here", "/about/", HERE), Link("There", "https://example.org/", HERE)),
                tags=("clothes",),
                was=("put-on-clothes",),
                may_skip=False,
                rev=2,
            ),
            item("breathe", repeat=Repeat(3), items=(item("exhale"), item("mind", "Mind the gap", kind=Kind.WARNING))),
            id="before",
            title="Before",
            intro_html="<p>First.</p>",
            mode=Mode.READ_DO,
        ),
        section(
            item("write-back", repeat=Repeat(1, "week"), due=Due(date(2026, 5, 3)), inherits="write"),
            id="after",
            title="After",
            condition=If(Is("size", "large"), "size is large", HERE),
        ),
    ),
    questions=(
        Question("online", "Is it online?", YES_NO, HERE),
        Question("size", "How large is it?", (Option("small", "Small"), Option("large", "Large")), HERE),
    ),
    dates=(DateLabel("event", "The event", HERE),),
    summary="What to do.",
    mode=Mode.DO_CONFIRM,
    updated=date(2026, 4, 1),
    author="Ida Holm",
    tags=("events",),
)
"""A list that says nearly everything."""
