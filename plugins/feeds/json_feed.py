"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from .characters import clean, one_line
from .dates import rfc3339
from .model import Entry, Feed


def json_feed(feed: Feed) -> str:
    """The feed as JSON."""
    top = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(feed.title) or feed.home_url,
        "description": one_line(feed.subtitle),
        "home_page_url": feed.home_url,
        "feed_url": feed.self_url,
        "language": feed.language,
        "authors": _authors((feed.author,)),
    }
    items = [_filled(_item(entry, feed.language)) for entry in feed.entries]
    return json.dumps({**_filled(top), "items": items}, ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry, feed_language: str) -> dict[str, Any]:
    title = one_line(entry.title)
    content = clean(entry.content).strip()
    return {
        "id": entry.id,
        "url": entry.url,
        "title": title,
        "content_html": content,
        "content_text": "" if content else one_line(entry.summary) or title or entry.url,
        "summary": one_line(entry.summary),
        "image": entry.image.url if entry.image else "",
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": _authors(entry.authors),
        "tags": list(filter(None, map(one_line, entry.categories))),
        "language": entry.language if entry.language != feed_language else "",
    }


def _authors(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name} for name in map(one_line, names) if name]


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    """The members that say something: the format has no use for empty ones."""
    return {name: value for name, value in members.items() if value}
