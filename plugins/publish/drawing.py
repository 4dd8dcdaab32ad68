"""Social cards drawn beside the build: by a process of its own, while pages are made.

Drawing takes some three milliseconds a card, and nothing waits for a card but its file. What is drawn is kept; whatever
the process has not come to, or cannot, is drawn by whoever wants the file.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from located import cores

from .cards import CardMaker
from .social_card import Words

FEWEST = 8
"""Cards for which a process is worth its fork."""


@dataclass(slots=True)
class Drawing:
    """The cards of a site, by their paths in it."""

    maker: CardMaker
    wanted: Mapping[str, Words]
    process: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        missing = [path for path in sorted(self.wanted) if not self.maker.is_drawn(self.wanted[path])]
        if len(missing) < FEWEST or cores() == 1 or not hasattr(os, "fork"):
            return
        builder = os.getpid()
        with suppress(OSError):
            self.process = os.fork()
        if self.process == 0 and os.getpid() != builder:
            try:
                for path in missing:
                    if os.getppid() != builder:
                        break
                    self.maker.draw(self.wanted[path])
            finally:
                os._exit(0)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each card with its path, the last ones first: the process has begun with the others."""
        try:
            for path in sorted(self.wanted, reverse=True):
                yield path, self.maker.draw(self.wanted[path]).read()
        finally:
            self.end()

    def end(self) -> None:
        if self.process:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
            self.process = 0
