"""What ``if`` says about the answers of a reader."""

from __future__ import annotations

import pytest
from checklists.conditions import LIMIT, WORDS, read_condition
from checklists.model import All, Any, Condition, Is, Not, Option, Question
from checklists.values import Wrong
from hypothesis import given
from hypothesis import strategies as st
from located import Location

WHERE = Location("x.yml", 3, 9)
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
QUESTIONS = {
    "online": Question("online", "Online?", YES_NO, WHERE),
    "far": Question("far", "Far?", YES_NO, WHERE),
    "size": Question("size", "How big?", (Option("small", "small"), Option("very-large", "Very large")), WHERE),
}
ONLINE, FAR, SMALL, LARGE = Is("online", "yes"), Is("far", "yes"), Is("size", "small"), Is("size", "very-large")


def read(words: str) -> Condition:
    return read_condition(words, WHERE, QUESTIONS).condition


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("online", ONLINE),
        ("online is yes", ONLINE),
        ("online is no", Is("online", "no")),
        ("not online", Not(ONLINE)),
        ("not not online", Not(Not(ONLINE))),
        ("size is small", SMALL),
        ("size is not small", Not(SMALL)),
        ("not size is small", Not(SMALL)),
        ("size is very-large", LARGE),
        ("size is Very large", LARGE),
        ("size is very large and online", All((LARGE, ONLINE))),
        ("online and far and size is small", All((ONLINE, FAR, SMALL))),
        ("online or far or size is small", Any((ONLINE, FAR, SMALL))),
        ("online or far and not size is small", Any((ONLINE, All((FAR, Not(SMALL)))))),
        ("(online or far) and size is small", All((Any((ONLINE, FAR)), SMALL))),
        ("not (online or far)", Not(Any((ONLINE, FAR)))),
        ("((online))", ONLINE),
        ("online AND NOT far", All((ONLINE, Not(FAR)))),
    ],
)
def test_not_binds_before_and_before_or(words: str, condition: Condition) -> None:
    assert read(words) == condition


def test_the_words_and_the_place_are_kept() -> None:
    found = read_condition("not (online)", WHERE, QUESTIONS)
    assert (found.words, found.where) == ("not (online)", WHERE)


def test_a_condition_may_not_be_endless() -> None:
    with pytest.raises(Wrong) as wrong:
        read(" or ".join(["online"] * 40))
    assert str(wrong.value.problems[0]) == 'x.yml:3:9: "if" has 396 characters; the limit is 200. Shorten it.'


WRITTEN = st.recursive(
    st.sampled_from([(ONLINE, "online"), (Is("far", "no"), "far is no"), (LARGE, "size is very large")]),
    lambda parts: st.one_of(
        parts.map(lambda part: (Not(part[0]), f"not ({part[1]})")),
        st.tuples(parts, parts).map(lambda both: (All((both[0][0], both[1][0])), f"({both[0][1]}) and ({both[1][1]})")),
        st.tuples(parts, parts).map(lambda both: (Any((both[0][0], both[1][0])), f"({both[0][1]}) or ({both[1][1]})")),
    ),
    max_leaves=5,
)


@given(WRITTEN.filter(lambda pair: len(pair[1]) <= LIMIT))
def test_what_is_written_with_parentheses_is_read_as_it_was(written: tuple[Condition, str]) -> None:
    assert read(written[1]) == written[0]


@given(st.lists(st.sampled_from([*WORDS, *QUESTIONS, "(", ")", "yes", "small", "!", "&&", "x"])).map(" ".join))
def test_any_words_are_a_condition_or_wrong(words: str) -> None:
    try:
        found = read_condition(words, WHERE, QUESTIONS)
    except Wrong as wrong:
        assert wrong.problems[0].where == WHERE
        assert wrong.problems[0].fix
    else:
        assert found.words == words
