"""Atom 1.0 feeds by RFC 4287. Every rule names its section and gives its findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError, fromstring

from tests.feeds import rules_content, rules_values

_ATOM = "{http://www.w3.org/2005/Atom}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FEED_ONCE = ["generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated"]
_FEED = {*_FEED_ONCE, "author", "category", "contributor", "entry", "link"}
_ENTRY_ONCE = ["content", "id", "published", "rights", "source", "summary", "title", "updated"]
_ENTRY = {*_ENTRY_ONCE, "author", "category", "contributor", "link"}
_RELATIONS = {"alternate", "related", "self", "enclosure", "via", "license", "replies", "hub", "next", "previous"}
_TEXTS = [f"{_ATOM}{name}" for name in ("title", "subtitle", "summary", "rights")]


@dataclass(frozen=True)
class Atom:
    """A feed that is XML."""

    raw: str
    root: Element
    location: str

    @property
    def entries(self) -> list[Element]:
        return self.root.findall(f"{_ATOM}entry")


def check(text: str, location_url: str) -> list[str]:
    """All that is wrong with the Atom feed at `location_url`."""
    try:
        feed = Atom(text, fromstring(text.encode()), location_url)
    except ParseError as error:
        return [f"not well-formed: {error}"]
    return [f"{rule.__name__}: {finding}" for rule in RULES for finding in rule(feed)]


def root_element(feed: Atom) -> Iterator[str]:
    """§4.1.1: the document element is atom:feed."""
    if feed.root.tag != f"{_ATOM}feed":
        yield "the root is not atom:feed"


def feed_cardinality(feed: Atom) -> Iterator[str]:
    """§4.1.1: exactly one id, title and updated; at most one of some others."""
    yield from _cardinality(feed.root, _FEED, _FEED_ONCE)


def entry_cardinality(feed: Atom) -> Iterator[str]:
    """§4.1.2: exactly one id, title and updated; at most one of some others."""
    for entry in feed.entries:
        yield from _cardinality(entry, _ENTRY, _ENTRY_ONCE)


def _cardinality(parent: Element, known: set[str], once: list[str]) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(_ATOM) for child in parent)
    for name in ("id", "title", "updated"):
        if not counts[name]:
            yield f"no {name}"
    for name, count in counts.items():
        if "}" not in name and name not in known:
            yield f"<{name}> is not an element of Atom"
        if name in once and count > 1:
            yield f"<{name}> occurs {count} times"


def metadata_first(feed: Atom) -> Iterator[str]:
    """§4.1.1 leaves the order open; validators want the feed's own elements before its entries."""
    tags = [child.tag for child in feed.root]
    entry = f"{_ATOM}entry"
    if entry in tags and set(tags[tags.index(entry) :]) != {entry}:
        yield "elements of the feed stand behind entries"


def authors(feed: Atom) -> Iterator[str]:
    """§4.1.1, §4.1.2: an author on the feed, or on every entry. §3.2.1: a person has one name."""
    alone = not feed.entries or any(entry.find(f"{_ATOM}author") is None for entry in feed.entries)
    if alone and feed.root.find(f"{_ATOM}author") is None:
        yield "no author"
    for person in feed.root.iter(f"{_ATOM}author"):
        names = person.findall(f"{_ATOM}name")
        if len(names) != 1 or not (names[0].text or "").strip():
            yield "an author has no name, or several"


def ids(feed: Atom) -> Iterator[str]:
    """§4.2.6: absolute IRIs; §4.1.1: no two entries with one id."""
    elements = list(feed.root.iter(f"{_ATOM}id"))
    for element in elements:
        yield from rules_values.uri(element.text or "")
    for value, count in Counter(element.text for element in elements).items():
        if count > 1:
            yield f"id {value} occurs {count} times"


def dates(feed: Atom) -> Iterator[str]:
    """§3.3: RFC 3339."""
    for name in ("updated", "published"):
        for element in feed.root.iter(f"{_ATOM}{name}"):
            yield from rules_values.rfc3339_date(element.text or "")


def order_of_dates(feed: Atom) -> Iterator[str]:
    """§4.2.9, §4.2.15: published comes first; the feed is updated when an entry is."""
    try:
        updated = [_date(entry, "updated") for entry in feed.entries]
        published = [_date(entry, "published") for entry in feed.entries]
        feed_updated = _date(feed.root, "updated")
    except ValueError:
        return  # told by dates()
    if any(p and u and p > u for p, u in zip(published, updated, strict=True)):
        yield "an entry is published after its last update"
    if feed_updated and any(u and u > feed_updated for u in updated):
        yield "the feed is older than an entry"


