"""Folders with a site in them, changed as a case says, built, and compared."""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.site.broken import Block, Case
from tests.warm import WARM

ROOT = Path(__file__).parents[2]
COMMAND_DRAFTS = "python -m press --content content --output output --siteurl https://example.org/walks --drafts"
TINY = Path(__file__).with_name("tiny")
NOW = "1798761600"
"""1 January 2027: all that the sample site and the cases hold is published by then, whatever day it is."""
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from root the right to read what nobody may read."""
CACHE = ".cache"
"""Where a build keeps what the next one can use again; it is no part of the site."""
ENVIRONMENT = {"SOURCE_DATE_EPOCH": NOW, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Built:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def new_site(folder: Path) -> Path:
    """A folder with the tiny site, the settings and the theme of the project: all that a build needs."""
    shutil.copytree(TINY, folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "pelican.conf.py", folder)
    return folder


def run(folder: Path, command: str, *before: str, **environment: str) -> Built:
    """Run a command in a folder; `python` and `pelican` are those that the tests run with."""
    program, *arguments = shlex.split(command)
    own = {**os.environ, **ENVIRONMENT, "HOME": str(folder / "home"), **environment}
    if arguments[:2] == ["-m", "press"] and not before and "PYTHONPATH" not in environment:
        return Built(*WARM.press(folder, arguments[2:], own))
    python = {"python": [sys.executable], "pelican": [sys.executable, "-m", "pelican"]}[program]
    ended = subprocess.run(
        [*before, *python, *arguments],
        cwd=folder,
        env=own,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )
    return Built(ended.returncode, ended.stdout, ended.stderr)


def contents(folder: Path) -> dict[str, bytes]:
    """Every path below a folder with its bytes; for what is no file, with what it is. What builds keep is left out."""
    found = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != CACHE]
        for name in (*folders, *files):
            path = Path(here, name)
            found[path.relative_to(folder).as_posix()] = _content(path)
    return found


def _content(path: Path) -> bytes:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"link to {os.readlink(path)}".encode()
    if not stat.S_ISREG(mode):
        return stat.filemode(mode)[:1].encode()
    if os.access(path, os.R_OK):
        return path.read_bytes()
    return f"unreadable, {path.lstat().st_size} bytes".encode()


# --- what the blocks of a case do ------------------------------------------------------------------------


def change(folder: Path, case: Case) -> None:
    """Go through the blocks of a case that change the site."""
    for block in case.blocks:
        if block.work == "write":
            _write(folder, block)
        elif block.work == "append":
            with (folder / block.name).open("ab") as file:
                file.write(block.text.encode("utf-8", "surrogateescape"))
        elif block.work == "do":
            for line in block.lines:
                _do(folder, line)


def _write(folder: Path, block: Block) -> None:
    name, _, encoding = block.name.partition(" as ")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(block.text.encode(encoding or "utf-8", "surrogateescape"))


def _picture(path: Path, width: int, height: int) -> None:
    """Stripes of black and white, which take little room however many there are."""
    stripes = Image.new("1", (width, height))
    for top in range(0, height, 20):
        stripes.paste(1, (0, top, width, min(top + 10, height)))
    stripes.save(path)


def _do(folder: Path, line: str) -> None:
    verb, *names = line.replace(" -> ", " ").split()
    path = folder / names[-1 if verb == "chmod" else 0]
    path.parent.mkdir(parents=True, exist_ok=True)
    match verb:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(names[1])
        case "copy":
            shutil.copy(path, folder / names[1])
        case "remove":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case "chmod":
            path.chmod(int(names[0], 8))
        case "picture":
            _picture(path, *map(int, names[1].split("x")))
        case "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
        case _:
            raise ValueError(f"a case cannot {verb}")
