"""JSON Feeds by version 1.1 (https://www.jsonfeed.org/version/1.1/). Every rule names its section."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from tests.feeds import rules_content, rules_values

_STRINGS = (
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "user_comment",
    "next_url",
    "icon",
    "favicon",
    "language",
)
_ITEM_STRINGS = (
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "image",
    "banner_image",
    "date_published",
    "date_modified",
    "language",
)
_TOP = {*_STRINGS, "authors", "author", "expired", "hubs", "items"}
_ITEM = {*_ITEM_STRINGS, "author", "authors", "tags", "attachments"}
_ADDRESSES = {name for name in (*_STRINGS, *_ITEM_STRINGS) if "url" in name or name.endswith(("image", "icon"))}

Members = dict[str, Any]


def check(text: str, location_url: str) -> list[str]:
    """All that is wrong with the JSON Feed at `location_url`."""
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        return [f"not JSON: {error}"]
    if not isinstance(feed, dict):
        return ["not an object"]
    return [f"{rule.__name__}: {finding}" for rule in RULES for finding in rule(feed, location_url)]


def _items(feed: Members) -> list[Members]:
    items = feed.get("items")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _objects(feed: Members) -> list[Members]:
    return [feed, *_items(feed)]


def top_level(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level": version, title and items are required."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')!r}"
    if not isinstance(feed.get("title"), str) or not feed["title"].strip():
        yield "no title"
    if not isinstance(feed.get("items"), list):
        yield "no items"


def names(feed: Members, location: str) -> Iterator[str]:
    """ "Extensions": what the format does not know begins with an underscore."""
    for members, known in ((feed, _TOP), *((item, _ITEM) for item in _items(feed))):
        yield from (f"unknown member {name!r}" for name in members if name not in known and name[:1] != "_")


def strings(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level" and "Items": which members are strings."""
    for members in _objects(feed):
        for name in (*_STRINGS, *_ITEM_STRINGS):
            if name in members and not isinstance(members[name], str):
                yield f"{name} is not a string: {members[name]!r}"


def not_empty(feed: Members, location: str) -> Iterator[str]:
    """ "Suggestions for Publishers": leave out what you have nothing for."""
    for members in _objects(feed):
        for name, value in members.items():
            if value in ("", [], None) and name != "items":
                yield f"{name} is empty"


def location_told(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level": feed_url is the address of the feed."""
    if feed.get("feed_url") != location:
        yield f"feed_url is {feed.get('feed_url')!r}, the feed is at {location}"


def ids(feed: Members, location: str) -> Iterator[str]:
    """ "Items": every item has an id, and no other has it."""
    for item in _items(feed):
        if not item.get("id"):
            yield "an item has no id"
    counts = Counter(str(item.get("id")) for item in _items(feed))
    yield from (f"id {value} occurs {count} times" for value, count in counts.items() if count > 1)


def content(feed: Members, location: str) -> Iterator[str]:
    """ "Items": content_html or content_text; absolute addresses, nothing that runs."""
    for item in _items(feed):
        if not item.get("content_html") and not item.get("content_text"):
            yield "an item has no content"
        yield from rules_content.content(str(item.get("content_html", "")))


def dates(feed: Members, location: str) -> Iterator[str]:
    """ "Items": RFC 3339; not modified before published."""
    for item in _items(feed):
        for name in ("date_published", "date_modified"):
            yield from rules_values.rfc3339_date(str(item[name])) if name in item else ()
        if str(item.get("date_modified", "~")) < str(item.get("date_published", "")):
            yield "an item was modified before it was published"


def addresses(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level" and "Items": whole addresses."""
    for members in _objects(feed):
        for name in sorted(_ADDRESSES):
            yield from rules_values.web_address(str(members[name])) if name in members else ()


def authors(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level": an array of objects with a name, url or avatar; `author` is of version 1.0."""
    for members in _objects(feed):
        if "author" in members:
            yield "author is deprecated"
        people = members.get("authors", [])
        if not isinstance(people, list):
            yield "authors is not an array"
            continue
        for person in people:
            if not isinstance(person, dict) or not {"name", "url", "avatar"} & person.keys():
                yield f"not an author: {person!r}"


def tags(feed: Members, location: str) -> Iterator[str]:
    """ "Items": an array of strings."""
    for item in _items(feed):
        value = item.get("tags", [])
        if not isinstance(value, list) or not all(isinstance(tag, str) and tag.strip() for tag in value):
            yield f"tags are not strings: {value!r}"


def languages(feed: Members, location: str) -> Iterator[str]:
    """ "Top-level" and "Items": RFC 5646."""
    for members in _objects(feed):
        yield from rules_values.language(str(members["language"])) if "language" in members else ()


def characters(feed: Members, location: str) -> Iterator[str]:
    """Texts that any reader can show."""
    yield from rules_values.characters(json.dumps(feed, ensure_ascii=False))


Rule = Callable[[Members, str], Iterator[str]]
RULES: tuple[Rule, ...] = (
    top_level,
    names,
    strings,
    not_empty,
    location_told,
    ids,
    content,
    dates,
    addresses,
    authors,
    tags,
    languages,
    characters,
)
