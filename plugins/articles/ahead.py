"""Work on many files, done ahead in other processes: one for each core, forked, so that they know what this one knows.

Converting Markdown is half of a build, and no file's conversion needs another's. Where processes cannot be forked,
where there is one core, or where there are few files, nothing is done ahead, and the caller does the work as it goes.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Generic, TypeVar

from located import cores

FEWEST = 64  # files; starting processes costs as much as converting some twenty
CHUNK = 8

Result = TypeVar("Result")
_work: Callable[[str], object] | None = None  # set before forking; a function is easier to inherit than to send


class Ahead(Generic[Result]):
    """Results of ``work(path)``, made in other processes; `take` gives each once, or None if the caller must do it."""

    def __init__(self, work: Callable[[str], Result], paths: Sequence[str], workers: int | None = None) -> None:
        self._places: dict[str, tuple[Future[list[object]], int]] = {}
        workers = cores() if workers is None else workers
        if workers < 2 or len(paths) < FEWEST or "fork" not in multiprocessing.get_all_start_methods():
            return
        global _work
        _work = work
        self._pool = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _begin)
        for start in range(0, len(paths), CHUNK):
            chunk = list(paths[start : start + CHUNK])
            try:
                future = self._pool.submit(_do, chunk)
            except BrokenProcessPool:  # a worker was killed already: the rest is the caller's
                return
            self._places |= {path: (future, at) for at, path in enumerate(chunk)}

    def take(self, path: str) -> Result | None:
        found = self._places.pop(path, None)
        if found is None:
            return None
        try:
            result = found[0].result()[found[1]]
        except BrokenProcessPool:  # a worker was killed: what it had not given is done here
            result = None
        if not self._places:
            self.close()
        return result  # type: ignore[return-value]

    def close(self) -> None:
        """Lets the processes go."""
        if hasattr(self, "_pool"):
            self._pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Has this process end when the one that forked it is gone, killed even: it would wait for work for ever."""
    gc.freeze()  # looking for what can go among what is shared would copy it
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()


def _do(paths: list[str]) -> list[object]:
    assert _work is not None
    return [_work(path) for path in paths]
