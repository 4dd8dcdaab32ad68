"""Sitemaps as written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from publish.sitemap import Address, sitemaps

from tests.publish.rules_sitemap import check

BASE = "https://example.org/sub"
OLD = datetime(2024, 5, 1, 1, tzinfo=timezone(timedelta(hours=2)))
NEW = datetime(2024, 6, 1, tzinfo=UTC)


def one(*addresses: Address) -> str:
    return sitemaps("sitemap.xml", addresses, BASE)["sitemap.xml"]


def test_addresses_are_absolute_sorted_and_dated_in_utc() -> None:
    assert one(Address("b/", "b/index.html", OLD), Address("", "index.html")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url><loc>https://example.org/sub/</loc></url>\n"
        "  <url><loc>https://example.org/sub/b/</loc><lastmod>2024-04-30T23:00:00Z</lastmod></url>\n"
        "</urlset>\n"
    )


def test_letters_and_ampersands_are_escaped() -> None:
    assert "<loc>https://example.org/sub/caf%C3%A9/&amp;/</loc>" in one(Address("café/&/", "x"))


def test_an_empty_site_has_an_empty_sitemap() -> None:
    assert "<url>" not in one()


def test_an_address_told_twice_is_there_once_with_its_newest_date() -> None:
    text = one(Address("a/", "a", NEW), Address("a/", "a", OLD), Address("a/", "a"))
    assert re.findall(r"<url>.*</url>", text) == [
        "<url><loc>https://example.org/sub/a/</loc><lastmod>2024-06-01T00:00:00Z</lastmod></url>"
    ]


def test_too_many_addresses_become_an_index_of_sitemaps() -> None:
    addresses = [Address(f"{n}/", f"{n}", OLD if n < 2 else NEW) for n in range(5)]
    files = sitemaps("sitemap.xml", addresses, BASE, limit=2)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert all(check(text, f"{BASE}/{name}") == [] for name, text in files.items())
    assert re.findall("<loc>(.*?)</loc><lastmod>(.*?)T", files["sitemap.xml"]) == [
        (f"{BASE}/sitemap-1.xml", "2024-04-30"),
        (f"{BASE}/sitemap-2.xml", "2024-06-01"),
        (f"{BASE}/sitemap-3.xml", "2024-06-01"),
    ]
    assert [text.count("<url>") for text in files.values()] == [0, 2, 2, 1]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=10)))
def test_any_address_is_valid(urls: list[str]) -> None:
    text = one(*(Address(url.replace("#", "").replace("%", ""), url) for url in urls))
    assert check(text, f"{BASE}/sitemap.xml") == []
