"""What a building process has imported beforehand, and whether that is still what the files say.

A build imports much that the next one needs again: it says what, and that is imported for all later ones. What
starts threads is left to each build, because a process with threads cannot be forked (the library of a minifier,
say, brings a whole run-time of Go).
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from press.faults import attempt
from press.settings_file import declared, literal

from .own_files import identities, is_installed, own_files, packages

TASKS = Path("/proc/self/task")  # Linux: a folder for each thread, whoever started it


@dataclass(slots=True)
class Warmth:
    """The modules of this process. `waiting` are those that a build had to import by itself."""

    settings: Path
    began: float = field(default_factory=time.time)
    files: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    unfit: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Import the engine and the plugins that the settings name. They are not loaded: nothing is registered."""
        named = literal(declared(str(self.settings)).get("PLUGINS"))
        plugins = [name for name in named if isinstance(name, str)] if isinstance(named, (list, tuple)) else []
        for name in ("press.__main__", "press.building", *plugins):
            bring(name)
        self.files = identities(own_files(self.settings))

    def is_stale(self) -> bool:
        """Whether a file that something here came from is another one now, or was saved while it was read."""
        now = identities(own_files(self.settings))
        return now != self.files or any(changed >= self.began * 1e9 for changed, *_ in now.values())

    def want(self, names: Iterable[str]) -> None:
        """Have what a build imported ready for the later ones, but for an author's modules beside the plugins."""
        own = packages()
        known = {*sys.modules, *self.unfit, *self.waiting}
        self.waiting += [name for name in names if name not in known and may_be_kept(name, own)]

    def learn(self) -> None:
        """Import what is waiting, as far as it starts no thread; the first that does is unfit."""
        fit = tried(self.waiting)
        for name in fit:
            bring(name)
        self.unfit.update(self.waiting[len(fit) : len(fit) + 1])
        self.waiting = self.waiting[len(fit) + 1 :]
        self.files = {**identities(own_files(self.settings)), **self.files}


def bring(name: str) -> None:
    """Import a module. One that cannot be is told of by the build that needs it, in its own way."""
    attempt(lambda: importlib.import_module(name), lambda error: None)


def tried(names: Sequence[str]) -> list[str]:
    """The first of `names`, in order, up to one that starts a thread; found out in a process that is thrown away."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            fit = list(without_threads(names))
            with open(writer, "w", encoding="utf-8") as pipe:
                json.dump(fit, pipe)
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(pid, 0)
    fit = json.loads(said) if said else []
    return [str(name) for name in fit]


def without_threads(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        bring(name)
        if threads() > 1:
            return
        yield name


def threads() -> int:
    try:
        return len(os.listdir(TASKS))
    except OSError:  # not Linux: those that Python has started
        return threading.active_count()


def may_be_kept(name: str, own: set[str]) -> bool:
    """Whether `name` is installed, or part of a package that is watched for changes."""
    try:
        origin = importlib.util.find_spec(name.partition(".")[0])
    except (ImportError, ValueError):
        return False
    if origin is None or name == "__main__":
        return False
    return is_installed(origin.origin or "") or origin.origin in ("built-in", "frozen") or name.partition(".")[0] in own
