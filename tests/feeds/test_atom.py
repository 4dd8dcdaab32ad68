"""Atom as written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

from feeds.atom import atom
from feeds.model import Image

from tests.feeds.rules_atom import check
from tests.feeds.samples import EMPTY, FEED, FIRST, LOCATION, SECOND, with_entry

NAMES = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def entries(xml: str) -> list[Element]:
    return fromstring(xml).findall("a:entry", NAMES)


def test_the_sample_has_no_error_and_no_warning() -> None:
    assert check(atom(FEED), LOCATION) == []


def test_a_feed_without_entries_is_valid_with_a_date_that_never_moves() -> None:
    assert check(atom(EMPTY), LOCATION) == []
    assert "<updated>2000-01-01T00:00:00Z</updated>" in atom(EMPTY)


def test_an_entry_names_its_language_where_it_is_not_that_of_the_feed() -> None:
    assert [entry.get(LANG) for entry in entries(atom(FEED))] == [None, "fr"]


def test_a_title_is_text() -> None:
    title = entries(atom(FEED))[0].find("a:title", NAMES)
    assert title is not None
    assert (title.get("type"), title.text) == ("text", "Names & faces")


def test_a_title_that_spells_markup_is_declared_as_escaped_html() -> None:
    xml = atom(with_entry(title="Use </b> & &amp;"))
    title = entries(xml)[0].find("a:title", NAMES)
    assert title is not None
    assert (title.get("type"), title.text) == ("html", "Use &lt;/b&gt; &amp; &amp;amp;")
    assert check(xml, LOCATION) == []


def test_entries_of_one_moment_are_told_apart_by_their_ids_alone() -> None:
    day = datetime(2024, 4, 1, tzinfo=UTC)
    twins = replace(FEED, entries=(replace(FIRST, published=day, updated=day), SECOND))
    swapped = replace(twins, entries=twins.entries[::-1])
    dates = {e.findtext("a:id", "", NAMES): e.findtext("a:updated", "", NAMES) for e in entries(atom(twins))}
    assert len(set(dates.values())) == 2
    assert all(date.startswith("2024-04-01T00:00:00.") for date in dates.values())
    again = entries(atom(swapped))
    assert {e.findtext("a:id", "", NAMES): e.findtext("a:updated", "", NAMES) for e in again} == dates
    assert check(atom(twins), LOCATION) == []


def test_a_picture_of_unknown_size_is_an_enclosure_without_length() -> None:
    xml = atom(with_entry(image=Image("https://b.example/a.png", "image/png")))
    link = entries(xml)[0].find("a:link[@rel='enclosure']", NAMES)
    assert link is not None
    assert link.get("length") is None
    assert check(xml, LOCATION) == []


def test_an_entry_with_nothing_but_an_address_is_valid() -> None:
    assert check(atom(with_entry(title="", summary="", content=" ", authors=("\x00",))), LOCATION) == []


def test_a_feed_without_names_is_called_by_its_address() -> None:
    assert check(atom(replace(FEED, title="", subtitle="", author="")), LOCATION) == []