def _date(parent: Element, name: str) -> datetime | None:
    text = parent.findtext(f"{_ATOM}{name}")
    if text and list(rules_values.rfc3339_date(text)):
        raise ValueError(text)
    return datetime.fromisoformat(text) if text else None


def updated_apart(feed: Atom) -> Iterator[str]:
    """Validators warn of entries with one and the same atom:updated."""
    counts = Counter(entry.findtext(f"{_ATOM}updated") for entry in feed.entries)
    yield from (f"{count} entries were updated at {date}" for date, count in counts.items() if date and count > 1)


def self_link(feed: Atom) -> Iterator[str]:
    """§4.1.1: feeds should name their own address."""
    links = [link for link in feed.root.findall(f"{_ATOM}link") if link.get("rel") == "self"]
    if len(links) != 1:
        yield f"{len(links)} links rel=self"
    for link in links:
        if link.get("href") != feed.location:
            yield f"rel=self says {link.get('href')}, the feed is at {feed.location}"
        if link.get("type", "application/atom+xml") != "application/atom+xml":
            yield "rel=self has the wrong type"


def links(feed: Atom) -> Iterator[str]:
    """§4.2.7: href, known relations, media types, lengths."""
    for link in feed.root.iter(f"{_ATOM}link"):
        yield from rules_values.web_address(link.get("href") or "")
        if link.get("rel", "alternate") not in _RELATIONS:
            yield f"unknown relation {link.get('rel')!r}"
        if link.get("type") is not None:
            yield from rules_values.media_type(link.get("type") or "")
        if link.get("length") is not None and not (link.get("length") or "").isdigit():
            yield f"length is not a number of bytes: {link.get('length')}"


def one_alternate(feed: Atom) -> Iterator[str]:
    """§4.1.1, §4.1.2: no two alternates of one type and language; §4.1.2: one, where there is no content."""
    for parent in (feed.root, *feed.entries):
        kinds = [
            (link.get("type"), link.get("hreflang"))
            for link in parent.findall(f"{_ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        if len(kinds) != len(set(kinds)):
            yield "several alternate links of one type"
        if parent is not feed.root and not kinds and parent.find(f"{_ATOM}content") is None:
            yield "an entry has neither content nor an alternate link"


def text_constructs(feed: Atom) -> Iterator[str]:
    """§3.1: type text, html or xhtml; no elements in text; not blank; no markup in titles."""
    for element in feed.root.iter():
        if element.tag in _TEXTS:
            yield from _text_construct(element)


def _text_construct(element: Element) -> Iterator[str]:
    name, text = element.tag.removeprefix(_ATOM), element.text or ""
    if element.get("type", "text") not in ("text", "html"):
        yield f"<{name}> has type {element.get('type')!r}"
    if len(element):
        yield f"<{name}> has elements in it"
    if not text.strip():
        yield f"<{name}> is blank"
    if element.get("type", "text") == "text" and re.search(r"</\w+>|&#?\w+;", text):
        yield f"<{name}> is text that may be taken for HTML: {text!r}"
    if element.get("type") == "html" and rules_content.tags(text):
        yield f"<{name}> has markup: {text!r}"


def contents(feed: Atom) -> Iterator[str]:
    """§4.1.3: type html; absolute addresses, nothing that runs; not blank."""
    for element in feed.root.iter(f"{_ATOM}content"):
        if element.get("type") != "html":
            yield f"content has type {element.get('type')!r}"
        if len(element):
            yield "content has elements in it"
        if not (element.text or "").strip():
            yield "content is blank"
        yield from rules_content.content(element.text or "")


def categories(feed: Atom) -> Iterator[str]:
    """§4.2.2: a term."""
    for element in feed.root.iter(f"{_ATOM}category"):
        if not (element.get("term") or "").strip():
            yield "a category has no term"


def languages(feed: Atom) -> Iterator[str]:
    """§2: xml:lang."""
    if feed.root.get(_LANG) is None:
        yield "no xml:lang"
    for element in feed.root.iter():
        if (value := element.get(_LANG)) is not None:
            yield from rules_values.language(value)


def characters(feed: Atom) -> Iterator[str]:
    """XML 1.0 §2.2."""
    yield from rules_values.characters("".join(feed.root.itertext()))


Rule = Callable[[Atom], Iterator[str]]
RULES: tuple[Rule, ...] = (
    root_element,
    feed_cardinality,
    entry_cardinality,
    metadata_first,
    authors,
    ids,
    dates,
    order_of_dates,
    updated_apart,
    self_link,
    links,
    one_alternate,
    text_constructs,
    contents,
    categories,
    languages,
    characters,
)
