"""A folder -> the source files in it, in order, and what there is that cannot be one.

Pelican's own walk follows links out of the content folder and round in circles, blocks on a pipe, passes over a folder
named like an article in silence, and gives its files in no order (4.12: a set).
"""

from __future__ import annotations

import errno
import fnmatch
import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from located.location import Location, shown_path
from located.problem import Problem, quote

MARKDOWN_SUFFIXES = ("md", "markdown", "mkd", "mdown")


def source_files(
    root: Path,
    folders: Collection[str],
    exclude: Collection[str],
    suffixes: Collection[str] | None,
    ignore: Collection[str],
) -> tuple[list[str], tuple[Problem, ...]]:
    """The files under `root` in these folders (or the files themselves), relative to it, sorted; and the problems.

    `suffixes` are without the dot; None takes every file. `ignore` holds patterns of names, `exclude` folders.
    """
    walk = _Walk(root.resolve(), frozenset(exclude), suffixes, tuple(ignore))
    found = {name: None for folder in sorted(folders) for name in walk.files(root / folder, folder, ())}
    return sorted(found), tuple(sorted(walk.problems))


class _Walk:
    def __init__(
        self, root: Path, exclude: frozenset[str], suffixes: Collection[str] | None, ignore: tuple[str, ...]
    ) -> None:
        self.root, self.exclude, self.suffixes, self.ignore = root, exclude, suffixes, ignore
        self.problems: list[Problem] = []

    def files(self, path: Path, name: str, above: tuple[str, ...]) -> Iterator[str]:
        """The files at or under a path; `above` are the real paths of the folders it was reached through."""
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            if os.path.islink(path):
                yield from self._broken_link(path, name, error)
            elif error.errno not in (errno.ENOENT, errno.ENOTDIR):  # gone since it was listed, or never there
                self._tell(path, f"cannot be read: {str(error.strerror).lower()}", "Make it readable (chmod u+rx).")
            return
        if path.is_symlink() and not self._inside(path):
            if stat.S_ISDIR(mode) or self._wanted(name):
                self._tell(path, "is a link to a place outside the content folder", "Put a copy in its place.")
        elif stat.S_ISDIR(mode):
            yield from self._folder(path, name, above)
        elif self._wanted(name):
            yield from self._file(path, name, mode)
        elif self._wanted(name.lower()):
            self._tell(path, f"ends in {quote(path.suffix)}", f"Rename it to end in {quote(path.suffix.lower())}.")

    def _broken_link(self, path: Path, name: str, error: OSError) -> Iterator[str]:
        """A name without a suffix may have been a folder of articles."""
        if self._wanted(name):
            yield name  # reading it tells what is wrong
        elif error.errno == errno.ELOOP:
            self._tell(path, "is a link that leads back to itself", "Mend the link or remove it.")
        elif not path.suffix:
            self._tell(path, "is a link to a folder that is not there", "Mend the link or remove it.")

    def _folder(self, path: Path, name: str, above: tuple[str, ...]) -> Iterator[str]:
        real = str(path.resolve())
        if real in above:
            self._tell(path, "is a link to a folder that it lies in itself", "Remove the link.")
            return
        if name and self.suffixes is not None and self._wanted(name):
            self._tell(path, "is a folder, not a file", "Rename it, or move it away.")
            return
        try:
            children = sorted(os.listdir(path))
        except OSError as error:
            self._tell(path, f"cannot be read: {str(error.strerror).lower()}", "Make it readable (chmod u+rx).")
            return
        for child in children:
            if any(unicodedata.category(char) in ("Cc", "Cs") for char in child):
                self._tell(path / child, "has a character in its name that cannot be seen", "Rename it.")
                continue
            below = f"{name}/{child}" if name else child
            if below not in self.exclude and not self._ignored(child):
                yield from self.files(path / child, below, (*above, real))

    def _file(self, path: Path, name: str, mode: int) -> Iterator[str]:
        if stat.S_ISREG(mode):
            yield name
        else:
            self._tell(path, "is a pipe, a socket or a device, not a file", "Move it away.")

    def _wanted(self, name: str) -> bool:
        if self._ignored(os.path.basename(name)):
            return False
        return self.suffixes is None or os.path.splitext(name)[1][1:] in self.suffixes

    def _ignored(self, name: str) -> bool:
        return name.startswith(".") or any(fnmatch.fnmatch(name, pattern) for pattern in self.ignore)

    def _inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.root)

    def _tell(self, path: Path, what: str, fix: str) -> None:
        self.problems.append(Problem(Location(shown_path(path)), what, fix))
