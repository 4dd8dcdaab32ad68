"""Addresses below an item."""

from __future__ import annotations

import pytest
from checklists.links import LINKS, URL_LIMIT
from checklists.values import Wrong
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Scalar

WHERE = Location("x.yml", 2, 3)


def url_of(text: str) -> str:
    (link,) = LINKS.read("links", Scalar(text, WHERE))
    return str(link.url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org", "http://example.org:8080/a?b=c&d#e", "HTTPS://EXAMPLE.ORG/", "https://jo@example.org/",
        "https://[::1]/", "https://例え.jp/é", "mailto:jo@example.org?subject=a", "/", "/articles/a/", "/a#b", "#part",
    ],
)  # fmt: skip
def test_addresses_of_the_web_of_mail_and_of_this_site_are_links(url: str) -> None:
    assert url_of(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:x", "\x01javascript:x", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "ftp://example.org", "//example.org", "///example.org", "https:example.org",
        "https:///path", "https://", "https://[x", "https://a b", "/a b", "#", "mailto:", "mailto:jo", "articles/a/",
        "../a", "?a", "https://example.org\n", " https://example.org",
    ],
)  # fmt: skip
def test_anything_else_is_no_link(url: str) -> None:
    with pytest.raises(Wrong):
        url_of(url)


def test_an_address_has_a_limit() -> None:
    assert url_of("/" + "a" * (URL_LIMIT - 1))
    with pytest.raises(Wrong, match="this address has 2,001 characters; the limit is 2,000"):
        url_of("/" + "a" * URL_LIMIT)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/a/", "example.org/a"),
        ("mailto:jo@example.org", "jo@example.org"),
        ("/", "/"),
        ("#part", "#part"),
    ],
)
def test_a_link_without_a_text_shows_its_address(url: str, shown: str) -> None:
    (link,) = LINKS.read("links", Scalar(url, WHERE))
    assert link.text == shown


@given(st.text(max_size=30))
def test_what_is_a_link_leads_to_a_page_or_to_mail(text: str) -> None:
    try:
        url = url_of(text)
    except (Wrong, ValueError):
        return
    assert url.lower().startswith(("http://", "https://", "mailto:", "/", "#"))
    assert not url.startswith("//")
