"""A folder beside the output in which a site is built, until it is whole and takes the output's place.

The output is always one complete site: nothing is written into it, but for a file that takes another's place. What a
killed build left behind is removed by the next one, and only that: the folder's name and its manifest must say that a
press made it, and no running build may hold its lock.
"""

from __future__ import annotations

import fcntl
import filecmp
import os
import re
import shutil
import stat
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .exchange import put_in_place
from .manifest import NAME, files_in, read_manifest, write_manifest

BEGINNING = 60.0
"""Seconds after which a folder without a mark is not that of a build which is about to mark it."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a switch-over did: how many files the site has, and what became of files the press had not made.

    `changed` are the files that are new or not what they were, `gone` those that are no more, as posix paths.
    """

    files: int
    kept: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def told(self) -> str:
        """What became of files."""
        parts = (len(self.changed), "made"), (self.files - len(self.changed), "kept"), (len(self.gone), "removed")
        return ", ".join(f"{count} {what}" for count, what in parts if count)


@contextmanager
def locked(folder: Path, wait: bool = False) -> Iterator[bool]:
    """Hold the lock of `folder`, if need be when others let it go; tells whether it is held."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


@contextmanager
def staging_for(output: Path) -> Iterator[Path]:
    """A new empty folder beside `output`, gone afterwards whatever happens."""
    output.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(output)
    folder = output.with_name(f".{output.name}.next-{os.urandom(4).hex()}")
    folder.mkdir()
    try:
        with locked(folder):
            write_manifest(folder, ())
            yield folder
    finally:
        remove(folder)


def clear_leftovers(output: Path) -> None:
    """Remove what killed builds of `output` left beside it, or put it back where the output is missing."""
    pattern = re.compile(rf"\.{re.escape(output.name)}\.(next|old)-[0-9a-f]{{8}}")
    for folder in sorted(output.parent.iterdir()):
        match = pattern.fullmatch(folder.name)
        if match is None or folder.is_symlink() or not (read_manifest(folder) is not None or barely_made(folder)):
            continue
        with suppress(FileNotFoundError), locked(folder) as free:  # another build may be clearing up too
            if free and match[1] == "old" and not output.exists():
                folder.rename(output)
            elif free:
                remove(folder)


def barely_made(folder: Path) -> bool:
    """Whether `folder` is what is left of a build that was killed before it had marked its folder, or while at it."""
    try:
        return all(each.name == NAME for each in folder.iterdir()) and time.time() - folder.stat().st_mtime > BEGINNING
    except OSError:  # not a folder, or gone by now
        return False


def remove(folder: Path) -> None:
    """Remove a folder of the press's, its mark last: who is killed while at it leaves what can be recognized."""
    with suppress(OSError):
        for entry in [entry for entry in folder.iterdir() if entry.name != NAME]:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
        shutil.rmtree(folder)


def publish(staging: Path, output: Path) -> Published:
    """Put the site in `staging` where `output` is, in one step, and keep what strangers had put there."""
    ours = frozenset(files_in(staging))
    write_manifest(staging, ours)
    kept: list[str] = []
    replaced: list[str] = []
    changed, gone = ours, frozenset[str]()
    with locked(output.parent, wait=True):  # of two builds that end at once, one sees the other's site whole
        if output.exists():
            staging.chmod(stat.S_IMODE(output.stat().st_mode))
            for file in strangers(output):
                (kept if carry_over(file, output, staging) else replaced).append(file)
            changed = frozenset(file for file in ours if not same(staging / file, output / file))
            gone = (read_manifest(output) or frozenset()) - ours
        before = put_in_place(staging, output)
    if before is not None:
        remove(before)
    return Published(len(ours), tuple(kept), tuple(replaced), changed, gone)


def put_each(files: Mapping[str, bytes], gone: Collection[str], output: Path) -> None:
    """Have files of `output` say something else, and others `gone`, in one step for each.

    Whoever calls this holds the lock of the folder that `output` is in.
    """
    if files:
        with staging_for(output) as staging:
            for number, (path, data) in enumerate(files.items()):
                aside = staging / str(number)
                aside.write_bytes(data)
                aside.replace(output / path)
            for path in gone:
                (output / path).unlink()


def same(new: Path, present: Path) -> bool:
    """Whether two files have the same bytes."""
    try:
        return os.path.samefile(new, present) or filecmp.cmp(new, present, shallow=False)
    except OSError:
        return False


def strangers(output: Path) -> list[str]:
    """The files in `output` that the press did not put there."""
    return sorted(frozenset(files_in(output)) - (read_manifest(output) or frozenset()))


def carry_over(file: str, output: Path, staging: Path) -> bool:
    """Have `file` of the present output in the next one too; False if the new site has something in its place."""
    target = staging / file
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            return False
        with suppress(OSError):
            target.hardlink_to(output / file)
            return True
        # A file system without hard links: a copy will do.
        shutil.copy2(output / file, target, follow_symlinks=False)
    except (FileExistsError, NotADirectoryError):
        return False
    return True
