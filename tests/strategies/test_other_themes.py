"""The plugin on another site: a theme that knows nothing of strategies, Pelican's own settings, no other plugin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from pelican import Pelican
from pelican.settings import read_settings

from tests.pelican_signals import isolated_signals
from tests.site.links import Site, dead_links
from tests.site.pages import Page, faults
from tests.site.sites import new_site

URL = "https://example.org/walks"
ADVICE = """\
Title: {title}
Date: {day}
Tags: <b>hills</b>

## Strategies for walking

### 1. Leave early

Go while it is cool.

### 2. {second}

Take <i>more</i> & more.
"""
FILES = {
    "articles/hills.md": ADVICE.format(title="Walks & <i>Hills</i>", day="2026-04-02", second="Say &lt;b>no"),
    "articles/coast.md": ADVICE.format(title="Along the Coast", day="2026-05-02", second="Ask about the tide"),
    "strategies.yml": """\
entries:
  - entry: Ask about the tide
    text: |
      Note: see [the hills]({filename}/articles/hills.md).

      Where | When
      ------|-----
      coast | noon
""",
}


def built(folder: Path, autoescape: bool) -> Site:
    made = new_site(folder)
    for name, text in FILES.items():
        (made / "content" / name).write_text(text, "utf-8")
    given = {
        "PATH": str(made / "content"),
        "OUTPUT_PATH": str(made / "stock"),
        "ARTICLE_PATHS": ["articles"],
        "THEME": "simple",
        "PLUGINS": ["articles", "strategies"],
        "SITEURL": URL,
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "JINJA_ENVIRONMENT": {"autoescape": autoescape},
    }
    with isolated_signals(), pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        Pelican(read_settings(override=given)).run()
    return Site(made / "stock", URL)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("stock") / "site", autoescape=False)


def main(site: Site, path: str) -> Tag:
    found = BeautifulSoup(site.text(path), "html.parser").main
    assert found is not None
    return found


def test_the_index_is_a_list_that_can_be_read_without_styles_and_scripts(stock: Site) -> None:
    index = main(stock, "strategies/index.html")
    assert [each.get_text() for each in index.select("h1, h2, h3")] == [
        "Strategies",
        "articles 3",
        "Ask about the tide",
        "Leave early",
        "Say <b>no",
    ]
    facts = index.select_one("#leave-early .strategy-entry-facts")
    assert facts is not None
    assert [each.get_text() for each in facts("a")] == ["Along the Coast", "Walks & <i>Hills</i>"]


def test_a_form_that_does_nothing_without_its_script_is_not_shown(stock: Site) -> None:
    form = main(stock, "strategies/index.html").form
    assert form is not None
    assert form.has_attr("hidden")


def test_an_entry_has_a_page_with_its_text_and_its_places(stock: Site) -> None:
    page = main(stock, "strategies/ask-about-the-tide/index.html")
    assert page.h1 is not None and page.h1.get_text() == "Ask about the tide"
    assert page.p is not None and page.p.get_text() == "Note: see the hills."
    assert [cell.get_text() for cell in page.select("td")] == ["coast", "noon"]
    assert [link["href"] for link in page.select("a")] == [
        f"{URL}/{path}" for path in ("hills.html", "coast.html#ask-about-the-tide", "coast.html", "strategies/")
    ]


def test_every_link_leads_somewhere_and_every_id_is_there_once(stock: Site) -> None:
    assert [found for found in dead_links(stock) if found.startswith(("strategies", "hills", "coast"))] == []
    parts = {path: str(main(stock, path)) for path in stock.pages if path.startswith("strategies/")}
    around = '<html lang="en"><title>All that is around it</title>'
    assert {path: found for path, text in parts.items() if (found := faults(Page(around + text)))} == {}
    assert len(parts) == 3


def test_its_script_is_there(stock: Site) -> None:
    (source,) = [str(each["src"]) for each in main(stock, "strategies/index.html").select("script[src]")]
    assert (stock.folder / source.removeprefix("/walks/")).is_file()


def test_markup_in_titles_is_text_whether_the_theme_escapes_or_not(stock: Site, tmp_path: Path) -> None:
    escaping = built(tmp_path / "site", autoescape=True)
    for path in (path for path in stock.pages if path.startswith("strategies/")):
        assert main(stock, path) == main(escaping, path)
        assert main(stock, path).select("p i, li i, h3 b, label b") == []
    assert json.loads(escaping.text("strategies.json")) == json.loads(stock.text("strategies.json"))
