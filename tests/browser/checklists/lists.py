"""Checklists for the browser tests, one a name; each has what a test of its kind needs, and no more."""

from __future__ import annotations

from datetime import date
from typing import Any as Anything

from checklists.model import (
    All,
    Checklist,
    Condition,
    DateLabel,
    Due,
    If,
    Is,
    Item,
    Kind,
    Level,
    Link,
    Not,
    Option,
    Question,
    Repeat,
    Section,
)
from located import Location

HERE = Location("content/checklists/list.yml", 1, 1)
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
SIZES = (Option("small", "Small"), Option("large", "Large"))
HOSTILE = "<img src=x onerror=alert(1)> & \"quotes\" 'too'"


def task(id: str, text: str = "", **fields: Anything) -> Item:
    return Item(id=id, text=text or id.replace("-", " ").capitalize(), where=HERE, **fields)


def note(id: str, text: str, kind: Kind = Kind.NOTE) -> Item:
    return Item(id=id, text=text, where=HERE, kind=kind)


def only(condition: Condition) -> If:
    return If(condition, "", HERE)


def section(title: str, *items: Item, **fields: Anything) -> Section:
    return Section(title.lower().replace(" ", "-"), title, HERE, items, **fields)


def checklist(slug: str, title: str, *sections: Section, **fields: Anything) -> Checklist:
    return Checklist(slug, slug, title, HERE, sections, **fields)


def question(id: str, text: str, options: tuple[Option, ...] = YES_NO) -> Question:
    return Question(id, text, options, HERE)


ONLINE = Is("online", "yes")
EVENT = (DateLabel("event", "Day of the event", HERE),)

EVENING = checklist(
    "evening",
    "Before a networking evening",
    section(
        "A week before",
        task(
            "read-guest-list",
            "Read the guest list and pick three people to meet",
            level=Level.ESSENTIAL,
            minutes=15,
            due=Due(label="event", days=-7),
            why="Three is a number you can remember. With more, you spend the evening looking at badges.",
            how="Look for somebody whose work you know.\n\nWrite one question for each of them.",
            done="you can say why you want to meet each of the three",
            links=(Link("How to read a guest list", "https://example.org/guest-list", HERE),),
            tags=("people",),
        ),
        task("answer-what-you-do", "Prepare a 20-second answer to “What do you do?”", minutes=10, tags=("words",)),
        task("three-stories", "Tell three stories aloud", repeat=Repeat(3), tags=("words",)),
        note("no-pitch", "Nobody wants to hear a pitch.", Kind.WARNING),
    ),
    section(
        "On the day",
        task("charge-the-phone", items=(task("pack-the-cable"), task("dim-the-screen"))),
        task("bring-cards", "Bring cards", condition=only(Not(ONLINE)), tags=("paper",), may_skip=False),
        task("test-the-camera", "Test camera and light", condition=only(ONLINE), level=Level.ESSENTIAL),
        note("eat-first", "Eat something first: it is hard to talk with a plate in your hand."),
    ),
    section(
        "For a large room",
        task("look-at-the-plan", "Look at the plan of the building", level=Level.OPTIONAL),
        condition=only(All((Is("size", "large"), Not(ONLINE)))),
    ),
    section(
        "Afterwards",
        task("write-to-one", "Write to one of them", due=Due(label="event", days=1), level=Level.ESSENTIAL),
        task("keep-in-touch", "Write to somebody you have not heard from", repeat=Repeat(every="week")),
        task("renew", "Renew the badge", due=Due(on=date(2024, 3, 1)), rev=2),
    ),
    questions=(question("online", "Is it online?"), question("size", "How large is it?", SIZES)),
    dates=EVENT,
    intro_html="",
)

PLAIN = checklist("plain", "A plain list", section("", task("one"), task("two"), task("three")))
SKIPPABLE = checklist("skippable", "All may be left out", section("", task("one"), task("two")))
NOTES = checklist("notes", "Only notes", section("", note("a", "Nothing to tick here."), note("b", "Nor here.")))
HIDDEN = checklist(
    "hidden",
    "Hidden when online",
    section("", task("one", condition=only(Not(ONLINE)), items=(task("below-one"),)), note("a", "A note.")),
    questions=(question("online", "Is it online?"),),
)
TIMES = checklist("times", "Several times", section("", task("walk", "Go for a walk", repeat=Repeat(3)), task("rest")))
NESTED = checklist("nested", "Nested", section("", task("pack", items=(task("socks"), task("shoes"))), task("leave")))
STARTED = checklist(
    "started",
    "Ticked to begin with",
    section("First", task("one", ticked=True), task("two")),
    section("Second", task("three", ticked=True)),
)
REVISED = checklist("revised", "Revised", section("", task("one", rev=2), task("two")))
MOVED = checklist(
    "moved",
    "Renamed and split",
    section("", task("new-name", was=("old-name",)), task("both", was=("left", "right")), task("half", inherits="one")),
)
HARSH = checklist(
    "harsh",
    HOSTILE,
    section(
        HOSTILE, task("one", HOSTILE, why=HOSTILE, tags=(HOSTILE,)), note("two", HOSTILE), task("l" * 60, "W" * 180)
    ),
    questions=(question("online", HOSTILE, (Option("yes", HOSTILE), Option("no", "No"))),),
    dates=(DateLabel("event", HOSTILE, HERE),),
)
LONG = checklist(
    "long",
    "The largest",
    *(
        section(f"Part {part}", *(task(f"item-{part}-{n}", f"Do the thing {n} of part {part}") for n in range(1, 23)))
        for part in range(1, 13)
    ),
)
LISTS = (
    EVENING, PLAIN, SKIPPABLE, NOTES, HIDDEN, TIMES, NESTED, STARTED, REVISED, MOVED, HARSH, LONG,
)  # fmt: skip
