"""Where something stands, as its author would look for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from located.characters import visible


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    `path` is as `shown_path` gives it; `line` and `column` count from 1, the column in characters.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"


def shown_path(path: Path | str) -> str:
    """How a file is named to its author: from the working directory if it lies in there, else in full.

    Links are not followed: the author knows the file by the name of the link.
    """
    here = os.getcwd()
    full = os.path.abspath(path)
    if full == here:
        return "."
    inside = full[len(here) + 1 :] if full.startswith(f"{here}{os.sep}") else full
    return inside.replace(os.sep, "/")
