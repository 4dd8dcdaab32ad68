"""Outlines, cards and strategies made for tests."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from articles.extension import ArticleExtension
from articles.model import Card, Link, Outline
from located import Location, slugify
from markdown import Markdown
from strategies.model import Kind, Strategy
from strategies.reading import Reading, read_strategies

CATEGORY = Link("Career", "categories/career/")
TAGS = (Link("Talks", "tags/talks/"),)


def outline_of(text: str, title: str = "") -> Outline:
    md: Any = Markdown(extensions=[ArticleExtension(), "attr_list"])
    md.article_title = title
    md.convert(text)
    found: Outline = md.article_outline
    return found


def card(title: str = "An Article", slug: str = "an-article", **given: Any) -> Card:
    day = datetime(2026, 3, 31)
    made = Card(title, f"articles/{slug}/", day, None, "", 1, CATEGORY, TAGS, "", "", "en")
    return replace(made, **given)


def reading_of(
    text: str,
    title: str = "An Article",
    said: Collection[str] | None = None,
    where: Location | None = None,
    **given: Any,
) -> Reading:
    slug = slugify(title) or "article"
    return read_strategies(outline_of(text, title), card(title, slug, **given), slug, said, where)


def strategy(
    title: str, article: str = "one", day: date | None = None, kind: Kind = Kind.STRATEGY, summary: str = ""
) -> Strategy:
    """A strategy whose id is that of its article and title."""
    anchor = slugify(title)
    owner = card(article.title(), article)
    return Strategy(
        f"{article}--{anchor}", title, summary, kind, owner, article, anchor, "", 1, 1, CATEGORY, TAGS, "", "",
        "written", day, "",
    )  # fmt: skip
