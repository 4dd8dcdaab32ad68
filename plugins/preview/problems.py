"""What is wrong, as a page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.finding import Finding, visible

from .editor import editor, link
from .excerpt import Excerpt, excerpt

SENTENCE = re.compile(r"(?<=[.!?…]) +(?=[A-Z])")
"""Between what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where, what, how to mend it, the lines of source, and the address that opens them."""

    place: str
    what: str
    hint: str
    error: bool
    source: Excerpt | None
    editor: str

    def __str__(self) -> str:
        """The line that a terminal shows."""
        said = f"{'' if self.error else 'warning: '}{self.what} {self.hint}".rstrip()
        return f"{self.place}: {said}" if self.place else said


def problems(findings: Iterable[Finding], settings: Path) -> tuple[Problem, ...]:
    """`findings` as they are shown, with the source as it is now."""
    form = editor(settings)
    return tuple(problem(finding, form) for finding in findings)


def problem(finding: Finding, form: str) -> Problem:
    what, *more = SENTENCE.split(visible(finding.text), maxsplit=1)
    hint = more[0] if more else ""
    where = finding.where
    if where is None:
        return Problem("", what, hint, finding.error, None, "")
    path, line, column = where
    return Problem(f"{visible(path)}:{line}:{column}", what, hint, finding.error, excerpt(where), link(form, where))
