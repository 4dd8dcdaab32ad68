"""A second tree of a site's files, in the cache, by which several of them change in one step.

The files of both trees are the same ones (hard links), but for those that changed last. To change some, the spare tree
is brought up to the site, gets the new files, and takes the site's place; the site's becomes the spare one. A tree made
for each change, and removed after it, would take longer than all the rest: making and removing folders is what costs.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from .exchange import put_in_place
from .manifest import NAME, read_manifest, write_manifest
from .staging import put_each, remove


class Beside:
    """Work that is done in a process of its own, while this one does something else; here, where there is no fork."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.process = 0
        if not hasattr(os, "fork"):
            work()
            return
        self.process = os.fork()
        if self.process == 0:
            status = 1
            try:
                work()
                status = 0
            finally:
                os._exit(status)

    def end(self, is_wanted: bool) -> None:
        """Wait until it is done, or have it stop. OSError if it could not be done."""
        process, self.process = self.process, 0
        if not process:
            return
        if not is_wanted:
            os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        if is_wanted and status:
            raise OSError("the site's files cannot be had twice")


class Spare:
    """The spare tree of the site at `output`. Whoever uses it holds the lock of the folder that the site is in."""

    def __init__(self, output: Path, folder: Path) -> None:
        self.output, self.folder = output, folder
        self.following: Beside | None = None

    def begin(self) -> None:
        """Bring it up to the site, while it is worked out what is to change."""
        if not os.path.lexists(self.folder):
            self.folder.mkdir(parents=True)
        if self.folder.is_symlink():
            raise OSError(f"{self.folder} is no site's")
        if all(each.name == NAME for each in self.folder.iterdir()):  # new, or whoever made it came no further
            discard(str(self.folder / NAME))  # it may be a link
            write_manifest(self.folder, ())
        if read_manifest(self.folder) is None:
            raise OSError(f"{self.folder} is no site's")
        self.following = Beside(lambda: follow(str(self.output), str(self.folder)))

    def put(self, files: Mapping[str, bytes], gone: Collection[str]) -> None:
        """Have the site say what `files` say, and others gone, in one step."""
        if len(files) <= 1 and not gone and self.following is None:
            return put_each(files, gone, self.output)
        if self.following is None:
            self.begin()
        assert self.following is not None
        self.following.end(is_wanted=True)
        for path, data in files.items():
            aside = self.folder / f"{NAME}.new"  # what is in the file's place is the site's own
            aside.write_bytes(data)
            aside.replace(self.folder / path)
        for path in gone:
            (self.folder / path).unlink()
        before = put_in_place(self.folder, self.output)
        if before not in (None, self.folder):
            remove(before)
        return None

    def end(self) -> None:
        if self.following is not None:
            self.following.end(is_wanted=False)


def follow(present: str, spare: str) -> None:
    """Have in one folder what is in another, and nothing else: the same files, in folders of its own."""
    os.chmod(spare, stat.S_IMODE(os.stat(present).st_mode))
    with os.scandir(spare) as entries:
        there = {each.name: each for each in entries}
    with os.scandir(present) as entries:
        wanted = list(entries)
    for each in wanted:
        path, old = os.path.join(spare, each.name), there.pop(each.name, None)
        if each.is_dir(follow_symlinks=False):
            if old is None or not old.is_dir(follow_symlinks=False):
                discard(path)
                os.mkdir(path)
            follow(each.path, path)
        elif old is None or old.inode() != each.inode():
            discard(path)
            os.link(each.path, path, follow_symlinks=False)
    for old in there.values():
        discard(old.path)


def discard(path: str) -> None:
    """Remove a file or folder, if it is there; of a link, the link alone."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)
