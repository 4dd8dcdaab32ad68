"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from html import escape
from xml.etree.ElementTree import Element
from zlib import crc32

from .characters import clean, one_line
from .dates import rfc3339
from .elements import add, document
from .model import NO_DATE, Entry, Feed

_LOOKS_LIKE_HTML = re.compile(r"</\w|&#?\w")


def atom(feed: Feed) -> str:
    """The feed as Atom."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    add(root, "id", feed.id)
    _add_text(root, "title", one_line(feed.title) or feed.home_url)
    if subtitle := one_line(feed.subtitle):
        _add_text(root, "subtitle", subtitle)
    updates = _told_apart(feed.entries)
    add(root, "updated", rfc3339(max(updates, default=NO_DATE)))
    add(add(root, "author"), "name", one_line(feed.author) or feed.home_url)
    add(root, "link", rel="self", type="application/atom+xml", href=feed.self_url)
    add(root, "link", rel="alternate", type="text/html", href=feed.home_url)
    for entry, updated in zip(feed.entries, updates, strict=True):
        _add_entry(root, entry, updated, feed.language)
    return document(root)


def _add_entry(root: Element, entry: Entry, updated: datetime, feed_language: str) -> None:
    title = one_line(entry.title) or entry.url
    element = add(root, "entry", **({"xml__lang": entry.language} if entry.language != feed_language else {}))
    add(element, "id", entry.id)
    _add_text(element, "title", title)
    add(element, "published", rfc3339(entry.published))
    add(element, "updated", rfc3339(updated))
    for author in filter(None, map(one_line, entry.authors)):
        add(add(element, "author"), "name", author)
    for category in filter(None, map(one_line, entry.categories)):
        add(element, "category", term=category)
    add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.image:
        length = {} if entry.image.length is None else {"length": str(entry.image.length)}
        add(element, "link", rel="enclosure", type=entry.image.type, href=entry.image.url, **length)
    _add_text(element, "summary", one_line(entry.summary) or title)
    if clean(entry.content).strip():
        add(element, "content", entry.content, type="html")


def looks_like_html(text: str) -> bool:
    return _LOOKS_LIKE_HTML.search(text) is not None


def _add_text(parent: Element, tag: str, text: str) -> None:
    """A text construct (§3.1). Text that spells HTML is declared HTML, so that nobody takes it for markup."""
    if looks_like_html(text):
        add(parent, tag, escape(text, quote=False), type="html")
    else:
        add(parent, tag, text, type="text")


def _told_apart(entries: tuple[Entry, ...]) -> list[datetime]:
    """When the entries were updated, those of one moment (a day without a time, as a rule) set apart.

    Validators warn of two entries updated at the same instant. The fraction of a second that each gets hangs on
    its id alone, so that it does not move when another entry comes or goes.
    """
    shared = Counter(entry.updated for entry in entries)
    return [
        entry.updated.replace(microsecond=crc32(entry.id.encode()) % 999_999 + 1)
        if shared[entry.updated] > 1
        else entry.updated
        for entry in entries
    ]
