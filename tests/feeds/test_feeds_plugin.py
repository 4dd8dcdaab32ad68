"""The feeds of a site that Pelican builds with this plugin alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.feeds import rules_atom, rules_json_feed, rules_rss
from tests.feeds.stock_site import article, build

SITEURL = "https://example.org/sub"
HEAD = """{% extends "!simple/base.html" %}
{% block head %}{{ super() }}{% for feed in FEEDS %}
<link rel="alternate" type="{{ feed.type }}" title="{{ feed.title }}" href="{{ feed.url }}">{% endfor %}
{% for slug in CATEGORY_FEEDS %}{{ slug }}:{{ CATEGORY_FEEDS[slug] | map(attribute="url") | join(",") }}
{% endfor %}{% endblock %}"""
FILES = {
    "a.md": article("A &amp; B", "2024-05-01", "News", "See [b]({filename}b.md#x), [me](#me).\n\n<script>x()</script>"),
    "b.md": article("B", "2024-05-01", "Life & Style", "Text."),
    "c.md": article("C", "2024-06-01", "News", "![i]({static}images/i.png)"),
    "d.md": article("D", "2024-07-01", "News").replace("Category", "Status: draft\nCategory"),
    "e.md": article("E", "2023-01-01", "+++"),
    "images/i.png": "no picture",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "theme").mkdir()
    (folder / "theme" / "base.html").write_text(HEAD)
    return build(
        folder,
        FILES,
        PLUGINS=["feeds"],
        SITEURL=SITEURL,
        SITE_ID="sample",
        FEEDS_MAX_ITEMS=3,
        THEME_TEMPLATES_OVERRIDES=[str(folder / "theme")],
    )


def read(output: Path, name: str) -> str:
    return (output / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["feeds/rss.xml", "categories/news/rss.xml", "categories/life-style/rss.xml"])
def test_rss_has_no_error_and_no_warning(output: Path, name: str) -> None:
    assert rules_rss.check(read(output, name), f"{SITEURL}/{name}") == []


@pytest.mark.parametrize("name", ["feeds/atom.xml", "categories/news/atom.xml", "categories/life-style/atom.xml"])
def test_atom_has_no_error_and_no_warning(output: Path, name: str) -> None:
    assert rules_atom.check(read(output, name), f"{SITEURL}/{name}") == []


def test_json_feed_has_no_error_and_no_warning(output: Path) -> None:
    assert rules_json_feed.check(read(output, "feeds/feed.json"), f"{SITEURL}/feeds/feed.json") == []


def test_the_newest_articles_come_first_and_no_more_than_asked_for(output: Path) -> None:
    items = json.loads(read(output, "feeds/feed.json"))["items"]
    assert [item["title"] for item in items] == ["C", "A & B", "B"]


def test_links_lead_to_the_site_and_scripts_are_gone(output: Path) -> None:
    items = json.loads(read(output, "feeds/feed.json"))["items"]
    assert items[0]["content_html"] == f'<p><img alt="i" src="{SITEURL}/images/i.png"></p>'
    assert items[1]["content_html"] == (
        f'<p>See <a href="{SITEURL}/b.html#x">b</a>, <a href="{SITEURL}/a-b.html#me">me</a>.</p>'
    )


def test_a_category_feed_has_its_own_articles(output: Path) -> None:
    root = fromstring(read(output, "categories/news/rss.xml"))
    assert [title.text for title in root.iter("title")] == ["A site: News", "C", "A & B"]
    assert root.findtext("channel/link") == f"{SITEURL}/category/news.html"


def test_a_category_without_an_address_has_no_feed(output: Path) -> None:
    assert sorted(path.name for path in (output / "categories").iterdir()) == ["life-style", "news"]


def test_pages_tell_of_the_feeds(output: Path) -> None:
    page = read(output, "index.html")
    assert '<link rel="alternate" type="application/rss+xml" title="A site (RSS)" href="feeds/rss.xml">' in page
    assert (
        '<link rel="alternate" type="application/feed+json" title="A site (JSON Feed)" href="feeds/feed.json">' in page
    )
    assert "news:categories/news/rss.xml,categories/news/atom.xml" in page


def test_a_draft_is_in_no_feed(output: Path) -> None:
    assert not [path for path in output.rglob("*.xml") if "<title>D</title>" in path.read_text()]


def test_a_local_build_has_whole_addresses(tmp_path: Path) -> None:
    output = build(tmp_path, FILES, PLUGINS=["feeds"], FEEDS_LOCAL_URL="http://127.0.0.1:9")
    assert rules_rss.check(read(output, "feeds/rss.xml"), "http://127.0.0.1:9/feeds/rss.xml") == []


def test_every_id_of_a_feed_is_there_once(output: Path) -> None:
    ids = [item["id"] for item in json.loads(read(output, "feeds/feed.json"))["items"]]
    assert len(set(ids)) == len(ids) == 3
    for path in output.rglob("*.xml"):
        found = [e.text for e in fromstring(path.read_text("utf-8")).iter() if re.fullmatch(r"guid|\{.*\}id", e.tag)]
        assert len(set(found)) == len(found) > 0


def test_a_site_without_articles_has_valid_feeds(tmp_path: Path) -> None:
    output = build(tmp_path, {"pages/a.md": "Title: A\n\nText.\n"}, PLUGINS=["feeds"], SITEURL=SITEURL)
    assert rules_rss.check(read(output, "feeds/rss.xml"), f"{SITEURL}/feeds/rss.xml") == []
    assert rules_atom.check(read(output, "feeds/atom.xml"), f"{SITEURL}/feeds/atom.xml") == []
    assert rules_json_feed.check(read(output, "feeds/feed.json"), f"{SITEURL}/feeds/feed.json") == []


def test_a_feed_without_a_path_is_not_written(tmp_path: Path) -> None:
    output = build(tmp_path, {"a.md": article("A")}, PLUGINS=["feeds"], FEEDS_JSON="", FEEDS_CATEGORY_RSS="")
    assert sorted(str(path.relative_to(output)) for path in output.rglob("*.xml")) == [
        "categories/news/atom.xml",
        "feeds/atom.xml",
        "feeds/rss.xml",
    ]
    assert not (output / "feeds/feed.json").exists()
