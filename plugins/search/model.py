"""What can be found, and what a browser needs to find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a record is, in the order in which results are shown."""

    STRATEGY = "strategy"
    CHECKLIST = "checklist"
    ARTICLE = "article"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to find. Headings with ids in its HTML are places in it to find."""

    kind: Kind
    url: str
    """Relative to the site's root; it may have a fragment."""
    lang: str
    """A language tag in lower case."""
    title: str
    html: str
    where: str = ""
    """What the title is a part of, as plain text."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of an index by their paths in its folder: one script, and a folder for each language."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    """The one of most records comes first."""

    @property
    def is_empty(self) -> bool:
        return not self.languages


class NoIndex(Exception):
    """Why there is no index, as a clause."""
