"""Permalinks, old addresses, Jekyll's own."""

from __future__ import annotations

from datetime import datetime

import pytest
from articles.addresses import STYLES, address_of, expanded, jekyll_address, read_address, save_as
from hypothesis import given
from hypothesis import strategies as st

DATE = datetime(2024, 3, 5, 14, 7, 9)
READ = [
    ("/articles/follow-up/", "articles/follow-up/"),
    ("articles/follow-up", "articles/follow-up/"),
    ("/old/page.html", "old/page.html"),
    ("https://example.org/a/b.html", "a/b.html"),
    ("//example.org/a/", "a/"),
    (" /a/ ", "a/"),
    ("/a//b/", "a/b/"),
    ("/caf%C3%A9/", "café/"),
    ("/release-1.0", "release-1.0/"),
    ("/notes.archive/", "notes.archive/"),
    ("/.well-known/security.txt", ".well-known/security.txt"),
    ("/", ""),
    ("", ""),
]
REFUSED = [
    ("/a/../b/", "leads out of the site"),
    ("/a/%2e%2e/b/", "leads out of the site"),
    ("./a", "leads out of the site"),
    ("/a?b=c", 'has a "?" or "#" in it'),
    ("/a#b", 'has a "?" or "#" in it'),
    ("/a\\b", "has a character that no address has"),
    ("/a%00b", "has a character that no address has"),
    ("/a%0Ab", "has a character that no address has"),
    ("/.git/config", "names a hidden file"),
    ("/" + "é" * 101, "has a part of more than 200 bytes"),
    ("http://[a/b", "is not an address"),
]


@pytest.mark.parametrize(("text", "address"), READ, ids=[text or "empty" for text, _ in READ])
def test_an_address_is_relative_to_the_root(text: str, address: str) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[text[:20] for text, _ in REFUSED])
def test_a_bad_address_is_told_as_a_clause(text: str, why: str) -> None:
    with pytest.raises(ValueError) as raised:
        read_address(text)
    assert str(raised.value) == why


@given(st.text() | st.lists(st.sampled_from(["/", ".", "..", "%2e", "%2F", "a", "\\", ":", "http:", "%"])).map("".join))
def test_no_text_leads_out_of_the_site(text: str) -> None:
    try:
        address = read_address(text)
    except ValueError:
        return
    assert not address.startswith("/")
    assert not {".", "..", ""} & set(address.rstrip("/").split("/")) or address == ""


@given(st.text())
def test_an_address_that_was_read_and_quoted_reads_the_same(text: str) -> None:
    from urllib.parse import quote

    try:
        address = read_address(text)
    except ValueError:
        return
    assert read_address("/" + quote(address)) == address


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("a/b/", "a/b/index.html"), ("a/b.html", "a/b.html"), ("feed.xml", "feed.xml")],
)
def test_a_file_answers_at_its_address_and_back(address: str, file: str) -> None:
    assert save_as(address) == file
    assert address_of(file) == address


def test_only_a_whole_name_is_an_index() -> None:
    assert address_of("a/myindex.html") == "a/myindex.html"


PERMALINKS = [
    ("/:categories/:title/", "/life/work/Follow-Up/"),
    ("/blog/:year/:month/:day/:slug/", "/blog/2024/03/05/follow/"),
    ("/:year/:i_month/:i_day/:title.html", "/2024/3/5/Follow-Up.html"),
    ("/:short_year/:short_month/:long_month/", "/24/Mar/March/"),
    ("/:hour/:minute/:second/", "/14/07/09/"),
    ("pretty", "/life/work/2024/03/05/Follow-Up/"),
    ("date", "/life/work/2024/03/05/Follow-Up.html"),
    ("ordinal", "/life/work/2024/065/Follow-Up.html"),
    ("weekdate", "/life/work/2024/W10/Tue/Follow-Up.html"),
    ("none", "/life/work/Follow-Up.html"),
    ("/plain/", "/plain/"),
]


@pytest.mark.parametrize(("permalink", "address"), PERMALINKS, ids=[each for each, _ in PERMALINKS])
def test_a_permalink_is_filled_in_as_jekyll_does(permalink: str, address: str) -> None:
    assert expanded(permalink, "follow", "2024-03-05-Follow-Up", ("Life", "Work"), DATE) == address


def test_every_style_of_jekyll_is_filled_in_whole() -> None:
    for style in STYLES:
        assert ":" not in expanded(style, "slug", "2024-03-05-a", (), DATE)


def test_the_title_of_a_file_that_is_not_named_like_a_post_is_its_name() -> None:
    assert expanded("/x/:title/", "slug", "about-us", (), None) == "/x/about-us/"


@pytest.mark.parametrize(
    ("stem", "categories", "address"),
    [
        ("2024-03-05-Follow-Up", ("Lifestyle",), "lifestyle/Follow-Up/"),
        ("2024-3-5-Follow-Up", ("Life", "Work"), "life/work/Follow-Up/"),
        ("2024-03-05-Follow-Up", (), "Follow-Up/"),
        ("about", ("Life",), ""),
    ],
)
def test_jekyll_published_a_post_under_its_categories(stem: str, categories: tuple[str, ...], address: str) -> None:
    assert jekyll_address(stem, categories) == address
