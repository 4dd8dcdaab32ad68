"""Whatever an author writes, the feeds are valid."""

from __future__ import annotations

from feeds.absolute import absolute_html
from feeds.atom import atom
from feeds.json_feed import json_feed
from feeds.model import Feed
from feeds.rss import rss
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds import rules_atom, rules_json_feed, rules_rss
from tests.feeds.samples import FIRST, LOCATION, with_entry

markup = st.sampled_from(("<", ">", "&", "</b>", "&amp;", "<svg onload=x>", "]]>", "\x00", "\x85", "\ud800", "\n", '"'))
texts = st.lists(markup | st.text(alphabet=st.characters(), max_size=6), max_size=8).map("".join)


@st.composite
def feeds(draw: st.DrawFn) -> Feed:
    return with_entry(
        title=draw(texts),
        summary=draw(texts),
        content=absolute_html(draw(texts), FIRST.url),
        authors=tuple(draw(st.lists(texts, max_size=2))),
        categories=tuple(draw(st.lists(texts, max_size=2))),
    )


@given(feeds())
def test_rss_is_valid(feed: Feed) -> None:
    assert rules_rss.check(rss(feed), LOCATION) == []


@given(feeds())
def test_atom_is_valid(feed: Feed) -> None:
    assert rules_atom.check(atom(feed), LOCATION) == []


@given(feeds())
def test_json_feed_is_valid_and_can_be_written(feed: Feed) -> None:
    assert rules_json_feed.check(json_feed(feed), LOCATION) == []
    assert json_feed(feed).encode()
