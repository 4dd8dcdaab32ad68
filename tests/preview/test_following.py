from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from preview.following import follow
from preview.news import News
from preview.outcome import Outcome, failed
from preview.saves import Saves

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


async def following(
    build: Callable[[Saves], Awaitable[Outcome]], stuck: float, enough: int
) -> tuple[News, list[Outcome]]:
    """Follow until so many builds are told."""
    saves, news, told, over = Saves(quiet=0), News(lambda found: ()), [], asyncio.Event()

    def tell(outcome: Outcome) -> None:
        told.append(outcome)
        if len(told) == enough:
            over.set()

    task = asyncio.create_task(follow(saves, lambda changed: build(saves), news, tell, stuck))
    await asyncio.wait_for(over.wait(), 20)
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return news, told


def test_saves_during_a_build_give_exactly_one_more(finish: Finish) -> None:
    begun = 0

    async def build(saves: Saves) -> Outcome:
        nonlocal begun
        begun += 1
        if begun == 1:
            for _ in range(3):
                saves.set()
                await asyncio.sleep(0)
        return Outcome(True, changed=frozenset({"a"})) if begun == 1 else failed("wrong")

    news, told = finish(following(build, 60, 2))
    assert [each.good for each in told] == [True, False]
    assert begun == 2
    assert (news.builds, news.files) == (1, {"a": (1, True)})


def test_a_build_that_never_ends_gives_way_to_the_next_save(finish: Finish) -> None:
    begun, stopped = 0, 0

    async def build(saves: Saves) -> Outcome:
        nonlocal begun, stopped
        begun += 1
        if begun > 1:
            return Outcome(True)
        asyncio.get_running_loop().call_later(0.05, saves.set)
        try:
            await asyncio.Event().wait()
        finally:
            stopped += 1
        raise AssertionError

    _, told = finish(following(build, 0.01, 2))
    assert [str(each) for each in told[0].problems] == [
        "The build was still busy after 0 s, and was stopped by a save."
    ]
    assert told[1].good
    assert stopped == 1
