"""Titles of articles that tell when they are printed, so that it is known which pages have them, and how often.

Jinja asks what it prints for its text (`str`), and nothing else that a template may do with a title does: a title is
text like any other, handed on by whoever has it. See `amending` for what comes of it, and `title_uses` for templates
that do more with titles than print them.
"""

from __future__ import annotations

from collections import Counter
from typing import Protocol


class Page(Protocol):
    @property
    def printed(self) -> Counter[str]:
        """How often it printed the titles of articles, by which articles they are."""


class Reading(Protocol):
    @property
    def present(self) -> Page | None:
        """The page that is being made."""


class Title(str):
    """The title of the article `of`. A copy of it, or a part, is text alone."""

    __slots__ = ("of", "reading")
    of: str
    reading: Reading

    @classmethod
    def made(cls, text: str, of: str, reading: Reading) -> Title:
        title = cls(text)
        title.of, title.reading = of, reading
        return title

    def __str__(self) -> str:
        if (page := self.reading.present) is not None:
            page.printed[self.of] += 1
        return str.__str__(self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str.__str__(self),)


def occurrences(text: str, title: str) -> int:
    """How often a title is in a text, those that overlap among them; as often as it was printed, or more."""
    count, place = 0, text.find(title)
    while place >= 0:
        count, place = count + 1, text.find(title, place + 1)
    return count
