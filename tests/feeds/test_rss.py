"""RSS as written."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from feeds.model import Image
from feeds.rss import rss

from tests.feeds.rules_rss import check
from tests.feeds.samples import EMPTY, FEED, FIRST, LOCATION, with_entry

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def item(xml: str) -> Element:
    found = fromstring(xml).find("channel/item")
    assert found is not None
    return found


def test_the_sample_has_no_error_and_no_warning() -> None:
    assert check(rss(FEED), LOCATION) == []


def test_a_feed_without_entries_is_valid_and_has_no_date() -> None:
    assert check(rss(EMPTY), LOCATION) == []
    assert "lastBuildDate" not in rss(EMPTY)


def test_the_guid_is_the_id_and_no_permalink() -> None:
    guid = item(rss(FEED)).find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (FIRST.id, "false")


def test_the_description_is_the_summary_as_html() -> None:
    assert item(rss(FEED)).findtext("description") == "Why 5 &lt; 6 helps with names."


def test_the_content_is_whole() -> None:
    assert item(rss(FEED)).findtext(CONTENT) == FIRST.content


def test_every_author_and_category_is_named() -> None:
    assert [e.text for e in item(rss(FEED)).findall(CREATOR)] == ["Ada", "Grace"]
    assert [e.text for e in item(rss(FEED)).findall("category")] == ["Work", "R&D"]


def test_markup_in_a_title_is_text_written_with_hexadecimal_references() -> None:
    xml = rss(with_entry(title="A <svg onload=x> & </b>"))
    assert "<title>A &#x3C;svg onload=x&gt; &#x26; &#x3C;/b&gt;</title>" in xml
    assert item(xml).findtext("title") == "A <svg onload=x> & </b>"
    assert check(xml, LOCATION) == []


def test_an_enclosure_needs_a_known_length() -> None:
    assert item(rss(FEED)).find("enclosure") is not None
    elsewhere = with_entry(image=Image("https://b.example/a.png", "image/png"))
    assert item(rss(elsewhere)).find("enclosure") is None


def test_an_entry_with_nothing_but_an_address_is_called_by_it() -> None:
    xml = rss(with_entry(title="\x00 ", summary="", content=""))
    assert item(xml).findtext("title") == FIRST.url
    assert check(xml, LOCATION) == []


def test_the_build_date_is_that_of_the_newest_change() -> None:
    assert "<lastBuildDate>Sun, 02 Jun 2024 00:00:00 GMT</lastBuildDate>" in rss(FEED)
