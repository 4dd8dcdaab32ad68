"""From articles to entries."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from feeds.entry import newest_first, read_entry, read_image, read_list_entry
from feeds.model import Image, Site

SITE = Site(
    id="field-guide",
    name="A site",
    subtitle="",
    base="https://example.org/sub",
    language="en",
    author="The editors",
    content_path="content",
)
DATE = datetime(2024, 5, 1, tzinfo=UTC)


def stock(**more: Any) -> SimpleNamespace:
    """An article with what Pelican itself gives it."""
    given: dict[str, Any] = {
        "url": "a.html",
        "title": "R &amp; D",
        "summary": "<p>A <b>short</b> text<script>x()</script></p>",
        "date": DATE,
        "relative_source_path": "articles/a.md",
    }
    return SimpleNamespace(**{**given, **more})


def test_an_article_of_pelicans_own_is_enough() -> None:
    entry = read_entry(stock(), "<p>x</p>", SITE)
    assert (entry.title, entry.summary, entry.url) == ("R & D", "A short text", "https://example.org/sub/a.html")
    assert (entry.published, entry.updated, entry.language, entry.image) == (DATE, DATE, "en", None)
    assert entry.authors == entry.categories == ()


def test_an_article_that_says_more_is_taken_at_its_word() -> None:
    article = stock(
        title="A <b> & c", summary_text="Plain < text", feed_id="urn:uuid:7", lang="pt_BR", authors=["Ada"], tags=["x"]
    )
    entry = read_entry(article, "", SITE)
    assert (entry.title, entry.summary, entry.id, entry.language) == (
        "A <b> & c",
        "Plain < text",
        "urn:uuid:7",
        "pt-BR",
    )
    assert (entry.authors, entry.categories) == (("Ada",), ("x",))


def test_without_a_feed_id_the_id_hangs_on_site_and_source_alone() -> None:
    first = read_entry(stock(), "", SITE).id
    retitled = stock(title="Other", url="other/", date=datetime(2020, 1, 1, tzinfo=UTC))
    assert read_entry(retitled, "", SITE).id == first
    assert read_entry(stock(relative_source_path="b.md"), "", SITE).id != first


def test_a_category_that_is_a_tag_as_well_is_named_once() -> None:
    assert read_entry(stock(category="News", tags=["a", "News"]), "", SITE).categories == ("News", "a")


def test_a_change_before_the_publication_is_none() -> None:
    assert read_entry(stock(modified=datetime(2023, 1, 1, tzinfo=UTC)), "", SITE).updated == DATE


def test_the_newest_comes_first_and_ties_are_by_address() -> None:
    old, b, a = stock(url="o"), stock(url="b", date=datetime(2025, 1, 1, tzinfo=UTC)), stock(url="a")
    a.date = b.date
    assert [article.url for article in newest_first([old, b, a])] == ["a", "b", "o"]


def test_the_size_of_an_image_of_the_site_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/images").mkdir(parents=True)
    (tmp_path / "content/images/a b.png").write_bytes(b"1234")
    (tmp_path / "secret.png").write_bytes(b"1")
    url = "https://example.org/sub/images/a%20b.png"
    assert read_image("images/a b.png", SITE) == Image(url, "image/png", 4)
    assert read_image(url, SITE) == Image(url, "image/png", 4)
    assert read_image("images/../../secret.png", SITE) == Image("https://example.org/secret.png", "image/png", None)
    assert read_image("images/%2e%2e/%2e%2e/secret.png", SITE) is not None
    assert read_image("images/none.png", SITE) == Image("https://example.org/sub/images/none.png", "image/png", None)


def test_what_is_no_picture_is_left_out() -> None:
    assert read_image("", SITE) is None
    assert read_image("films/a.mp4", SITE) is None
    assert read_image("images/unknown", SITE) is None


def test_a_checklist_is_dated_by_its_last_change_and_keeps_its_id_through_it() -> None:
    given = SimpleNamespace(
        id="event",
        url="checklists/event/",
        title="Before an <event>",
        summary="",
        size="3 items",
        content='<ul><li>☐ <a href="/sub/about/">About</a></li></ul>',
        updated=date(2024, 5, 1),
        author="Ada",
        tags=("x",),
        lang="",
    )
    entry = read_list_entry(given, SITE)
    assert (entry.published, entry.updated, entry.title, entry.summary) == (DATE, DATE, "Before an <event>", "3 items")
    assert (entry.url, entry.language, entry.authors) == ("https://example.org/sub/checklists/event/", "en", ("Ada",))
    assert 'href="https://example.org/sub/about/"' in entry.content
    given.updated, given.title, given.url = date(2025, 1, 1), "After", "checklists/after/"
    assert read_list_entry(given, SITE).id == entry.id
