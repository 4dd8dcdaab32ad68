"""Work dealt out to processes."""

from __future__ import annotations

import os
import signal

import pytest
from press.dealing import APART, dealt

MANY = 4 * APART


@pytest.mark.parametrize("workers", [1, 2, 3, 50])
def test_what_comes_of_it_does_not_depend_on_the_workers(workers: int) -> None:
    assert dealt(MANY, lambda number: [number, "ü\ud800"], workers) == [[number, "ü\ud800"] for number in range(MANY)]


def test_several_processes_have_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(set(dealt(MANY, lambda number: os.getpid(), 2))) == 2


@pytest.mark.parametrize("count", [0, 1, 2 * APART - 1])
def test_for_a_little_work_nothing_is_forked(count: int) -> None:
    assert set(dealt(count, lambda number: os.getpid(), 2)) <= {os.getpid()}


def test_what_a_process_that_dies_has_not_done_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here and number > MANY // 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert dealt(MANY, work, 2) == list(range(MANY))


def test_a_failure_here_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    here, fork, begun = os.getpid(), os.fork, []

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    def work(number: int) -> int:
        if os.getpid() == here:
            raise ValueError("no")
        return number

    monkeypatch.setattr("press.dealing.os.fork", noted)
    with pytest.raises(ValueError, match="no"):
        dealt(MANY, work, 3)
    assert len(begun) == 2
    for pid in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def test_what_a_process_changes_is_gone_with_it() -> None:
    seen: list[int] = []
    dealt(MANY, lambda number: seen.append(number), 2)
    assert seen == list(range(0, MANY, 2))


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("press.dealing.os.fork", refused)
    assert dealt(MANY, lambda number: os.getpid(), 3) == [os.getpid()] * MANY
