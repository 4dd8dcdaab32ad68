"""When to build: at once after a save, but once for many that come in quick succession."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

APART = 0.25
"""Seconds between saves from which on nobody is held to be saving again and again."""

QUIET = 0.1
"""Seconds without a save that end such a burst."""

LONGEST = 1.0
"""Seconds after which even a burst without an end is built."""


@dataclass(slots=True)
class Saves:
    """Saves that no build has seen yet. A second one soon after the first makes a burst."""

    quiet: float = QUIET
    longest: float = LONGEST
    apart: float = APART
    event: asyncio.Event = field(default_factory=asyncio.Event)
    last: float = float("-inf")
    is_burst: bool = False
    paths: frozenset[str] | None = frozenset()

    def set(self, paths: frozenset[str] | None = None) -> None:
        """Something was saved: these files, as far as it is known."""
        self.paths = None if paths is None or self.paths is None else self.paths | paths
        now = asyncio.get_running_loop().time()
        self.is_burst = now - self.last < self.apart
        self.last = now
        self.event.set()

    async def wait(self) -> None:
        """Until there is a save."""
        await self.event.wait()

    async def settled(self) -> frozenset[str] | None:
        """Until there is a save, and no more of them to be expected; they are then taken as seen.

        Gives the files that were saved; None if nobody knows them all.
        """
        await self.event.wait()
        loop = asyncio.get_running_loop()
        until = loop.time() + self.longest
        while self.is_burst and (left := min(self.last + self.quiet, until) - loop.time()) > 0:
            await asyncio.sleep(left)
        self.event.clear()
        paths, self.paths = self.paths, frozenset()
        return paths
