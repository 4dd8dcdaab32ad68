from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from preview.saves import Saves

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


class Clock:
    """The time of a loop that passes only when somebody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.due: list[tuple[float, asyncio.Future[None]]] = []
        monkeypatch.setattr(asyncio.BaseEventLoop, "time", lambda loop: self.now)
        monkeypatch.setattr("preview.saves.asyncio.sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self.due.append((self.now + seconds, future))
        await future

    async def until(self, time: float) -> None:
        """Let time pass, with everything that is due on the way."""
        while True:
            for _ in range(5):
                await yielding()
            when, future = min(self.due, default=(time + 1, None), key=lambda each: each[0])
            if future is None or when > time:
                break
            self.due.remove((when, future))
            self.now = when
            if not future.done():
                future.set_result(None)
        self.now = time


async def yielding() -> None:
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    await future


async def builds(clock: Clock, times: list[float], end: float = 120) -> list[float]:
    """When something is built, with saves at some times."""
    saves, found = Saves(), []

    async def build() -> None:
        while True:
            await saves.settled()
            found.append(round(clock.now - 100, 2))

    task = asyncio.create_task(build())
    for time in times:
        await clock.until(100 + time)
        saves.set()
    await clock.until(end)
    task.cancel()
    return found


def test_a_save_is_built_at_once(finish: Finish, monkeypatch: pytest.MonkeyPatch) -> None:
    assert finish(builds(Clock(monkeypatch), [0.0, 0.5, 1.0])) == [0.0, 0.5, 1.0]


def test_two_saves_in_quick_succession_are_built_once_it_is_quiet(
    finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert finish(builds(Clock(monkeypatch), [0.0, 0.05])) == [0.0, 0.15]


def test_thirty_saves_in_a_second_and_a_half_are_three_builds(finish: Finish, monkeypatch: pytest.MonkeyPatch) -> None:
    times = [number * 0.05 for number in range(30)]
    assert finish(builds(Clock(monkeypatch), times)) == [0.0, 1.05, 1.55]


def test_saves_without_an_end_are_built_all_the_same(finish: Finish, monkeypatch: pytest.MonkeyPatch) -> None:
    times = [number * 0.05 for number in range(200)]
    assert len(finish(builds(Clock(monkeypatch), times))) == 11
