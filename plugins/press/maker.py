"""What makes a site besides its sources: Python, the packages installed, the code of plugins."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

INSTALLED = (".dist-info", ".egg-info")


def made_by(modules: Iterable[str]) -> bytes:
    """A digest of Python, of the names and versions of what is installed, and of the code of some modules."""
    digest = blake2b(interpreter(), digest_size=20)
    for path in code_of(modules):
        digest.update(b"\0" + os.fsencode(path.name) + b"\0" + contents(path))
    return digest.digest()


def interpreter() -> bytes:
    """Python and what is installed for it."""
    return "\0".join((sys.version, sys.executable, *installed())).encode("utf-8", "surrogateescape")


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
    """The Python files of the packages, or single modules, that these are in."""
    return sorted(file for place in places_of(modules) for file in (place.rglob("*.py") if place.is_dir() else [place]))


def places_of(modules: Iterable[str]) -> set[Path]:
    """The folders of packages, and single files, that these modules are in, other than Python's own and installed."""
    tops = {name.partition(".")[0] for name in modules} - {
        "__main__",
        "__mp_main__",
    }  # what runs the build, not what builds
    files = [Path(file) for top in tops if (file := getattr(sys.modules.get(top), "__file__", None))]
    own = [file for file in files if file.suffix == ".py" and not _is_installed(str(file))]
    return {file.parent if file.name == "__init__.py" else file for file in own}


def _is_installed(file: str) -> bool:
    return file.startswith(_installed_places())


@cache
def _installed_places() -> tuple[str, ...]:
    paths = sysconfig.get_paths()
    return tuple({paths[name] + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib")})


def contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
