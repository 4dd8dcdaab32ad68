"""How far a build is: a bar on a terminal, elsewhere a plain line every few seconds, so that short builds say nothing.

How much there is to do is known from the last build, as steps: each file that is read and each that is made is one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from pelican import signals

from .store import Store

OFTEN, SELDOM = 0.1, 5.0
"""Seconds between two looks of the bar, and between two plain lines."""
WIDTH = 30


@dataclass(slots=True)
class Progress:
    """The steps of one build. `expected` is how many the last one took; 0 if nobody knows."""

    expected: int = 0
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    read: int = 0
    made: int = 0
    told: float = field(default_factory=lambda: time.monotonic())
    shows: bool = False

    @property
    def steps(self) -> int:
        return self.read + self.made

    def reads(self, sender: object = None) -> None:
        """A file was read."""
        self.read += 1
        self._look()

    def makes(self, files: int = 1) -> None:
        """Files were made, or kept."""
        self.made += files
        self._look()

    def _look(self) -> None:
        now, is_terminal = time.monotonic(), self.stream.isatty()
        if now - self.told < (OFTEN if is_terminal else SELDOM):
            return
        self.told = now
        if is_terminal:
            self.shows = True
            self.stream.write(f"\r{self.bar()}\x1b[K")
        else:
            self.stream.write(f"Building: {self.text()}\n")
        self.stream.flush()

    def text(self) -> str:
        share = min(99, 100 * self.steps // self.expected) if self.expected else 0
        known = f"{share} %, " if self.expected else ""
        return f"{known}{self.read} files read, {self.made} made"

    def bar(self) -> str:
        """One line, which ends before a terminal of 80 columns does."""
        if not self.expected:
            return self.text()
        full = min(WIDTH, WIDTH * self.steps // self.expected)
        return f"{'█' * full}{'░' * (WIDTH - full)} {self.text()}"

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self.shows:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.shows = False


@contextmanager
def following(store: Store | None, output: Path) -> Iterator[Progress]:
    """The progress of a build into `output`, kept for the next one."""
    shelf, key = store.shelf("progress") if store else None, os.fsencode(output)
    known = (shelf.get(key) if shelf else None) or b""
    progress = Progress(int(known) if known.isdigit() else 0)
    try:
        with signals.content_object_init.connected_to(progress.reads):
            yield progress
    finally:
        progress.close()
    if shelf is not None:
        shelf.put(key, b"%d" % progress.steps)
