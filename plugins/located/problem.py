"""One way of telling an author that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from located.characters import visible
from located.location import Location

_QUOTE_LENGTH = 60


class Severity(StrEnum):
    """`ERROR`: a reader would see it, the site is not published. `WARNING`: a reader would not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do. Problems sort by place."""

    where: Location
    what: str
    """Without its final full stop."""
    fix: str = ""
    """A sentence or two with their full stops, or nothing."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """``path:line:column: what. fix``, in one line whatever was quoted."""
        return visible(f"{self.where}: {self.what}. {self.fix}".rstrip())


def quote(text: str) -> str:
    """Text as found, between quotation marks, for a problem: unseen characters written out, cut when long."""
    cut = text if len(text) <= _QUOTE_LENGTH else text[: _QUOTE_LENGTH - 1] + "…"
    return f'"{visible(cut)}"'
