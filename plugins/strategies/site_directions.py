"""The file of directions in a content folder, where there is one."""

from __future__ import annotations

import os
from pathlib import Path

from located import Location, Problem, read_source, shown_path

from .directions import Direction, read_directions

NAMES = ("strategies.yml", "strategies.yaml")


def site_directions(content: Path) -> tuple[tuple[Direction, ...], tuple[Problem, ...]]:
    """What the file directs; nothing where there is none. Two files are one too many."""
    there = [content / name for name in NAMES if os.path.lexists(content / name)]
    if len(there) > 1:
        what = f"says what {shown_path(there[0])} should say"
        return (), (Problem(Location(shown_path(there[1])), what, "Put both into one file and remove the other."),)
    if not there:
        return (), ()
    source = read_source(there[0], within=content)
    return read_directions(source.text, source.path) if source.text is not None else ((), source.problems)
