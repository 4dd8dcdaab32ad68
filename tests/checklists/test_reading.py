"""The text of a checklist file in, a `Checklist` and all problems out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from checklists.model import (
    All,
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
from checklists.reading import read_checklist
from hypothesis import given, settings
from hypothesis import strategies as st
from located import Location, Problem, Severity

from tests.cases import Case, read_cases

CASES = [
    case for path in sorted((Path(__file__).parent / "cases" / "reading").glob("*.md")) for case in read_cases(path)
]
MINIMAL = """title: Before a networking event
items:
  - Read the guest list
  - Prepare a 20-second answer to "What do you do?"
"""
FULL = """# yaml-language-server: $schema=checklist.schema.json
title: Before the event
id: before-the-event
was: [before, prepare]
summary: All you need, and no more.
intro: Some *things* to do.
mode: do-confirm
level: optional
updated: 2026-02-03
author: Jo
tags: [event, home]
lang: en_GB
translates: vor-dem-treffen
article: follow-up
ask:
  online: Does it take place online?
  size: {text: How many come?, options: [few, very many]}
  food: {text: What is there?, options: {none: Nothing, soup: A soup}}
dates: {event: The day of the event}
retired: [old-one, old-two]
status: draft
sections:
  - title: At home
    intro: In the *evening*.
    mode: read-do
    if: not online
    items:
      - text: Bring cards
        id: cards
        was: bring-paper
        inherits: paper
        rev: 2
        kind: task
        level: essential
        why: Others forget names.
        how: |
          Put them in your coat,

          not in your bag.
        done: you can feel them
        time: 1h30m
        due: event - 2w
        repeat: 3
        if: online and size is very many
        links:
          - https://www.example.org/cards/
          - Guide: /articles/cards/
          - {text: Mail us, url: "mailto:jo@example.org"}
        tags: paper, coat
        strategy: prepare
        na: no
        items:
          - Buy cards
          - {text: Some shops are closed., kind: warning}
  - title: On the way
    id: way
    items:
      - text: Breathe
        repeat: daily
        due: 2026-05-01
