"""Straight marks -> printer's marks."""

from __future__ import annotations

import pytest
from articles.typography import smarten
from hypothesis import given
from hypothesis import strategies as st

MARKS = [
    ('He said "yes" twice.', "He said “yes” twice."),
    ("'Yes,' he said.", "‘Yes,’ he said."),
    ("Don't panic", "Don’t panic"),
    ("the bosses' desks", "the bosses’ desks"),
    ("the '90s", "the ’90s"),
    ("rock 'n' roll", "rock ’n’ roll"),
    ("'tis", "’tis"),
    ("'Tis \"'Em\"", "’Tis “’Em”"),
    ("\"'Nested' quotes\"", "“‘Nested’ quotes”"),
    ('("aside")', "(“aside”)"),
    ('one--"two"', "one–“two”"),
    ("a -- b --- c", "a – b — c"),
    ("2010--2012", "2010–2012"),
    ("wait...", "wait…"),
    ("a-b", "a-b"),
    ("1. two.. three", "1. two.. three"),
    ('5 " tall', "5 ” tall"),
    ('a "', "a “"),  # what follows is in another element
    ('"', "“"),
    ("", ""),
]


@pytest.mark.parametrize(("straight", "curly"), MARKS, ids=[text or "empty" for text, _ in MARKS])
def test_marks_are_set_as_a_printer_would(straight: str, curly: str) -> None:
    assert smarten(straight) == curly


@pytest.mark.parametrize(("before", "mark"), [("", "“"), (" ", "“"), ("(", "“"), ("—", "“"), ("a", "”"), (".", "”")])
def test_a_quote_at_the_start_looks_at_the_character_before(before: str, mark: str) -> None:
    assert smarten('"x', before) == mark + "x"


@given(st.text().filter(lambda text: not any(mark in text for mark in ("'", '"', "--", "..."))))
def test_text_without_straight_marks_stays(text: str) -> None:
    assert smarten(text) == text


@given(st.text() | st.text("-.'\" a("), st.sampled_from(["", " ", "a", "("]))
def test_smart_text_stays(text: str, before: str) -> None:
    once = smarten(text, before)
    assert smarten(once, before) == once


@given(st.text())
def test_no_straight_quote_is_left(text: str) -> None:
    assert not {"'", '"'} & set(smarten(text))
