"""The strategies of an article -> a checklist to tick them off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checklists.model import Checklist, Item, Section
from checklists.naming import name_items
from located import Location
from strategies.model import Strategy

LEAST = 3
"""Fewer strategies are no list."""
OFF = frozenset(("no", "false", "off", "none", "0"))


def is_wanted(strategies: Sequence[Strategy], said: str = "") -> bool:
    """Whether an article gets one; `said` is what its front matter says of ``as_checklist``."""
    return len(strategies) >= LEAST and said.strip().casefold() not in OFF


def guide(strategies: Sequence[Strategy], slug: str, title: str, path: str) -> Checklist:
    """A checklist of the strategies of the article with this slug; an item's id is that of its heading."""
    where = Location(path)
    named, _ = name_items([Section("", "", where, tuple(_item(each, where) for each in strategies))], {})
    items = tuple(replace(item, text=each.title) for item, each in zip(named[0].items, strategies, strict=True))
    section = replace(named[0], id=SECTION, items=items)
    return Checklist(f"guide-{slug}", f"guide-{slug}", title, where, (section,), is_guide=True, items_where=where)


SECTION = "guide"
"""The id of its one section."""


def _item(strategy: Strategy, where: Location) -> Item:
    """Its text is the heading's id until it has got an id of its own from it."""
    return Item("", strategy.anchor, where, id_written=True, why=strategy.summary, strategy=strategy.id)
