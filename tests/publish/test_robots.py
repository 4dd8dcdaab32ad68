"""robots.txt as written."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from publish.robots import robots


def allowed(text: str) -> bool:
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser.can_fetch("AnyBot", "https://example.org/articles/a/")


def test_a_published_site_may_be_fetched_and_names_its_sitemap() -> None:
    text = robots("https://example.org/sitemap.xml")
    assert text == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n"
    assert allowed(text)


def test_without_an_address_no_sitemap_is_named() -> None:
    assert robots() == "User-agent: *\nDisallow:\n"


def test_a_preview_wants_nobody() -> None:
    text = robots("https://example.org/sitemap.xml", private=True)
    assert text == "User-agent: *\nDisallow: /\n"
    assert not allowed(text)
