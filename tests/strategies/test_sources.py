"""The same article in Markdown, reStructuredText and HTML has the same strategies, in a whole site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from articles.extension import ArticleExtension
from docutils.core import publish_parts
from markdown import Markdown

from tests.site.links import Site, dead_links
from tests.site.sites import new_site, run

URL = "https://example.org/walks"
BUILD = f"python -m press --content content --output output --siteurl {URL}"
HEADINGS = """\
## Tips for a walk

Before all else.

### 1. Leave *early*, well rested

While it is cool. Then rest.

### 2. Carry water

More than you think: a day is long, and there is no well on the way that anybody could rely on when the summer was
as dry as it was last year, or the year before that.

### 3. Look around

#### Up

At the clouds.

## Benefits of walking

### 1. Better sleep

It comes.

### 2. Fresh air

It does good.
"""
RST = """\
Tips for a walk
===============

Before all else.

1. Leave *early*, well rested
------------------------------

While it is cool. Then rest.

2. Carry water
--------------

More than you think: a day is long, and there is no well on the way that anybody could rely on when the summer was
as dry as it was last year, or the year before that.

3. Look around
--------------

Up
..

At the clouds.

Benefits of walking
===================

1. Better sleep
---------------

It comes.

2. Fresh air
------------

It does good.
"""
RUN_INS = """\
## Tips for a walk

1. **Leave early:** start while it is cool. Then rest.
2. **Carry water:** take more than you think.
3. **Look & listen:** stand still now and then.
"""
NAMES = ("id", "title", "summary", "number", "section", "position", "of", "when", "effort")


def sources(folder: Path, name: str, text: str) -> list[dict[str, Any]]:
    """What a site with one such article tells of its strategies, in their order."""
    made = new_site(folder)
    (made / "content/articles" / name).write_text(text, "utf-8")
    built = run(made, BUILD)
    assert (built.status, built.err) == (0, "")
    site = Site(made / "output", URL)
    assert dead_links(site) == []
    told = json.loads(site.text("strategies.json"))["strategies"]
    found = [source for entry in told for source in entry["sources"]]
    return sorted(({key: each.get(key) for key in NAMES} for each in found), key=lambda each: each["position"])


def markdown(body: str) -> str:
    return f"---\ntitle: Walks\ndate: 2026-04-01\n---\n\n{body}"


def html(body: str) -> str:
    header = '<meta name="date" content="2026-04-01">'
    return f"<html><head><title>Walks</title>{header}</head><body>\n{body}\n</body></html>\n"


def html_of(body: str) -> str:
    return html(Markdown(extensions=[ArticleExtension()]).convert(body))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return sources(tmp_path_factory.mktemp("markdown") / "site", "walks.md", markdown(HEADINGS))


def test_the_advice_is_found_with_its_ids_and_summaries(written: list[dict[str, Any]]) -> None:
    assert [(each["id"], each["title"], each["number"], each["section"]) for each in written] == [
        ("walks--leave-early-well-rested", "Leave early, well rested", "1", "Tips for a walk"),
        ("walks--carry-water", "Carry water", "2", "Tips for a walk"),
        ("walks--look-around", "Look around", "3", "Tips for a walk"),
    ]
    first, second, third = (each["summary"] for each in written)
    assert (first, third) == ("While it is cool.", "At the clouds.")
    assert second.endswith("…")
    assert len(second) <= 160


def test_headings_in_restructuredtext_are_the_same_strategies(tmp_path: Path, written: list[dict[str, Any]]) -> None:
    text = f"Walks\n#####\n\n:date: 2026-04-01\n\n{RST}"
    assert sources(tmp_path / "site", "walks.rst", text) == written


def test_headings_in_html_are_the_same_strategies(tmp_path: Path, written: list[dict[str, Any]]) -> None:
    assert sources(tmp_path / "site", "walks.html", html_of(HEADINGS)) == written


def test_headings_in_html_that_another_program_made_are_the_same(tmp_path: Path, written: list[dict[str, Any]]) -> None:
    given = {"initial_header_level": "2", "doctitle_xform": False}
    body = publish_parts(RST, writer="html5", settings_overrides=given)["body"]
    assert sources(tmp_path / "site", "walks.html", html(body)) == written


def test_words_in_bold_that_begin_list_items_with_ids_are_the_same_in_html(tmp_path: Path) -> None:
    expected = sources(tmp_path / "one", "walks.md", markdown(RUN_INS))
    assert [(each["id"], each["title"], each["summary"]) for each in expected] == [
        ("walks--leave-early", "Leave early", "start while it is cool."),
        ("walks--carry-water", "Carry water", "take more than you think."),
        ("walks--look-and-listen", "Look & listen", "stand still now and then."),
    ]
    assert sources(tmp_path / "two", "walks.html", html_of(RUN_INS)) == expected
