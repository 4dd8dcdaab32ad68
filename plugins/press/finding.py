"""What is wrong with a site, in the form in which its author reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

UNCHANGED = "The site was not changed."
"""How the last line ends when there were errors."""

Place = tuple[str, int, int]
"""Path as its author knows it, line and column, both from 1."""

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What a terminal shows nothing for, or obeys; the plugins write it out in the same way."""

SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `text` is one line: what, and how to fix it. `where` is None for what has no place in a file.
    """

    where: Place | None
    text: str
    error: bool = True

    def __str__(self) -> str:
        place = "" if self.where is None else shown_place(self.where)
        return f"{place}{'' if self.error else 'warning: '}{visible(self.text)}"


def shown_place(where: Place) -> str:
    """How a line starts that tells of something at `where`."""
    path, line, column = where
    return f"{visible(path)}:{line}:{column}: "


def visible(text: str) -> str:
    r"""`text` in one line, what could not be seen written out: ``\n``, ``\u00a0``."""
    return UNSEEN.sub(lambda found: SHORT.get(found[0], f"\\u{ord(found[0]):04x}"), text)


def shown_path(path: str | Path) -> str:
    """`path` as its author knows it: relative to the working directory when it is in there, else absolute."""
    here = os.getcwd()
    absolute = os.path.normpath(os.path.join(here, path))
    if absolute == here:
        return "."
    return absolute[len(here) + 1 :] if absolute.startswith(f"{here}{os.sep}") else absolute


def one_line(text: str) -> str:
    """`text` without line ends and without anything that a terminal would obey."""
    flat = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in flat)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by place; those without a place come last."""
    worst = {(f.where, f.text): f.error for f in sorted(findings, key=lambda f: f.error)}
    unique = [Finding(where, text, error) for (where, text), error in worst.items()]
    return sorted(unique, key=lambda f: (f.where is None, f.where or (), not f.error, f.text))


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with the word it needs: "1 page", "2 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def closing_line(findings: Iterable[Finding], published: bool) -> str:
    """The line under the list: how many, and what became of the site."""
    errors = [f.error for f in findings]
    kinds = [(sum(errors), "error"), (len(errors) - sum(errors), "warning")]
    split = ", ".join(counted(number, word) for number, word in kinds if number)
    outcome = "The site was built all the same." if published else UNCHANGED
    return f"{counted(len(errors), 'problem')} ({split}). {outcome}"
