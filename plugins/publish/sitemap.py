"""The sitemap (https://www.sitemaps.org/protocol.html): addresses with the date of their last change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape

LIMIT = 50_000
"""How many addresses the protocol allows in one file."""

_SAFE = "%/:?#@!$&'()*+,;=~"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site. `url` counts from its root; `save_as` is its file; `modified` may be unknown."""

    url: str
    save_as: str
    modified: datetime | None = None


def sitemaps(path: str, addresses: Iterable[Address], base: str, limit: int = LIMIT) -> dict[str, str]:
    """The files to write, by path: the sitemap, or an index and the sitemaps that it names.

    `base` is the site's address without a slash at its end. Addresses come out sorted, each of them once.
    """
    dates: dict[str, str] = {}
    for address in addresses:
        url = _absolute(address.url, base)
        dates[url] = max(dates.get(url, ""), _date(address.modified))
    entries = sorted(dates.items())
    parts = [entries[start : start + limit] for start in range(0, len(entries), limit)]
    if len(parts) <= 1:
        return {path: _document("urlset", "url", entries)}
    stem, dot, suffix = path.rpartition(".")
    files = {f"{stem}-{n}{dot}{suffix}": part for n, part in enumerate(parts, 1)}
    index = [(_absolute(name, base), max(date for _, date in part)) for name, part in files.items()]
    return {path: _document("sitemapindex", "sitemap", index)} | {
        name: _document("urlset", "url", part) for name, part in files.items()
    }


def _document(root: str, element: str, entries: Iterable[tuple[str, str]]) -> str:
    lines = [f"  <{element}><loc>{escape(url)}</loc>{_lastmod(date)}</{element}>" for url, date in entries]
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">'
    return "\n".join((opening, *lines, f"</{root}>\n"))


def _lastmod(date: str) -> str:
    return f"<lastmod>{date}</lastmod>" if date else ""


def _absolute(url: str, base: str) -> str:
    return f"{base}/{quote(url.lstrip('/'), safe=_SAFE)}"


def _date(moment: datetime | None) -> str:
    """W3C Datetime in UTC; all of one form, so that they sort as they stand."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
