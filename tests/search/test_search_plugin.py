"""Searching in a whole site: the page, the index, what is never in it, and what happens without Pagefind."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.search.samples import HOSTILE, needs_pagefind
from tests.search.small_sites import ARTICLE, BUILD, DRAFTS, FILES, SECRET, built, site
from tests.site.sites import contents, run

MISSING = "raise ImportError('no binary for this machine')\n"
SLOW = """\
from pathlib import Path
def get_executable():
    program = Path(__file__).with_name("slow")
    program.write_text("#!/bin/sh\\nexec sleep 60\\n")
    program.chmod(0o755)
    return program
"""


def settings(folder: Path, lines: str) -> None:
    with (folder / "pelican.conf.py").open("a", encoding="utf-8") as file:
        file.write(lines)


def other_pagefind(folder: Path, text: str) -> str:
    """A folder for PYTHONPATH with another package in the place of Pagefind's."""
    package = folder / "other/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(text, "utf-8")
    return str(package.parent)


def page(folder: Path, path: str = "search/index.html") -> BeautifulSoup:
    return BeautifulSoup((folder / "output" / path).read_text("utf-8"), "html.parser")


def index(folder: Path) -> Path:
    return folder / "output" / page(folder).find("site-search")["data-index"].removeprefix("/walks/")