"""


YES_NO = (Option("yes", "Yes"), Option("no", "No"))
SIZES = (Option("few", "few"), Option("very-many", "very many"))


def read(text: str, slug: str = "x") -> tuple[Checklist | None, tuple[Problem, ...]]:
    return read_checklist(text, "x.yml", slug, lambda markdown: f"<p>{markdown}</p>")


def told(text: str) -> str:
    """All problems, one a line, as a case has them."""
    marks = {Severity.ERROR: "", Severity.WARNING: "(warning) "}
    return "".join(f"{marks[problem.severity]}{problem}\n" for problem in read(text)[1])


def understood(text: str, slug: str = "x") -> Checklist:
    checklist, problems = read(text, slug)
    assert problems == ()
    assert checklist is not None
    return checklist


def texts(text: str) -> list[str]:
    return [item.text for item in understood(text).items]


def place(text: str, within: str = FULL) -> Location:
    index = within.index(text)
    return Location("x.yml", within.count("\n", 0, index) + 1, index - within.rfind("\n", 0, index))


# --- problems ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(case: Case) -> None:
    text, expected = case.blocks
    assert told(text) == expected
    assert told(text.removesuffix("\n")) == expected, "without the last line end"
    assert told(text.replace("\n", "\r\n")) == expected, "with CRLF"
    assert told("\ufeff" + text) == expected, "behind a byte order mark"
    assert told("# Zoë 😀\n" + text) == a_line_below(expected), "below emoji and accents"


def a_line_below(messages: str) -> str:
    return re.sub(r"(?<=x\.yml:)\d+|(?<=in line )\d+", lambda number: str(int(number[0]) + 1), messages)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~", "\ufeff", "---\n...\n"])
def test_a_file_that_says_nothing_is_told_in_one_line(text: str) -> None:
    assert read(text)[0] is None
    start = 'Write "title: …", and below it "items:" and a line with "- …" for each item.'
    assert told(text) == f"x.yml:1:1: the file says nothing. {start}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        "title: T\nitems:\n  - a\n  - text: b\n    identifier: c\n",
        "title: T\nitems:\n  - a\n  - text: b\n    id: C\n",
        "title: T\nitems:\n  - a\n  -\n",
        "title: T\nitems:\n  - a\n  - text: b\n    text: c\n",
        "title: T\nitems:\n  - text: a\n    id: x\n  - text: b\n    id: x\n",
        "title:\nitems:\n  - a\n",
        "items:\n  - a\n",
    ],
    ids=["unknown key", "no id", "empty item", "key twice", "id twice", "empty title", "no title"],
)
def test_a_checklist_that_may_lack_an_item_or_an_id_is_none(wrong: str) -> None:
    assert read(wrong)[0] is None


def test_a_checklist_with_a_wrong_value_is_there_for_further_checks() -> None:
    checklist, problems = read("title: T\nitems:\n  - text: a\n    level: purple\n    links: nowhere\n")
    assert len(problems) == 2
    assert checklist is not None
    assert [item.id for item in checklist.items] == ["a"]


def test_all_problems_come_at_once_and_in_order() -> None:
    problems = read("titel: T\nlevel: purple\nitems:\n  - &x a\n  - text: b\n    prio: high\n  - c # d\n  -\n")[1]
    assert [problem.where.line for problem in problems] == [1, 2, 4, 6, 7, 8]


def test_a_text_that_is_too_long_is_no_item() -> None:
    checklist, problems = read(f"title: T\nitems:\n  - {'x' * 501}\n  - b\n")
    assert checklist is None
    assert [str(problem) for problem in problems] == [
        'x.yml:3:5: "text" has 501 characters; the limit is 500. Shorten it.'
    ]


# --- what is understood ------------------------------------------------------------------------------------


def test_title_and_items_are_a_whole_checklist() -> None:
    checklist = understood(MINIMAL, "before")
    assert (checklist.id, checklist.slug, checklist.title) == ("before", "before", "Before a networking event")
    assert [(item.id, item.text, item.id_written) for item in checklist.items] == [
        ("read-the-guest-list", "Read the guest list", False),
        ("prepare-a-20-second-answer-to-what-do-you-do", 'Prepare a 20-second answer to "What do you do?"', False),
    ]
    (section,) = checklist.sections
    assert (section.id, section.title, section.where) == ("", "", Location("x.yml", 2, 1))
    assert checklist.items_where == Location("x.yml", 2, 1)


def test_every_field_of_a_checklist_is_read() -> None:
    checklist = understood(FULL, "before")
    assert checklist == Checklist(
        "before-the-event",
        "before",
        "Before the event",
        place("title: Before"),
        checklist.sections,
        was=("before", "prepare"),
        retired=(("old-one", place("old-one")), ("old-two", place("old-two"))),
        summary="All you need, and no more.",
        intro_html="<p>Some *things* to do.</p>",
        mode=Mode.DO_CONFIRM,
        level=Level.OPTIONAL,
        updated=date(2026, 2, 3),
        author="Jo",
        tags=("event", "home"),
        lang="en-GB",
        translates="vor-dem-treffen",
        article="follow-up",
        article_where=place("follow-up"),
        questions=(
            Question("online", "Does it take place online?", YES_NO, place("online: Does")),
            Question(
                "size", "How many come?", (Option("few", "few"), Option("very-many", "very many")), place("size:")
            ),
            Question("food", "What is there?", (Option("none", "Nothing"), Option("soup", "A soup")), place("food:")),
        ),
        dates=(DateLabel("event", "The day of the event", place("event: The day")),),
        is_draft=True,
        items_where=place("sections:"),
    )


def test_every_field_of_a_section_is_read() -> None:
    first, second = understood(FULL).sections
    assert first == Section(
        "at-home",
        "At home",
        place("title: At home"),
        first.items,
        "<p>In the *evening*.</p>",
        Mode.READ_DO,
        If(Not(Is("online", "yes")), "not online", place("not online")),
    )
    assert (second.id, second.title) == ("way", "On the way")


def test_every_field_of_an_item_is_read() -> None:
    first, *others = understood(FULL).items
    assert first == Item(
        "cards",
        "Bring cards",
        place("text: Bring"),
        id_written=True,
        was=("bring-paper",),
        inherits="paper",
        rev=2,
        kind=Kind.TASK,
        level=Level.ESSENTIAL,
        level_written=True,
        why="Others forget names.",
        how="Put them in your coat,\n\nnot in your bag.",
        done="you can feel them",
        minutes=90,
        due=Due(label="event", days=-14),
        repeat=Repeat(3),
        condition=If(
            All((Is("online", "yes"), Is("size", "very-many"))), "online and size is very many", place("online and")
        ),
        links=(
            Link("example.org/cards", "https://www.example.org/cards/", place("https://www")),
            Link("Guide", "/articles/cards/", place("/articles/cards/")),
            Link("Mail us", "mailto:jo@example.org", place('"mailto')),
        ),
        tags=("paper", "coat"),
        strategy="prepare",
        strategy_where=place("prepare\n"),
        may_skip=False,
        items=tuple(others[:2]),
    )
    assert [(item.id, item.kind, item.level, item.level_written) for item in others] == [
        ("buy-cards", Kind.TASK, Level.OPTIONAL, False),
        ("some-shops-are-closed", Kind.WARNING, Level.OPTIONAL, False),
        ("breathe", Kind.TASK, Level.OPTIONAL, False),
    ]
    assert (others[2].repeat, others[2].due) == (Repeat(every="day"), Due(on=date(2026, 5, 1)))


@pytest.mark.parametrize(
    "typed", ["no", "1.10", "1:30", "0123", "2026-02-30", "0x1F", "yes", "True", "null and void", "12e3", "=", "-5"]
)
def test_a_text_is_what_was_typed(typed: str) -> None:
    text = f"title: {typed}\nsummary: {typed}\nitems:\n  - {typed}\n  - text: {typed} too\n    why: {typed}\n"
    checklist = understood(text)
    assert [item.text for item in checklist.items] == [typed, f"{typed} too"]
    assert {checklist.title, checklist.summary, list(checklist.items)[1].why} == {typed}


def test_an_empty_value_says_nothing() -> None:
    keys = [line.split(":")[0] for line in FULL.split("\n") if re.match(r"[a-z]+:", line)]
    empty = "".join(f"{key}:\n" for key in keys if key not in ("title", "sections"))
    item = "".join(f"    {key}:\n" for key in "id was inherits rev kind level why how done time due".split())
    item += "".join(f"    {key}:\n" for key in "repeat if links tags strategy na".split())
    checklist = understood(f"title: T\n{empty}items:\n  - text: a\n{item}")
    assert checklist == understood("title: T\n" + "\n" * empty.count("\n") + "items:\n  - text: a\n")


def test_items_without_a_level_have_that_of_the_checklist() -> None:
    checklist = understood("title: T\nlevel: essential\nitems:\n  - a\n  - text: b\n  - text: c\n    level: optional\n")
    assert [(item.level.value, item.level_written) for item in checklist.items] == [
        ("essential", False), ("essential", False), ("optional", True),
    ]  # fmt: skip


def test_sections_of_one_title_have_ids_of_their_own() -> None:
    section = "  - title: At home\n    items: [{}]\n"
    checklist = understood("title: T\nsections:\n" + section.format("a") + section.format("b"))
    assert [each.id for each in checklist.sections] == ["at-home", "at-home-2"]


def test_a_section_of_signs_has_an_id() -> None:
    assert understood('title: T\nsections:\n  - title: "!"\n    items: [a]\n').sections[0].id == "section"


# --- for any text ------------------------------------------------------------------------------------------

ODD = st.sampled_from([*list("\t\n\r -:#[]{},&*!|>'\"%@`?~"), "\xa0", "\ufeff", "\u2028", "é", "😀", ": ", "\n  - "])
TEXT = st.one_of(
    st.text(), st.lists(st.one_of(ODD, st.sampled_from(["title: T\n", "items:\n", "if", "x"]))).map("".join)
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A good file in which a few characters or lines were replaced, put in or left out."""
    lines = FULL.split("\n")
    for _ in range(draw(st.integers(0, 2))):
        del lines[draw(st.integers(0, len(lines) - 1))]
    text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 3))):
        index = draw(st.integers(0, len(text)))
        text = text[:index] + draw(st.one_of(ODD, st.just(""))) + text[index + draw(st.integers(0, 2)) :]
    return text


