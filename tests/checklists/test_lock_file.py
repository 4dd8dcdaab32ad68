"""The file of the lock: what is in it comes back, whatever else is in it is told, and it is written whole or not."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from checklists.lock import Entry, Lock, Published, lock_text
from checklists.lock_file import read_lock, write_lock
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, read_cases
from tests.checklists.case_files import LOCK, lines

CASES = read_cases(Path(__file__).parent / "cases/lock/broken.md")


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_is_told_whole(case: Case) -> None:
    text, told = case.blocks
    LOCK.write_text(text, encoding="utf-8")
    assert lines(read_lock(LOCK)[1]) == told.splitlines()


def test_no_file_is_an_empty_lock() -> None:
    assert read_lock(LOCK) == (Lock(str(LOCK)), ())


def test_a_link_to_nothing_is_no_empty_lock() -> None:
    LOCK.symlink_to("nowhere")
    assert lines(read_lock(LOCK)[1]) == [
        "content/checklists.lock.json:1:1: is a link to a file that is not there. Mend the link or remove it."
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"version": ' + "1" * 10_000 + "}", '{"a":' * 50_000])
def test_depth_and_length_are_told_and_no_crash(text: str) -> None:
    LOCK.write_text(text)
    assert len(read_lock(LOCK)[1]) == 1


ids = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
entries = st.builds(
    Entry,
    st.just(0),
    st.integers(1, 99),
    texts,
    st.lists(ids, max_size=2, unique=True).map(tuple),
    st.booleans(),
    st.just("") | ids,
    st.just("") | ids,
)


@st.composite
def published_lists(draw: st.DrawFn) -> Published:
    items = draw(st.dictionaries(ids, entries, max_size=5))
    numbered = {
        id: Entry(at, each.rev, each.text, each.became, each.retired, each.inherits, each.copies)
        for at, (id, each) in enumerate(items.items())
    }
    return Published(numbered, draw(st.lists(ids, max_size=2, unique=True).map(tuple)), draw(st.booleans()))


@given(st.dictionaries(ids, published_lists(), max_size=4))
def test_what_is_written_is_read_again(lists: dict[str, Published]) -> None:
    lock = Lock(str(LOCK), lists)
    write_lock(LOCK, lock)
    assert read_lock(LOCK) == (lock, ())


@given(st.dictionaries(ids, published_lists(), max_size=4))
def test_every_entry_knows_its_line(lists: dict[str, Published]) -> None:
    write_lock(LOCK, Lock(str(LOCK), lists))
    text = LOCK.read_text("utf-8").split("\n")
    for id, published in read_lock(LOCK)[0].lists.items():
        assert published.where and text[published.where.line - 1].startswith(f'    "{id}": {{')
        for name, entry in published.items.items():
            assert entry.where and text[entry.where.line - 1].startswith(f'      "{name}": {{')


def test_another_layout_is_read_too() -> None:
    lock = Lock(str(LOCK), {"a": Published({"one": Entry(0, 1, "One")}), "b": Published({"one": Entry(0, 1, "One")})})
    LOCK.write_text(json.dumps(json.loads(lock_text(lock)), indent="\t"))
    read, problems = read_lock(LOCK)
    assert (read, problems) == (lock, ())
    there = read.lists["b"].items["one"].where
    assert there and (there.line, there.column) == (12, 4)


def test_a_lock_that_cannot_be_written_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    write_lock(LOCK, Lock(str(LOCK)))
    before = LOCK.read_bytes()

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(OSError, match="No space"):
        write_lock(LOCK, Lock(str(LOCK), {"a": Published({})}))
    assert LOCK.read_bytes() == before
    assert os.listdir("content") == [LOCK.name]


def test_the_mode_and_a_link_stay() -> None:
    kept = Path("kept.json")
    kept.write_text("x")
    kept.chmod(0o600)
    LOCK.symlink_to("../kept.json")
    write_lock(LOCK, Lock(str(LOCK)))
    assert LOCK.is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert json.loads(kept.read_text()) == {"version": 1, "checklists": {}}
