"""Building the site in processes of their own: a warm one where it can be had, else a new one for each build."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from .outcome import Outcome, failed, outcome

PATIENCE = 3.0
"""Seconds that a worker gets to stop itself, of which it gives its build two."""

LONGEST_LINE = 2**30  # bytes; the answer of a build that changed a whole site is long


def request(content: str, output: str, settings: str) -> list[str]:
    """The build as the preview wants it, in the words of the press's command: with drafts, for this machine."""
    return ["--content", content, "--output", output, "--settings", settings, "--siteurl", "", "--drafts"]


@dataclass(slots=True)
class Builder:
    """Builds what `words` ask for, one build at a time. `program` is what starts a worker."""

    words: Sequence[str]
    settings: str
    program: Sequence[str] = (sys.executable, "-m", "preview.worker")
    is_warm: bool = field(default_factory=lambda: hasattr(os, "fork"))
    process: asyncio.subprocess.Process | None = None

    async def build(self, changed: frozenset[str] | None = None) -> Outcome:
        """Run a build to its end. When cancelled, the build is stopped first.

        `changed` are all files that changed since the last build, which was good; None if nobody knows.
        """
        try:
            said = (await self.asked(changed) or await self.asked() if self.is_warm else None) or await self.once()
        except OSError as error:
            return failed(f"No build can be started: {error.strerror or error}. Save again when that is mended.")
        except asyncio.CancelledError:
            await self.end()
            raise
        return outcome(said)

    async def asked(self, changed: frozenset[str] | None = None) -> dict[str, Any] | None:
        """What the warm worker answers, a new one if there is none; None if it is of no use, and then gone."""
        if self.process is None or self.process.returncode is not None:
            self.process = await self.started()
        said = await self.answer(self.process, changed)
        if said is None or said.get("stale"):
            await self.end()
            return None
        return said

    async def once(self) -> dict[str, Any]:
        """What a new process answers, which builds once."""
        self.process = await self.started("--once")
        said = await self.answer(self.process)
        status = await self.process.wait()
        self.process = None
        return said or {"status": status}

    async def started(self, *switches: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self.program,
            *switches,
            self.settings,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,  # Ctrl+C reaches the preview alone, which then stops the build
        )

    async def answer(
        self, process: asyncio.subprocess.Process, changed: frozenset[str] | None = None
    ) -> dict[str, Any] | None:
        """What a process says to the request; None if it ends first."""
        assert process.stdin is not None and process.stdout is not None
        try:
            asked = {"words": list(self.words), "changed": None if changed is None else sorted(changed)}
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            await process.stdin.drain()
            line = await process.stdout.readline()
            return dict(json.loads(line))
        except (ConnectionError, ValueError):  # it is gone; or it was ended in the middle of a line
            return None

    async def end(self) -> None:
        """Stop the worker, and the build that it may be busy with."""
        process, self.process = self.process, None
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()
