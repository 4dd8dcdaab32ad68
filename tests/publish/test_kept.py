from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.kept import find, keep, kept


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"content"

    assert [kept(tmp_path / "a" / "b", make).read() for _ in range(3)] == [b"content"] * 3
    assert made == [1]
    assert kept(tmp_path / "a" / "b", make).size == len(b"content")


@given(content=st.binary(max_size=40), at=st.integers(0, 71), change=st.integers(1, 255))
def test_one_byte_that_changed_is_found(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, at: int, change: int
) -> None:
    path = tmp_path_factory.mktemp("kept") / "a"
    data = bytearray(keep(path, content).path.read_bytes())
    data[at % len(data)] ^= change
    path.write_bytes(data)
    assert find(path) is None
    assert kept(path, lambda: content).read() == content


@pytest.mark.parametrize("length", [0, 5, 31, 40])
def test_a_file_that_breaks_off_is_made_again(tmp_path: Path, length: int) -> None:
    path = keep(tmp_path / "a", b"content, long enough").path
    path.write_bytes(path.read_bytes()[:length])
    assert find(path) is None


def test_builds_at_once_leave_one_whole_file_and_nothing_else(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: kept(tmp_path / "a", lambda: b"x" * 100_000).read(), range(32)))
    assert set(found) == {b"x" * 100_000}
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        kept(tmp_path / "a", lambda: b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
