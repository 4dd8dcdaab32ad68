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


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of all indexes by their paths in their folder: one script, and a folder for each language."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """Of the indexes, ``en-x-strategy``: a language and a group of kinds. The larger of a language come first."""

    @property
    def is_empty(self) -> bool:
        return not self.names


class NoIndex(Exception):
    """Why there is no index, as a clause."""
