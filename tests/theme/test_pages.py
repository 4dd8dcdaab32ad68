"""What each kind of page says, to readers and to machines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup

Render = Callable[..., str]


def soup_of(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def meta(html: str, name: str) -> Any:
    tag = soup_of(html).find("meta", attrs={"name": name}) or soup_of(html).find("meta", property=name)
    return tag["content"] if tag else None


def canonical(html: str) -> list[str]:
    return [link["href"] for link in soup_of(html).find_all("link", rel="canonical")]


def title(html: str) -> str:
    return soup_of(html).title.get_text()


def test_titles_name_the_page_then_the_site(render: Render) -> None:
    assert title(render("home")) == "A Field Guide to Small Talk"
    assert title(render("article")) == "Following up without a template · A Field Guide to Small Talk"
    assert title(render("articles, page 2")) == "Articles, page 2 · A Field Guide to Small Talk"
    assert title(render("tag")) == "<b>C++</b>, page 3 · A Field Guide to Small Talk"


def test_canonical_is_the_full_address_of_this_very_page(render: Render) -> None:
    assert canonical(render("home")) == ["https://example.org/guide/"]
    assert canonical(render("articles, page 2")) == ["https://example.org/guide/articles/page/2/"]
    assert canonical(render("article")) == ["https://example.org/guide/articles/part-1/"]
    assert canonical(render("article", SITEURL="")) == []


def test_open_graph_says_what_the_page_is(render: Render) -> None:
    html = render("article")
    assert meta(html, "og:title") == "Following up without a template"
    assert meta(html, "og:type") == "article"
    assert meta(html, "og:url") == "https://example.org/guide/articles/part-1/"
    assert meta(html, "og:description") == meta(html, "description") != ""
    assert meta(render("home"), "og:type") == "website"


def test_search_engines_are_sent_away_from_drafts_and_the_missing(render: Render) -> None:
    assert meta(render("article"), "robots") is None
    assert meta(render("article", DRAFTS=True), "robots") == "noindex"
    assert meta(render("404"), "robots") == "noindex"
    assert canonical(render("404")) == []


def test_every_internal_address_is_below_the_sites_root(page: str) -> None:
    soup = soup_of(page)
    for written in soup.select(".prose"):
        written.decompose()
    links = [tag["href"] for tag in soup.find_all(["a", "link"]) if tag.get("rel") != ["canonical"]]
    assert links
    assert [link for link in links if not link.startswith(("/guide/", "#page:", "#", "data:"))] == []


def test_pages_tell_of_the_feeds(render: Render) -> None:
    def feeds(html: str) -> list[str]:
        return [link["href"] for link in soup_of(html).find_all("link", rel="alternate")]

    site = ["/guide/feeds/rss.xml", "/guide/feeds/atom.xml", "/guide/feeds/feed.json"]
    assert feeds(render("article")) == site
    assert feeds(render("category")) == ["/guide/categories/conferences/rss.xml", *site]


def test_language_and_direction_are_the_articles(render: Render) -> None:
    arabic = soup_of(render("article, right to left")).html
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    english = soup_of(render("article")).html
    assert (english["lang"], english["dir"]) == ("en", "ltr")
    assert soup_of(render("home", DEFAULT_LANG="fa-IR")).html["dir"] == "rtl"


def test_an_article_page_has_one_article_with_nothing_elses_headings_in_it(render: Render) -> None:
    soup = soup_of(render("article"))
    (article,) = soup.find_all("article")
    assert article.h1.get_text() == "Following up without a template"
    outside = [heading for heading in soup.find_all(["h2", "h3"]) if article not in heading.parents]
    assert outside
    assert all(heading.find_parent("nav") for heading in outside)
    assert article.find("nav").find(["h2", "h3"]) is None


def test_contents_lead_to_the_sections_in_their_order(render: Render) -> None:
    links = soup_of(render("article")).select(".contents a")
    assert [(link["href"], link.get_text()) for link in links][:2] == [
        ("#before-you-go", "Before you go"),
        ("#pick-three-names", "1. Pick three names"),
    ]
    assert soup_of(render("article, right to left")).select(".contents") == []


def test_the_navigation_marks_where_one_is(render: Render) -> None:
    def marked(html: str) -> list[tuple[str, str]]:
        return [(a.get_text(), a["aria-current"]) for a in soup_of(html).select(".site-header a[aria-current]")]

    assert marked(render("home")) == [("A Field Guide to Small Talk", "page")]
    assert marked(render("articles")) == [("Articles", "page")]
    assert marked(render("article")) == [("Articles", "true")]
    assert marked(render("404")) == []


def test_the_series_marks_the_part_being_read(render: Render) -> None:
    parts = soup_of(render("article")).select(".series li a")
    assert [part.get("aria-current") for part in parts] == [None, "page", None]


def test_pages_of_a_list_lead_to_the_newer_and_the_older(render: Render) -> None:
    links = soup_of(render("articles, page 2")).select(".pagination a")
    assert [(link["rel"], link["href"]) for link in links] == [
        (["prev"], "/guide/articles/"),
        (["next"], "/guide/articles/page/3/"),
    ]


def test_lists_without_entries_say_so(render: Render) -> None:
    for name in ("home of an empty site", "no articles", "tags of an empty site", "archive of an empty site"):
        assert soup_of(render(name)).select(".notice"), name


def test_the_home_page_opens_with_its_purpose_or_its_name(render: Render) -> None:
    assert soup_of(render("home")).h1.get_text() == "Practical advice on meeting people at work, and how to act on it."
    assert soup_of(render("home of an empty site")).h1.get_text() == "A Field Guide to Small Talk"


def test_feeds_are_listed_with_addresses_to_copy(render: Render) -> None:
    addresses = [code.get_text() for code in soup_of(render("feeds")).select(".feed-list code")]
    assert addresses[0] == "https://example.org/guide/feeds/rss.xml"
    assert addresses[-1] == "https://example.org/guide/categories/conferences/rss.xml"
