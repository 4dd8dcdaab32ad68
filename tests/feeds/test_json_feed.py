"""JSON Feeds as written."""

from __future__ import annotations

import json

from feeds.json_feed import json_feed

from tests.feeds.rules_json_feed import check
from tests.feeds.samples import EMPTY, FEED, FIRST, LOCATION, with_entry


def test_the_sample_has_no_error_and_no_warning() -> None:
    assert check(json_feed(FEED), LOCATION) == []


def test_a_feed_without_entries_is_valid() -> None:
    assert check(json_feed(EMPTY), LOCATION) == []
    assert json.loads(json_feed(EMPTY))["items"] == []


def test_an_item_says_all_that_is_known() -> None:
    assert json.loads(json_feed(FEED))["items"][0] == {
        "id": FIRST.id,
        "url": FIRST.url,
        "title": "Names & faces",
        "content_html": FIRST.content,
        "summary": "Why 5 < 6 helps with names.",
        "image": "https://example.org/images/a.png",
        "date_published": "2024-05-01T10:30:00Z",
        "date_modified": "2024-06-02T00:00:00Z",
        "authors": [{"name": "Ada"}, {"name": "Grace"}],
        "tags": ["Work", "R&D"],
    }


def test_an_item_names_its_language_where_it_is_not_that_of_the_feed() -> None:
    assert [item.get("language") for item in json.loads(json_feed(FEED))["items"]] == [None, "fr"]


def test_an_item_without_content_has_text_in_its_place() -> None:
    text = json_feed(with_entry(content="\x00", summary="", title=""))
    assert json.loads(text)["items"][0]["content_text"] == FIRST.url
    assert check(text, LOCATION) == []
