"""What holds for every site that was built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import fromstring

import pytest

from tests.feeds import rules_atom, rules_json_feed, rules_rss
from tests.publish import rules_sitemap
from tests.site.links import Site, dead_links, foreign
from tests.site.pages import Element, Page, faults
from tests.site.sites import COMMAND_DRAFTS, new_site, run

OTHER_CANARIES = {
    "salsify.html": '<html><head><title>Salsify</title><meta name="date" content="2026-04-01">'
    '<meta name="status" content="draft"></head><body><p>On salsify.</p></body></html>',
    "skirret.rst": "Skirret\n#######\n\n:date: 2998-01-01\n\nOn skirret.\n",
}
CANARIES = {"parsnip": "published: false", "celeriac": "status: draft", "kohlrabi": "date: 2998-01-01"}
BADGES = {"parsnip": "Draft", "celeriac": "Draft", "kohlrabi": "Scheduled"}
DRAFT = """\
---
title: About {0}
date: 2026-04-01
{1}
category: {0} dishes
tags: [{0} soup]
author: {0} grower
series: All of {0}
redirect_from: /old/{0}/
image: /images/map.svg
---

Eat more {0}.
"""


def test_every_link_and_fragment_leads_somewhere(sample: Site) -> None:
    assert dead_links(sample) == []


def test_every_page_is_heard_as_well_as_seen(sample: Site) -> None:
    assert {path: found for path, page in sample.pages.items() if (found := faults(page))} == {}
    assert len(sample.pages) > 30


def test_no_page_talks_to_another_host(sample: Site) -> None:
    assert foreign(sample) == []


def test_no_page_has_script_or_style_of_its_own(sample: Site) -> None:
    """The content security policy forbids them."""
    inline = [
        path
        for path, page in sample.pages.items()
        for element in page.elements
        if element.tag == "style"
        or (element.tag == "script" and "src" not in element.attributes and not _is_data(element))
        or any(name == "style" or name.startswith("on") for name in element.attributes)
    ]
    assert inline == []


def _is_data(element: Element) -> bool:
    """What no browser runs. A policy allows the rules of prefetching by 'inline-speculation-rules' or their hash."""
    return element.attributes.get("type") in ("application/ld+json", "application/json", "speculationrules")


def test_every_feed_keeps_the_rules(sample: Site) -> None:
    rules = {"rss.xml": rules_rss.check, "atom.xml": rules_atom.check, "feed.json": rules_json_feed.check}
    feeds = [path for path in sample.files if path.rpartition("/")[2] in rules]
    broken = {path: rules[path.rpartition("/")[2]](sample.text(path), sample.address(path)) for path in feeds}
    assert len(feeds) == 3 + 2 * 3 + 1
    assert {path: found for path, found in broken.items() if found} == {}


def test_the_sitemap_keeps_the_rules_and_has_every_page_to_be_listed(sample: Site) -> None:
    text = sample.text("sitemap.xml")
    assert rules_sitemap.check(text, sample.address("sitemap.xml")) == []
    listed = [element.text for element in fromstring(text).iter() if element.tag.endswith("}loc")]
    pages = [sample.address(path) for path, page in sample.pages.items() if not _unlisted(page)]
    assert sorted(filter(None, listed)) == sorted(pages)


def _unlisted(page: Page) -> bool:
    robots = [
        meta.attributes.get("content", "") for meta in page.all("meta") if meta.attributes.get("name") == "robots"
    ]
    return any("noindex" in said for said in robots)


# --- drafts ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def drafts() -> Iterator[Path]:
    """The tiny site with a draft, an article that is not published, and one from the future."""
    with TemporaryDirectory() as folder:
        site = new_site(Path(folder) / "site")
        for word, said in CANARIES.items():
            text = DRAFT.format(word, said)
            if said.startswith("date:"):
                text = text.replace("date: 2026-04-01\n", "", 1)
            (site / f"content/articles/{word}.md").write_text(text, "utf-8")
            page = f"---\ntitle: Page on {word}\nstatus: draft\n---\n\nMore {word}.\n"
            (site / f"content/pages/page-on-{word}.md").write_text(page, "utf-8")
        for name, text in OTHER_CANARIES.items():
            (site / f"content/articles/{name}").write_text(text, "utf-8")
        yield site


def test_drafts_and_future_articles_are_nowhere_in_a_published_site(drafts: Path) -> None:
    assert run(drafts, COMMAND_DRAFTS.removesuffix(" --drafts")).status == 0
    output = Site(drafts / "output", "https://example.org/walks")
    assert "articles/packing/index.html" in output.files
    found = [
        path
        for path in (*output.files, ".press.json")
        for word in (*CANARIES, "salsify", "skirret")
        if word in path or word.encode() in (output.folder / path).read_bytes().lower()
    ]
    assert found == []


def test_with_drafts_they_are_shown_as_such_and_kept_from_search_engines(drafts: Path) -> None:
    assert run(drafts, COMMAND_DRAFTS).status == 0
    output = Site(drafts / "output", "https://example.org/walks")
    for word, badge in BADGES.items():
        page = output.pages[f"articles/{word}/index.html"]
        assert badge in [e.text for e in page.elements if "badge" in e.attributes.get("class", "").split()]
        assert _unlisted(page)
        assert f"page-on-{word}/index.html" in output.files
    for word, badge in (("salsify", "Draft"), ("skirret", "Scheduled")):
        assert badge in output.text(f"articles/{word}/index.html")
    assert re.search(r"^Disallow: /$", output.text("robots.txt"), re.M)
    assert dead_links(output) == []
    assert not any(f"articles/{word}/" in output.text("sitemap.xml") for word in CANARIES)
