"""The rules for sitemaps can say no."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from publish.sitemap import Address, sitemaps

from tests.publish.rules_sitemap import RULES, check

LOCATION = "https://example.org/sub/sitemap.xml"
ADDRESSES = [Address("a/", "a/index.html", datetime(2024, 5, 1, tzinfo=UTC)), Address("", "index.html")]
SITEMAP = sitemaps("sitemap.xml", ADDRESSES, "https://example.org/sub")["sitemap.xml"]
FAULTS = [
    ("urlset", "feed", "root_element"),
    ("</urlset>", "<sitemap /></urlset>", "root_element"),
    ("<loc>https://example.org/sub/a/</loc>", "", "members"),
    ("<lastmod>", "<updated>1</updated><lastmod>", "members"),
    ("<lastmod>", "<lastmod>2024</lastmod><lastmod>", "members"),
    ("https://example.org/sub/a/", "/sub/a/", "addresses"),
    ("https://example.org/sub/a/", "https://example.org/sub/é/", "addresses"),
    ("sub/a/", "sub/" + "a" * 2048, "addresses"),
    ("https://example.org/sub/a/", "https://example.org/a/", "below_the_sitemap"),
    ("2024-05-01T00:00:00Z", "1 May 2024", "dates"),
    ("2024-05-01T00:00:00Z", "2024-02-31", "dates"),
    ("https://example.org/sub/a/", "https://example.org/sub/", "once"),
    ("sub/a/", "sub/a/#b", "no_fragments"),
    ("</urlset>", "<url><loc>https://example.org/sub/b/</loc></url>" * 50_000 + "</urlset>", "size"),
    ("</urlset>", "", "not well-formed"),
]


def test_a_good_one_has_no_findings() -> None:
    assert check(SITEMAP, LOCATION) == []


@pytest.mark.parametrize(("old", "new", "rule"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_found(old: str, new: str, rule: str) -> None:
    assert old in SITEMAP
    assert any(finding.startswith(rule) for finding in check(SITEMAP.replace(old, new), LOCATION))


def test_every_rule_has_a_fault_to_find() -> None:
    assert {rule.__name__ for rule in RULES} <= {rule for _, _, rule in FAULTS}
