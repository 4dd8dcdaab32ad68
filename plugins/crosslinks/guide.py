"""The strategies of an article -> a checklist to tick them off."""

from __future__ import annotations

from collections.abc import Sequence

from checklists.ids import LONGEST
from checklists.model import Checklist, Item, Section
from located import Location
from strategies.ids import anchor_ids
from strategies.model import Strategy

LEAST = 3
"""Fewer strategies are no list."""
SECTION = "guide"
"""The id of its one section."""


def is_wanted(strategies: Sequence[Strategy], said: bool | None = None) -> bool:
    """Whether an article gets one; `said` is what its front matter says of ``as_checklist``."""
    return len(strategies) >= LEAST and said is not False


def guide(strategies: Sequence[Strategy], id: str, title: str, where: Location) -> Checklist:
    """A checklist of an article's strategies; an item's id is that of its heading, wherever that stands."""
    ids = anchor_ids([each.anchor for each in strategies], LONGEST)
    items = (_item(each, id, where) for id, each in zip(ids, strategies, strict=True))
    section = Section(SECTION, "", where, tuple(items))
    return Checklist(id, id, title, where, (section,), is_guide=True, items_where=where)


def _item(strategy: Strategy, id: str, where: Location) -> Item:
    return Item(id, strategy.title, where, id_written=True, strategy=strategy.id)  # the article itself says why
