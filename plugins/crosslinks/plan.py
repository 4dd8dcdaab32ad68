"""The reader's plan, as far as the site has a part in it: where its page is, and the lists that can be in progress."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from checklists.view import ItemView, ListView
from strategies.model import Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """What templates need to offer it. Scripts by their whole paths, `url` from the site's root."""

    url: str
    script: str
    """Of the page."""
    toggles: str
    """Of the buttons that save a strategy."""


@dataclass(frozen=True, slots=True)
class KnownList:
    """A list that a reader may have begun. `url` is a whole path."""

    id: str
    title: str
    url: str


def known_text(lists: Iterable[KnownList]) -> str:
    """JSON that may stand in a `script` element."""
    found = [{"id": each.id, "title": each.title, "url": each.url} for each in lists]
    return in_script(found)


def in_script(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def entry_ids(entries: Iterable[Entry]) -> dict[str, str]:
    """The id of its entry in the index, which a plan keeps, by the id of a strategy."""
    return {source.id: entry.id for entry in entries for source in entry.sources}


def with_entries(shown: ListView, entries: Mapping[str, str], strategies: Mapping[str, str]) -> ListView:
    """A guide whose items name their entries in the index, where those are called otherwise; "" where there is none.

    `strategies` has the ids of strategies by the ids of items.
    """

    def named(item: ItemView) -> ItemView:
        id = item.attributes["data-item"]
        entry = entries.get(strategies.get(id, ""), "")
        return item if entry == id else replace(item, attributes=item.attributes | {"data-strategy": entry})

    sections = (replace(each, items=tuple(map(named, each.items))) for each in shown.sections)
    return replace(shown, sections=tuple(sections))
