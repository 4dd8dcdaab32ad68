"""RSS 2.0 feeds by the rules.

[RSS] is the RSS 2.0 specification (https://www.rssboard.org/rss-specification), [Profile] the RSS Advisory Board's
Best Practices Profile (https://www.rssboard.org/rss-profile). Every rule gives its findings; none is a feed without
an error or a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, ParseError, fromstring

from tests.feeds import rules_content, rules_values

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CHANNEL_ONCE = (
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl"
    " image textInput skipHours skipDays"
).split()  # fmt: skip
_CHANNEL = {*_CHANNEL_ONCE, "category", "item"}
_ITEM_ONCE = ["title", "link", "description", "author", "comments", "enclosure", "guid", "pubDate", "source"]
_ITEM = {*_ITEM_ONCE, "category"}


@dataclass(frozen=True)
class Rss:
    """A feed that is XML. `raw` is the text, for what a parser does not show."""

    raw: str
    root: Element
    location: str

    @property
    def channel(self) -> Element:
        found = self.root.find("channel")
        return Element("channel") if found is None else found

    @property
    def items(self) -> list[Element]:
        return self.channel.findall("item")


def check(text: str, location_url: str) -> list[str]:
    """All that is wrong with the RSS feed at `location_url`."""
    try:
        feed = Rss(text, fromstring(text.encode()), location_url)
    except ParseError as error:
        return [f"not well-formed: {error}"]
    return [f"{rule.__name__}: {finding}" for rule in RULES for finding in rule(feed)]


def root_element(feed: Rss) -> Iterator[str]:
    """[RSS] "What is RSS?": <rss version="2.0"> with one <channel>."""
    if feed.root.tag != "rss" or feed.root.get("version") != "2.0":
        yield "the root is not <rss version='2.0'>"
    if len(feed.root.findall("channel")) != 1 or len(feed.root) != 1:
        yield "there must be one channel and nothing else"


def encoding(feed: Rss) -> Iterator[str]:
    """[Profile] "Character Encoding": declared, UTF-8."""
    if not re.match(r"<\?xml version=.1\.0. encoding=.utf-8.\?>", feed.raw, re.I):
        yield "no XML declaration with encoding utf-8"


def channel_required(feed: Rss) -> Iterator[str]:
    """[RSS] "Required channel elements"."""
    for name in ("title", "link", "description"):
        if not (feed.channel.findtext(name) or "").strip():
            yield f"<channel> has no {name}"


def channel_cardinality(feed: Rss) -> Iterator[str]:
    """[RSS] "Optional channel elements": known names, once each."""
    yield from _cardinality(feed.channel, _CHANNEL, _CHANNEL_ONCE)


def item_cardinality(feed: Rss) -> Iterator[str]:
    """[RSS] "Elements of <item>"; [Profile] "enclosure": no more than one."""
    for item in feed.items:
        yield from _cardinality(item, _ITEM, [*_ITEM_ONCE, _CONTENT])


def _cardinality(parent: Element, known: set[str], once: list[str]) -> Iterator[str]:
    counts = Counter(child.tag for child in parent)
    for name, count in counts.items():
        if "}" not in name and name not in known:
            yield f"<{name}> is not an element of RSS"
        if name in once and count > 1:
            yield f"<{name}> occurs {count} times"


def items_last(feed: Rss) -> Iterator[str]:
    """[Profile] "item": the channel's own elements come before its items."""
    tags = [child.tag for child in feed.channel]
    if "item" in tags and set(tags[tags.index("item") :]) != {"item"}:
        yield "elements of the channel stand behind items"


def self_link(feed: Rss) -> Iterator[str]:
    """[Profile] "atom:link": the feed names its own address."""
    links = [link for link in feed.channel.findall(f"{_ATOM}link") if link.get("rel") == "self"]
    if not links:
        yield "no atom:link rel=self"
    for link in links:
        if link.get("href") != feed.location:
            yield f"atom:link says {link.get('href')}, the feed is at {feed.location}"
        if link.get("type") != "application/rss+xml":
            yield "atom:link has the wrong type"


def item_says_something(feed: Rss) -> Iterator[str]:
    """[RSS] "Elements of <item>": a title or a description; neither of them blank."""
    for item in feed.items:
        if item.find("title") is None and item.find("description") is None:
            yield "an item has neither title nor description"
        if item.find("title") is not None and not (item.findtext("title") or "").strip():
            yield "an item's title is blank"


