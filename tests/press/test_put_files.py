"""Files of the site that say something else: all of them or none, whatever fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from press import staging
from press.manifest import NAME, files_in, write_manifest
from press.staging import put_files

OLD = {"a/index.html": b"old a", "a/b/index.html": b"old b", "feed.xml": b"old feed", "x.txt": b"x"}
NEW = {"a/index.html": b"new a", "feed.xml": b"new feed"}
CALLS = ((os, "link"), (os, "mkdir"), (Path, "write_bytes"), (Path, "replace"), (staging, "put_in_place"))
Refuse = Callable[[int], None]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "place/output"
    for path, data in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    write_manifest(folder, OLD)
    return folder


def held(output: Path) -> dict[str, bytes]:
    return {path: (output / path).read_bytes() for path in files_in(output)}


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Has the Nth of all calls that change something fail."""

    def nth(number: int) -> None:
        numbers = count(1)

        def failing(call: Any) -> Any:
            def called(*args: Any, **names: Any) -> Any:
                if next(numbers) == number:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return call(*args, **names)

            return called

        for place, name in CALLS:
            monkeypatch.setattr(place, name, failing(getattr(place, name)))

    return nth


@pytest.mark.parametrize("files", [NEW, {"feed.xml": b"new feed"}])
def test_the_rest_stays_as_it_is(output: Path, files: dict[str, bytes]) -> None:
    before = {path: (output / path).stat().st_ino for path in OLD.keys() - files.keys()}
    mark = (output / NAME).stat()
    put_files(files, output)
    assert held(output) == OLD | files
    assert {path: (output / path).stat().st_ino for path in before} == before
    assert (output / NAME).stat().st_ino == mark.st_ino
    assert [each.name for each in output.parent.iterdir()] == ["output"]


def test_nothing_to_put_touches_nothing(output: Path) -> None:
    before = output.stat()
    put_files({}, output)
    assert output.stat() == before


def test_in_place_each_file_takes_the_place_of_the_old_one(output: Path) -> None:
    folder = output.stat().st_ino
    put_files(NEW, output, in_place=True)
    assert (held(output), output.stat().st_ino) == (OLD | NEW, folder)


def test_what_strangers_put_there_comes_along(output: Path) -> None:
    (output / "theirs").mkdir()
    (output / "theirs/CNAME").write_text("example.org")
    (output / "linked").symlink_to("theirs")
    put_files(NEW, output)
    assert (output / "linked/CNAME").read_text() == "example.org"
    assert (output / "linked").is_symlink()


@pytest.mark.parametrize("files", [NEW, {"feed.xml": b"new feed"}])
@pytest.mark.parametrize("number", range(1, 13))
def test_a_full_disk_leaves_all_or_nothing(
    output: Path, refuse: Refuse, monkeypatch: pytest.MonkeyPatch, number: int, files: dict[str, bytes]
) -> None:
    with monkeypatch.context():
        refuse(number)
        try:
            put_files(files, output)
            whole = OLD | files
        except OSError:
            whole = OLD
    monkeypatch.undo()
    assert held(output) == whole
