"""What the browsers are told: which build the site is of, and what is wrong with the source since then."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

PULSE = 15.0
"""Seconds of silence after which a stream sends a comment, so that a connection which is gone is noticed."""


@dataclass(frozen=True, slots=True)
class State:
    """The site that is served, as of now.

    `build` names the last good build, "" before there is one. It differs between two runs of the server, so that a
    page which was open all the time notices. `problems` are lines as the build printed them.
    """

    build: str = ""
    problems: tuple[str, ...] = ()

    def event(self) -> str:
        """The state as a Server-Sent Event (HTML standard §9.2)."""
        data = json.dumps({"build": self.build, "problems": self.problems})
        return f"event: state\ndata: {data}\n\n"


@dataclass(slots=True)
class News:
    """The present state, and everybody who wants to hear of the next."""

    state: State = field(default_factory=State)
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    builds: int = 0
    listeners: set[asyncio.Event] = field(default_factory=set)
    over: bool = False

    def built(self) -> None:
        """A good site is being served."""
        self.builds += 1
        self._tell(State(f"{self.run}-{self.builds}"))

    def failed(self, problems: tuple[str, ...]) -> None:
        """The last build did not give a site: the one before goes on being served."""
        self._tell(State(self.state.build, problems))

    def close(self) -> None:
        """End all streams: the server stops."""
        self.over = True
        self._tell(self.state)

    def _tell(self, state: State) -> None:
        self.state = state
        for listener in self.listeners:
            listener.set()

    async def stream(self, pulse: float = PULSE) -> AsyncIterator[str]:
        """The state now, and again whenever it changes. A slow reader skips states, never blocks another."""
        changed = asyncio.Event()
        self.listeners.add(changed)
        try:
            yield self.state.event()
            while not self.over:
                try:
                    await asyncio.wait_for(changed.wait(), pulse)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                changed.clear()
                if not self.over:
                    yield self.state.event()
        finally:
            self.listeners.discard(changed)
