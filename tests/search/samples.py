"""Contents as other plugins leave them in Pelican's context, and records made of a line."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from search.model import Kind, Record
from search.pagefind import installed

HOSTILE = "<script>alert(1)</script> &amp; \"quoted\" 'single' 🙂 مرحبا 你好"

needs_pagefind = pytest.mark.skipif(not installed(), reason="there is no Pagefind for this machine")


def record(title: str = "Leave early", html: str = "<p>Go while it is cool.</p>", **changes: Any) -> Record:
    given: dict[str, Any] = {"kind": Kind.ARTICLE, "url": "articles/leave/", "lang": "en"} | changes
    return Record(title=title, html=html, **given)


def content(title: str, **changes: Any) -> SimpleNamespace:
    """An article or page of Pelican's."""
    given = {
        "title": title,
        "url": f"articles/{title.lower().replace(' ', '-')}/",
        "lang": "en",
        "content": f"<p>About {title}.</p>",
        "category": "Walks",
        "status": "published",
        "badge": "",
        "translations": [],
    }
    return SimpleNamespace(**given | changes)


def entry(title: str, *sources: SimpleNamespace, **changes: Any) -> SimpleNamespace:
    """An entry of the index of strategies."""
    given = {
        "title": title,
        "url": sources[0].url if sources else "",
        "lang": "en",
        "text_html": "",
        "sources": sources,
        "entry": SimpleNamespace(aliases=()),
    }
    return SimpleNamespace(**given | changes)


def source(url: str, article: str = "Hills", summary: str = "", badge: str = "") -> SimpleNamespace:
    return SimpleNamespace(url=url, article=SimpleNamespace(name=article), summary=summary, badge=badge)
