"""Checklists in a whole site: pages, embeds, documents, feeds, the lock."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pelican import Pelican
from pelican.settings import read_settings

from bench import ticking
from tests.feeds import rules_rss
from tests.pelican_signals import isolated_signals
from tests.site.sites import Built, new_site, run

BUILD = "python -m press --content content --output output --siteurl https://example.org/walks"
EVENT = """\
title: Before a walk
summary: What to do at home.
updated: 2026-04-01
article: the-walk
intro: See [the walk]({filename}/articles/2026-04-02-the-walk.md).
items:
  - text: Look at the weather
    why: Rain & <b>wind</b>
    links: [/articles/the-walk/, /checklists/, /strategies/, /feeds/]
  - Pack a map
"""
WALK = """\
---
title: The Walk
date: 2026-04-02
---

Before you go:

[checklist: walk]

## On the way

- [ ] Look *up* {: #look }
- [x] Breathe deeply and slowly

And once more:

[checklist: walk]
"""
FILES = {
    "checklists/walk.yml": EVENT,
    "checklists/secret.yml": "title: Secret\nstatus: draft\nitems: [Nothing yet]\n",
    "articles/2026-04-02-the-walk.md": WALK,
}


def site(folder: Path, files: dict[str, str]) -> Path:
    made = new_site(folder)
    for name, text in files.items():
        path = made / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return made


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = site(tmp_path_factory.mktemp("lists") / "site", FILES)
    built = run(folder, BUILD)
    assert (built.status, built.err) == (0, "")
    return folder / "output"


def soup(made: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((made / path).read_text("utf-8"), "html.parser")


def test_a_list_has_a_page_with_a_labelled_box_for_each_task(made: Path) -> None:
    page = soup(made, "checklists/walk/index.html")
    boxes = page.select("check-list label > input[type=checkbox]")
    assert [box["name"] for box in boxes] == ["look-at-the-weather", "pack-a-map"]
    assert page.select_one("li#pack-a-map") is not None
    assert page.select_one("summary input") is None


def test_the_intro_may_link_to_articles_by_their_files(made: Path) -> None:
    page = soup(made, "checklists/walk/index.html")
    assert page.select_one('a[href="/walks/articles/the-walk/"]') is not None


def test_an_article_shows_its_lists_with_the_same_names_and_other_anchors(made: Path) -> None:
    page = soup(made, "articles/the-walk/index.html")
    first, tasks, second = page.select("check-list")
    assert [each["data-list"] for each in (first, tasks, second)] == ["walk", "tasks-the-walk", "walk"]
    assert first.select_one('input[name="pack-a-map"]') is not None
    assert first.select_one('[id="check:walk:pack-a-map"]') is not None
    assert second.select_one("li[id]") is None


def test_a_task_list_can_be_ticked_like_any_other(made: Path) -> None:
    tasks = soup(made, "articles/the-walk/index.html").select("check-list")[1]
    assert [box["name"] for box in tasks.select("input")] == ["look", "breathe-deeply-and-slowly"]
    assert [box.has_attr("checked") for box in tasks.select("input")] == [False, True]
    assert tasks["data-prefix"] == "check:tasks-the-walk:"


def test_the_element_is_named_once_for_all_lists_of_a_page_and_is_there(made: Path) -> None:
    scripts = {str(each["src"]) for each in soup(made, "articles/the-walk/index.html").select("script[src]")}
    assert len(scripts) == 1
    assert (made / scripts.pop().removeprefix("/walks/")).is_file()


def test_a_draft_is_nowhere_in_a_published_site(made: Path) -> None:
    for path in made.rglob("*"):
        if path.is_file():
            assert b"Nothing yet" not in path.read_bytes(), path


def test_the_preview_shows_drafts(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    assert run(folder, f"{BUILD} --drafts").status == 0
    assert "Nothing yet" in (folder / "output/checklists/secret/index.html").read_text("utf-8")
    index = json.loads((folder / "output/checklists.json").read_text("utf-8"))
    assert [each["id"] for each in index["checklists"]] == ["walk"]


def test_what_the_page_says_to_search_engines_is_what_it_shows(made: Path) -> None:
    page = soup(made, "checklists/walk/index.html")
    found = page.select_one('script[type="application/ld+json"]')
    assert found is not None
    data = json.loads(found.get_text())
    shown = [each.get_text() for each in page.select("check-list .check-item-text")]
    assert [each["name"] for each in data["itemListElement"]] == shown
    for each in data["itemListElement"]:
        assert page.find(id=each["url"].partition("#")[2]) is not None


def test_no_text_can_end_the_data_for_search_engines(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {"checklists/x.yml": 'title: "</script><b>&"\nitems: ["<!-- </script>"]\n'})
    assert run(folder, BUILD).status == 0
    page = soup(folder / "output", "checklists/x/index.html")
    found = page.select_one('script[type="application/ld+json"]')
    assert found is not None
    assert json.loads(found.get_text())["name"] == "</script><b>&"
    assert page.find("b") is None


def test_feeds_have_lists_without_boxes(made: Path) -> None:
    text = (made / "feeds/rss.xml").read_text("utf-8")
    item = next(part for part in text.split("<item>") if "<title>The Walk</title>" in part)
    content = unescape(item)
    assert "☐ Pack a map" in content
    assert "☐ Look <em>up</em>" in content
    assert "<input" not in content
    assert "check-list" not in content


def test_lists_that_changed_have_a_feed(made: Path) -> None:
    text = (made / "checklists/rss.xml").read_text("utf-8")
    assert rules_rss.check(text, "https://example.org/walks/checklists/rss.xml") == []
    assert re.findall("<link>(.*?)</link>", text) == [
        "https://example.org/walks/checklists/",
        "https://example.org/walks/checklists/walk/",
    ]


def test_the_sitemap_has_lists(made: Path) -> None:
    assert "https://example.org/walks/checklists/walk/" in (made / "sitemap.xml").read_text("utf-8")


def test_the_longest_list_is_a_light_page(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {"checklists/big.yml": ticking.yaml()})
    assert run(folder, BUILD).status == 0
    page = (folder / "output/checklists/big/index.html").read_bytes()
    assert page.count(b'type="checkbox"') == ticking.ITEMS == 259
    assert len(gzip.compress(page, 9)) < 100_000


# --- the lock --------------------------------------------------------------------------------------------


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = site(tmp_path / "site", FILES)
    built = run(folder, f"{BUILD} --publish", CI="")
    assert (built.status, built.err) == (0, "")
    return folder


def lock(folder: Path) -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = json.loads(
        (folder / "content/checklists.lock.json").read_text("utf-8")
    )["checklists"]
    return found


def test_publishing_gives_every_item_its_number_for_good(published: Path) -> None:
    numbers = {id: {item: entry["ordinal"] for item, entry in items.items()} for id, items in lock(published).items()}
    assert numbers == {
        "walk": {"look-at-the-weather": 0, "pack-a-map": 1},
        "tasks-the-walk": {"look": 0, "breathe-deeply-and-slowly": 1},
    }
    document = json.loads((published / "output/checklists/walk.json").read_text("utf-8"))
    assert [each["ordinal"] for each in document["sections"][0]["items"]] == [0, 1]


def test_a_build_that_is_not_published_leaves_the_lock_alone(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    assert run(folder, BUILD).status == 0
    assert not (folder / "content/checklists.lock.json").exists()


def test_a_site_with_an_error_does_not_publish_its_ids(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES | {"checklists/bad.yml": "titel: Bad\nitems: [a]\n"})
    assert run(folder, f"{BUILD} --publish", CI="").status == 1
    assert not (folder / "content/checklists.lock.json").exists()


def refused(folder: Path, *lines: str, **environment: str) -> Built:
    before = {path: path.read_bytes() for path in (folder / "output").rglob("*") if path.is_file()}
    built = run(folder, f"{BUILD}", **environment)
    assert built.status == 1
    assert built.lines[:-1] == list(lines)
    assert before == {path: path.read_bytes() for path in (folder / "output").rglob("*") if path.is_file()}
    return built


def test_a_reworded_item_is_told_at_its_line_until_it_says_what_it_was(published: Path) -> None:
    path = published / "content/checklists/walk.yml"
    edit(path, "- Pack a map", "- Pack your map")
    refused(
        published,
        'content/checklists/walk.yml:10:5: the text changed, so its id would change from "pack-a-map" to '
        '"pack-your-map". Add id: pack-a-map (make checklists-fix does it), or was: pack-a-map to have the new id.',
    )
    edit(path, "- Pack your map", "- text: Pack your map\n    was: pack-a-map")
    assert run(published, BUILD, CI="").status == 0
    page = soup(published / "output", "checklists/walk/index.html")
    element = page.select_one("check-list")
    assert element is not None
    assert json.loads(str(element["data-ancestry"])) == {"pack-your-map": ["pack-a-map"]}
    assert page.select_one("li#pack-your-map > span#pack-a-map") is not None


def test_a_reworded_task_of_an_article_is_told_at_its_line(published: Path) -> None:
    edit(published / "content/articles/2026-04-02-the-walk.md", "- [x] Breathe deeply", "- [x] Breathe very deeply")
    refused(
        published,
        "content/articles/2026-04-02-the-walk.md:13:3: the text changed, so its id would change from "
        '"breathe-deeply-and-slowly" to "breathe-very-deeply-and-slowly". Add {: #breathe-deeply-and-slowly } '
        '(make checklists-fix does it), or {: #breathe-very-deeply-and-slowly was="breathe-deeply-and-slowly" } '
        "to have the new id.",
    )


def test_on_ci_a_lock_that_is_behind_is_an_error(published: Path) -> None:
    edit(published / "content/checklists/walk.yml", "  - Pack a map", "  - Pack a map\n  - Tell somebody")
    assert run(published, BUILD, CI="").status == 0
    refused(
        published,
        "content/checklists.lock.json:1:1: the lock does not know all that is published. "
        "Run make checklists-fix and commit this file.",
        CI="true",
    )


def test_on_ci_a_site_without_a_lock_builds_and_does_not_go_out(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    assert run(folder, BUILD, CI="true").status == 0
    assert run(folder, f"{BUILD} --publish", CI="true").status == 1


def test_what_a_draft_says_may_change_freely(published: Path) -> None:
    path = published / "content/checklists/secret.yml"
    path.write_text(path.read_text("utf-8").replace("Nothing yet", "Still nothing"), "utf-8")
    assert run(published, BUILD, CI="true").status == 0
    assert "secret" not in lock(published)


def test_items_of_one_text_do_not_go_out_without_ids(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", {"checklists/x.yml": "title: X\nitems:\n  - Rest\n  - Go\n  - Rest\n"})
    assert run(folder, BUILD).status == 0
    built = run(folder, f"{BUILD} --publish", CI="")
    assert [line for line in built.lines[:-1] if "warning: " not in line] == [
        'content/checklists/x.yml:5:5: "Rest" stands in line 3 too, so their ticks would change places with them. '
        "Give each an id: id: rest there, id: rest-2 here (make checklists-fix does it)."
    ]


def test_an_article_that_changes_its_address_keeps_its_task_list(published: Path) -> None:
    path = published / "content/articles/2026-04-02-the-walk.md"
    edit(path, "title: The Walk\n", "title: The Walk\nslug: a-walk\n")
    edit(published / "content/checklists/walk.yml", "article: the-walk", "article: a-walk")
    edit(published / "content/checklists/walk.yml", "/articles/the-walk/", "/articles/a-walk/")
    built = refused(
        published,
        'content/checklists.lock.json:4:5: the checklist "tasks-the-walk" was published and is gone. '
        "content/articles/2026-04-02-the-walk.md seems to replace it: add checklist_id: tasks-the-walk to its front "
        "matter. If it does not, retire it: make checklists-fix RETIRE=tasks-the-walk.",
    )
    edit(path, "slug: a-walk\n", "slug: a-walk\nchecklist_id: tasks-the-walk\n")
    assert (built.status, run(published, BUILD).status) == (1, 0)
    page = soup(published / "output", "articles/a-walk/index.html")
    assert page.select("check-list")[1]["data-list"] == "tasks-the-walk"


def test_an_article_may_go_back_to_draft_and_come_again(published: Path) -> None:
    path = published / "content/articles/2026-04-02-the-walk.md"
    edit(path, "title: The Walk\n", "title: The Walk\npublished: false\n")
    edit(published / "content/checklists/walk.yml", "article: the-walk\n", "")
    edit(published / "content/checklists/walk.yml", "/articles/the-walk/, ", "")
    edit(published / "content/checklists/walk.yml", "[the walk]({filename}/articles/2026-04-02-the-walk.md)", "it")
    built = run(published, f"{BUILD} --publish", CI="")
    assert (built.status, len(built.lines)) == (0, 2)
    assert "warning: " in built.lines[0]
    edit(path, "published: false\n", "")
    assert run(published, f"{BUILD} --publish", CI="").err == ""


def test_translations_and_pages_have_task_lists_of_their_own(tmp_path: Path) -> None:
    text = "---\ntitle: Walk\ndate: 2026-04-01\nslug: walk\nlang: {}\n---\n\n- [ ] Go\n"
    files = {
        "articles/walk.md": text.format("en"),
        "articles/weg.md": text.format("de"),
        "pages/walk.md": text.format("en"),
    }
    folder = site(tmp_path / "site", files)
    assert run(folder, BUILD).err == ""
    ids = {
        str(each["data-list"])
        for path in (folder / "output").rglob("*.html")
        for each in BeautifulSoup(path.read_text("utf-8"), "html.parser").select("check-list")
    }
    assert ids == {"tasks-walk", "tasks-walk-de", "tasks-page-walk"}


def test_a_list_with_an_error_is_not_called_missing_where_it_is_shown(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES | {"checklists/walk.yml": "titel: Walk\nitems: [Go]\n"})
    assert run(folder, BUILD).lines[:-1] == [
        'content/checklists/walk.yml:1:1: unknown key "titel". Did you mean "title"?'
    ]


def test_a_site_without_an_id_is_told_that_ticks_may_mix(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FILES)
    edit(folder / "pelican.conf.py", 'SITE_ID = "', 'SITE_ID = "" and "')
    (line, _) = run(folder, BUILD).lines
    assert "warning: there is no SITE_ID, so readers' ticks may mix" in line


# --- elsewhere -------------------------------------------------------------------------------------------


def test_another_site_with_another_theme_has_pages_and_embeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site(tmp_path / "site", FILES)
    monkeypatch.chdir(folder)
    (folder / "content/articles/2026-04-02-the-walk.md").write_text(
        "Title: The Walk\nDate: 2026-04-02\n\nBefore:\n\n[checklist: walk]\n", "utf-8"
    )
    (folder / "content/checklists/walk.yml").write_text("title: Walk\nitems: [Pack a map]\n", "utf-8")
    given = {
        "PATH": str(folder / "content"),
        "ARTICLE_PATHS": ["articles"],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "OUTPUT_PATH": str(folder / "stock"),
        "THEME": "simple",
        "PLUGINS": ["checklists"],
        "SITE_ID": "other",
        "SITEURL": "",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "JINJA_ENVIRONMENT": {"autoescape": False},
    }
    for other in (folder / "content/articles").glob("*"):
        if "the-walk" not in other.name:
            other.unlink()
    with isolated_signals():
        Pelican(read_settings(override=given)).run()
    page = soup(folder / "stock", "checklists/walk/index.html")
    assert page.select_one('check-list[data-site="other"] input[name="pack-a-map"]') is not None
    article = soup(folder / "stock", "the-walk.html")
    assert article.select_one('check-list[data-embed] input[name="pack-a-map"]') is not None
    script = article.select_one("script[src]")
    assert script is not None
    assert (folder / "stock" / str(script["src"]).lstrip("/")).is_file()
