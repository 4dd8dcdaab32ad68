"""The list of what the press put into a folder. It also says that the folder is the press's to replace."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

NAME = ".press.json"


def write_manifest(folder: Path, files: Iterable[str]) -> None:
    """Mark `folder` as made by the press."""
    (folder / NAME).write_text(manifest_text(files), encoding="utf-8")


def manifest_text(files: Iterable[str]) -> str:
    """No time, no version: the same site gives the same bytes."""
    return json.dumps({"files": sorted(files)}, indent=0) + "\n"


def read_manifest(folder: Path) -> frozenset[str] | None:
    """What the press put into `folder`, as posix paths; None if it did not make the folder."""
    path = folder / NAME
    if path.is_symlink() or not path.is_file():
        return None
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    files = held.get("files") if isinstance(held, dict) else None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return frozenset(files)


def files_in(folder: Path) -> Iterator[str]:
    """Every file below `folder` as a posix path relative to it, links not followed, the manifest left out.

    OSError where a folder cannot be looked into: what is in it would be taken for gone.
    """
    for here, folders, files in os.walk(folder, onerror=refuse):
        linked = [name for name in folders if os.path.islink(os.path.join(here, name))]
        for name in (*files, *linked):
            path = (Path(here) / name).relative_to(folder).as_posix()
            if path != NAME:
                yield path


def refuse(error: OSError) -> None:
    """What `os.walk` does not do by itself: it passes over what it cannot look into. What is not there is no matter."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error
