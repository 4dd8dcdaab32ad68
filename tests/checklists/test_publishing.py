"""The lock after publishing: nothing is removed, no ordinal changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklists.lock import Lock, lock_text
from checklists.publishing import is_behind, retire, updated

from tests.checklists.case_files import published, read


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


ONE_TWO = "--- a.yml\ntitle: A\nitems: [Two, One]\n"


def test_the_lock_is_sorted_an_id_a_line() -> None:
    lock = published(
        f"{ONE_TWO}--- then\n"
        "--- a.yml\ntitle: A\nretired: [two]\nitems: [{text: Eins, was: one, rev: 3}, {text: Zwei, inherits: two}]\n"
        "--- then\n--- b.yml\ntitle: B\nwas: a\nitems: [Eins, Zwei, 'Grüße „an“ \"alle\"']\n"
    )
    assert lock_text(lock) == (
        "{\n"
        '  "version": 1,\n'
        '  "checklists": {\n'
        '    "a": {\n'
        '      "(list)": {"became": ["b"]},\n'
        '      "eins": {"ordinal": 2, "rev": 3, "text": "Eins"},\n'
        '      "one": {"ordinal": 1, "rev": 1, "text": "One", "became": ["eins"]},\n'
        '      "two": {"ordinal": 0, "rev": 1, "text": "Two", "retired": true},\n'
        '      "zwei": {"ordinal": 3, "rev": 1, "text": "Zwei", "inherits": "two"}\n'
        "    },\n"
        '    "b": {\n'
        '      "eins": {"ordinal": 2, "rev": 1, "text": "Eins"},\n'
        '      "grusse-an-alle": {"ordinal": 4, "rev": 1, "text": "Grüße „an“ \\"alle\\""},\n'
        '      "one": {"ordinal": 1, "rev": 1, "text": "One", "became": ["eins"]},\n'
        '      "two": {"ordinal": 0, "rev": 1, "text": "Two", "retired": true},\n'
        '      "zwei": {"ordinal": 3, "rev": 1, "text": "Zwei", "inherits": "two"}\n'
        "    }\n"
        "  }\n"
        "}\n"
    )


def test_an_empty_lock_is_a_lock() -> None:
    assert lock_text(Lock("lock")) == '{\n  "version": 1,\n  "checklists": {}\n}\n'


def test_drafts_and_notes_are_not_published() -> None:
    lock = published(
        "--- a.yml\ntitle: A\nstatus: draft\nitems: [One]\n--- b.yml\ntitle: B\nitems: [{text: N, kind: note}]\n"
    )
    assert {id: dict(each.items) for id, each in lock.lists.items()} == {"b": {}}


def test_what_is_back_is_live_again() -> None:
    there_and_back = f"{ONE_TWO}--- then\n--- a.yml\ntitle: A\nitems: [Two, {{text: Eins, was: one}}]\n--- then\n"
    lock = published(f"{there_and_back}--- a.yml\ntitle: A\nitems: [Two, {{text: One, was: eins}}]\n")
    assert lock.lists["a"].items["one"].is_live
    assert lock.lists["a"].items["eins"].became == ("one",)


def test_a_retired_item_with_a_successor_is_what_became_of_it() -> None:
    lock = published(
        f"{ONE_TWO}--- then\n--- a.yml\ntitle: A\nretired: [one]\nitems: [Two]\n"
        "--- then\n--- a.yml\ntitle: A\nitems: [Two, {text: One, id: one-2, was: one}]\n"
    )
    assert (lock.lists["a"].items["one"].became, lock.lists["a"].items["one"].retired) == (("one-2",), False)


def test_a_second_list_that_was_joined_gets_ordinals_of_its_own() -> None:
    lock = published(
        "--- a.yml\ntitle: A\nitems: [One, Same]\n--- b.yml\ntitle: B\nitems: [Same, Two]\n"
        "--- then\n--- c.yml\ntitle: C\nwas: [a, b]\nitems: [One, Same, Two, Three]\n"
    )
    assert {id: entry.ordinal for id, entry in lock.lists["c"].items.items()} == {
        "one": 0,
        "same": 1,
        "three": 3,
        "two": 2,
    }


def test_a_list_back_under_its_first_id_knows_what_happened_meanwhile() -> None:
    lock = published(
        f"{ONE_TWO}--- then\n--- b.yml\ntitle: B\nwas: a\nitems: [Two, {{text: Eins, was: one}}]\n"
        "--- then\n--- a.yml\ntitle: A\nwas: b\nitems: [Two, Eins, Three]\n"
    )
    assert lock.lists["a"].is_live
    assert lock.lists["b"].became == ("a",)
    assert {id: (entry.ordinal, entry.became) for id, entry in lock.lists["a"].items.items()} == {
        "eins": (2, ()),
        "one": (1, ("eins",)),
        "three": (3, ()),
        "two": (0, ()),
    }


@pytest.mark.parametrize(
    ("now", "behind"),
    [
        ("title: Another title\nitems: [One, {text: TWO!, rev: 2}]\n", False),
        ("title: A\nitems: [One, Two, Three]\n", True),
        ("title: A\nretired: [two]\nitems: [One]\n", True),
        ("title: A\nitems: [One, {text: Zwei, was: two}]\n", True),
        ("title: A\nid: b\nwas: a\nitems: [One, Two]\n", True),
        ("title: A\nid: draft\nstatus: draft\nitems: [One, Two]\n", False),
    ],
)
def test_it_is_behind_when_an_id_is_not_settled(now: str, behind: bool) -> None:
    lock = published(ONE_TWO)
    assert is_behind(lock, [read("a.yml", now)]) is behind
    assert not is_behind(updated(lock, [read("a.yml", now)]), [read("a.yml", now)])


def test_a_list_or_an_item_can_be_retired() -> None:
    lock = published(ONE_TWO)
    whole, item = retire(lock, "a"), retire(lock, "a/one")
    assert whole and whole.lists["a"].retired and not whole.lists["a"].items["one"].retired
    assert item and item.lists["a"].items["one"].retired and not item.lists["a"].retired
    assert retire(lock, "b") is None
    assert retire(lock, "a/three") is None
