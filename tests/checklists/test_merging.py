"""What two branches published goes into one lock: nothing is lost, what both knew keeps its ordinal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from checklists.lock import Entry, Lock, Published, lock_text
from checklists.lock_file import BrokenError, Text, parsed, write_lock
from checklists.merging import merged
from hypothesis import given
from hypothesis import strategies as st

PATH = "content/checklists.lock.json"


def lock(**lists: dict[str, Entry]) -> Lock:
    return Lock(PATH, {id: Published(items) for id, items in lists.items()})


def entry(ordinal: int, text: str = "T") -> Entry:
    return Entry(ordinal, 1, text)


def ordinals(found: Lock) -> dict[str, dict[str, int]]:
    return {id: {name: each.ordinal for name, each in items.items.items()} for id, items in found.lists.items()}


def git_merged(folder: Path, base: Lock, ours: Lock, theirs: Lock, style: str = "merge") -> str:
    """The file as git leaves it."""
    names = ("ours", "base", "theirs")
    for name, each in zip(names, (ours, base, theirs), strict=True):
        write_lock(folder / name, each)
    command = ["git", "merge-file", "-p", *(["--diff3"] if style == "diff3" else []), *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


BASE = lock(a={"first": entry(0), "middle": entry(1)})
OURS = lock(a={"first": entry(0), "middle": entry(1), "pens": entry(2), "zebra": entry(3)})
THEIRS = lock(a={"first": entry(0), "middle": entry(1), "plants": entry(2)}, b={"one": entry(0)})


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_both_branches_of_a_conflict_stay(tmp_path: Path, style: str) -> None:
    text = git_merged(tmp_path, BASE, OURS, THEIRS, style)
    assert "<<<<<<<" in text and ("|||||||" in text) == (style == "diff3")
    found, moved = merged(text, PATH)
    assert ordinals(found) == {
        "a": {"first": 0, "middle": 1, "pens": 2, "zebra": 3, "plants": 4},
        "b": {"one": 0},
    }
    assert [str(each) for each in moved] == ['"plants" of "a" has the ordinal 4 now; "pens" keeps the one it had']


def test_one_ordinal_for_two_ids_without_a_conflict_stays_with_the_first() -> None:
    text = lock_text(lock(a={"a": entry(7), "b": entry(0), "c": entry(7), "d": entry(8)}))
    found, moved = merged(text, PATH)
    assert ordinals(found) == {"a": {"a": 7, "b": 0, "d": 8, "c": 9}}
    assert [each.id for each in moved] == ["c"]


def test_a_lock_without_a_conflict_stays_as_it_is() -> None:
    assert merged(lock_text(OURS), PATH) == (OURS, ())


def test_what_happened_on_either_branch_has_happened(tmp_path: Path) -> None:
    base = lock(a={"x": entry(0), "y": entry(1), "z": entry(2)})
    ours = lock(a={"x": Entry(0, 1, "T", ("u",)), "y": Entry(1, 1, "T", retired=True), "z": entry(2), "u": entry(3)})
    theirs = lock(a={"x": Entry(0, 4, "T", ("v",)), "y": Entry(1, 1, "T", ("v",)), "z": entry(2), "v": entry(3)})
    found, _ = merged(git_merged(tmp_path, base, ours, theirs), PATH)
    assert found.lists["a"].items["x"] == Entry(0, 4, "T", ("u", "v"))
    assert found.lists["a"].items["y"] == Entry(1, 1, "T", ("v",))
    assert ordinals(found) == {"a": {"x": 0, "y": 1, "z": 2, "u": 3, "v": 4}}


def test_lists_renamed_and_retired_on_branches_are_joined() -> None:
    ours = Lock(PATH, {"a": Published({}, ("b",)), "c": Published({}, retired=True)})
    theirs = Lock(PATH, {"a": Published({}, ("d",)), "c": Published({})})
    conflict = f"<<<<<<< ours\n{lock_text(ours)}=======\n{lock_text(theirs)}>>>>>>> theirs\n"
    found, _ = merged(conflict, PATH)
    assert found.lists == {"a": Published({}, ("b", "d")), "c": Published({}, retired=True)}


def test_commas_lost_or_left_by_hand_are_mended() -> None:
    text = lock_text(OURS)
    without = text.replace("},\n      ", "}\n      ")
    left = text.replace('"}\n    }', '"},\n    },')
    assert without != text != left
    assert merged(without, PATH)[0] == merged(left, PATH)[0] == OURS


def test_what_is_broken_on_one_branch_is_told_with_its_line_in_the_file() -> None:
    text = (
        lock_text(OURS)
        .replace('      "pens"', '<<<<<<< a\n=======\n      "Pens"')
        .replace('\n      "zebra"', '\n>>>>>>> b\n      "zebra"')
    )
    with pytest.raises(BrokenError) as caught:
        merged(text, PATH)
    assert str(caught.value.problem).startswith('content/checklists.lock.json:9:7: "Pens" is no id. ')


ids = st.sampled_from([f"{letter}{number}" for letter in "abcdef" for number in range(3)])


@st.composite
def branches(draw: st.DrawFn) -> tuple[Lock, Lock, Lock]:
    """What was published before two branches, and on each of them."""
    base = draw(st.lists(ids, unique=True, max_size=6))
    added = st.lists(ids.filter(lambda id: id not in base), unique=True, max_size=6)
    sides = [base, [*base, *draw(added)], [*base, *draw(added)]]
    first, ours, theirs = (lock(a={id: entry(at, id) for at, id in enumerate(side)}) for side in sides)
    return first, ours, theirs


@given(branches(), st.sampled_from(["merge", "diff3"]))
def test_branches_merged_in_either_order_give_the_same_ids_and_keep_what_both_knew(
    tmp_path_factory: pytest.TempPathFactory, found: tuple[Lock, Lock, Lock], style: str
) -> None:
    base, ours, theirs = found
    folder = tmp_path_factory.getbasetemp()
    one = ordinals(merged(git_merged(folder, base, ours, theirs, style), PATH)[0]).get("a", {})
    other = ordinals(merged(git_merged(folder, base, theirs, ours, style), PATH)[0]).get("a", {})
    assert one.keys() == other.keys() == ours.lists["a"].items.keys() | theirs.lists["a"].items.keys()
    for id, known in base.lists["a"].items.items():
        assert one[id] == other[id] == known.ordinal
    assert len(set(one.values())) == len(one) and len(set(other.values())) == len(other)


def test_the_text_of_a_merge_can_be_read() -> None:
    text = lock_text(merged(lock_text(THEIRS), PATH)[0])
    assert isinstance(parsed(text, PATH), Text)
