"""Warnings where a checklist could do better. The messages are in cases/reading/advice.md."""

from __future__ import annotations

import pytest
from checklists.advice import LONGEST_TEXT, MOST_IN_A_ROW, advice
from checklists.model import Checklist, Item, Kind, Section
from located import Location, Severity


def checklist(*items: Item, lang: str = "") -> Checklist:
    where = Location("x.yml")
    return Checklist("x", "x", "T", where, (Section("", "", where, items),), lang=lang)


def item(text: str, line: int = 1, kind: Kind = Kind.TASK, id_: str = "") -> Item:
    return Item(id_, text, Location("x.yml", line), id_written=bool(id_), kind=kind)


def numbered(count: int) -> list[Item]:
    return [item(f"Thing {number}", number) for number in range(1, count + 1)]


def whats(found: Checklist) -> list[str]:
    return [problem.what for problem in advice(found)]


def asks_for_two(text: str, lang: str = "") -> bool:
    return any("two things" in what for what in whats(checklist(item(text), lang=lang)))


def test_advice_is_a_warning() -> None:
    assert [problem.severity for problem in advice(checklist(item("x" * 111)))] == [Severity.WARNING]


def test_nine_items_in_a_row_are_not_too_many() -> None:
    assert whats(checklist(*numbered(MOST_IN_A_ROW))) == []


def test_the_tenth_item_in_a_row_is_told_once() -> None:
    assert [problem.where.line for problem in advice(checklist(*numbered(25)))] == [10]


def test_a_note_is_a_pause() -> None:
    items = numbered(18)
    assert whats(checklist(*items[:9], item("Breathe", 30, Kind.NOTE), *items[9:])) == []


def test_a_warning_is_no_pause() -> None:
    items = numbered(12)
    assert len(whats(checklist(*items[:6], item("Careful", 30, Kind.WARNING), *items[6:]))) == 1


def test_a_text_of_110_characters_is_not_too_long() -> None:
    assert whats(checklist(item("x" * LONGEST_TEXT))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Read the guest list and pick three people to meet",
        "Write a card, and send it to them",
        "Put on your coat and take your cards",
        "Call the host and ask what to bring",
        "Say hello and introduce yourself",
    ],
)
def test_two_verbs_joined_by_and_are_two_things(text: str) -> None:
    assert asks_for_two(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bring cards and pens",
        "Note name and contact of everybody",
        "Check date and place",
        "Ask about work and play",
        "Ask them to sit down and tell their story",
        "Find somebody who can read and write your language",
        "Learn how to read and write it",
        "Make sure that they know you and remember your name",
        "Plan and prepare",
        "Search and find",
        "Pens, paper and take the cards",
        "The list and send it",
        "Meet Take That and the band",
        "Say thank you and goodbye",
    ],
)
def test_nouns_and_clauses_joined_by_and_are_one_thing(text: str) -> None:
    assert not asks_for_two(text)


@pytest.mark.parametrize(("lang", "is_told"), [("", True), ("en", True), ("en-GB", True), ("de", False)])
def test_verbs_are_looked_for_in_english_alone(lang: str, is_told: bool) -> None:
    assert asks_for_two("Read the list and pick three", lang) is is_told


def test_a_note_may_name_two_things() -> None:
    assert whats(checklist(item("Read the list and pick three", kind=Kind.NOTE))) == []


def test_the_same_text_is_told_with_the_line_of_the_first() -> None:
    assert whats(checklist(item("Drink water", 2), item("Walk", 3), item("drink water!", 4))) == [
        "this item says the same as the one in line 2"
    ]


def test_an_id_tells_items_of_the_same_text_apart() -> None:
    assert whats(checklist(item("Drink water", 2), item("Drink water", 3, id_="more-water"))) == []
