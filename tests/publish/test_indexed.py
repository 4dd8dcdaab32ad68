"""What a search engine should list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from publish.indexed import Listing, contents, indexed
from publish.sitemap import Address

MAY = datetime(2024, 5, 1, tzinfo=UTC)
JUNE = datetime(2024, 6, 1, tzinfo=UTC)


def written(url: str, **more: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"url": url, "save_as": f"{url}index.html", "translations": [], **more})


A = written("a/", date=MAY)
B = written("b/", date=MAY, modified=JUNE, translations=[written("fr/b/", date=MAY)])
ABOUT = written("about/")
DRAFT = written("draft/", date=JUNE, badge="Draft")
CONTEXT: dict[str, Any] = {
    "articles": [A, B],
    "pages": [ABOUT],
    "DIRECT_TEMPLATES": ["index", "tags", "feeds", "404", "off"],
    "INDEX_URL": "",
    "OFF_SAVE_AS": "",
}


def whole(listing: Listing) -> Iterator[Listing]:
    yield listing


def listed(**context: Any) -> dict[str, Address]:
    return {address.url: address for address in indexed({**CONTEXT, **context}, ("404",), ("feeds",), whole)}


def test_articles_and_pages_with_their_translations_and_last_changes() -> None:
    found = {url: address.modified for url, address in listed(DIRECT_TEMPLATES=[]).items()}
    assert found == {"a/": MAY, "b/": JUNE, "fr/b/": MAY, "about/": None}


def test_listings_have_the_date_of_their_newest_article() -> None:
    found = {url: address.modified for url, address in listed(articles=[A]).items()}
    assert found == {"a/": MAY, "about/": None, "": MAY, "tags.html": MAY, "feeds.html": None}


def test_a_draft_shown_in_the_preview_is_not_listed() -> None:
    assert "draft/" not in listed(articles=[A, DRAFT])
    assert list(contents({"articles": [A, DRAFT], "pages": []})) == [A]


def test_terms_with_a_page_are_listed() -> None:
    news, hidden = written("news/"), written("hidden/", save_as="")
    found = listed(categories=[(news, [A]), (hidden, [A])], tags=[(written("tag/"), [A, B])])
    assert (found["news/"].modified, found["tag/"].modified) == (MAY, JUNE)
    assert "hidden/" not in found


def test_archives_of_a_period_are_listed() -> None:
    archive = {"url": "2024/", "save_as": "2024/index.html", "articles": [A]}
    assert listed(period_archives={"year": [archive]})["2024/"] == Address("2024/", "2024/index.html", MAY)


def test_every_page_of_a_listing_has_the_date_of_its_own_articles() -> None:
    def halves(listing: Listing) -> Iterator[Listing]:
        for number, article in enumerate(listing.articles, 1):
            yield replace(listing, url=f"{listing.url}{number}/", articles=(article,))

    found = indexed({**CONTEXT, "DIRECT_TEMPLATES": ["index"], "pages": []}, (), (), halves)
    assert {address.url: address.modified for address in found} == {
        "a/": MAY,
        "b/": JUNE,
        "fr/b/": MAY,
        "1/": MAY,
        "2/": JUNE,
    }


def test_checklists_and_their_index_are_listed_with_the_day_of_their_last_change() -> None:
    lists = (written("checklists/a/", updated=date(2024, 5, 1)), written("checklists/b/", updated=None))
    found = listed(checklists=lists, CHECKLISTS_URL="checklists/", CHECKLISTS_SAVE_AS="checklists/index.html")
    assert [found[url].modified for url in ("checklists/", "checklists/a/", "checklists/b/")] == [MAY, MAY, None]


def test_a_site_that_knows_no_checklists_has_no_page_of_them() -> None:
    named = {"CHECKLISTS_URL": "checklists/", "CHECKLISTS_SAVE_AS": "checklists/index.html"}
    assert "checklists/" not in listed(**named)
    assert "checklists/" in listed(checklists=(), **named)
    assert "checklists/" not in listed(checklists=(), **{**named, "CHECKLISTS_SAVE_AS": ""})


def test_the_strategy_index_and_pages_of_its_entries_are_listed_but_no_drafts() -> None:
    def entry(url: str, save_as: str, badge: str = "") -> SimpleNamespace:
        return SimpleNamespace(url=url, save_as=save_as, badge=badge, updated=date(2024, 5, 1))

    found = listed(
        strategies=(
            entry("a/#one", ""),
            entry("strategies/two/", "strategies/two/index.html"),
            entry("strategies/three/", "strategies/three/index.html", "Draft"),
        ),
        STRATEGIES_URL="strategies/",
        STRATEGIES_SAVE_AS="strategies/index.html",
    )
    assert found["strategies/"] == Address("strategies/", "strategies/index.html", MAY)
    assert found["strategies/two/"].modified == MAY
    assert {"a/#one", "strategies/three/"} & found.keys() == set()


def test_the_search_page_is_listed_where_there_is_one() -> None:
    assert "search/" in listed(SEARCH_URL="search/", SEARCH_SAVE_AS="search/index.html")
    assert "search/" not in listed(SEARCH_URL="search/", SEARCH_SAVE_AS="")
    assert "search/" not in listed()
