"""RSS 2.0, by the RSS Advisory Board's specification and Profile."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from .characters import one_line
from .dates import rfc822
from .elements import add, document
from .model import Entry, Feed

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def rss(feed: Feed) -> str:
    """The feed as RSS."""
    root = Element("rss", {"version": "2.0", **_NAMESPACES})
    channel = add(root, "channel")
    add(channel, "title", one_line(feed.title) or feed.home_url)
    add(channel, "link", feed.home_url)
    add(channel, "description", one_line(feed.subtitle or feed.title))
    add(channel, "atom:link", rel="self", type="application/rss+xml", href=feed.self_url)
    add(channel, "language", feed.language)
    if feed.updated:
        add(channel, "lastBuildDate", rfc822(feed.updated))
    for entry in feed.entries:
        _add_item(channel, entry)
    return with_hexadecimal_references(document(root))


def _add_item(channel: Element, entry: Entry) -> None:
    title = one_line(entry.title) or entry.url
    item = add(channel, "item")
    add(item, "title", title)
    add(item, "link", entry.url)
    add(item, "guid", entry.id, isPermaLink="false")
    add(item, "pubDate", rfc822(entry.published))
    for author in filter(None, map(one_line, entry.authors)):
        add(item, "dc:creator", author)  # <author> would want an e-mail address
    for category in filter(None, map(one_line, entry.categories)):
        add(item, "category", category)
    if entry.image and entry.image.length is not None:
        _add_enclosure(item, entry.image.url, entry.image.type, entry.image.length)
    # A description is HTML, a summary is text. It comes before the content (RSS Profile, "content:encoded").
    add(item, "description", escape(one_line(entry.summary) or title, quote=False))
    add(item, "content:encoded", entry.content)


def _add_enclosure(item: Element, url: str, media_type: str, length: int) -> None:
    add(item, "enclosure", url=url, length=str(length), type=media_type)


def with_hexadecimal_references(xml: str) -> str:
    """`<` and `&` as the Profile advises under "Character Data", for readers that decode titles twice."""
    return xml.replace("&lt;", "&#x3C;").replace("&amp;", "&#x26;")
