"""What a list asks its reader. What is wrong with it is told in cases/reading/conditions.md and values.md."""

from __future__ import annotations

from typing import Any

import pytest
from checklists.asking import DATES, QUESTIONS, YES_NO
from checklists.model import Option
from checklists.values import Wrong
from located import Node, compose


def node(text: str) -> Node:
    found, problems = compose(text, "x.yml")
    assert found is not None and problems == ()
    return found


def asked(text: str) -> list[tuple[str, str, tuple[Option, ...]]]:
    return [(each.id, each.text, each.options) for each in QUESTIONS.read("ask", node(text))]


def test_a_question_with_a_text_alone_is_answered_by_yes_or_no() -> None:
    assert asked("online: Is it online?") == [("online", "Is it online?", YES_NO)]
    assert asked("online: {text: Is it online?}") == [("online", "Is it online?", YES_NO)]


def test_options_have_the_ids_of_their_texts_or_their_own() -> None:
    small_large = (Option("small", "Small"), Option("very-large", "Very large"))
    assert asked("size: {text: How big?, options: [Small, Very large]}") == [("size", "How big?", small_large)]
    named = (Option("s", "Small"), Option("l", "Large"))
    assert asked("size: {text: How big?, options: {s: Small, l: Large}}") == [("size", "How big?", named)]


def test_options_keep_what_was_typed() -> None:
    assert asked("floor: {text: Which?, options: [01, 1.10]}")[0][2] == (Option("01", "01"), Option("1-10", "1.10"))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("event: The day of the event", [("event", "The day of the event")]),
        ("[The event, End]", [("the-event", "The event"), ("end", "End")]),
    ],
)
def test_dates_have_ids_and_labels(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(each.id, each.text) for each in DATES.read("dates", node(text))] == dates


@pytest.mark.parametrize("form", [QUESTIONS, DATES])
@pytest.mark.parametrize("text", ["x", "[[a]]", "{A: b}", "{a: [b]}", "{a: }"])
def test_what_cannot_be_asked_is_wrong(form: Any, text: str) -> None:
    with pytest.raises(Wrong):
        form.read("key", node(text))
