"""Whether one text may be another, reworded; and whether it is beyond doubt."""

from __future__ import annotations

import pytest
from checklists.likeness import is_rewording, likeness
from hypothesis import given
from hypothesis import strategies as st

SAME = [
    ("Bring cards", "Bring cards!"),
    ("Bring business cards", "Bring your business cards"),
    ("Smile at everybody", "Smile at evreybody"),
    ("Read the guest list and pick three people", "Read the list of guests and pick three people"),
    ("Прочитать список гостей", "Прочитать список всех гостей"),
]
IN_DOUBT = [
    ("Bring your cards", "Bring your pens"),
    ("Bring cards", "Do not bring cards"),
    ("Meet three people", "Meet four people"),
]
OTHER = [("Smile", "Learn who hosts it"), ("", "!?"), ("", "Smile")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_rewording_is_one_beyond_doubt(one: str, other: str) -> None:
    assert is_rewording(one, other) and likeness(one, other) > 0.5


@pytest.mark.parametrize(("one", "other"), IN_DOUBT)
def test_one_word_can_make_another_thing_of_it(one: str, other: str) -> None:
    assert not is_rewording(one, other) and likeness(one, other) > 0.4


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_texts_are_not_alike(one: str, other: str) -> None:
    assert not is_rewording(one, other) and likeness(one, other) < 0.3


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_between_nothing_and_all(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1 == likeness(one, one)
