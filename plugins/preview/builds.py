"""Building the site, in a process of its own: each build sees plugins and settings as they are now."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from press.finding import UNCHANGED

from .news import News

PATIENCE = 5.0
"""Seconds that a build gets to stop in an orderly way."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. `said` is its summary, `problems` are its lines on standard error."""

    good: bool
    said: str
    problems: tuple[str, ...]


def command(content: str, output: str, settings: str) -> list[str]:
    """The build as the preview wants it: with drafts, for this machine."""
    given = ["--content", content, "--output", output, "--settings", settings, "--siteurl", "", "--drafts"]
    return [sys.executable, "-m", "press", *given]


async def build(arguments: list[str]) -> Outcome:
    """Run a build to its end. When cancelled, the build is stopped first."""
    process = await asyncio.create_subprocess_exec(
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,  # Ctrl+C reaches the preview alone, which then stops the build
    )
    try:
        said, problems = (text.decode("utf-8", "replace").strip() for text in await process.communicate())
    except asyncio.CancelledError:
        await stop(process)
        raise
    return outcome(process.returncode or 0, said, problems)


def outcome(status: int, said: str, problems: str) -> Outcome:
    lines = [line for line in problems.splitlines() if not line.endswith(UNCHANGED)]
    if status and not lines:
        lines = [f"The build ended with status {status} and said nothing."]
    return Outcome(status == 0, said.partition(" → ")[0], tuple(lines))


async def stop(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()


async def follow(
    changed: asyncio.Event, build_once: Callable[[], Awaitable[Outcome]], news: News, tell: Callable[[Outcome], None]
) -> None:
    """Build now, and again whenever something changed; what changes during a build gives one more build."""
    while True:
        changed.clear()
        result = await build_once()
        tell(result)
        if result.good:
            news.built()
        else:
            news.failed(result.problems)
        await changed.wait()
