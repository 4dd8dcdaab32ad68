"""One build after the other, each because something was saved, and what the world hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from .news import News
from .outcome import Outcome, failed
from .saves import Saves

Build = Callable[[frozenset[str] | None], Awaitable[Outcome]]
"""A build, given the files that changed since the last one; None if nobody knows them all."""
STUCK = 60.0
"""Seconds after which a build gives way to the next save. One that never ends must not need a restart."""


async def follow(
    saves: Saves,
    build_once: Build,
    news: News,
    tell: Callable[[Outcome], None],
    stuck: float = STUCK,
) -> None:
    """Build now, and again whenever something was saved; what is saved during a build gives one more build."""
    longest = 0.0
    clock = asyncio.get_running_loop().time
    saves.set()
    is_good = False
    while True:
        changed = await saves.settled()
        began = clock()
        # What was saved before a build that failed counts too: then nobody knows all that changed.
        asked = partial(build_once, changed if is_good else None)
        result = await unless_stuck(asked, saves, max(stuck, 3 * longest))
        is_good = result.good
        if result.good:
            longest = max(longest, clock() - began)
            news.built(result.changed, result.gone)
        else:
            news.failed(result.problems)
        tell(result)


async def unless_stuck(build_once: Callable[[], Awaitable[Outcome]], saves: Saves, patience: float) -> Outcome:
    """What a build comes to. One that is still busy after `patience` seconds is stopped by the next save."""
    build = asyncio.ensure_future(build_once())
    saved = asyncio.ensure_future(saves.wait())
    try:
        await asyncio.wait({build}, timeout=patience)
        if not build.done():
            await asyncio.wait({build, saved}, return_when=asyncio.FIRST_COMPLETED)
        if build.done():
            return build.result()
        return failed(f"The build was still busy after {patience:.0f} s, and was stopped by a save.")
    finally:
        saved.cancel()
        build.cancel()
        await asyncio.gather(build, return_exceptions=True)
