"""Summaries, ids and titles as they are compared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.ids import LIMIT, PART, anchor_ids, fragment, strategy_ids
from strategies.named import normal
from strategies.summaries import cut

from tests.strategies.samples import reading_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Follow Up", "follow up"),
        ("Follow Up", "Follow-up."),
        ("Follow Up", "4. Follow Up"),
        ("Don’t Rush", "Don't rush!"),
        ("Rest & Play", "Rest and Play"),
        ("Plan  Ahead", "Plan Ahead:"),
        ("Cafés", "CAFÉS"),
    ],
)
def test_titles_that_say_the_same_are_one(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Start Small", "Start Smart"),
        ("Be Patient", "Be Patient and Persistent"),
        ("Limit Sugar", "Limit Salt"),
        ("Follow Up", "Follow"),
        ("Resume", "Résumé"),
        ("早起き", "早寝"),
        ("!!!", "???"),
    ],
)
def test_titles_that_differ_stay_two(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@given(st.text(max_size=400))
def test_a_summary_is_short_and_ends_after_a_word(text: str) -> None:
    found = cut(text)
    assert len(found) <= 160
    if found.endswith("…") and not " ".join(text.split()).endswith("…"):
        kept, rest = found[:-1], " ".join(text.split())[len(found) - 1 :]
        assert " ".join(text.split()).startswith(kept)
        assert rest[0] in " ,;:.–—-("


def test_a_summary_that_cannot_be_cut_is_none() -> None:
    assert cut("x" * 161) == ""
    assert cut("y" * 160) == "y" * 160


def test_a_heading_without_text_says_what_stands_further_down() -> None:
    text = "## Tips\n\n### Plan\n\n#### At Home\n\nMake a list. Keep it.\n\n### Rest\n\n![](a.png)\n"
    assert [each.summary for each in reading_of(text).strategies] == ["Make a list.", ""]


@given(st.text(max_size=300), st.text(max_size=300))
def test_an_id_is_made_of_small_letters_digits_and_hyphens(slug: str, anchor: str) -> None:
    (found,) = strategy_ids(slug, [anchor])
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= LIMIT


def test_long_ids_keep_their_first_words_and_stay_apart() -> None:
    long = "one-two-three-four-five-six-seven-eight-nine-ten"
    first, second = strategy_ids("a", [f"{long}-eleven", f"{long}-twelve"])
    assert first != second
    assert first.startswith("a--one-two-three-four-five-six-seven-")


anchors = st.lists(st.sampled_from(["a_b", "A-B", "a-b", "ä b"]) | st.text(max_size=80), max_size=8, unique=True)


@given(anchors)
def test_headings_that_change_places_keep_their_ids(found: list[str]) -> None:
    ids = anchor_ids(found, PART)
    assert anchor_ids(found[::-1], PART) == ids[::-1]
    assert len(set(ids)) == len(found)


def test_of_anchors_with_one_slug_the_one_that_is_it_has_it() -> None:
    other, bare = anchor_ids(["A_B", "a-b"], PART)
    assert bare == "a-b"
    assert re.fullmatch("a-b-[0-9a-f]{6}", other)


@pytest.mark.parametrize(("anchor", "address"), [("follow-up", "follow-up"), ("Ü y", "%C3%9C%20y"), ('">', "%22%3E")])
def test_an_anchor_stands_in_addresses_without_spaces_and_marks(anchor: str, address: str) -> None:
    assert fragment(anchor) == address
