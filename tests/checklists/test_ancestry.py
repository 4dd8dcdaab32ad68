"""Where ticks belong: the ids that an item had, over all publishings."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklists.ancestry import ancestry, former_ids, ordinals, snapshots
from checklists.lock import Lock

from tests.checklists.case_files import published, read


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lists(*states: str) -> str:
    """Publishings of one list, each given by its items."""
    return "--- then\n".join(f"--- a.yml\ntitle: A\nitems: {items}\n" for items in states)


def now(items: str) -> str:
    return f"title: A\nitems: {items}\n"


def test_a_rename_that_was_never_published_is_said_by_the_list_alone() -> None:
    assert ancestry(Lock("lock"), read("a.yml", now("[{text: B, was: a}]"))) == {"b": ("a",)}


def test_a_chain_of_renames_over_publishings_leads_to_its_start() -> None:
    lock = published(lists("[A]", "[{text: B, was: a}]"))
    assert ancestry(lock, read("a.yml", now("[{text: C, was: b}]"))) == {"b": ("a",), "c": ("b",)}


def test_was_that_is_no_longer_said_is_still_known() -> None:
    lock = published(lists("[A, B]", "[{text: C, was: [a, b]}]"))
    assert ancestry(lock, read("a.yml", now("[C]"))) == {"c": ("a", "b")}


def test_a_merge_that_lists_a_chain_stays_a_chain() -> None:
    lock = published(lists("[A]", "[{text: B, was: a}]"))
    assert ancestry(lock, read("a.yml", now("[{text: C, was: [a, b]}]"))) == {"b": ("a",), "c": ("b",)}


def test_a_merge_stays_a_merge_when_a_chain_leads_to_a_part_of_it() -> None:
    lock = published(lists("[A, X]", "[{text: B, was: a}, X]"))
    assert ancestry(lock, read("a.yml", now("[{text: C, was: [a, b, x]}]"))) == {"b": ("a",), "c": ("x", "b")}


def test_what_was_split_from_something_gone_has_it_as_its_ancestor() -> None:
    lock = published(lists("[A]"))
    split = read("a.yml", now("[{text: B, inherits: a}, {text: C, inherits: a}]"))
    assert ancestry(lock, split) == {"b": ("a",), "c": ("a",)}
    assert snapshots(lock, split) == {}


def test_inherits_is_known_when_it_is_no_longer_said() -> None:
    lock = published(lists("[A]", "[{text: B, inherits: a}, {text: C, inherits: a}]"))
    assert ancestry(lock, read("a.yml", now("[B, {text: D, was: c}]"))) == {"b": ("a",), "c": ("a",), "d": ("c",)}


def test_what_was_split_from_something_still_there_starts_with_a_copy() -> None:
    lock = published(lists("[A]"))
    split = read("a.yml", now("[A, {text: B, inherits: a}]"))
    assert ancestry(lock, split) == {}
    assert snapshots(lock, split) == {"b": "a"}


def test_a_copy_stays_a_copy_when_its_source_is_renamed_or_retired() -> None:
    """Or else unticking the source, before it was renamed, would untick the item."""
    lock = published(lists("[A]", "[A, {text: B, inherits: a}]"))
    renamed = read("a.yml", now("[{text: C, was: a}, {text: B, inherits: a}]"))
    assert ancestry(lock, renamed) == {"c": ("a",)}
    assert snapshots(lock, renamed) == {"b": "a"}
    retired = read("a.yml", "title: A\nretired: [a]\nitems: [{text: B, inherits: a}]\n")
    assert ancestry(lock, retired) == {}
    assert snapshots(lock, retired) == {"b": "a"}


def test_a_copy_is_still_made_for_an_item_that_was_renamed_before_the_reader_came() -> None:
    lock = published(lists("[A, X]", "[A, X, {text: B, inherits: a}]", "[A, X, {text: C, inherits: b}, B]"))
    merged = read("a.yml", now("[A, {text: D, was: [b, x]}, C]"))
    assert ancestry(lock, merged) == {"d": ("x", "b")}
    assert snapshots(lock, merged) == {"b": "a", "c": "b"}


def test_a_copy_stays_a_copy_when_the_item_is_renamed_and_still_says_it() -> None:
    lock = published(lists("[A, X]", "[A, X, {text: B, inherits: a}]", "[{text: M, was: [a, x]}, B]"))
    renamed = read("a.yml", now("[M, {text: C, was: b, inherits: a}]"))
    assert ancestry(lock, renamed) == {"c": ("b",), "m": ("a", "x")}
    assert snapshots(lock, renamed) == {"b": "a"}


def test_inherits_beside_was_is_no_merge() -> None:
    lock = published(lists("[A, B]"))
    both = read("a.yml", "title: A\nitems: [{text: C, was: b, inherits: a}]\n")
    assert ancestry(lock, both) == {"b": ("a",), "c": ("b",)}


def test_a_text_changed_back_and_forth_goes_round_in_no_circle() -> None:
    lock = published(lists("[A]", "[{text: B, was: a}]"))
    back = read("a.yml", now("[{text: A, was: b}]"))
    assert ancestry(lock, back) == {"a": ("b",)}
    lock = published(lists("[A]", "[{text: B, was: a}]", "[{text: A, was: b}]"))
    assert ancestry(lock, read("a.yml", now("[{text: B, was: a}]"))) == {"b": ("a",)}


def test_the_ids_that_a_list_had_are_known_the_last_first() -> None:
    lock = published("--- a.yml\ntitle: A\nitems: [A]\n--- then\n--- b.yml\ntitle: B\nwas: a\nitems: [A]\n")
    assert former_ids(lock, read("c.yml", "title: C\nwas: b\nitems: [A]\n")) == ("b", "a")
    assert former_ids(lock, read("b.yml", "title: B\nitems: [A]\n")) == ("a",)


def test_the_ancestry_goes_with_a_renamed_list() -> None:
    lock = published(lists("[A]", "[{text: B, was: a}]"))
    renamed = read("z.yml", "title: A\nwas: a\nitems: [{text: C, was: b}]\n")
    assert ancestry(lock, renamed) == {"b": ("a",), "c": ("b",)}


def test_ordinals_are_those_after_publishing() -> None:
    lock = published(lists("[A, B]"))
    assert ordinals(lock, read("a.yml", now("[New, {text: C, was: b}, A]"))) == {"a": 0, "b": 1, "new": 2, "c": 3}
