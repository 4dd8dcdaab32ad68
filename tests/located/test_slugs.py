"""Slugs and ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located.slugs import Ids, slugify

SLUGS = [
    ("Follow Up", "follow-up"),
    ("  Follow --- Up!  ", "follow-up"),
    ("Don't Panic", "dont-panic"),
    ("Don’t Panic", "dont-panic"),
    ("C", "c"),
    ("C++", "c-plus-plus"),
    ("C#", "c-sharp"),
    ("R&D", "r-and-d"),
    ("Café Crème", "cafe-creme"),
    ("Straße", "strasse"),
    ("ﬁrst", "first"),
    ("Ｆｕｌｌ width", "full-width"),
    ("北京", "bei-jing"),
    ("Привет", "privet"),
    ("3.1 Numbers", "3-1-numbers"),
    ("!!!", ""),
    ("🎉", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "slug"), SLUGS, ids=[text or "empty" for text, _ in SLUGS])
def test_a_slug_stands_for_its_text(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_words_of_ascii_joined_by_single_hyphens(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slugify(text))


@given(st.text())
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


def test_ids_count_up_in_order() -> None:
    ids = Ids()
    assert [ids.unique("a") for _ in range(3)] == ["a", "a-2", "a-3"]


def test_an_id_that_an_author_wrote_is_not_given_out() -> None:
    ids = Ids()
    ids.reserve("a-2")
    assert [ids.unique("a") for _ in range(2)] == ["a", "a-3"]


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])), st.sets(st.sampled_from(["a", "a-2", "a-3"])))
def test_ids_are_never_given_out_twice(names: list[str], written: set[str]) -> None:
    ids = Ids()
    for each in written:
        ids.reserve(each)
    given_out = [ids.unique(name) for name in names]
    assert len({*given_out, *written}) == len(given_out) + len(written)
