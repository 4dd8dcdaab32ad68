"""Feeds to test with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from feeds.model import Entry, Feed, Image

LOCATION = "https://example.org/feeds/feed"

FIRST = Entry(
    id="urn:uuid:11111111-1111-4111-8111-111111111111",
    url="https://example.org/articles/first/",
    title="Names & faces",
    summary="Why 5 < 6 helps with names.",
    content='<p>One <a href="https://example.org/tags/a/">tag</a>.</p>',
    published=datetime(2024, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2))),
    updated=datetime(2024, 6, 2, tzinfo=UTC),
    authors=("Ada", "Grace"),
    categories=("Work", "R&D"),
    language="en",
    image=Image("https://example.org/images/a.png", "image/png", 1234),
)
SECOND = Entry(
    id="urn:uuid:22222222-2222-4222-8222-222222222222",
    url="https://example.org/articles/second/",
    title="Noms",
    summary="Des noms.",
    content="<p>Deux.</p>",
    published=datetime(2024, 4, 1, tzinfo=UTC),
    updated=datetime(2024, 4, 1, tzinfo=UTC),
    language="fr",
)
FEED = Feed(
    id="urn:uuid:33333333-3333-4333-8333-333333333333",
    title="A site",
    subtitle="About names",
    self_url=LOCATION,
    home_url="https://example.org/",
    language="en",
    author="The editors",
    entries=(FIRST, SECOND),
)
EMPTY = replace(FEED, entries=())


def with_entry(**changes: Any) -> Feed:
    """The feed with a first entry that is different."""
    return replace(FEED, entries=(replace(FIRST, **changes), SECOND))
