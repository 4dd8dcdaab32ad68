from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located.plain import NotPlain, plain, restored


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    words: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    when: datetime | None
    colour: Colour
    level: Literal["high", "low"]
    named: dict[str, Leaf] = field(default_factory=dict)
    trees: tuple[Tree, ...] = ()


LEAVES = st.builds(Leaf, st.text(), st.none() | st.integers())
TREES = st.recursive(
    st.just(()),
    lambda below: st.lists(
        st.builds(
            Tree,
            st.lists(LEAVES, max_size=3).map(tuple),
            st.lists(st.text(), max_size=3).map(tuple),
            st.lists(st.tuples(st.text(), st.text()), max_size=2).map(tuple),
            st.none() | st.datetimes() | st.datetimes(timezones=st.just(UTC)),
            st.just(Colour.RED),
            st.sampled_from(["high", "low"]),
            st.dictionaries(st.text(), LEAVES, max_size=2),
            below,
        ),
        max_size=2,
    ).map(tuple),
    max_leaves=4,
)


@given(TREES)
def test_a_value_comes_back_from_json_as_it_was(trees: tuple[Tree, ...]) -> None:
    for tree in trees:
        assert restored(Tree, json.loads(json.dumps(plain(tree)))) == tree


TREE = [[["a", 1]], ["w"], [["a", "b"]], "2026-01-01T00:00:00", "red", "low", {"x": ["y", None]}, []]


@pytest.mark.parametrize(
    ("at", "wrong"),
    [(0, [["a", "1"]]), (0, [["a"]]), (0, [["a", 1, 2]]), (0, "ab"), (0, [["a", True]]), (1, [1]), (1, "w"),
     (2, [["a"]]), (3, "noon"), (3, 5), (4, "blue"), (5, "middle"), (6, []), (6, {"x": 1}), (7, [["too", "short"]])],
)  # fmt: skip
def test_data_of_another_form_is_refused(at: int, wrong: Any) -> None:
    assert restored(Tree, TREE)
    with pytest.raises(NotPlain):
        restored(Tree, [*TREE[:at], wrong, *TREE[at + 1 :]])


def test_what_has_no_plain_form_is_refused() -> None:
    for value in (object(), {1}, b"bytes", Tree):
        with pytest.raises(NotPlain):
            plain(value)


@dataclass(frozen=True)
class Odd:
    anything: object


def test_a_type_that_may_hold_anything_is_refused() -> None:
    with pytest.raises(NotPlain):
        restored(Odd, ["x"])
