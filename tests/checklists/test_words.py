"""What a checklist says of itself in words."""

from __future__ import annotations

from datetime import date

import pytest
from checklists.model import All, Any, Condition, Due, If, Is, Level, Not, Repeat
from checklists.words import condition_words, due_words, duration, facts, size

from tests.checklists.samples import FULL, HERE, checklist, item

QUESTIONS = {each.id: each for each in FULL.questions}
ONLINE, LARGE = Is("online", "yes"), Is("size", "large")


@pytest.mark.parametrize(("minutes", "words"), [(0, ""), (5, "5 min"), (60, "1 h"), (90, "1 h 30 min"), (1500, "25 h")])
def test_minutes_read_as_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(date(2026, 5, 3)), "due 3 May 2026"),
        (Due(label="event"), "due on: the event"),
        (Due(label="event", days=-1), "due 1 day before: the event"),
        (Due(label="event", days=14), "due 14 days after: the event"),
        (Due(label="expo", days=-7), "due 7 days before: NATO meeting"),
    ],
)
def test_a_due_day_reads_as_a_day_or_counts_from_a_date(due: Due, words: str) -> None:
    assert due_words(due, {"event": "The event", "expo": "NATO meeting"}) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ONLINE, "yes to “Is it online?”"),
        (Not(ONLINE), "no to “Is it online?”"),
        (Not(Is("online", "no")), "yes to “Is it online?”"),
        (LARGE, "“How large is it?”: Large"),
        (Not(LARGE), "“How large is it?”: not Large"),
        (All((ONLINE, LARGE)), "yes to “Is it online?”, and “How large is it?”: Large"),
        (Any((All((ONLINE, LARGE)), Not(ONLINE))),
         "(yes to “Is it online?”, and “How large is it?”: Large), or no to “Is it online?”"),
        (Not(Any((ONLINE, LARGE))), "not (yes to “Is it online?”, or “How large is it?”: Large)"),
    ],
)  # fmt: skip
def test_a_condition_reads_as_answers_to_its_questions(condition: Condition, words: str) -> None:
    assert condition_words(condition, QUESTIONS) == words


def test_facts_name_a_level_only_where_it_is_not_the_usual_one() -> None:
    usual = item("a", minutes=5, repeat=Repeat(1, "month"))
    optional = item("b", level=Level.OPTIONAL, condition=If(ONLINE, "online", HERE))
    assert facts(usual, {}, QUESTIONS) == ("5 min", "every month")
    assert facts(optional, {}, QUESTIONS) == ("optional", "only if yes to “Is it online?”")


def test_the_size_of_a_list_counts_repeated_items_as_often_as_they_are_to_be_done() -> None:
    assert size(checklist(item("a", minutes=20, repeat=Repeat(3)), item("b"))) == "4 items · about 1 h"
    assert size(checklist(item("a"))) == "1 item"
