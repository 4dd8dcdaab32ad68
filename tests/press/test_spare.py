"""Files of the site that say something else: all of them or none, whatever fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from press import spare as spare_module
from press.manifest import NAME, files_in, write_manifest
from press.spare import Spare
from press.staging import put_each

OLD = {"a/index.html": b"old a", "a/b/index.html": b"old b", "feed.xml": b"old feed", "x.txt": b"x"}
NEW = {"a/index.html": b"new a", "feed.xml": b"new feed"}
CALLS = (
    *((os, "link"), (os, "mkdir"), (os, "chmod"), (os, "unlink"), (Path, "write_bytes"), (Path, "replace")),
    *((Path, "mkdir"), (spare_module, "put_in_place"), (os, "fork")),
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "place/output"
    for path, data in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    write_manifest(folder, OLD)
    return folder


@pytest.fixture
def spare(output: Path) -> Iterator[Spare]:
    made = Spare(output, output.parent / ".cache/spare")
    yield made
    made.end()


def put(spare: Spare, files: dict[str, bytes], gone: tuple[str, ...] = ()) -> None:
    """As the next command does."""
    anew = Spare(spare.output, spare.folder)
    try:
        anew.put(files, gone)
    finally:
        anew.end()


def held(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_in(folder)}


@pytest.mark.parametrize("files", [NEW, {"feed.xml": b"new feed"}])
def test_the_rest_stays_as_it_is(output: Path, spare: Spare, files: dict[str, bytes]) -> None:
    before = {path: (output / path).stat().st_ino for path in OLD.keys() - files.keys()}
    mark = (output / NAME).stat()
    put(spare, files)
    assert held(output) == OLD | files
    assert {path: (output / path).stat().st_ino for path in before} == before
    assert (output / NAME).stat().st_ino == mark.st_ino
    assert sorted(each.name for each in output.parent.iterdir() if each.name != ".cache") == ["output"]


def test_nothing_to_put_touches_nothing(output: Path, spare: Spare) -> None:
    before = output.stat()
    put(spare, {})
    assert output.stat() == before
    assert not spare.folder.exists()


def test_a_file_alone_needs_no_spare_tree(output: Path, spare: Spare) -> None:
    put(spare, {"feed.xml": b"new feed"})
    assert not spare.folder.exists()


@pytest.mark.parametrize("is_begun", [True, False])
def test_one_change_after_another(output: Path, spare: Spare, is_begun: bool) -> None:
    """The spare tree follows what happened to the site since, whoever changed it."""
    put(spare, NEW)
    (output / "c").mkdir()
    (output / "c/new.html").write_bytes(b"c")
    (output / "a/b/index.html").unlink()
    (output / "a/b").rmdir()
    (output / "a/b").write_bytes(b"a file now")
    (output / "x.txt").unlink()
    (output / "x.txt").mkdir()
    (output / "x.txt/y").write_bytes(b"y")
    again = Spare(output, spare.folder)
    if is_begun:
        again.begin()
    again.put({"feed.xml": b"newer", "c/new.html": b"cc", "c/too.html": b"too"}, ())
    again.end()
    wanted = {"a/index.html": b"new a", "a/b": b"a file now", "x.txt/y": b"y", "feed.xml": b"newer"}
    assert held(output) == wanted | {"c/new.html": b"cc", "c/too.html": b"too"}


@pytest.mark.parametrize("by", ["spare", "each"])
def test_files_may_be_new_and_others_gone(output: Path, spare: Spare, by: str) -> None:
    files, gone = {"a/new.png": b"new"}, ("x.txt",)
    if by == "each":
        put_each(files, gone, output)
    else:
        put(spare, files, gone)
    assert held(output) == {path: data for path, data in OLD.items() if path != "x.txt"} | files


def test_each_file_takes_the_place_of_the_old_one(output: Path) -> None:
    folder = output.stat().st_ino
    put_each(NEW, (), output)
    assert (held(output), output.stat().st_ino) == (OLD | NEW, folder)
    assert [each.name for each in output.parent.iterdir()] == ["output"]


def test_what_is_begun_in_vain_changes_nothing(output: Path, spare: Spare) -> None:
    spare.begin()
    spare.end()
    assert held(output) == OLD
    put(spare, NEW)
    assert held(output) == OLD | NEW


def test_files_of_the_present_site_are_not_written_into(output: Path, spare: Spare) -> None:
    with (output / "feed.xml").open("rb") as reader:
        put(spare, NEW)
        put(spare, dict.fromkeys(NEW, b"third"))
        assert reader.read() == OLD["feed.xml"]


def test_what_strangers_put_there_comes_along(output: Path, spare: Spare) -> None:
    (output / "theirs").mkdir()
    (output / "theirs/CNAME").write_text("example.org")
    (output / "linked").symlink_to("theirs")
    put(spare, NEW)
    put(spare, OLD)
    assert (output / "linked/CNAME").read_text() == "example.org"
    assert (output / "linked").is_symlink()


def test_a_folder_in_the_cache_that_is_no_sites_is_left_alone(output: Path, spare: Spare) -> None:
    spare.folder.mkdir(parents=True)
    (spare.folder / "mine.txt").write_text("mine")
    with pytest.raises(OSError, match="is no site's"):
        put(spare, NEW)
    assert (spare.folder / "mine.txt").read_text() == "mine"
    assert held(output) == OLD


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_mark_that_is_a_link_is_not_written_through(output: Path, spare: Spare, tmp_path: Path, link: str) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    spare.folder.mkdir(parents=True)
    getattr(spare.folder / NAME, link)(victim)
    put(spare, NEW)
    assert (held(output), victim.read_text()) == (OLD | NEW, "precious")


def test_no_link_in_the_cache_leads_out(output: Path, spare: Spare, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    (victim / "b").mkdir(parents=True)
    (victim / "b/index.html").write_text("theirs")
    spare.folder.parent.mkdir()
    spare.folder.symlink_to(output)
    with pytest.raises(OSError, match="is no site's"):
        put(spare, NEW)
    spare.folder.unlink()
    put(spare, NEW)
    for path in ("a", "more"):
        discarded = spare.folder / path
        if discarded.exists():
            (discarded / "b/index.html").unlink()
            (discarded / "b").rmdir()
            (discarded / "index.html").unlink()
            discarded.rmdir()
        discarded.symlink_to(victim)
    put(spare, OLD)
    assert held(output) == OLD
    assert held(victim) == {"b/index.html": b"theirs"}


@pytest.mark.parametrize("files", [NEW, {"feed.xml": b"new feed"}])
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("number", range(1, 16))
def test_a_full_disk_leaves_all_or_nothing(
    output: Path, spare: Spare, monkeypatch: pytest.MonkeyPatch, number: int, is_first: bool, files: dict[str, bytes]
) -> None:
    before = OLD
    if not is_first:
        before = OLD | {"a/index.html": b"1", "x.txt": b"1"}
        put(spare, before)
    with monkeypatch.context() as patched:
        numbers = count(1)

        def failing(call: Any) -> Any:
            def called(*args: Any, **names: Any) -> Any:
                if next(numbers) == number:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return call(*args, **names)

            return called

        for place, name in CALLS:
            patched.setattr(place, name, failing(getattr(place, name)))
        try:
            put(spare, files)
            whole = before | files
        except OSError:
            whole = before
    assert held(output) == whole
    put(spare, NEW)
    assert held(output) == whole | NEW
