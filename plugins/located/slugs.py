"""Text -> the part of an address that stands for it: lower-case ASCII letters, digits and single hyphens."""

from __future__ import annotations

import re
import unicodedata

from unidecode import unidecode

SPOKEN = (("+", " plus "), ("#", " sharp "), ("&", " and "))  # C++, C# and C are three tags


def slugify(text: str) -> str:
    """The slug of a text, or "" when no letter or digit is in it. Other scripts are transliterated."""
    if not text.isascii():
        text = unidecode(unicodedata.normalize("NFKC", text))
    for mark, word in SPOKEN:
        if mark in text:
            text = text.replace(mark, word)
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", text.lower())).strip("-")


class Ids:
    """Gives out ids that are unique in one page: ``name``, ``name-2``, ``name-3``, …"""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def reserve(self, name: str) -> None:
        """Keeps an id that an author wrote from being given out."""
        self._taken.add(name)

    def unique(self, name: str) -> str:
        found, count = name, self._counts.get(name, 1)
        while found in self._taken:
            count += 1
            found = f"{name}-{count}"
        self._taken.add(found)
        self._counts[name] = count
        return found
