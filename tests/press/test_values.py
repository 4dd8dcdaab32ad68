from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pelican.contents import Article
from pelican.paginator import Paginator
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Category, Tag
from press.values import LARGE, CannotCompare, Values

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def values() -> Values:
    return Values(lambda content: str(content.source_path))


def article(name: str, title: str = "One") -> Article:
    return Article("text", {"title": title, "slug": name}, settings=dict(DEFAULT_CONFIG), source_path=name)


@dataclass(frozen=True)
class Frozen:
    one: Any
    two: Any = None


@dataclass(frozen=True)
class Other:
    one: Any
    two: Any = None


@dataclass
class Open:
    held: list[int] = field(default_factory=list)


@given(JSON, JSON)
def test_values_are_the_same_if_they_print_the_same(one: Any, two: Any) -> None:
    def found(value: Any) -> bytes:
        return Values(lambda content: "").digest(value)

    assert found(one) == found(json.loads(json.dumps(one)))
    assert (found(one) == found(two)) == (repr(one) == repr(two))


DIFFERENT: list[Any] = [
    None, True, 1, 1.0, "1", b"", Markup("1"), [1], {1: 2}, {"1": 2}, {2: 1}, {1}, [[1]], [1, 1], ["11"], ["1", "1"],
    Frozen(1), Frozen(2), Frozen(1, 1), Other(1), Open([1]), Open([2]), date(2026, 1, 1), datetime(2026, 1, 1),
    datetime(2026, 1, 1, tzinfo=UTC), Path("a"), Category("a", DEFAULT_CONFIG), Tag("a", DEFAULT_CONFIG),
    Tag("b", DEFAULT_CONFIG),
]  # fmt: skip


def test_what_differs_in_type_or_value_differs(values: Values) -> None:
    found = [values.digest(each) for each in DIFFERENT if each != b""]
    assert len(set(found)) == len(found)


def test_a_set_has_no_order_and_a_dict_has(values: Values) -> None:
    assert values.digest({"a", "b", "c"}) == values.digest({"c", "b", "a"})
    assert values.digest({"a": 1, "b": 2}) != values.digest({"b": 2, "a": 1})


def test_an_article_is_which_one_it_is(values: Values) -> None:
    assert values.digest([article("a", "One")]) == values.digest([article("a", "Two")])
    assert values.digest(article("a")) != values.digest(article("b"))


def test_an_article_in_a_dataclass_cannot_be_compared(values: Values) -> None:
    with pytest.raises(CannotCompare):
        values.digest(Frozen([article("a")]))
    assert values.digest([article("a")])


def test_a_tag_is_the_same_whether_its_slug_was_asked_for_or_not(values: Values) -> None:
    asked = Tag("a b", DEFAULT_CONFIG)
    assert asked.slug == "a-b"
    assert values.digest(asked) == values.digest(Tag("a b", DEFAULT_CONFIG))


def test_a_page_of_a_list_is_its_entries_and_how_many_there_are(values: Values) -> None:
    def page(names: str, number: int = 1) -> bytes:
        items = [article(name) for name in names]
        found = Values(lambda content: str(content.source_path))
        return found.digest(Paginator("a.html", "a", items, DEFAULT_CONFIG, 2).page(number))

    assert page("abcd") == page("abcd")
    assert len({page("abcd"), page("abcde"), page("bacd"), page("abcd", 2)}) == 4


class Text(str):
    pass


@pytest.mark.parametrize(
    "make",
    [lambda: print, lambda: object(), lambda: (each for each in "ab"), lambda: Decimal(1), lambda: Text("a")],
    ids=["function", "object", "generator", "unknown", "subclass"],
)
def test_what_cannot_be_looked_into_cannot_be_compared(values: Values, make: Callable[[], Any]) -> None:
    with pytest.raises(CannotCompare):
        values.digest([{"deep": (make(),)}])


def test_what_holds_itself_cannot_be_compared(values: Values) -> None:
    held: list[Any] = []
    held.append(held)
    with pytest.raises(CannotCompare):
        values.digest(held)


def test_a_long_list_is_looked_at_anew_once_it_may_have_changed(values: Values) -> None:
    many = list(range(LARGE + 1))
    before = values.digest(many)
    many[0] = -1
    values.forget_lists()
    assert values.digest(many) != before


def test_what_is_frozen_is_looked_at_anew_once_what_it_holds_may_have_changed(values: Values) -> None:
    frozen = Frozen(held := [1])
    before = values.digest(frozen)
    held.append(2)
    values.forget()
    assert values.digest(frozen) != before
