"""The strategy index for other programs: JSON by a published schema, and schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .model import Strategy
from .view import EntryView

Document = dict[str, Any]
MOST = 100
"""So many entries at most are told to search engines in the page itself, which has to stay light."""


@dataclass(frozen=True, slots=True)
class Site:
    """Whose index it is. Addresses are whole: the site's without a slash at its end, the index's, the schema's."""

    name: str
    base: str
    page: str
    schema: str


def strategies_document(site: Site, entries: Iterable[EntryView]) -> Document:
    """All published entries, each with all the places where it is given."""
    found = [_entry(each, site.base) for each in entries if not each.badge]
    return {"$schema": site.schema, "title": site.name, "url": site.page, "strategies": found}


def item_list(site: Site, entries: Sequence[EntryView]) -> Document:
    """The index as an ``ItemList`` of schema.org; of a long one its beginning, and how many there are."""
    public = [each for each in entries if not each.badge]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": f"Strategies · {site.name}",
        "url": site.page,
        "numberOfItems": len(public),
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": each.title, "url": f"{site.base}/{each.url}"}
            for at, each in enumerate(public[:MOST], 1)
        ],
    }


def text_of(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def script_text(document: Document) -> str:
    """JSON that may stand in a `script` element."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _entry(view: EntryView, base: str) -> Document:
    entry = view.entry
    updated = max((each.updated for each in entry.sources if each.updated), default=None)
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": entry.kind.value,
        "url": f"{base}/{view.url}",
        **_said(
            {
                "summary": entry.summary,
                "text": entry.text,
                "aliases": list(entry.aliases),
                "updated": updated and updated.isoformat(),
            }
        ),
        "sources": [_source(each, base) for each in entry.sources if not each.article.badge],
    }


def _source(strategy: Strategy, base: str) -> Document:
    card = strategy.article
    return {
        "id": strategy.id,
        "title": strategy.title,
        "url": f"{base}/{strategy.url}",
        "article": {"title": card.title, "url": f"{base}/{card.url}", "lang": card.lang},
        "position": strategy.position,
        "of": strategy.of,
        **_said(
            {
                "summary": strategy.summary,
                "number": strategy.number,
                "section": strategy.section,
                "category": strategy.category and strategy.category.name,
                "tags": [tag.name for tag in strategy.tags],
                "when": strategy.when,
                "effort": strategy.effort,
                "updated": strategy.updated and strategy.updated.isoformat(),
            }
        ),
    }


def _said(document: Document) -> Document:
    return {name: value for name, value in document.items() if value}
