"""Builds in forks of one process that has everything imported: most of a small build's time goes into importing.

A fork sees settings, plugins and templates of its own folder as a new process would, and leaves nothing behind. It does
not tell how far it is, which depends on how busy the machine is.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

PATIENCE = 120
"""Seconds after which a build is taken for stuck."""
SERVE = "from tests.warm import serve; serve()"
ROOT = Path(__file__).parents[1]


@dataclass
class Warm:
    """The process; started when it is first needed, ended with the tests."""

    process: subprocess.Popen[str] | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def press(self, folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str, str]:
        """``python -m press`` in a folder: exit status, what it printed, and what it complained of."""
        return self._done("press", folder, arguments, environment)

    def pelican(self, folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str, str]:
        """The same for ``python -m pelican``."""
        return self._done("pelican", folder, arguments, environment)

    def _done(
        self, program: str, folder: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> tuple[int, str, str]:
        with tempfile.TemporaryDirectory() as place:
            what = {"program": program, "folder": str(folder), "arguments": [*arguments]}
            job = {**what, "environment": dict(environment), "place": place}
            status = int(self._ask(json.dumps(job)))
            out, err = (Path(place, name).read_text("utf-8", "replace") for name in ("out", "err"))
        return status, out, err

    def _ask(self, job: str) -> str:
        with self.lock:
            if self.process is None or self.process.poll() is not None:
                self.process = self._started()
            assert self.process.stdin is not None and self.process.stdout is not None
            self.process.stdin.write(job + "\n")
            self.process.stdin.flush()
            return self.process.stdout.readline()

    def _started(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SERVE]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(process.kill)
        return process


WARM = Warm()


def serve() -> None:
    """Take jobs line by line and answer each with its exit status."""
    import press.building
    import press.progress
    from pelican.plugins._utils import load_plugins
    from pelican.settings import read_settings

    for plugin in load_plugins(read_settings(str(ROOT / "pelican.conf.py"))):
        import_module(f"{plugin.__name__}.plugin")  # which they import when they register
    assert press.building
    press.progress.SELDOM = math.inf
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            _child(job)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _child(job: dict[str, object]) -> None:
    """Build as `python -m press` or `pelican` does, then end without a trace of the process that was forked."""
    status = 70
    try:
        status = _built(job)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001  (as the interpreter does it)
        sys.excepthook(*sys.exc_info())
        status = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _built(job: dict[str, object]) -> int:
    import signal
    import time

    place = str(job["place"])
    for name, number in (("out", 1), ("err", 2)):
        os.dup2(os.open(os.path.join(place, name), os.O_WRONLY | os.O_CREAT), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace") for number in (1, 2))
    signal.alarm(PATIENCE)
    os.chdir(str(job["folder"]))
    os.environ.clear()
    os.environ.update(job["environment"])  # type: ignore[call-overload]
    time.tzset()
    sys.path[0] = os.getcwd()
    sys.argv = [job["program"], *job["arguments"]]  # type: ignore[list-item, misc]
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in os.environ
    if job["program"] == "pelican":
        from pelican import main as pelican_main

        pelican_main(job["arguments"])
        return 0
    from press import __main__ as press_main

    press_main.STARTED = time.time()
    return press_main.main(list(job["arguments"]))  # type: ignore[call-overload]
