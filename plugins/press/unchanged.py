"""Whether anything changed since the last build; if nothing did, the site is what a build would make of it.

All that a build reads is compared by size, time and inode, and so is all that it wrote: content, theme, settings, the
code of plugins, what is installed, the environment, the command. Nothing here imports Pelican, which takes longer than
the whole comparison. A site is only known as unchanged if its plugins say what they read (`READS`), if nothing was
told of it, and if no file changed while it was being built.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from .maker import interpreter
from .settings_file import declared, literal

RACY = 0.05
"""Seconds within which two changes of a file may have the same time."""
SHELL = frozenset(("_", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "OLDPWD", "PWD", "SHLVL", "TERM"))
"""What differs from shell to shell, and that no build looks at."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build read and wrote. `until` is when an article comes out; `said` is the build's summary."""

    command: str
    folders: tuple[str, ...]
    inputs: str
    output: str
    until: float | None
    said: str


def record_path(settings_file: str, output: str) -> Path | None:
    """Where it is kept that nothing changed; nowhere if the settings do not plainly say where things are kept."""
    cache = literal(declared(settings_file).get("CACHE_PATH"))
    if not isinstance(cache, str):
        return None
    name = blake2b(os.fsencode(os.path.abspath(output)), digest_size=6).hexdigest()
    return Path(settings_file).absolute().parent / cache / f"unchanged-{name}.json"


def command_digest(options: Mapping[str, object]) -> str:
    """The command, the environment, and what runs it."""
    environment = sorted((name, value) for name, value in os.environ.items() if name not in SHELL)
    said = repr((sorted(options.items()), os.getcwd(), environment)).encode("utf-8", "surrogateescape")
    return blake2b(said + interpreter(), digest_size=16).hexdigest()


def still(path: Path | None, options: Mapping[str, object], output: str) -> str:
    """The summary of the last build, if a new one would give the same; else nothing."""
    known = _read(path) if path is not None else None
    if known is None or known.command != command_digest(options):
        return ""
    if known.until is not None and known.until <= time.time():
        return ""
    try:
        same = stamps(known.folders) == known.inputs and stamps([output]) == known.output
    except (OSError, Unsure):
        return ""
    return known.said if same else ""


class Unsure(Exception):
    """Something that sizes and times do not tell of."""


class Watch:
    """What a build reads, before it reads it."""

    def __init__(self, folders: Iterable[str], started: float) -> None:
        """`started` is when the process began that reads them, in seconds since the epoch."""
        self.folders = tuple(sorted({os.path.abspath(folder) for folder in folders}))
        try:
            self.before = stamps(self.folders, started - RACY)
        except (OSError, Unsure):
            self.before = ""

    def note(self, path: Path, options: Mapping[str, object], output: str, until: float | None, said: str) -> None:
        """Remember the site that was just built, unless something changed meanwhile."""
        try:
            if not self.before or stamps(self.folders) != self.before:
                return path.unlink(missing_ok=True)
            command = command_digest(options)
            known = Known(command, self.folders, self.before, stamps([output]), until, said)
        except (OSError, Unsure):
            return None
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_suffix(f".{secrets.token_hex(4)}")
            aside.write_text(json.dumps(asdict(known)), "utf-8")
            aside.replace(path)
        return None


def stamps(folders: Sequence[str], newest: float | None = None) -> str:
    """One digest of path, size, time and inode of every file below some folders, or of single files."""
    digest = blake2b(digest_size=16)
    limit = None if newest is None else int(newest * 1e9)
    for folder in folders:
        for path, status in _files(folder):
            if limit is not None and status.st_mtime_ns >= limit:
                raise Unsure(f"{path} may change again within the same moment")
            said = f"{path}\0{status.st_size} {status.st_mtime_ns} {status.st_ino} {status.st_mode}\n"
            digest.update(said.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    if not os.path.isdir(folder):
        yield folder, os.stat(folder)
        return
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.is_symlink():
            raise Unsure(f"{entry.path} is a link")
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield entry.path, entry.stat(follow_symlinks=False)


def _read(path: Path) -> Known | None:
    try:
        held = json.loads(path.read_text("utf-8"))
        known = Known(**{**held, "folders": tuple(held["folders"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    fits = isinstance(known.until, int | float | None) and all(isinstance(each, str) for each in known.folders)
    return known if fits and isinstance(known.said, str) and known.said else None
