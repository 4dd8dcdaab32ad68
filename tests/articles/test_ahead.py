"""Work done ahead in other processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from articles.ahead import FEWEST, Ahead

from tests.articles.conftest import MakeReader

MANY = [f"path {number}" for number in range(FEWEST + 5)]


def test_each_result_is_given_once() -> None:
    ahead: Ahead[str] = Ahead(str.upper, MANY, workers=2)
    assert [ahead.take(path) for path in MANY] == [path.upper() for path in MANY]
    assert ahead.take(MANY[0]) is None


def test_the_work_is_done_by_others() -> None:
    ahead: Ahead[int] = Ahead(lambda path: os.getpid(), MANY, workers=2)
    assert os.getpid() not in {ahead.take(path) for path in MANY}


@pytest.mark.parametrize(("paths", "workers"), [(MANY[:3], 2), (MANY, 1), ((), 2)])
def test_few_files_or_one_core_are_left_to_the_caller(paths: list[str], workers: int) -> None:
    assert Ahead(str.upper, paths, workers=workers).take("path 0") is None


def dies_at_60(path: str) -> str:
    if path == "path 60":
        os._exit(1)
    return path


def test_what_a_killed_process_had_not_given_is_left_to_the_caller() -> None:
    ahead: Ahead[str] = Ahead(dies_at_60, MANY, workers=2)
    assert ahead.take("path 60") is None
    assert ahead.take("path 61") in (None, "path 61")
    ahead.close()


def test_an_exception_reaches_the_caller() -> None:
    ahead: Ahead[int] = Ahead(int, MANY, workers=2)
    with pytest.raises(ValueError, match="path 0"):
        ahead.take("path 0")
    ahead.close()


def test_articles_read_ahead_are_what_they_are_read_one_by_one(content: Path, make_reader: MakeReader) -> None:
    paths = []
    for number in range(FEWEST):
        path = content / "articles" / f"{number}.md"
        path.write_text(
            f"---\ntitle: Number {number}\ndate: 2024-01-01\n---\nOne\n\n1. Two: three.\n", encoding="utf-8"
        )
        paths.append(str(path))
    ahead, alone = make_reader(), make_reader()
    ahead.look_ahead(paths)
    for path in paths:
        html, metadata = ahead.read(path)
        expected, said = alone.read(path)
        assert html == expected
        assert metadata["outline"] == said["outline"]
        assert metadata["feed_id"] == said["feed_id"]


ENDLESS = r"""
import os, time
from articles.ahead import Ahead

def wait(path):
    os.write(1, b"%d\n" % os.getpid())
    time.sleep(600)

Ahead(wait, [str(number) for number in range(80)], workers=2).take("0")
"""


def test_nobody_is_left_behind_when_the_caller_is_killed() -> None:
    caller = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, encoding="utf-8")
    assert caller.stdout is not None
    workers = {int(caller.stdout.readline()), int(caller.stdout.readline())}
    caller.kill()
    caller.wait()
    assert caller.stdout.read() == ""  # it ends once every process that could print has ended
    assert len(workers) == 2
