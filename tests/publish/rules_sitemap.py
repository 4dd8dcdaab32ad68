"""Sitemaps by the protocol (https://www.sitemaps.org/protocol.html). Every rule names its section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_URL = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/([A-Za-z0-9;/?:@&=+$.\-_!~*'(),#]|%[0-9A-Fa-f]{2})*")
_ROOTS = {f"{_NAMESPACE}urlset": f"{_NAMESPACE}url", f"{_NAMESPACE}sitemapindex": f"{_NAMESPACE}sitemap"}
_MEMBERS = {f"{_NAMESPACE}{name}" for name in ("loc", "lastmod", "changefreq", "priority")}


@dataclass(frozen=True)
class Sitemap:
    """A sitemap that is XML, or an index of sitemaps."""

    raw: str
    root: Element
    location: str

    @property
    def addresses(self) -> list[str]:
        return [element.text or "" for element in self.root.iter(f"{_NAMESPACE}loc")]


def check(text: str, location_url: str) -> list[str]:
    """All that is wrong with the sitemap at `location_url`."""
    try:
        sitemap = Sitemap(text, fromstring(text.encode()), location_url)
    except ParseError as error:
        return [f"not well-formed: {error}"]
    return [f"{rule.__name__}: {finding}" for rule in RULES for finding in rule(sitemap)]


def root_element(sitemap: Sitemap) -> Iterator[str]:
    """ "XML tag definitions": <urlset> of <url>, or <sitemapindex> of <sitemap>, in the protocol's namespace."""
    wanted = _ROOTS.get(sitemap.root.tag)
    if not wanted:
        yield f"the root is {sitemap.root.tag}"
    for child in sitemap.root:
        if wanted and child.tag != wanted:
            yield f"the root holds {child.tag}"


def members(sitemap: Sitemap) -> Iterator[str]:
    """ "XML tag definitions": one <loc>, at most one of the rest."""
    for entry in sitemap.root:
        counts = Counter(child.tag for child in entry)
        if counts[f"{_NAMESPACE}loc"] != 1:
            yield "an entry without one loc"
        yield from (f"unknown {tag}" for tag in counts if tag not in _MEMBERS)
        yield from (f"{count} of {tag}" for tag, count in counts.items() if count > 1)


def addresses(sitemap: Sitemap) -> Iterator[str]:
    """ "Entity escaping", "<loc>": absolute, in ASCII, shorter than 2,048 characters."""
    for url in sitemap.addresses:
        if not _URL.fullmatch(url):
            yield f"not an absolute address: {url!r}"
        if len(url) >= 2048:
            yield f"too long: {url[:60]}"


def below_the_sitemap(sitemap: Sitemap) -> Iterator[str]:
    """ "Sitemap file location": the same host and scheme, at or below the sitemap's folder."""
    folder = sitemap.location.rpartition("/")[0] + "/"
    for url in sitemap.addresses:
        if not url.startswith(folder):
            yield f"{url} is not below {folder}"


def dates(sitemap: Sitemap) -> Iterator[str]:
    """ "<lastmod>": W3C Datetime."""
    for element in sitemap.root.iter(f"{_NAMESPACE}lastmod"):
        try:
            if not _DATE.fullmatch(element.text or ""):
                raise ValueError
            datetime.fromisoformat(element.text or "")
        except ValueError:
            yield f"not a W3C date: {element.text!r}"


def once(sitemap: Sitemap) -> Iterator[str]:
    """An address needs to be told once."""
    for url, count in Counter(sitemap.addresses).items():
        if count > 1:
            yield f"{url} occurs {count} times"


def size(sitemap: Sitemap) -> Iterator[str]:
    """ "Using Sitemap index files": 50,000 addresses and 52,428,800 bytes at most."""
    if len(sitemap.addresses) > 50_000:
        yield f"{len(sitemap.addresses)} addresses"
    if len(sitemap.raw.encode()) > 52_428_800:
        yield "more than 50 MB"


def no_fragments(sitemap: Sitemap) -> Iterator[str]:
    """Search engines list pages, not places in them."""
    for url in sitemap.addresses:
        if urlsplit(url).fragment:
            yield f"{url} has a fragment"


Rule = Callable[[Sitemap], Iterator[str]]
RULES: tuple[Rule, ...] = (root_element, members, addresses, below_the_sitemap, dates, once, size, no_fragments)
