"""Strategies and checklists made by hand, for tests of what ties them together."""

from __future__ import annotations

from typing import Any

from articles.model import Card
from checklists.lists import PublishedList
from checklists.model import Checklist, Item, Section
from located import Location, slugify
from strategies.model import Entry, Kind, Strategy


def strategy(article: str, title: str, **more: Any) -> Strategy:
    anchor = more.pop("anchor", slugify(title))
    card = Card(article.capitalize(), f"articles/{article}/", None, None, "", 1, None, (), "", "", "en")
    given = {"id": f"{article}--{slugify(anchor)}", "summary": f"Why {title}."} | more
    return Strategy(
        title=title, kind=Kind.STRATEGY, article=card, article_slug=article, anchor=anchor, section="", position=1,
        of=1, category=None, tags=(), when="", effort="", source="written", updated=None, number="", **given,
    )  # fmt: skip


def entry(id: str, *sources: Strategy, kind: Kind = Kind.STRATEGY) -> Entry:
    return Entry(id, id.capitalize(), "", kind, sources, "", (), False)


def item(text: str, strategy: str, line: int = 1, *below: Item) -> Item:
    where = Location("content/checklists/walk.yml", line, 15)
    return Item(
        slugify(text), text, Location(where.path, line, 5), strategy=strategy, strategy_where=where, items=below
    )


def published(*items: Item, slug: str = "walk", badge: str = "", article: str = "") -> PublishedList:
    where = Location(f"content/checklists/{slug}.yml")
    made = Checklist(slug, slug, slug.capitalize(), where, (Section("", "", where, items),), article=article)
    return PublishedList(made, f"checklists/{slug}/", f"checklists/{slug}/index.html", "", "site", "", badge)
