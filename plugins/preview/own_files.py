"""The files behind the modules of this process that are no part of the installation: the plugins, the settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

INSTALLED = tuple({os.path.realpath(prefix) + os.sep for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)})


def packages() -> set[str]:
    """The packages imported here that are no part of the installation: the plugins."""
    return {
        name
        for name, module in list(sys.modules.items())
        if "." not in name and getattr(module, "__path__", None) and not is_installed(getattr(module, "__file__", None))
    }


@cache
def is_installed(file: str | None) -> bool:
    return file is None or os.path.realpath(file).startswith(INSTALLED)


def own_files(settings: Path) -> set[str]:
    """The settings, and all files of whatever is imported here and is no part of the installation."""
    found = {str(settings)}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file is None or name == "__main__" or is_installed(file):
            continue
        found.add(file)
        if "." not in name and getattr(module, "__path__", None):
            found.update(files_below(os.path.dirname(file)))
    return found


def files_below(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        yield from (os.path.join(path, name) for name in files)


def identities(files: Iterable[str]) -> dict[str, tuple[int, int, int]]:
    """When each file was saved, how long it is, and which file it is."""
    found = {}
    for file in files:
        try:
            status = os.stat(file)
        except OSError:
            continue
        found[file] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found