def check_any(text: str) -> None:
    checklist, problems = read(text)
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.where.path == "x.yml"
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1
        assert "\n" not in str(problem)
    assert list(problems) == sorted(set(problems))
    if checklist is None:
        assert any(problem.severity is Severity.ERROR for problem in problems)
    else:
        ids = [item.id for item in checklist.items]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) and len(id_) <= 60 for id_ in ids)


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_no_text_is_too_odd(text: str) -> None:
    check_any(text)


@settings(max_examples=200, deadline=None)
@given(mutated())
def test_no_checklist_is_too_broken(text: str) -> None:
    check_any(text)


# Words that give no advice: no verbs, short, each once.
WORDS = st.text(st.characters(categories=("Ll", "Nd", "So")), min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def items(draw: st.DrawFn, texts: list[str], is_below: bool = False) -> dict[str, Any]:
    item: dict[str, Any] = {"text": texts.pop()}
    optional = {
        "id": st.just(f"item-{len(texts)}"),
        "level": st.sampled_from([level.value for level in Level]),
        "kind": st.sampled_from([kind.value for kind in Kind]),
        "why": LINES,
        "rev": st.integers(1, 99),
        "tags": st.lists(WORDS, unique=True, max_size=3),
        "time": st.integers(1, 59).map("{}m".format),
    }
    for key, values in optional.items():
        if draw(st.booleans()):
            item[key] = draw(values)
    if texts and not is_below and draw(st.booleans()):
        item["items"] = [draw(items(texts, True))]
    return item


@st.composite
def checklists(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(st.lists(LINES, min_size=1, max_size=12, unique_by=lambda text: text.casefold()))
    texts = [f"{number} {text}" for number, text in enumerate(texts)]
    found: dict[str, Any] = {"title": draw(LINES)}
    if draw(st.booleans()):
        found["summary"] = draw(LINES)
    found["items"] = []
    while texts:
        found["items"].append(draw(items(texts)))
    return found


@settings(max_examples=150, deadline=None)
@given(checklists())
def test_what_was_written_comes_back(written: dict[str, Any]) -> None:
    text = json.dumps(written, ensure_ascii=False, indent=1)  # JSON is YAML
    checklist, problems = read(text)
    assert checklist is not None
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    assert (checklist.title, checklist.summary) == (written["title"], written.get("summary", ""))
    (section,) = checklist.sections
    assert [as_written(item) for item in section.items] == [with_defaults(item) for item in written["items"]]


def as_written(item: Item) -> dict[str, Any]:
    return {
        "text": item.text,
        "id": item.id if item.id_written else None,
        "level": item.level.value,
        "kind": item.kind.value,
        "why": item.why,
        "rev": item.rev,
        "tags": list(item.tags),
        "time": f"{item.minutes}m" if item.minutes else None,
        "items": [as_written(each) for each in item.items],
    }


def with_defaults(item: dict[str, Any]) -> dict[str, Any]:
    defaults: dict[str, Any] = {"id": None, "level": "recommended", "kind": "task", "why": "", "rev": 1, "tags": []}
    return {**defaults, "time": None, **item, "items": [with_defaults(each) for each in item.get("items", [])]}
