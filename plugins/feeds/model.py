"""What a feed says, whatever its format: plain frozen data. All addresses are absolute, all dates aware."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without entries was updated: Atom wants a date, and the clock would make every build differ.
Not 1970, since validators take dates before 1990 for mistakes."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """How a page tells of a feed: `<link rel="alternate">`. `url` is relative to the site's root."""

    title: str
    type: str
    url: str


@dataclass(frozen=True, slots=True)
class Image:
    """The picture of an entry. `length` is its size in bytes, None where that cannot be known."""

    url: str
    type: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article. `content` is HTML, `title` and `summary` are plain text, `id` is an IRI that stays."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = "en"
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, newest first. `self_url` is where the feed is, `home_url` the page it goes with.

    `author` is a name: Atom wants somebody to answer for the entries that name no author.
    """

    id: str
    title: str
    subtitle: str
    self_url: str
    home_url: str
    language: str
    author: str
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> datetime | None:
        """When the newest change to an entry was made, None where there are no entries."""
        return max((entry.updated for entry in self.entries), default=None)


@dataclass(frozen=True, slots=True)
class Site:
    """What all feeds of a site share. `base` is the site's address without a slash at its end."""

    id: str
    name: str
    subtitle: str
    base: str
    language: str
    author: str
    content_path: str