def found_in(folder: Path) -> list[dict[str, Any]]:
    """All that a reader's browser could be told, in the order of addresses."""
    fragments = [gzip.decompress(each.read_bytes()) for each in index(folder).glob("*/fragment/*")]
    read = [json.loads(each.removeprefix(b"pagefind_dcd")) for each in fragments]
    return sorted(read, key=lambda each: each["url"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = site(tmp_path_factory.mktemp("search") / "site", FILES | SECRET)
    built(folder)
    return folder


@needs_pagefind
def test_articles_pages_strategies_and_checklists_are_in_the_index(made: Path) -> None:
    found = {each["url"]: each["meta"]["title"] for each in found_in(made)}
    assert found["/articles/hills/"] == "Hills"
    assert found["/articles/hills/#carry-water"] == "Carry water"
    assert found["/checklists/walk/"] == "Before the walk"
    assert found["/articles/hostile/"] == HOSTILE


@needs_pagefind
def test_sections_and_items_are_places_to_lead_to(made: Path) -> None:
    anchors = {each["url"]: [anchor["id"] for anchor in each["anchors"]] for each in found_in(made)}
    assert anchors["/articles/hills/"] == ["strategies-for-walking", "carry-water", "rest"]
    assert anchors["/checklists/walk/"] == ["fill-both-bottles"]
    assert page(made, "checklists/walk/index.html").find(id="fill-both-bottles")


@needs_pagefind
def test_each_language_has_its_own_index(made: Path) -> None:
    names = page(made).find("site-search")["data-names"].split()
    assert sorted(names) == ["ar-x-article", "en-x-article", "en-x-list", "en-x-strategy"]
    assert {path.name for path in index(made).iterdir()} == {"en", "ar", "pagefind.js"}
    assert (index(made) / "ar/wasm.ar-x-article.pagefind").is_file()


@needs_pagefind
@pytest.mark.parametrize("command", [BUILD, DRAFTS], ids=["published", "preview"])
def test_nothing_that_is_not_published_is_in_the_index(tmp_path: Path, command: str) -> None:
    folder = site(tmp_path / "site", FILES | SECRET)
    built(folder, command)
    said = json.dumps(found_in(folder)) + (folder / "output/search/addresses.json").read_text("utf-8")
    said += page(folder).main.get_text()
    assert "Hills" in said
    assert [
        word
        for word in ("Secret", "secret", "Tell nobody", "Wait long", "Look away", "Hush", "404", "old/hills")
        if word in said
    ] == []


@needs_pagefind
def test_pagefinds_own_user_interface_is_not_published(made: Path) -> None:
    kinds = {path.suffix for path in index(made).rglob("*") if path.is_file()}
    assert kinds == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
    assert [path.name for path in index(made).rglob("*.js")] == ["pagefind.js"]


@needs_pagefind
def test_a_build_without_what_was_kept_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES | SECRET)
    for hash_seed in ("1", "2", "3"):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        built(folder, PYTHONHASHSEED=hash_seed)
        assert contents(folder / "output") == contents(made / "output")


@needs_pagefind
def test_an_unchanged_site_does_not_ask_pagefind_again(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    built(folder)
    before = contents(folder / "output")
    built(folder, PYTHONPATH=other_pagefind(tmp_path, SLOW))
    assert contents(folder / "output") == before


@needs_pagefind
def test_the_preview_takes_the_last_index_and_the_next_build_is_up_to_date(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    built(folder)
    (folder / "content/articles/new.md").write_text(
        ARTICLE.format(title="New", day="2026-05-01", more="", advice="Go", text="x"), "utf-8"
    )
    built(folder, DRAFTS, PYTHONPATH=other_pagefind(tmp_path, SLOW))
    assert "/articles/new/" not in [each["url"] for each in found_in(folder)]
    assert "New" in page(folder).main.get_text()
    built(folder)
    assert "/articles/new/" in [each["url"] for each in found_in(folder)]


def test_the_page_lists_all_titles_and_leads_to_the_strategies(made: Path) -> None:
    links = {link.get_text(): link["href"] for link in page(made).select(".search-panel-all a")}
    assert links["Hills"] == "/walks/articles/hills/"
    assert links[HOSTILE] == "/walks/articles/hostile/"
    assert links["Before the walk"] == "/walks/checklists/walk/"
    assert [url for name, url in links.items() if "strategies" in name] == ["/walks/strategies/"]


def test_the_form_asks_this_very_page_by_get(made: Path) -> None:
    form = page(made).main.find("form", role="search")
    assert (form["action"], form["method"]) == ("/walks/search/", "get")
    field = form.find("input", type="search", attrs={"name": "q"})
    assert form.find("label", attrs={"for": field["id"]}).get_text() == "Search"


def test_the_missing_page_offers_to_search_and_knows_all_addresses(made: Path) -> None:
    soup = page(made, "404.html")
    assert soup.main.find("form", role="search")["action"] == "/walks/search/"
    addresses = made / "output" / soup.find("nearest-addresses")["data-addresses"].removeprefix("/walks/")
    assert ["articles/hostile/", HOSTILE] in json.loads(addresses.read_text("utf-8"))
    for script in soup.main.find_all("script", src=True):
        assert (made / "output" / script["src"].removeprefix("/walks/")).is_file()


def test_a_machine_without_pagefind_builds_the_site_with_one_warning(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    found = run(folder, BUILD, PYTHONPATH=other_pagefind(tmp_path, MISSING))
    assert found.status == 0
    assert [line for line in found.lines if "Pagefind" in line] == [
        "warning: there is no Pagefind for this machine, so the search page finds titles only. "
        "Build the site for publishing where pip can install pagefind-bin."
    ]
    assert "data-index" not in page(folder).find("site-search").attrs
    assert "Hills" in page(folder).main.get_text()
    assert list((folder / "output/theme").glob("pagefind.*")) == []


def test_a_pagefind_that_takes_too_long_is_ended_with_one_warning(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    settings(folder, "SEARCH_TIMEOUT = 1\n")
    found = run(folder, BUILD, PYTHONPATH=other_pagefind(tmp_path, SLOW))
    assert found.status == 0
    assert [line for line in found.lines if "Pagefind" in line] == [
        "warning: Pagefind took longer than 1 seconds, so the search page finds titles only. Build again."
    ]
    assert "Traceback" not in found.err


@needs_pagefind
def test_a_site_without_articles_has_a_search_page(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {})
    shutil.rmtree(folder / "content")
    (folder / "content").mkdir()
    built(folder)
    assert "There is nothing to find yet." in page(folder).main.get_text()
    assert "data-index" not in page(folder).find("site-search").attrs


@needs_pagefind
def test_articles_of_rubbish_do_not_stop_the_index(tmp_path: Path) -> None:
    rubbish = (
        "</body></html><!-- <textarea> \u202e\u200b\ufeff \U0001f9d1\u200d\U0001f680 你好 "
        + "<b>" * 200
        + "&#0; &amp;amp; <h2 id='x'>"
        + "é" * 5000
    )
    files = {"articles/rubbish.md": f"---\ntitle: 🙂\nslug: rubbish\ndate: 2026-01-01\n---\n\n{rubbish}\n"}
    folder = site(tmp_path / "site", FILES | files)
    assert run(folder, BUILD).status == 0
    assert {"/articles/rubbish/", "/articles/hills/"} <= {each["url"] for each in found_in(folder)}


def test_without_a_path_there_is_no_search(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {})
    settings(folder, 'SEARCH_SAVE_AS = ""\n')
    built(folder)
    assert not (folder / "output/search").exists()
    assert page(folder, "404.html").main.find("form", role="search") is None
    assert list((folder / "output/theme").glob("pagefind.*")) == []


def test_an_article_at_the_address_of_the_page_is_told(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {"pages/search.md": "---\ntitle: Search\n---\nHere.\n"})
    found = run(folder, BUILD)
    assert found.status == 1
    assert "content/pages/search.md:1:1" in found.err
    assert "Traceback" not in found.err


@needs_pagefind
def test_another_site_needs_nothing_but_this_plugin(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/hills.md").write_text(
        "Title: <i>Hills</i>\nDate: 2026-01-01\n\n## Water\n\nTwo bottles.\n", "utf-8"
    )
    (tmp_path / "content/secret.md").write_text("Title: Secret\nDate: 2026-01-01\nStatus: draft\n\nHush.\n", "utf-8")
    named = {"PATH": "content", "THEME": "simple", "PLUGINS": ["search"], "SITEURL": "https://example.org/walks"}
    given = named | {"SITENAME": "Walks", "TIMEZONE": "UTC", "LOAD_CONTENT_CACHE": False}
    (tmp_path / "plain.py").write_text("".join(f"{name} = {value!r}\n" for name, value in given.items()), "utf-8")
    found = run(tmp_path, "pelican -s plain.py")
    assert (found.status, "Traceback" in found.err) == (0, False), found.err
    assert [(each["url"], each["meta"]["title"]) for each in found_in(tmp_path)] == [("/hills.html", "<i>Hills</i>")]
    assert [link["href"] for link in page(tmp_path).select(".search-panel-all a")] == [
        "https://example.org/walks/hills.html"
    ]
