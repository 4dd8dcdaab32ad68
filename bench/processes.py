"""What one command costs, as a whole process: seconds, and the peak of its memory.

Nothing is looked at while a command is timed. Its memory is the largest any one of its processes had at any moment, as
the system counted it; where it is watched, in a run that is not timed, also the sum over all its processes, each page
that several share counted once, as it was found every 10 ms (on Linux; a shorter peak of several is not seen).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.01
MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in, a megabyte of it: bytes there, kilobytes elsewhere."""


@dataclass(frozen=True)
class Cost:
    seconds: float
    megabytes: float


class Failed(Exception):
    """What a command said that failed."""


def cost(command: Sequence[str], folder: Path, watched: bool = False) -> Cost:
    """What it takes in the folder, in a process group of its own."""
    habits = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=habits, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        together = peak(process.pid) if watched else 0.0
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Cost(seconds, max(together, usage.ru_maxrss / MEGABYTE))


def peak(group: int) -> float:
    """Megabytes of the group's processes at their height, until the first of them, which leads it, has ended."""
    most = 0.0
    while os.waitid(os.P_PID, group, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        most = max(most, sum(proportional(process) for process in members(group)))
        time.sleep(EVERY)
    return most


def members(group: int) -> list[Path]:
    return [process for process in Path("/proc").glob("[0-9]*") if group_of(process) == group]


def group_of(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[2])
    except OSError:  # it has ended
        return 0


def proportional(process: Path) -> float:
    """Megabytes of a process, its part of what it shares with others."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
