"""What makes a site besides its sources: Python, the packages installed, the code of plugins."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

INSTALLED = (".dist-info", ".egg-info")


def made_by(modules: Iterable[str]) -> bytes:
    """A digest of Python, of the names and versions of what is installed, and of the code of some modules."""
    digest = blake2b(sys.version.encode(), digest_size=20)
    for name in installed():
        digest.update(b"\0" + name.encode("utf-8", "surrogateescape"))
    for path in code_of(modules):
        digest.update(b"\0" + os.fsencode(path.name) + b"\0" + contents(path))
    return digest.digest()


def installed() -> list[str]:
    """The names that installed packages give to their records: "markdown-3.10.dist-info"."""
    found: set[str] = set()
    for folder in {path for path in sys.path if path}:
        try:
            found |= {name for name in os.listdir(folder) if name.endswith(INSTALLED)}
        except OSError:  # a zip file, or gone
            continue
    return sorted(found)


def code_of(modules: Iterable[str]) -> list[Path]:
    """The Python files of the packages, or single modules, that these are in, other than Python's own and installed."""
    tops = {name.partition(".")[0] for name in modules} - {"__main__"}
    files = {file for top in tops for file in _files(getattr(sys.modules.get(top), "__file__", None))}
    return sorted(files)


def _files(file: str | None) -> Iterator[Path]:
    if not file or _is_installed(file) or not file.endswith(".py"):
        return
    path = Path(file)
    if path.name == "__init__.py":
        yield from path.parent.rglob("*.py")
    else:
        yield path


def _is_installed(file: str) -> bool:
    places = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return any(file.startswith(place + os.sep) for place in places if place)


def contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
