"""The strategy index in a whole site: pages, documents, sitemap."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import jsonschema
import pytest
from bs4 import BeautifulSoup
from strategies.generator import below_title

from tests.browser.strategies.index_pages import index_page
from tests.site.sites import Built, new_site, run
from tests.strategies.many import entries

BUILD = "python -m press --content content --output output --siteurl https://example.org/walks"
ADVICE = """\
---
title: {title}
date: {day}
tags: [{tag}]
{more}---

## Strategies for walking

### 1. Leave early

Go while it is cool. Then rest.

### 2. {second}

Take more than you think.

### 3. <b>Look</b> & `listen`

Stand still now and then.
"""
FILES = {
    "articles/2026-04-02-hills.md": ADVICE.format(
        title="Walks & <i>Hills</i>", day="2026-04-02", tag="hills", second="Carry water", more=""
    ),
    "articles/2026-05-02-coast.md": ADVICE.format(
        title="Along the Coast", day="2026-05-02", tag="coast", second="Ask about the tide", more=""
    ),
    "articles/2026-05-03-secret.md": ADVICE.format(
        title="Secret", day="2026-05-03", tag="coast", second="Tell nobody", more="status: draft\n"
    ),
    "strategies.yml": """\
entries:
  - entry: Carry water
    text: |
      # Why

      See [the hills]({filename}/articles/2026-04-02-hills.md).

      ## How
""",
}


def site(folder: Path, files: dict[str, str]) -> Path:
    made = new_site(folder)
    for name, text in files.items():
        (made / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "content" / name).write_text(text, "utf-8")
    return made


def built(folder: Path, command: str = BUILD) -> Built:
    found = run(folder, command)
    assert (found.status, found.err) == (0, "")
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = site(tmp_path_factory.mktemp("index") / "site", FILES)
    built(folder)
    return folder / "output"


def soup(made: Path, path: str = "strategies/index.html") -> BeautifulSoup:
    return BeautifulSoup((made / path).read_text("utf-8"), "html.parser")


def test_the_page_lists_each_piece_of_advice_once_with_a_link_to_its_place(made: Path) -> None:
    links = {link.get_text(): link["href"] for link in soup(made).select(".strategy-entry-title a")}
    assert links["Ask about the tide"] == "/walks/articles/coast/#ask-about-the-tide"
    assert links["Leave early"] == "/walks/strategies/leave-early/"
    assert links["Carry water"] == "/walks/strategies/carry-water/"
    assert "Tell nobody" not in links


def test_links_lead_to_headings_that_are_there(made: Path) -> None:
    (link,) = [each for each in soup(made).select(".strategy-entry-title a") if "#" in each["href"]]
    path, _, anchor = str(link["href"]).removeprefix("/walks/").partition("#")
    assert soup(made, f"{path}index.html").find(id=anchor) is not None


def test_the_page_of_an_entry_shows_its_text_and_all_its_places(made: Path) -> None:
    page = soup(made, "strategies/leave-early/index.html")
    assert page.h1 is not None and page.h1.get_text() == "Leave early"
    places = [link["href"] for link in page.select(".strategy-source-title a")]
    assert places == ["/walks/articles/coast/#leave-early", "/walks/articles/hills/#leave-early"]
    text = soup(made, "strategies/carry-water/index.html").select_one(".prose a")
    assert text is not None and text["href"] == "/walks/articles/hills/"


def test_headings_in_the_text_of_an_entry_stand_below_its_title(made: Path) -> None:
    page = soup(made, "strategies/carry-water/index.html")
    assert [each.get_text() for each in page.select("h1")] == ["Carry water"]
    text = page.select_one(".prose")
    assert text is not None
    assert [(each.name, each.get_text()) for each in text.select("h1, h2, h3")] == [("h2", "Why"), ("h3", "How")]


def test_headings_of_a_lower_rank_stay_as_they_are() -> None:
    assert below_title("<h2 id='a'>A</h2>") == "<h2 id='a'>A</h2>"
    assert below_title("<h1>A</h1><hr><h6>B</h6><head>") == "<h2>A</h2><hr><h6>B</h6><head>"


def test_markup_in_titles_is_shown_as_text(made: Path) -> None:
    page = soup(made)
    assert page.select(".strategy-index i") == []
    assert "Walks & <i>Hills</i>" in {link.get_text() for link in page.select(".strategy-entry-facts a")}


def test_the_document_keeps_to_the_schema_beside_it(made: Path) -> None:
    document = json.loads((made / "strategies.json").read_text("utf-8"))
    assert document["$schema"] == "https://example.org/walks/strategies.schema.json"
    jsonschema.validate(document, json.loads((made / "strategies.schema.json").read_text("utf-8")))
    assert {each["title"] for each in document["strategies"]} >= {"Leave early", "Carry water"}


def test_search_engines_are_told_the_list(made: Path) -> None:
    script = soup(made).find("script", type="application/ld+json")
    assert script is not None
    data = json.loads(script.get_text())
    assert data["numberOfItems"] == len(soup(made).select(".strategy-entry"))


def test_the_script_is_where_the_page_says(made: Path) -> None:
    (source,) = [str(each["src"]) for each in soup(made).select("main script[src]")]
    assert (made / source.removeprefix("/walks/")).is_file()


def test_the_sitemap_has_the_index_and_its_pages(made: Path) -> None:
    text = (made / "sitemap.xml").read_text("utf-8")
    for path in ("strategies/", "strategies/leave-early/", "strategies/carry-water/"):
        assert f"<loc>https://example.org/walks/{path}</loc>" in text


def test_the_preview_shows_drafts_marked_and_no_document_has_them(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    built(folder, f"{BUILD} --drafts")
    (entry,) = [each for each in soup(folder / "output").select(".strategy-entry") if "Tell nobody" in each.get_text()]
    assert entry.select_one(".strategy-entry-badge") is not None
    assert "Tell nobody" not in (folder / "output/strategies.json").read_text("utf-8")


def test_an_index_of_nothing_says_so(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {})
    for path in (folder / "content/articles").iterdir():
        path.unlink()
    built(folder)
    assert "There are no strategies here yet." in soup(folder / "output").get_text()
    assert json.loads((folder / "output/strategies.json").read_text("utf-8"))["strategies"] == []


def test_what_is_wrong_in_the_directions_is_told_by_its_line(tmp_path: Path) -> None:
    wrong = FILES["strategies.yml"] + "  - entry: Leave early\n    aliases: [Leave erly]\n"
    found = run(site(tmp_path / "site", {**FILES, "strategies.yml": wrong}), BUILD)
    assert found.status == 1
    assert found.lines[0].startswith('content/strategies.yml:10:15: "aliases" names no strategy: "Leave erly". ')


def test_a_page_of_1500_strategies_stays_light() -> None:
    page = index_page(entries(1500))
    assert page.count("<li ") == 1500
    assert len(gzip.compress(page.encode(), 9)) < 150_000
