"""A build in a process of its own, forked from one in which all that it needs is imported."""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

from press.amending import Amender, amender
from press.amending_command import built as amended
from press.built import Built
from press.changes import record_path
from press.compiled import COMPILED
from press.faults import attempt
from press.finding import Finding
from press.plain_settings import plain_settings
from press.staging import locked, put_each
from press.store import NAME, Store

from .outcome import answer
from .warmth import bring

PATIENCE = 2.0
"""Seconds that a build gets to stop in an orderly way."""

BLINK = 0.1
"""Seconds between looks at whether a build that says nothing is still there."""


@dataclass(slots=True)
class Build:
    """A build in a process of its own, which begins when it is told through one pipe, and answers through another."""

    words: list[str]
    pid: int
    go: BinaryIO
    pipe: BinaryIO
    status: int | None = None

    @classmethod
    def begun(cls, words: list[str], modules: Sequence[str], inherited: Sequence[BinaryIO]) -> Build:
        """A process that waits for its go. Until then it imports what the worker itself must not."""
        (reader, writer), (start, go) = os.pipe(), os.pipe()
        gc.freeze()  # what is here now is here for good: no build looks through it again
        pid = os.fork()
        if pid == 0:
            os.setsid()  # with whatever it starts it can be ended as one
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            for handle in (reader, go, *(stream.fileno() for stream in inherited)):
                os.close(handle)
            answer_when_told(words, modules, start, writer)
            sys.exit(0)
        os.close(writer)
        os.close(start)
        build = cls(words, pid, os.fdopen(go, "wb", buffering=0), os.fdopen(reader, "rb"))
        signal.signal(signal.SIGTERM, build.stop)
        return build

    def amended(self, changed: list[str], made_by: str, requests: BinaryIO) -> dict[str, Any] | None:
        """What it answers when these files are all that changed; None if it has to build, and waits for its go."""
        tell(self.go, {"changed": changed, "made_by": made_by})
        said = self.answer(requests)
        return said if "good" in said else None

    def built(self, requests: BinaryIO) -> dict[str, Any]:
        """What it answers when it has built."""
        tell(self.go, {})
        return self.answer(requests)

    def answer(self, requests: BinaryIO) -> dict[str, Any]:
        """What it answers, or the status of one that ended without. It is stopped when nobody waits any more."""
        while not (ready := select.select([self.pipe, requests], [], [], BLINK)[0]):
            if self.is_over(0) and not is_readable(self.pipe, 0):  # what it started may hold the pipe open
                return {"status": self.status}
        if self.pipe not in ready:
            self.stop()
        said = self.pipe.readline()
        if said.endswith(b"\n"):
            return dict(json.loads(said))
        self.end()
        return {"status": self.status}

    def end(self) -> None:
        """See that it is gone, with whatever it started; one that waits ends by itself."""
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self.go.close()
        over = self.is_over(PATIENCE)
        with suppress(ProcessLookupError, PermissionError):  # there is no such group any more
            os.killpg(self.pid, signal.SIGKILL)
        if not over:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.pipe.close()

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        """End it, and with it the worker: whoever cancels a build has no use for a process that learnt half of it."""
        if self.status is None:
            os.kill(self.pid, signal.SIGTERM)
        self.end()
        sys.exit(128 + number)

    def is_over(self, within: float) -> bool:
        """Whether it has ended, once it had that many seconds for it."""
        until = time.monotonic() + within
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() >= until:
                return False
            else:
                time.sleep(0.002)
        return True


def answer_when_told(words: list[str], modules: Iterable[str], start: int, writer: int) -> None:
    """Amend the site or build it once it is said, unless nobody can say it any more."""
    known = set(sys.modules)
    for name in modules:
        bring(name)
    amends = Amends.prepared(words)
    with open(start, "rb") as told, open(writer, "wb", buffering=0) as pipe:
        said = None
        while said is None and (line := told.readline()):
            asked = json.loads(line)
            said = (amends.amended(**asked) if amends else None) if asked else answer(built(words))
            if said is None:
                tell(pipe, {"builds": True})
        if said is not None:
            learnt = [name for name in sys.modules if name not in known]
            tell(pipe, {**said, "modules": learnt, "templates": COMPILED.fresh()})


def built(words: list[str]) -> Built:
    """Build in this process. The engine is imported here, where it is not yet."""
    from press.__main__ import parser, wrong_option
    from press.building import build

    options = parser().parse_args(words)
    wrong = wrong_option(options)
    return Built((Finding(None, wrong),), None, options.output) if wrong else build(options)


@dataclass(frozen=True, slots=True)
class Amends:
    """Amends the site where only words of articles changed, in a few milliseconds: all that takes is loaded ahead."""

    amender: Amender
    store: Path

    @classmethod
    def prepared(cls, words: list[str]) -> Amends | None:
        """None where a site cannot be amended, whatever keeps it from that: a build will tell."""
        from press.__main__ import parser

        options = parser().parse_args(words)
        store = record_path(options.settings, options.output)
        found = attempt(lambda: amender(plain_settings(options), Path(os.path.abspath(options.output))), str)
        if found is None or store is None or found.settings.get("THEME_TEMPLATES_OVERRIDES"):
            return None  # what is in those folders nobody watches
        attempt(found.reader.prepare, str)
        return cls(found, store.with_name(NAME))

    def amended(self, changed: list[str], made_by: str) -> dict[str, Any] | None:
        """The answer, if those files are all that changed; None if the site has to be built."""
        started = time.time()
        output = self.amender.output
        with closing(Store(self.store, bytes.fromhex(made_by))) as store, locked(output.parent, wait=True):
            put = partial(put_each, output=output)
            done = attempt(lambda: self.amender.amend(store, [*map(Path, changed)], put), str)
        if done is None:
            return None
        return answer(replace(amended(done, str(self.amender.output), started), made_by=made_by))


def tell(stream: BinaryIO, said: dict[str, Any]) -> None:
    left = memoryview(json.dumps(said).encode() + b"\n")
    while left:
        left = left[stream.write(left) :]


def is_readable(stream: BinaryIO, within: float) -> bool:
    return bool(select.select([stream], [], [], within)[0])
