"""What the browsers are told: which build the site is of, what of it concerns their page, and what is wrong."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from press.finding import Finding

from .problems import Problem

PULSE = 15.0
"""Seconds of silence after which a stream sends a comment, so that a connection which is gone is noticed."""

MANY = 500
"""Files other than pages; who missed a change of more is better off with the whole page anew."""


@dataclass(frozen=True, slots=True)
class State:
    """The site that is served, as of now.

    `build` names the last good build, "" while there is no site. It differs between two runs of the server, so that a
    page which was open all the time notices. `number` counts what was told; `problems` are those of a build since.
    """

    build: str = ""
    number: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who listens: a page as of the build `since`, by its file in the site; or the page in place of a `missing` one."""

    file: str = ""
    since: str = ""
    missing: bool = False


@dataclass(slots=True)
class News:
    """The present state, and everybody who wants to hear of the next.

    `show` gives problems as pages show them. `files` has, for each file that changed while the server runs, the number
    of the last build that changed it, and whether it is there since.
    """

    show: Callable[[tuple[Finding, ...]], tuple[Problem, ...]]
    state: State = field(default_factory=State)
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    builds: int = 0
    files: dict[str, tuple[int, bool]] = field(default_factory=dict)
    listeners: set[asyncio.Event] = field(default_factory=set)
    over: bool = False
    cached: dict[int, tuple[dict[str, bool], dict[str, bool]]] = field(default_factory=dict)

    def built(self, changed: Iterable[str], gone: Iterable[str]) -> None:
        """A good site is being served, which differs from the one before in some files."""
        self.builds += 1
        self.files |= dict.fromkeys(changed, (self.builds, True))
        self.files |= dict.fromkeys(gone, (self.builds, False))
        self._tell(State(f"{self.run}-{self.builds}", self.state.number + 1))

    def failed(self, found: tuple[Finding, ...]) -> None:
        """The last build did not give a site: the one before goes on being served."""
        self._tell(State(self.state.build, self.state.number + 1, self.show(found)))

    def lost(self) -> None:
        """Somebody removed the site."""
        self._tell(State("", self.state.number + 1, self.state.problems))

    def close(self) -> None:
        """End all streams: the server stops."""
        self.over = True
        self._tell(self.state)

    def _tell(self, state: State) -> None:
        self.state = state
        self.cached.clear()
        for listener in self.listeners:
            listener.set()

    def event(self, reader: Reader) -> str:
        """The state, and what of it concerns a reader, as a Server-Sent Event (HTML standard §9.2)."""
        state = self.state
        said = {"build": state.build, "number": state.number, "problems": [asdict(each) for each in state.problems]}
        data = json.dumps({**said, **self.since(reader)})
        return f"id: {state.build}\nevent: state\ndata: {data}\n\n"

    def since(self, reader: Reader) -> dict[str, Any]:
        """What became of a reader's page and of the files that it may use; `page` is "unknown" where that is."""
        run, _, build = reader.since.rpartition("-")
        if run != self.run or not build.isdecimal():
            return {"page": "unknown", "changed": [], "gone": []}
        later, used = self._later(int(build))
        return {"page": "unknown" if len(used) > MANY else page_now(reader, later), **parted(used)}

    def _later(self, build: int) -> tuple[dict[str, bool], dict[str, bool]]:
        """The files that are not what they were in a build, and those of them that are no pages."""
        if build not in self.cached:
            later = {file: there for file, (when, there) in self.files.items() if when > build}
            self.cached[build] = later, {f: there for f, there in later.items() if PurePosixPath(f).suffix != ".html"}
        return self.cached[build]

    async def stream(self, reader: Reader, pulse: float = PULSE) -> AsyncIterator[str]:
        """The state now, and again whenever it changes. A slow reader skips states, never blocks another."""
        changed = asyncio.Event()
        self.listeners.add(changed)
        try:
            while True:
                changed.clear()
                event, reader = self.event(reader), replace(reader, since=self.state.build or reader.since)
                yield event
                while not changed.is_set() and not self.over:
                    try:
                        await asyncio.wait_for(changed.wait(), pulse)
                    except TimeoutError:
                        yield ": still here\n\n"
                if self.over:
                    return
        finally:
            self.listeners.discard(changed)


def parted(used: dict[str, bool]) -> dict[str, list[str]]:
    files = used if len(used) <= MANY else {}
    return {
        "changed": [f for f, there in files.items() if there],
        "gone": [f for f, there in files.items() if not there],
    }


def page_now(reader: Reader, later: dict[str, bool]) -> str:
    """What became of a page: "changed", "gone" or the "same", by the files that are not what they were."""
    there = later.get(reader.file, later.get(f"{reader.file}/index.html"))
    if there is None:
        return "changed" if reader.missing and "404.html" in later else "same"
    if there:
        return "changed"
    return "same" if reader.missing else "gone"
