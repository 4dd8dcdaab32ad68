"""What the strategy index is made of: plain frozen data that templates and other plugins can hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from articles.model import Card, Link

from .ids import fragment

Form = Literal["headings", "run-ins"]
Origin = Literal["written", "recovered"]


class Kind(StrEnum):
    """What a group of titles says to its reader. Only a `STRATEGY` is advice."""

    STRATEGY = "strategy"
    BENEFIT = "benefit"
    RISK = "risk"
    MYTH = "myth"
    MISTAKE = "mistake"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Strategy:
    """One piece of advice: a heading or run-in of an article."""

    id: str
    """Slug of the article, two hyphens, id of the heading; at most `ids.LIMIT` characters. It stays while they do."""
    title: str
    summary: str
    """Its first sentence as plain text, at most 160 characters, cut after a whole word; or nothing."""
    kind: Kind
    article: Card
    article_slug: str
    anchor: str
    """The id of the heading or run-in in the article's page."""
    section: str
    """Title of the section it stands in, or ""."""
    position: int
    """Its place among those of its group, from 1."""
    of: int
    category: Link | None
    tags: tuple[Link, ...]
    when: str
    """When to do it, as its author wrote; or ""."""
    effort: str
    """What it takes, as its author wrote; or ""."""
    source: Origin
    """Whether its title was written as a heading or recovered from a bare line."""
    updated: date | None
    number: str
    """As written ("3", "IV", "3.1"), or ""."""

    @property
    def url(self) -> str:
        """Its place in its article, relative to the site's root."""
        return f"{self.article.url}#{fragment(self.anchor)}" if self.anchor else self.article.url


@dataclass(frozen=True, slots=True)
class Group:
    """A run of sibling headings or run-ins, and what it was taken for."""

    article: Card
    article_slug: str
    section: str
    """Title of the section it stands in, or "" for none."""
    section_id: str
    kind: Kind
    why: str
    """In words for its author: what decided. A sentence without its full stop."""
    titles: tuple[str, ...]
    anchors: tuple[str, ...]
    form: Form
    is_overridden: bool
    """Whether the author said what it is, rather than its wording."""

    @property
    def is_advice(self) -> bool:
        return self.kind is Kind.STRATEGY


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index: a piece of advice, and all the places where it is given."""

    id: str
    title: str
    summary: str
    kind: Kind
    sources: tuple[Strategy, ...]
    """At least one, the newest first."""
    text: str
    """What the author of the site has to say about it, in Markdown, or ""."""
    aliases: tuple[str, ...]
    """Other titles and ids that lead to it."""
    is_hidden: bool

    @property
    def has_page(self) -> bool:
        """Whether there is more to say than its article says."""
        return not self.is_hidden and (len(self.sources) > 1 or bool(self.text))

    @property
    def url(self) -> str:
        """The place in the one article that has it, relative to the site's root; "" if it has a page of its own."""
        return "" if self.has_page else self.sources[0].url
