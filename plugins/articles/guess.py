"""What a line of an article is taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["section", "numbered", "run-in", "repeat", "dirt"]
Form = Literal["bare", "number", "bold", ""]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line is taken for.

    `line` counts from 0; `level` is 1 to 6, or 0 for what is no heading (a run-in, a repeated title, a stray mark);
    `markdown` is the line as Markdown says it, or "" where the line goes away.
    """

    line: int
    kind: Kind
    form: Form
    title: str
    number: str
    level: int
    reason: str
    markdown: str
