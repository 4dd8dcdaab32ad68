"""Every item has an id, and every id one item."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from checklists.ids import item_id
from checklists.model import Item, Section
from checklists.naming import name_items
from hypothesis import given
from hypothesis import strategies as st
from located import Location


def where(line: int) -> Location:
    return Location("x.yml", line)


def section(*items: Item) -> Section:
    return Section("", "", where(1), items)


def item(text: str, id_: str = "", line: int = 1) -> Item:
    return Item(id_, text, where(line), id_written=bool(id_))


def ids(*items: Item) -> list[str]:
    named, problems = name_items([section(*items)], {})
    assert problems == []
    return [each.id for each in named[0].items]


def test_an_id_is_what_was_written_or_the_slug_of_the_text() -> None:
    assert ids(item("Bring cards"), item("Bring pens", "pens")) == ["bring-cards", "pens"]


def test_the_same_texts_are_numbered() -> None:
    assert ids(item("Drink"), item("drink!"), item("Drink.")) == ["drink", "drink-2", "drink-3"]


def test_a_number_never_takes_the_id_of_another_text_or_author() -> None:
    texts = ids(item("Day"), item("Day"), item("Day 2"), item("Other", "day-3"))
    assert texts == ["day", "day-4", "day-2", "day-3"]


def test_a_text_without_letters_has_an_id() -> None:
    assert ids(item("😀"), item("…")) == ["item", "item-2"]


def test_numbered_ids_are_not_too_long() -> None:
    first, second = ids(item("word " * 30), item("word " * 30))
    assert max(len(first), len(second)) <= 60
    assert first != second
    assert second.endswith("-2")


def test_items_below_others_share_the_ids_of_the_whole_list() -> None:
    parent = replace(item("Pack"), items=(item("Pack"), item("Cards")))
    named, problems = name_items([section(parent), section(item("Cards"))], {})
    assert problems == []
    assert [each.items[0].id for each in named] == ["pack", "cards-2"]
    assert [each.id for each in named[0].items[0].items] == ["pack-2", "cards"]


def test_two_written_ids_name_both_lines() -> None:
    first, second = item("A", "x", 2), item("B", "x", 5)
    places = {where(2): where(3), where(5): where(6)}
    _, (problem,) = name_items([section(first), section(second)], places)
    assert problem.where == where(6)
    assert problem.what == 'the id "x" comes twice, first in line 3'


def test_a_written_id_may_not_be_that_of_another_text() -> None:
    _, (problem,) = name_items([section(item("Read", line=2), item("Read the list", "read", 4))], {})
    assert problem.where == where(4)
    assert problem.what == 'the text in line 2 gives the id "read", which is the id written here'


@given(
    st.lists(st.tuples(st.sampled_from(["a", "a 2", "A!", "b", "?", "word " * 20]), st.sampled_from(["", "", "a-2"])))
)
def test_ids_are_unique_unless_two_were_written(written: list[tuple[str, str]]) -> None:
    items = [item(text, id_, line) for line, (text, id_) in enumerate(written, 1)]
    (named,), problems = name_items([section(*items)], {})
    found = [each.id for each in named.items]
    twice = {id_ for id_, count in Counter(found).items() if count > 1}
    assert twice <= {"a-2"}
    assert not twice or problems
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id_) and len(id_) <= 60 for id_ in found)


@given(st.lists(st.sampled_from(["a", "a 2", "b", "c"]), min_size=1), st.sampled_from(["a", "b", "d"]))
def test_an_item_at_the_end_changes_no_id_above(texts: list[str], added: str) -> None:
    before = ids(*(item(text) for text in texts))
    after = ids(*(item(text) for text in [*texts, added]))
    numbered = {id_ for id_, text in zip(before, texts, strict=True) if id_ != item_id(text)}
    assert all(old == new or old in numbered for old, new in zip(before, after, strict=False))
