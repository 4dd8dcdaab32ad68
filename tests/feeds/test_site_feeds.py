"""What feeds are called."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from feeds.model import Site
from feeds.site_feeds import category_feed, read_site, site_feed, stable_id

SETTINGS: dict[str, Any] = {
    "SITENAME": "A site",
    "DEFAULT_LANG": "en_GB",
    "PATH": "content",
    "SITEURL": "https://a.example",
}
NEWS = SimpleNamespace(slug="news", url="categories/news/", save_as="categories/news/index.html")


def site(**changes: Any) -> Site:
    return read_site({**SETTINGS, **changes}, "http://localhost:8000")


def test_the_id_of_a_feed_stays_when_the_site_moves() -> None:
    here, there = site(SITE_ID="x"), site(SITE_ID="x", SITEURL="https://b.example/sub")
    assert site_feed(here, ()).id == site_feed(there, ()).id
    assert (
        category_feed(site_feed(here, ()), here, NEWS, ()).id == category_feed(site_feed(there, ()), there, NEWS, ()).id
    )


def test_every_feed_has_an_id_of_its_own() -> None:
    here = site(SITE_ID="x")
    other = SimpleNamespace(**{**vars(NEWS), "slug": "olds"})
    ids = [category_feed(site_feed(here, ()), here, category, ()).id for category in (NEWS, other)]
    assert len({site_feed(here, ()).id, site_feed(site(SITE_ID="y"), ()).id, *ids}) == 4


def test_without_a_site_id_the_address_names_the_site() -> None:
    assert site().id == "https://a.example"
    assert site(FEED_DOMAIN="https://feeds.example").id == "https://feeds.example"


def test_without_an_address_the_local_one_stands_in() -> None:
    assert site(SITEURL="").base == "http://localhost:8000"


def test_the_author_of_a_feed_is_the_site_where_no_author_is_set() -> None:
    assert site().author == "A site"
    assert site(AUTHOR="Ada").author == "Ada"


def test_a_locale_becomes_a_language_tag() -> None:
    assert site().language == "en-GB"


def test_a_category_without_a_page_leads_home() -> None:
    here = site()
    unlisted = SimpleNamespace(**{**vars(NEWS), "save_as": ""})
    assert category_feed(site_feed(here, ()), here, NEWS, ()).home_url == "https://a.example/categories/news/"
    assert category_feed(site_feed(here, ()), here, unlisted, ()).home_url == "https://a.example/"


def test_ids_are_never_worked_out_differently() -> None:
    assert stable_id(site(SITE_ID="x"), "feed", "site") == "urn:uuid:dd0cabaa-d974-5af1-8e54-495a38a3f0b8"
