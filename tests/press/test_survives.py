"""Whatever ends a build, the site is the whole one of before or the whole new one, and the exit status says which."""

from __future__ import annotations

import builtins
import errno
import io
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
KILLS = 200 if LONG else 10
STEP = 1 if LONG else 17
PAGES = 12


def pages(site: Any, word: str, folder: str = "output") -> set[str]:
    """What is wrong with the pages of a site whose template says a word."""
    files = site.files(folder)
    wrong = {name for name, data in files.items() if name.endswith(".html") and not data.endswith(f"{word}.".encode())}
    missing = {f"a{number}.html" for number in range(PAGES)} - files.keys()
    return wrong | missing


def say(site: Any, word: str) -> None:
    for name in "article index tags archives categories authors category author tag".split():
        site.write(f"over/{name}.html", f"{'{{ SITENAME }} ' * 50} {word}.")


@pytest.fixture
def told(site: Any) -> Any:
    """A site of many pages, each of which ends in a word."""
    site.settings("THEME_TEMPLATES_OVERRIDES = ['over']\nCACHE_PATH = 'cache'\n")
    for number in range(PAGES):
        site.article(f"a{number}")
    say(site, "first")
    assert site.build().status == 0
    assert pages(site, "first") == set()
    return site


def test_killed_at_any_moment_it_is_one_whole_site(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, present = random.Random(6), "first"
    whole = took(told)
    ended = set()
    for number in range(KILLS):
        say(told, f"word{number}")
        process = subprocess.Popen(
            [sys.executable, "-m", "press"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.3, 1.1) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        new = pages(told, f"word{number}")
        assert new == set() or pages(told, present) == set()
        present = present if new else f"word{number}"
        ended.add(not new)
    monkeypatch.setattr("press.staging.BEGINNING", -1)  # a folder without a mark may be one that is just being made
    assert told.build().status == 0
    assert (pages(told, f"word{KILLS - 1}"), told.beside()) == (set(), [])


def took(site: Any) -> float:
    """Seconds of one build, by which moments in it are chosen."""
    say(site, "first")
    began = time.monotonic()
    assert site.run("press").status == 0
    return time.monotonic() - began


FAULTS: dict[str, list[tuple[object, str]]] = {
    "open": [(builtins, "open"), (io, "open")],
    "os.open": [(os, "open")],
    "link": [(os, "link")],
    "mkdir": [(os, "mkdir")],
    "rename": [(os, "rename"), (os, "replace")],
    "scandir": [(os, "scandir"), (os, "listdir")],
    "stat": [(os, "lstat")],
    "unlink": [(os, "unlink"), (os, "remove"), (os, "rmdir")],
}


class Failing:
    """Makes the Nth call of some functions fail, counted from when it is armed; once, or from then on."""

    def __init__(self, at: int, number: int, forever: bool) -> None:
        self.left = at
        self.number = number
        self.forever = forever
        self.reached = False

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **names: Any) -> Any:
            self.left -= 1
            if self.left == 0 or (self.forever and self.left < 0):
                self.reached = True
                raise OSError(self.number, os.strerror(self.number))
            return function(*args, **names)

        return called


def sweep() -> Iterator[tuple[int, bool]]:
    for at in range(1, 2000, STEP):
        yield at, False
        yield at, True


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", FAULTS)
def test_whatever_the_system_refuses_it_is_one_whole_site(
    told: Any, monkeypatch: pytest.MonkeyPatch, kind: str, number: int
) -> None:
    present = "first"
    for turn, (at, forever) in enumerate(sweep()):
        say(told, word := f"word{turn}")
        failing = Failing(at, number, forever)
        with monkeypatch.context() as patch:
            for module, name in FAULTS[kind]:
                patch.setattr(module, name, failing.wrap(getattr(module, name)))
            made = told.build()
        assert "Traceback" not in made.err
        is_new = made.status == 0
        assert pages(told, word if is_new else present) == set(), made
        present = word if is_new else present
        if not failing.reached:
            break
    assert told.build().status == 0
    assert pages(told, word) == set()


def test_a_reader_finds_every_page_whole_during_builds(told: Any) -> None:
    wrong: list[str] = []
    reads = 0
    over = threading.Event()

    def read() -> None:
        nonlocal reads
        while not over.is_set():
            for number in range(PAGES):
                try:
                    data = Path(told.folder, f"output/a{number}.html").read_bytes()
                except OSError as error:
                    wrong.append(str(error))
                else:
                    reads += 1
                    if not data.endswith(b"."):
                        wrong.append(f"torn: {data[-20:]!r}")

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(50 if LONG else 5):
            say(told, f"word{number}")
            assert told.run("press").status == 0
    finally:
        over.set()
        reader.join()
    assert (wrong, reads > 1000) == ([], True)


def test_two_builds_at_once_leave_one_whole_site(told: Any) -> None:
    for number in range(20 if LONG else 2):
        say(told, f"word{number}")
        command = [sys.executable, "-m", "press"]
        both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in "ab"]
        ended = [(each.communicate(timeout=60)[1], each.returncode) for each in both]
        assert ended == [("", 0), ("", 0)]
        assert pages(told, f"word{number}") == set()
    assert told.beside() == []
