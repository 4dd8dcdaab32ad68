"""How a build tells how far it is."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from press.progress import WIDTH, Progress, following
from press.store import Store


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moment, to be set."""
    now = [0.0]
    monkeypatch.setattr("press.progress.time.monotonic", lambda: now[0])
    return now


def test_a_terminal_has_a_bar_that_goes_in_the_end(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(200, stream)
    for moment in range(100):
        clock[0] = moment / 50
        progress.reads()
    assert f"\r{'█' * 14}{'░' * (WIDTH - 14)} 48 %, 96 files read, 0 made\x1b[K" in stream.getvalue()
    assert stream.getvalue().count("\r") <= 20
    progress.close()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_elsewhere_a_short_build_says_nothing_and_a_long_one_plain_lines(clock: list[float]) -> None:
    stream = StringIO()
    progress = Progress(4, stream)
    progress.reads()
    assert stream.getvalue() == ""
    clock[0] = 6
    progress.makes()
    progress.close()
    assert stream.getvalue() == "Building: 50 %, 1 files read, 1 made\n"


def test_it_never_says_that_all_is_done_nor_more(clock: list[float]) -> None:
    progress = Progress(2, Terminal())
    progress.makes(9)
    assert progress.bar() == f"{'█' * WIDTH} 99 %, 0 files read, 9 made"


def test_a_first_build_does_not_know_how_much_there_is() -> None:
    assert Progress(0, Terminal(), read=3).bar() == "3 files read, 0 made"


def test_the_next_build_expects_what_this_one_took(tmp_path: Path) -> None:
    store: Any = Store(tmp_path / "store", b"")
    with following(store, tmp_path) as first:
        first.makes(7)
    with following(store, tmp_path) as second:
        assert (first.expected, second.expected) == (0, 7)
    with following(None, tmp_path) as alone:
        assert alone.expected == 0