def guids(feed: Rss) -> Iterator[str]:
    """[RSS] "<guid>": there, unique; a permalink, and so an address, unless isPermaLink says false."""
    for item in feed.items:
        guid = item.find("guid")
        if guid is None or not (guid.text or "").strip():
            yield "an item has no guid"
        elif guid.get("isPermaLink", "true") not in ("true", "false"):
            yield "isPermaLink is neither true nor false"
        elif guid.get("isPermaLink", "true") == "true":
            yield from (f"guid without isPermaLink=false: {f}" for f in rules_values.web_address(guid.text or ""))
        elif (guid.text or "").isdigit() and len(guid.text or "") < 9:
            yield f"guid is not unique enough: {guid.text}"
    counts = Counter(item.findtext("guid") for item in feed.items)
    yield from (f"guid {guid} occurs {count} times" for guid, count in counts.items() if guid and count > 1)


def dates(feed: Rss) -> Iterator[str]:
    """[RSS] "<pubDate>", "<lastBuildDate>": RFC 822, the year in four digits."""
    for name in ("pubDate", "lastBuildDate"):
        for element in feed.channel.iter(name):
            yield from rules_values.rfc822_date(element.text or "")


def links(feed: Rss) -> Iterator[str]:
    """[RSS] "Comments" and "Elements of <item>": whole addresses with a registered scheme."""
    for element in feed.channel.iter("link"):
        yield from rules_values.web_address(element.text or "")


def languages(feed: Rss) -> Iterator[str]:
    """[RSS] "<language>"."""
    if feed.channel.find("language") is None:
        yield "no language"
    for element in feed.channel.findall("language"):
        yield from rules_values.language(element.text or "")


def enclosures(feed: Rss) -> Iterator[str]:
    """[RSS] "<enclosure>": url, length in bytes and type, all three."""
    for element in feed.channel.iter("enclosure"):
        if not (element.get("length") or "").isdigit():
            yield f"enclosure has no length in bytes: {element.get('length')}"
        yield from rules_values.media_type(element.get("type") or "")
        yield from rules_values.web_address(element.get("url") or "")


def authors(feed: Rss) -> Iterator[str]:
    """[RSS] "<author>": an e-mail address; [Profile] "dc:creator": a name, not both."""
    for item in feed.items:
        for author in item.findall("author"):
            if not re.fullmatch(r"[^@\s]+@[^@\s]+ \([^)]+\)", author.text or ""):
                yield f"author is not an e-mail address with a name: {author.text}"
        if item.find("author") is not None and item.find(f"{_DC}creator") is not None:
            yield "an item has both author and dc:creator"


def plain_text(feed: Rss) -> Iterator[str]:
    """[Profile] "Character Data": titles are text, `<` and `&` in them hexadecimal references."""
    for raw in re.findall(r"<(title|category|dc:creator)\b[^>]*>(.*?)</\1>", feed.raw, re.S):
        if "<" in raw[1]:
            yield f"<{raw[0]}> has markup: {raw[1]!r}"
        elif re.search(r"&(amp|lt|#38|#60);", raw[1]):
            yield f"<{raw[0]}> may be taken for HTML: {raw[1]!r}"
    for title in feed.channel.iter("title"):
        if len(title):
            yield "a title has elements in it"


def content_after_description(feed: Rss) -> Iterator[str]:
    """[Profile] "content:encoded": after a description, which is there."""
    for item in feed.items:
        tags = [child.tag for child in item]
        if _CONTENT in tags and "description" not in tags[: tags.index(_CONTENT)]:
            yield "content:encoded without a description before it"


def html(feed: Rss) -> Iterator[str]:
    """[Profile] "description", "content:encoded": absolute addresses, nothing that runs."""
    for element in feed.channel.iter():
        if element.tag in ("description", _CONTENT):
            yield from rules_content.content(element.text or "")


def channel_description(feed: Rss) -> Iterator[str]:
    """[Profile] "description" of a channel: plain text."""
    yield from (f"it has <{tag}>" for tag in rules_content.tags(feed.channel.findtext("description") or ""))


def characters(feed: Rss) -> Iterator[str]:
    """XML 1.0 §2.2."""
    yield from rules_values.characters("".join(feed.root.itertext()))


def last_build_date(feed: Rss) -> Iterator[str]:
    """[RSS] "<lastBuildDate>": the last time the content changed, so not before the newest item."""
    built = feed.channel.findtext("lastBuildDate")
    published = [item.findtext("pubDate") or "" for item in feed.items]
    if built and any(_broken(date) for date in (built, *published)):
        return
    if built and any(_instant(date) > _instant(built) for date in published):
        yield "lastBuildDate is before the newest item"


def _broken(date: str) -> bool:
    return bool(list(rules_values.rfc822_date(date)))


def _instant(date: str) -> float:
    return parsedate_to_datetime(date).timestamp()


Rule = Callable[[Rss], Iterator[str]]
RULES: tuple[Rule, ...] = (
    root_element,
    encoding,
    channel_required,
    channel_cardinality,
    item_cardinality,
    items_last,
    self_link,
    item_says_something,
    guids,
    dates,
    links,
    languages,
    enclosures,
    authors,
    plain_text,
    content_after_description,
    html,
    channel_description,
    characters,
    last_build_date,
)
