"""Work dealt out to forked processes, one for each core; what comes of it does not depend on how many there are.

A process that is forked knows all that this one knows, and what it changes is gone with it: only what it answers, as
JSON, comes back. Where there is no fork, or one core, or little work, all of it is done here. Other threads (those of
the minifier, say) do not live on in it, so work must not need them.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

Work = Callable[[int], Any]
"""Does one piece, and gives what JSON has."""
APART = 16
"""Pieces for which a further process is worth its fork."""


def dealt(count: int, work: Work, workers: int | None = None) -> list[Any]:
    """What `work` gives for 0, 1, …, `count` - 1. What a process that died has not done is done here."""
    hands = min(cores() if workers is None else workers, count // APART or 1) if hasattr(os, "fork") else 1
    others: list[tuple[int, IO[str]]] = []
    found: dict[int, Any] = {}
    try:
        with suppress(OSError):  # no more processes, no room for their answers: the rest is done here
            for first in range(1, hands):
                others.append(begun(range(first, count, hands), work))
        found |= {number: work(number) for number in range(0, count, hands)}
        while others:
            found |= dict(ended(*others.pop()))
    finally:
        for pid, said in others:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            said.close()
    return [found[number] if number in found else work(number) for number in range(count)]


def begun(numbers: range, work: Work) -> tuple[int, IO[str]]:
    """A process that does some of the work, and the file that it answers in."""
    said = tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass")  # noqa: SIM115  (`ended` closes it)
    try:
        pid = os.fork()
    except OSError:
        said.close()
        raise
    if pid == 0:
        status = 1
        gc.freeze()  # looking for what can go among what is shared would copy it
        try:
            for number in numbers:
                said.write(json.dumps([number, work(number)]) + "\n")
            said.flush()
            status = 0
        finally:
            os._exit(status)
    return pid, said


def ended(pid: int, said: IO[str]) -> list[tuple[int, Any]]:
    """What a process answered, once it is over; nothing if it did not come to its end."""
    _, status = os.waitpid(pid, 0)
    with said:
        said.seek(0)
        return [tuple(json.loads(line)) for line in said] if status == 0 else []


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
