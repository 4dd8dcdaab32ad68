"""Putting one folder in another's place, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

AT_FDCWD = -100  # <fcntl.h>: paths are relative to the working directory
RENAME_EXCHANGE = 2  # <linux/fs.h>: both names exist all the time


def exchange(new: Path, present: Path) -> bool:
    """Swap two existing folders atomically; False where the system or the file system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux, or a C library older than renameat2
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(present), RENAME_EXCHANGE) == 0)


def put_in_place(new: Path, present: Path) -> Path | None:
    """Make `new` be found at `present`; gives the folder that now holds what was there before, if anything was."""
    if not present.exists():
        new.rename(present)
        return None
    if exchange(new, present):
        return new
    aside = aside_for(present)
    try:
        present.rename(aside)
        new.rename(present)
    except BaseException:  # a signal may end the build right here
        if aside.exists() and not present.exists():
            aside.rename(present)
        raise
    return aside


def aside_for(present: Path) -> Path:
    """A free name beside `present`, for what is there now."""
    return present.with_name(f".{present.name}.old-{os.urandom(4).hex()}")
