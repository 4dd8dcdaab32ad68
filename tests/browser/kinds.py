"""The kinds of page of the sample site, one page of each: what is to be looked at when all pages are to be."""

from __future__ import annotations

import re
from pathlib import Path

KINDS = {
    "home": "",
    "article": "articles/keeping-in-touch-in-an-hour-a-month/",  # figure, table, footnotes, callouts
    "articles": "articles/",
    "category": "categories/events/",
    "tag": "tags/conferences/",
    "tags": "tags/",
    "archive": "archive/",
    "checklist": "checklists/before-an-event/",
    "checklists": "checklists/",
    "strategies": "strategies/",
    "strategy": "strategies/keep-one-standing-appointment/",
    "search": "search/",
    "plan": "plan/",
    "feeds": "feeds/",
    "page": "about/",
    "404": "404.html",
}
SHAPES = (
    (re.compile(r"articles/[^/]+/"), "article"),
    (re.compile(r"categories/[^/]+/"), "category"),
    (re.compile(r"tags/[^/]+/"), "tag"),
    (re.compile(r"checklists/[^/]+/"), "checklist"),
    (re.compile(r"strategies/[^/]+/"), "strategy"),
    (re.compile(r"(?!articles|tags|archive|checklists|strategies|plan|search|feeds)[^/]+/"), "page"),
    (re.compile(r"404\.html"), "404"),
    (re.compile(r""), "home"),
)


def kind_of(address: str) -> str:
    """The kind of page at an address below the site's."""
    found = [kind for shape, kind in SHAPES if shape.fullmatch(address)]
    return found[0] if found else address.rstrip("/")


def page_addresses(site: Path) -> list[str]:
    """Where the pages of a built site are, below its own address; pages that only lead elsewhere are none."""
    files = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in files)
