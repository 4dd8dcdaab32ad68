"""What changed since the last build; if nothing did, the site is what a build would make of it.

All that a build reads is compared by size, time and inode, and so is all that it wrote: content, theme, settings, the
code of plugins, what is installed, the environment, the command. Nothing here imports Pelican, which takes longer than
the whole comparison. A site is only known if its plugins say what they read (`READS`), if nothing was told of it, and
if no file changed while it was being built.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from stat import S_IMODE

from .maker import interpreter
from .settings_file import declared, literal

RACY = 0.05
"""Seconds within which two changes of a file may have the same time."""
SHELL = frozenset(("_", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "OLDPWD", "PWD", "SHLVL", "TERM"))
"""What differs from shell to shell, and that no build looks at."""
WHOLE = 1 << 128


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build read and wrote. `until` is when an article comes out; `said` is the build's summary."""

    command: str
    made_by: str
    """The code that made the site, as the store names it, in hexadecimal."""
    folders: tuple[str, ...]
    inputs: str
    """A line for each file: its path, then what tells it from others."""
    output: str
    """A number that comes of all its files, in hexadecimal: see `total`."""
    until: float | None
    said: str

    def changed(self, output: str) -> list[str] | None:
        """The files that were read and are others now; None if something else is another too, or might be."""
        try:
            now = lines(self.folders)
            if total(lines([os.path.abspath(output)])) != self.output:
                return None
        except (OSError, Unsure):
            return None
        before = self.inputs.split("\n")
        if now == before:
            return []
        if len(now) != len(before):
            return None
        pairs = [(old.split("\0"), new.split("\0")) for old, new in zip(before, now, strict=True) if old != new]
        return None if any(old[::2] != new[::2] for old, new in pairs) else [new[0] for _, new in pairs]

    def amended(self, sources: Mapping[str, str], before: Sequence[str], after: Sequence[str]) -> Known:
        """The same with new lines for files that were read, by their paths, and with other files in the output."""
        inputs = "\n".join(sources.get(each.partition("\0")[0], each) for each in self.inputs.split("\n"))
        output = (int(self.output, 16) - _sum(before) + _sum(after)) % WHOLE
        return replace(self, inputs=inputs, output=f"{output:x}")


def record_path(settings_file: str, output: str) -> Path | None:
    """Where it is kept what the last build was; nowhere if the settings do not plainly say where things are kept."""
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


def last_build(path: Path | None, options: Mapping[str, object]) -> Known | None:
    """The last build, if this one is told the same, and no article came out meanwhile."""
    known = _read(path) if path is not None else None
    if known is None or known.command != command_digest(options):
        return None
    return known if known.until is None or known.until > present() else None


def present() -> float:
    """The moment that a build takes for the present: that of SOURCE_DATE_EPOCH (reproducible-builds.org), or now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(epoch) if epoch.isdecimal() else time.time()


class Unsure(Exception):
    """Something that sizes and times do not tell of."""


class Watch:
    """What a build reads, before it reads it."""

    def __init__(self, folders: Iterable[str], started: float) -> None:
        """`started` is when the process began that reads them, in seconds since the epoch."""
        self.folders = tuple(sorted({os.path.abspath(folder) for folder in folders}))
        try:
            self.before = lines(self.folders, started - RACY)
        except (OSError, Unsure):
            self.before = []

    def note(
        self,
        path: Path,
        options: Mapping[str, object],
        output: str,
        until: float | None,
        said: str,
        made_by: str = "",
    ) -> None:
        """Remember the site that was just built, unless something changed meanwhile."""
        try:
            if not self.before or lines(self.folders) != self.before:
                return path.unlink(missing_ok=True)
            made, command = total(lines([os.path.abspath(output)])), command_digest(options)
        except (OSError, Unsure):
            return None
        inputs = "\n".join(self.before)
        return write(path, Known(command, made_by, self.folders, inputs, made, until, said))


def write(path: Path, known: Known) -> None:
    """Keep it, in one step; a full disk keeps nothing."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".{os.urandom(4).hex()}")
        aside.write_text(json.dumps(asdict(known)), "utf-8")
        aside.replace(path)


def lines(folders: Sequence[str], newest: float | None = None) -> list[str]:
    """Path, then size, time and inode, then mode, of every file below some folders, or of single files."""
    limit = None if newest is None else int(newest * 1e9)
    return [line(path, status, limit) for folder in folders for path, status in _files(folder)]


def line(path: str, status: os.stat_result, limit: int | None = None) -> str:
    """What tells a file from others. `Unsure` of one that changed after `limit`, in nanoseconds since the epoch."""
    if limit is not None and status.st_mtime_ns >= limit:
        raise Unsure(f"{path} may change again within the same moment")
    return f"{path}\0{status.st_size} {status.st_mtime_ns} {status.st_ino}\0{S_IMODE(status.st_mode)}"


def total(said: Iterable[str]) -> str:
    """What all lines come to: their digests added up, so that a few can be exchanged without the others."""
    return f"{_sum(said):x}"


def _sum(said: Iterable[str]) -> int:
    digests = (blake2b(each.encode("utf-8", "surrogateescape"), digest_size=16).digest() for each in said)
    return sum(int.from_bytes(each, "big") for each in digests) % WHOLE


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
        numbers = int(known.output, 16), bytes.fromhex(known.made_by)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    fits = isinstance(known.until, int | float | None) and all(isinstance(each, str) for each in known.folders)
    return known if fits and numbers and isinstance(known.inputs, str) and isinstance(known.said, str) else None
