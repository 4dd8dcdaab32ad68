"""Titles and summaries of articles that tell when they are printed: it is known which pages have them, and how often.

Jinja asks what it prints for its text (`str`), and nothing else that a template may do with a text does: it is one like
any other, handed on by whoever has it. See `amending` for what comes of it, and `told_uses` for templates that do more
with such texts than print them.
"""

from __future__ import annotations

from collections import Counter
from typing import Protocol

KINDS = {"title": "title", "summary_text": "summary"}
"""What the text of an attribute of articles is."""
NAMES = frozenset((*KINDS, *KINDS.values()))
"""Under which plugins may pass these texts on to templates."""
HTML = "summary"
"""Pelican's own attribute, which has the summary too, as HTML."""


class Page(Protocol):
    @property
    def printed(self) -> Counter[tuple[str, str]]:
        """How often it printed a text, by which article's it is and which of its texts."""


class Reading(Protocol):
    @property
    def present(self) -> Page | None:
        """The page that is being made."""


class Told(str):
    """One of the texts of the article `of`. A copy of it, or a part, is text alone."""

    __slots__ = ("kind", "of", "reading")
    of: str
    kind: str
    reading: Reading

    @classmethod
    def made(cls, text: str, of: str, kind: str, reading: Reading) -> Told:
        told = cls(text)
        told.of, told.kind, told.reading = of, kind, reading
        return told

    def __str__(self) -> str:
        if (page := self.reading.present) is not None:
            page.printed[self.of, self.kind] += 1
        return str.__str__(self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str.__str__(self),)


def occurrences(text: str, part: str) -> int:
    """How often a part is in a text, those that overlap among them; as often as it was printed, or more."""
    count, place = 0, text.find(part)
    while place >= 0:
        count, place = count + 1, text.find(part, place + 1)
    return count
