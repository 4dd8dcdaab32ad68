"""Checklists for other programs: JSON by a published schema, and schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any as Anything

from .model import Checklist, Due, Item, Kind, Section
from .view import StrategyLink, condition_data

Document = dict[str, Anything]
LOCAL = re.compile(r'\b(href|src)="/(?!/)')


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a list is, all of it whole: the site without a slash at its end, the list's page, the schema."""

    base: str
    page: str
    schema: str
    strategies: Mapping[str, StrategyLink] = field(default_factory=dict)
    """Where the strategies are, by what items call them; counted from the site's root."""


def list_document(checklist: Checklist, at: Addresses, ordinals: Mapping[str, int]) -> Document:
    """One list. `ordinals` are those of the lock; an item that is not published yet has none."""
    return {
        "$schema": at.schema,
        **_head(checklist, at.page),
        **_said(
            {
                "introHtml": _absolute(checklist.intro_html, at.base),
                "mode": checklist.mode,
                "author": checklist.author,
                "translates": checklist.translates,
                "was": list(checklist.was),
                "ask": [
                    {"id": q.id, "text": q.text, "options": [{"id": o.id, "text": o.text} for o in q.options]}
                    for q in checklist.questions
                ],
                "dates": [{"id": each.id, "text": each.text} for each in checklist.dates],
            }
        ),
        "sections": [_section(section, at, ordinals) for section in checklist.sections],
    }


def index_document(site: str, lists: Iterable[tuple[Checklist, str, str]], url: str, schema: str) -> Document:
    """All lists: each with its page's and its own document's address."""
    found = [{**_head(checklist, page), "json": document} for checklist, page, document in lists]
    return {"$schema": schema, "title": site, "url": url, "checklists": found}


def item_list(checklist: Checklist, url: str) -> Document:
    """The list as an ``ItemList`` of schema.org; its tasks in order, each with its own address."""
    tasks = [item for item in checklist.items if item.kind is Kind.TASK]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": checklist.title,
        **_said({"description": checklist.summary}),
        "url": url,
        "numberOfItems": len(tasks),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": item.text, "url": f"{url}#{item.id}"}
            for at, item in enumerate(tasks, 1)
        ],
    }


def text_of(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _head(checklist: Checklist, url: str) -> Document:
    tasks = list(checklist.tasks)
    return {
        "id": checklist.id,
        "slug": checklist.slug,
        "title": checklist.title,
        "url": url,
        "items": len(tasks),
        **_said(
            {
                "summary": checklist.summary,
                "minutes": sum(item.minutes * item.repeat.times for item in tasks),
                "updated": checklist.updated and checklist.updated.isoformat(),
                "tags": list(checklist.tags),
                "lang": checklist.lang,
                "article": checklist.article,
            }
        ),
    }


def _section(section: Section, at: Addresses, ordinals: Mapping[str, int]) -> Document:
    return {
        **_said(
            {
                "id": section.id,
                "title": section.title,
                "introHtml": _absolute(section.intro_html, at.base),
                "mode": section.mode,
                "if": condition_data(section.condition.condition) if section.condition else None,
            }
        ),
        "items": [_item(item, at, ordinals) for item in section.items],
    }


def _item(item: Item, at: Addresses, ordinals: Mapping[str, int]) -> Document:
    return {
        "id": item.id,
        "kind": item.kind,
        "text": item.text,
        "url": f"{at.page}#{item.id}",
        **({"ordinal": ordinals[item.id]} if item.id in ordinals else {}),
        **({"level": item.level, "rev": item.rev} if item.kind is Kind.TASK else {}),
        **_said(
            {
                "why": item.why,
                "how": item.how,
                "done": item.done,
                "minutes": item.minutes,
                "due": _due(item.due) if item.due else None,
                "repeat": item.repeat.times if item.repeat.times > 1 else None,
                "every": item.repeat.every,
                "if": condition_data(item.condition.condition) if item.condition else None,
                "links": [{"text": link.text, "url": _whole(link.url, at)} for link in item.links],
                "tags": list(item.tags),
                "strategy": _strategy(item.strategy, at) if item.strategy else None,
                "was": list(item.was),
                "inherits": item.inherits,
                "items": [_item(each, at, ordinals) for each in item.items],
            }
        ),
        **({} if item.may_skip else {"na": False}),
    }


def _strategy(called: str, at: Addresses) -> Document:
    """Only what the list calls it where there is no index of strategies."""
    found = at.strategies.get(called)
    return {"id": found.id, "title": found.name, "url": f"{at.base}/{found.url}"} if found else {"id": called}


def _whole(url: str, at: Addresses) -> str:
    """The address of a link, wherever it is read."""
    if url.startswith("#"):
        return f"{at.page}{url}"
    return f"{at.base}{url}" if url.startswith("/") else url


def _absolute(html: str, base: str) -> str:
    """The HTML with addresses that count from the host's root made whole."""
    host = "/".join(base.split("/")[:3])
    return LOCAL.sub(rf'\1="{host}/', html) if host else html


def _due(due: Due) -> Document:
    return {"on": due.on.isoformat()} if due.on else {"date": due.label, "days": due.days}


def _said(document: Document) -> Document:
    return {name: value for name, value in document.items() if value}
