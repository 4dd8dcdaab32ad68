"""Values, each in the forms that its field takes. What they refuse is in cases/reading/values.md."""

from __future__ import annotations

import re
from typing import Any

import pytest
from checklists.values import (
    FLAG,
    IDENTIFIER,
    IDENTIFIERS,
    LANGUAGE,
    LINES,
    LONGEST,
    MARKDOWN,
    NAMES,
    PLACED_IDENTIFIERS,
    STRATEGY,
    TEXT,
    TEXT_LIMIT,
    Form,
    Wrong,
    listed,
    read_each,
)
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Mapping, Scalar, Sequence

WHERE = Location("x.yml", 2, 3)


def typed(text: str, quoted: bool = False) -> Scalar:
    return Scalar(text, WHERE, quoted)


def written(*texts: str) -> Sequence:
    return Sequence(tuple(map(typed, texts)), WHERE)


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        (TEXT, typed(" two \n words "), "two words"),
        (TEXT, typed("~"), ""),
        (TEXT, typed("~", quoted=True), "~"),
        (LINES, typed("one  two \n\n  three \n"), "one two\n\nthree"),
        (MARKDOWN, typed("- one\n    - two\n"), "- one\n    - two"),
        (IDENTIFIER, typed("a-1"), "a-1"),
        (IDENTIFIER, typed("no"), "no"),
        (STRATEGY, typed("before--prepare-two-answers"), "before--prepare-two-answers"),
        (STRATEGY, typed("prepare-two-answers"), "prepare-two-answers"),
        (STRATEGY, typed(""), ""),
        (IDENTIFIERS, typed("a"), ("a",)),
        (IDENTIFIERS, written("b", "a", "b"), ("b", "a")),
        (IDENTIFIERS, typed(""), ()),
        (PLACED_IDENTIFIERS, written("a"), (("a", WHERE),)),
        (NAMES, typed("one, two three,, one"), ("one", "two three")),
        (NAMES, written("one, two", ""), ("one, two",)),
        (LANGUAGE, typed("pt_BR"), "pt-BR"),
        (LANGUAGE, typed("no"), "no"),
        (FLAG, typed("No"), False),
        (FLAG, typed("on"), True),
        (FLAG, typed(""), None),
    ],
)
def test_a_value_is_read_in_each_of_its_forms(form: Form, value: Any, expected: Any) -> None:
    assert form.read("key", value) == expected


@pytest.mark.parametrize("text", ["A", "a_b", "a--b", "-a", "a-", "é", "a b", "a/b", "", "a\n"])
def test_what_is_no_id_is_wrong(text: str) -> None:
    with pytest.raises(Wrong, match="may hold only lower-case letters"):
        IDENTIFIER.read("id", typed(text, quoted=True))


@given(st.text(max_size=100))
def test_what_is_advised_instead_of_an_id_is_one(text: str) -> None:
    try:
        IDENTIFIER.read("id", typed(text, quoted=True))
    except Wrong as wrong:
        advised = re.search('"(.*)"', wrong.problems[0].fix)
        if advised:
            assert IDENTIFIER.read("id", typed(advised[1])) == advised[1]
        else:
            assert len(text) > LONGEST


def test_a_text_has_a_limit() -> None:
    assert LINES.read("why", typed("x" * TEXT_LIMIT)) == "x" * TEXT_LIMIT
    with pytest.raises(Wrong, match='"why" has 5,001 characters; the limit is 5,000'):
        LINES.read("why", typed("x" * (TEXT_LIMIT + 1)))


def test_all_that_is_wrong_in_a_list_is_told() -> None:
    with pytest.raises(Wrong) as wrong:
        IDENTIFIERS.read("was", Sequence((typed("A"), typed("b"), Mapping((), WHERE)), WHERE))
    assert len(wrong.value.problems) == 2


def test_what_is_read_of_a_list_keeps_its_order() -> None:
    assert read_each(written("b", "a").items, lambda node: node.where) == (WHERE, WHERE)
    assert read_each((), lambda node: node) == ()


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_listed_as_one_says_them(words: list[str], text: str) -> None:
    assert listed(words) == text
