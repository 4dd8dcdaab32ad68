"""The index that is kept between builds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from search.kept import MANY, Kept, keep, place, read_kept
from search.model import Bundle

KEPT = Kept("abc", Bundle({"pagefind.js": b"js", "en/index/a.pf_index": b"\x00\xff"}, ("en-x-article", "ar-x-list")))


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    path = place(tmp_path / "cache", "content")
    keep(path, KEPT)
    assert read_kept(path) == KEPT
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_next_one_takes_its_place(tmp_path: Path) -> None:
    path = place(tmp_path, "content")
    keep(path, KEPT)
    keep(path, Kept("def", Bundle()))
    assert read_kept(path) == Kept("def", Bundle())


def test_the_indexes_of_a_few_sites_are_kept(tmp_path: Path) -> None:
    paths = [place(tmp_path, f"content-{at}") for at in range(MANY + 2)]
    for at, path in enumerate(paths):
        keep(path, KEPT)
        os.utime(path, (at, at))
    assert [path for path in paths if path.exists()] == paths[-MANY:]


def test_each_content_folder_has_its_own(tmp_path: Path) -> None:
    assert place(tmp_path, "one") != place(tmp_path, "other")


@pytest.mark.parametrize("found", [b"", b"PK", b"\x00" * 100])
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, found: bytes) -> None:
    path = tmp_path / "search.zip"
    path.write_bytes(found)
    assert read_kept(path) is None


def test_a_file_cut_off_counts_as_nothing(tmp_path: Path) -> None:
    path = place(tmp_path, "content")
    keep(path, KEPT)
    path.write_bytes(path.read_bytes()[:-30])
    assert read_kept(path) is None


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "none.zip") is None


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    keep(tmp_path / "file" / "search.zip", KEPT)
    assert read_kept(tmp_path / "file" / "search.zip") is None
