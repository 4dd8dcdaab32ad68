"""What pages, feeds and search engines are told of a published list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .model import Checklist
from .references import ArticleLink
from .words import size


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A list with its addresses, all relative to the site's root."""

    checklist: Checklist
    url: str
    save_as: str
    json_url: str
    """"" where there is no such document."""
    site: str
    """The site's id, which readers' records are kept under."""
    content: str
    """The list as plain HTML, for feeds."""
    badge: str = ""
    article: ArticleLink | None = None
    """The article that the list belongs to."""

    @property
    def id(self) -> str:
        return self.checklist.id

    @property
    def slug(self) -> str:
        return self.checklist.slug

    @property
    def title(self) -> str:
        return self.checklist.title

    @property
    def summary(self) -> str:
        return self.checklist.summary

    @property
    def size(self) -> str:
        """``12 items · about 1 h``."""
        return size(self.checklist)

    @property
    def updated(self) -> date | None:
        return self.checklist.updated

    @property
    def author(self) -> str:
        return self.checklist.author

    @property
    def tags(self) -> tuple[str, ...]:
        return self.checklist.tags

    @property
    def lang(self) -> str:
        return self.checklist.lang
