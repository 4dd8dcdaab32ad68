"""How titles are built."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.instructions import Build, build_of
from strategies.verbs import NOUNS_TOO, VERBS, gerund, is_verb, third

from tests.cases import read_cases

CASES = [
    (title, case.title)
    for case in read_cases(Path(__file__).parent / "cases" / "builds.md")
    for title in case.blocks[0].strip().split("\n")
]


@pytest.mark.parametrize(("title", "build"), CASES)
def test_titles_are_built_as_a_reader_sees_them(title: str, build: str) -> None:
    assert build_of(title).name == build


def test_every_build_has_cases() -> None:
    assert {build for _, build in CASES} == {each.name for each in Build}


@given(st.text())
def test_any_title_is_built_somehow(title: str) -> None:
    assert build_of(title) in Build


def test_a_word_is_sure_or_it_is_not() -> None:
    assert not VERBS & NOUNS_TOO


@pytest.mark.parametrize(
    ("found", "verb"),
    [
        (third("reduces"), "reduce"),
        (third("carries"), "carry"),
        (third("watches"), "watch"),
        (third("boss"), ""),
        (gerund("planning"), "plan"),
        (gerund("making"), "make"),
        (gerund("building"), "build"),
        (gerund("king"), ""),
        (gerund("ceiling"), ""),
    ],
)
def test_forms_of_a_verb_lead_back_to_it(found: str, verb: str) -> None:
    assert found == verb


@pytest.mark.parametrize(
    "verb", ["tidy", "reheat", "re-read", "over-communicate", "gamify", "standardise", "summarize"]
)
def test_verbs_are_known_by_how_they_are_made(verb: str) -> None:
    assert is_verb(verb)


@pytest.mark.parametrize("word", ["reserve", "report", "paradise", "enterprise", "size", "overalls", "walk", ""])
def test_other_words_are_no_sure_verbs(word: str) -> None:
    assert not is_verb(word)
