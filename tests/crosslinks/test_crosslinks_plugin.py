"""Strategies and checklists tied together, in whole sites."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pelican import Pelican
from pelican.settings import read_settings

from tests.pelican_signals import isolated_signals
from tests.site.links import Site, dead_links
from tests.site.pages import faults
from tests.site.sites import new_site, run

URL = "https://example.org/walks"
BUILD = f"python -m press --content content --output output --siteurl {URL}"
FIX = "python -m checklists.fix --content content"
TALK = """\
---
title: Ways to <b>talk</b>
date: 2026-04-02
toc: true
---

Words.

## Ways to begin

### Prepare *Two* Answers

Say them aloud. Then again.

### Ask a Question & <i>Wait</i>

One is enough.

### Leave Early

Say goodbye.

## Ways to end

1. **Thank somebody:** for one thing.
2. **Write it down:** three lines.
3. **Go home:** on foot.
"""
REST = """\
Ways to rest
############

:date: 2026-04-03

Ways to sit
===========

Find a bench
------------

In the shade.

Leave Early
-----------

By the back door.
"""
WALK = """\
title: Walk & <i>talk</i>
article: packing
items:
  - text: Say <b>both</b> answers
    strategy: ways-to-talk--prepare-two-answers
  - text: Thank the guide
    strategy: thank-somebody
  - text: Sit down
    strategy: ways-to-rest--find-a-bench
    items:
      - text: Take a question along
        strategy: ways-to-talk--prepare-two-answers
  - Pack a map
"""
SHOWN = """\
---
title: A list
date: 2026-04-04
---

[checklist: walk]
"""
FILES = {
    "articles/ways-to-talk.md": TALK,
    "articles/rest.rst": REST,
    "articles/shown.md": SHOWN,
    "checklists/walk.yml": WALK,
}


def site(folder: Path, files: dict[str, str]) -> Path:
    made = new_site(folder)
    for name, text in files.items():
        path = made / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = site(tmp_path_factory.mktemp("links") / "site", FILES)
    built = run(folder, BUILD)
    assert (built.status, built.err) == (0, "")
    return Site(folder / "output", URL)


def soup(made: Site, path: str) -> BeautifulSoup:
    return BeautifulSoup(made.text(path), "html.parser")


TALK_PAGE = "articles/ways-to-talk/index.html"


def test_every_link_leads_somewhere_and_every_id_is_there_once(made: Site) -> None:
    assert dead_links(made) == []
    assert {path: found for path, page in made.pages.items() if (found := faults(page))} == {}


# --- from the article to its checklists ----------------------------------------------------------------------


def test_a_strategy_shows_the_items_that_practise_it(made: Site) -> None:
    page = soup(made, TALK_PAGE)
    line = page.select_one("#prepare-two-answers + .practise")
    assert line is not None
    assert [(each["href"], each.get_text()) for each in line.select("a")] == [
        ("/walks/checklists/walk/#say-b-both-b-answers", "Say <b>both</b> answers"),
        ("/walks/checklists/walk/#take-a-question-along", "Take a question along"),
    ]
    assert page.select_one("#leave-early + .practise") is None


def test_a_strategy_in_a_list_item_shows_them_below_its_words(made: Site) -> None:
    item = soup(made, TALK_PAGE).select_one(".prose li#thank-somebody")
    assert item is not None
    assert item.find_all(recursive=False)[-1].get_text(" ", strip=True) == "Practise it: Thank the guide"


def test_an_article_in_another_markup_shows_them_as_well(made: Site) -> None:
    section = soup(made, "articles/ways-to-rest/index.html").select_one("#find-a-bench")
    assert section is not None
    assert [each["href"] for each in section.select(".practise a")] == ["/walks/checklists/walk/#sit-down"]


def test_titles_are_links_to_themselves(made: Site) -> None:
    page = soup(made, TALK_PAGE)
    assert [each["href"] for each in page.select(".prose .permalink")] == [
        "#ways-to-begin",
        "#prepare-two-answers",
        "#ask-a-question-and-wait",
        "#leave-early",
        "#ways-to-end",
        "#thank-somebody",
        "#write-it-down",
        "#go-home",
    ]
    for link in page.select(".prose .permalink"):
        title = link.find_parent(["h2", "h3", "strong"])
        assert title is not None
        assert title.get_text() == link.get_text()  # it is no other name than the title's


def test_headings_of_a_page_are_links_too(tmp_path: Path) -> None:
    page_file = "---\ntitle: How we walk\n---\n\n## In *rain*\n\nSlowly.\n\n#### At night\n\nNever.\n"
    folder = site(tmp_path / "site", {"articles/ways-to-talk.md": TALK, "pages/how.md": page_file})
    assert run(folder, BUILD).err == ""
    found = soup(Site(folder / "output", URL), "how/index.html").select(".prose .permalink")
    assert [str(each) for each in found] == ['<a class="permalink" href="#in-rain">In <em>rain</em></a>']


def test_contents_name_headings_as_they_were_written(made: Site) -> None:
    found = [each.get_text() for each in soup(made, TALK_PAGE).select(".contents a")]
    assert found[:3] == ["Ways to begin", "Prepare Two Answers", "Ask a Question & Wait"]


def test_feeds_have_the_article_as_it_was_written(made: Site) -> None:
    item = next(part for part in made.text("feeds/rss.xml").split("<item>") if "Thank somebody" in part)
    content = unescape(item)
    assert '<h3 id="leave-early">Leave Early</h3>' in content
    for word in ("permalink", "Practise it", "check-list", "Do it"):
        assert word not in content


def test_an_article_says_how_much_there_is_to_do(made: Site) -> None:
    said = soup(made, TALK_PAGE).select_one(".article-head .advice")
    assert said is not None
    assert said.get_text(" ", strip=True) == "6 strategies 1 checklist: Walk & <i>talk</i>"
    assert [each["href"] for each in said.select("a")] == ["#page:guide", "/walks/checklists/walk/"]


def test_an_article_without_strategies_says_which_lists_are_its_own(made: Site) -> None:
    page = soup(made, "articles/packing/index.html")
    assert [each.get_text(" ", strip=True) for each in page.select(".advice")] == ["1 checklist: Walk & <i>talk</i>"]
    assert page.select(".permalink, .practise, .guide") == []
    assert soup(made, "articles/shown/index.html").select(".advice, .guide") == []


# --- from the checklist to its articles ----------------------------------------------------------------------


@pytest.mark.parametrize("path", ["checklists/walk/index.html", "articles/shown/index.html"])
def test_an_item_leads_to_its_strategy_on_its_page_and_where_it_is_shown(made: Site, path: str) -> None:
    found = soup(made, path).select(".check-item-strategy")
    assert [(each.a["href"], each.get_text()) for each in found if each.a] == [
        ("/walks/articles/ways-to-talk/#prepare-two-answers", "From: Prepare Two Answers"),
        ("/walks/articles/ways-to-talk/#thank-somebody", "From: Thank somebody"),
        ("/walks/articles/ways-to-rest/#find-a-bench", "From: Find a bench"),
        ("/walks/articles/ways-to-talk/#prepare-two-answers", "From: Prepare Two Answers"),
    ]


def test_other_programs_are_told_as_well(made: Site) -> None:
    items = json.loads(made.text("checklists/walk.json"))["sections"][0]["items"]
    assert items[0]["strategy"] == {
        "id": "ways-to-talk--prepare-two-answers",
        "title": "Prepare Two Answers",
        "url": f"{URL}/articles/ways-to-talk/#prepare-two-answers",
    }


# --- the article as a checklist ------------------------------------------------------------------------------


def test_an_article_ends_in_its_strategies_to_be_ticked(made: Site) -> None:
    guide = soup(made, TALK_PAGE).select_one("main > article + .guide")
    assert guide is not None
    assert guide.h2 is not None
    assert guide.h2.get_text() == "Do it. 6 strategies as a checklist"
    assert [(each.get("id"), each["data-item"]) for each in guide.select("li")][:2] == [
        ("check:guide-ways-to-talk:prepare-two-answers", "prepare-two-answers"),
        ("check:guide-ways-to-talk:ask-a-question-and-wait", "ask-a-question-and-wait"),
    ]
    assert "Ask a Question & Wait" in [each.get_text() for each in guide.select(".check-item-text")]
    links = [str(each["href"]) for each in guide.select(".check-item-strategy a")]
    assert links[0] == "/walks/articles/ways-to-talk/#prepare-two-answers"
    assert len(links) == 6


def test_its_record_and_its_links_are_those_of_the_article(made: Site) -> None:
    element = soup(made, TALK_PAGE).select_one(".guide check-list")
    assert element is not None
    assert element["data-list"] == "guide-ways-to-talk"
    assert element["data-url"] == "/walks/articles/ways-to-talk/"
    assert element["data-prefix"] == "check:guide-ways-to-talk:"
    assert element["data-title"] == "Ways to <b>talk</b>"


def test_two_strategies_are_no_list(made: Site) -> None:
    page = soup(made, "articles/ways-to-rest/index.html")
    assert page.select(".guide") == []
    assert next(each.get_text(" ", strip=True) for each in page.select(".advice-part")) == "2 strategies"


def test_it_is_no_checklist_of_the_site(made: Site) -> None:
    for path in made.files:
        if path.startswith(("checklists", "feeds", "sitemap")):
            assert "guide-ways-to-talk" not in made.text(path), path


@pytest.mark.parametrize("said", ["strategies: none", "as_checklist: no"])
def test_an_article_can_do_without(tmp_path: Path, said: str) -> None:
    text = TALK.replace("date: 2026-04-02", f"date: 2026-04-02\n{said}")
    folder = site(tmp_path / "site", {"articles/ways-to-talk.md": text})
    built = run(folder, BUILD)
    assert (built.status, built.err) == (0, "")
    page = soup(Site(folder / "output", URL), TALK_PAGE)
    assert page.select(".guide, check-list") == []
    assert bool(page.select(".plate")) is (said == "as_checklist: no")


# --- what is wrong -------------------------------------------------------------------------------------------


def test_a_strategy_that_there_is_not_is_told_and_nothing_goes_out(tmp_path: Path) -> None:
    wrong = WALK.replace("strategy: thank-somebody", "strategy: thank-sombody").replace(
        "ways-to-rest--", "way-to-rest--"
    )
    folder = site(tmp_path / "site", FILES | {"checklists/walk.yml": wrong})
    built = run(folder, BUILD)
    assert built.status == 1
    assert built.lines[:-1] == [
        'content/checklists/walk.yml:7:15: no strategy is called "thank-sombody". Did you mean "thank-somebody"?',
        'content/checklists/walk.yml:9:15: no strategy is called "way-to-rest--find-a-bench". '
        'Did you mean "ways-to-rest--find-a-bench"?',
    ]
    assert not (folder / "output").exists()


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = site(tmp_path / "site", FILES)
    built = run(folder, f"{BUILD} --publish", CI="")
    assert (built.status, built.err) == (0, "")
    return folder


RENAMED = (
    'content/articles/ways-to-talk.md:1:1: the heading "Leave Very Early" seems to be "Leave Early", whose id was '
    "published. Give it that id, {: #leave-early } behind its text; if it is another one, "
    "run make checklists-fix RETIRE=guide-ways-to-talk/leave-early."
)


def test_a_published_heading_keeps_its_id_or_is_told(published: Path) -> None:
    lock = json.loads((published / "content/checklists.lock.json").read_text("utf-8"))["checklists"]
    assert lock["guide-ways-to-talk"]["leave-early"]["ordinal"] == 2
    path = published / "content/articles/ways-to-talk.md"
    path.write_text(TALK.replace("### Leave Early", "### Leave Very Early"), "utf-8")
    built = run(published, BUILD)
    assert (built.status, built.lines[:-1]) == (1, [RENAMED])
    path.write_text(TALK.replace("### Leave Early", "### Leave Very Early {: #leave-early }"), "utf-8")
    assert run(published, BUILD).status == 0


def test_what_writes_ids_leaves_headings_to_their_author(published: Path) -> None:
    before = (published / "content/checklists.lock.json").read_text("utf-8")
    assert run(published, FIX).status == 0
    assert (published / "content/checklists.lock.json").read_text("utf-8") == before
    path = published / "content/articles/ways-to-talk.md"
    text = TALK.replace("### Leave Early", "### Leave Very Early")
    path.write_text(text, "utf-8")
    fixed = run(published, FIX)
    assert (fixed.status, fixed.out, fixed.lines) == (1, "", [RENAMED])
    assert path.read_text("utf-8") == text


def test_a_heading_that_is_gone_can_be_retired(published: Path) -> None:
    path = published / "content/articles/ways-to-talk.md"
    path.write_text(re.sub(r"### Leave Early\n\nSay goodbye.\n", "", TALK), "utf-8")
    assert run(published, BUILD).status == 1
    assert run(published, f"{FIX} --retire guide-ways-to-talk/leave-early").status == 0
    assert run(published, BUILD).status == 0


def lock_of(folder: Path, name: str) -> dict[str, str]:
    """The texts of a published list by their ids."""
    lock = json.loads((folder / "content/checklists.lock.json").read_text("utf-8"))["checklists"]
    return {id: entry["text"] for id, entry in lock[name].items()}


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The article without a checklist that names its strategies, published."""
    folder = site(tmp_path / "site", {"articles/ways-to-talk.md": TALK})
    assert run(folder, f"{BUILD} --publish", CI="").err == ""
    return folder


def test_an_article_that_changes_its_address_keeps_its_checklist(alone: Path) -> None:
    path = alone / "content/articles/ways-to-talk.md"
    path.write_text(TALK.replace("toc: true", "slug: talking"), "utf-8")
    built = run(alone, BUILD)
    assert (built.status, len(built.lines)) == (1, 2)
    assert re.fullmatch(
        'content/checklists.lock.json:\\d+:5: the checklist "guide-ways-to-talk" was published and is gone. '
        "content/articles/ways-to-talk.md seems to replace it: add guide_id: guide-ways-to-talk to its front matter. "
        "If it does not, retire it: make checklists-fix RETIRE=guide-ways-to-talk.",
        built.lines[0],
    )
    path.write_text(TALK.replace("toc: true", "slug: talking\nguide_id: guide-ways-to-talk"), "utf-8")
    assert run(alone, BUILD).err == ""
    element = soup(Site(alone / "output", URL), "articles/talking/index.html").select_one(".guide check-list")
    assert element is not None
    assert element["data-list"] == "guide-ways-to-talk"


def test_of_two_lists_with_one_id_the_new_one_gets_another(published: Path) -> None:
    """A checklist's file comes that has the name of an article's list: what is told mends it."""
    lists = published / "content/checklists"
    (lists / "guide-ways-to-talk.yml").write_text("title: Guide\nitems:\n  - Listen\n", "utf-8")
    built = run(published, BUILD)
    assert (built.status, built.lines[0]) == (
        1,
        'content/articles/ways-to-talk.md:1:1: two checklists have the id "guide-ways-to-talk", the first in '
        "content/checklists/guide-ways-to-talk.yml:1. Give one of them another id, the one that was not published "
        "yet: guide_id: guide-ways-to-talk-2 in the front matter of this article, or a new name for the other file.",
    )
    (lists / "guide-ways-to-talk.yml").rename(lists / "guide.yml")
    built = run(published, BUILD, CI="")  # where the lock may be behind what is written
    assert (built.status, built.lines) == (0, [])


LONG = "Ask for one small thing that they can give you without thinking about it"
SWAPPED = {
    "swap.md": "---\ntitle: Swap\ndate: 2026-04-05\n---\n\n## Tips\n\n{}",
    "swap.html": '<head><title>Swap</title><meta name="date" content="2026-04-05"></head><body><h2>Tips</h2>{}</body>',
    "swap.rst": "Swap\n####\n\n:date: 2026-04-05\n\nTips\n====\n\n{}",
}
HEADING = {
    "swap.md": "### {0}\n\nText.\n\n",
    "swap.html": "<h3>{0}</h3><p>Text.</p>",
    "swap.rst": "{0}\n{1}\n\nText.\n\n",
}


@pytest.mark.parametrize("name", SWAPPED)
def test_headings_that_change_places_keep_their_ticks(name: str, tmp_path: Path) -> None:
    titles = [f"{LONG} twice", f"{LONG} thrice", "Don't rush", "Find a bench", "喝水"]

    def text(titles: list[str]) -> str:
        return SWAPPED[name].format("".join(HEADING[name].format(each, "-" * 2 * len(each)) for each in titles))

    folder = site(tmp_path / "site", {f"articles/{name}": text(titles)})
    assert run(folder, f"{BUILD} --publish", CI="").err == ""
    before = lock_of(folder, "guide-swap")
    (folder / f"content/articles/{name}").write_text(text(titles[::-1]), "utf-8")
    assert run(folder, f"{BUILD} --publish", CI="").err == ""
    assert lock_of(folder, "guide-swap") == before
    page = soup(Site(folder / "output", URL), "articles/swap/index.html")
    shown = {str(each["data-item"]): str(each.select_one(".check-item-text")) for each in page.select(".guide li")}
    assert len(shown) == 5
    for id, words in before.items():
        assert re.sub("['’]", "", words) in re.sub("['’]", "", shown[id])


def test_an_odd_id_is_written_as_addresses_have_it(tmp_path: Path) -> None:
    html = (
        '<html><head><title>Odd</title><meta name="date" content="2026-04-05"></head><body><h2>Tips</h2>'
        "<h3 id='Ü y'>Carry water</h3><p>x</p><h3 id='&quot;>'>Look around</h3><p>x</p><h3>Leave early</h3><p>x</p>"
        "</body></html>"
    )
    folder = site(tmp_path / "site", {"articles/odd.html": html})
    assert run(folder, BUILD).err == ""
    made = Site(folder / "output", URL)
    page = soup(made, "articles/odd/index.html")
    expected = ["#%C3%9C%20y", "#%22%3E", "#leave-early"]
    assert [each["href"] for each in page.select(".permalink")] == ["#tips", *expected]
    links = [str(each["href"]) for each in page.select(".check-item-strategy a")]
    assert [f"#{link.partition('#')[2]}" for link in links] == expected
    told = json.loads(made.text("strategies.json"))["strategies"]
    assert {each["url"].partition("#")[2] for each in told} >= {"%C3%9C%20y", "%22%3E"}
    assert {each["sources"][0]["url"].partition("#")[2] for each in told} >= {"%C3%9C%20y", "%22%3E"}


# --- elsewhere -------------------------------------------------------------------------------------------------


def test_a_theme_without_these_macros_shows_articles_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path / "site", FILES)
    monkeypatch.chdir(folder)
    given = {
        "PATH": str(folder / "content"),
        "ARTICLE_PATHS": ["articles"],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "OUTPUT_PATH": str(folder / "stock"),
        "THEME": "simple",
        "PLUGINS": ["articles", "strategies", "checklists", "crosslinks"],
        "SITE_ID": "other",
        "SITEURL": "",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "JINJA_ENVIRONMENT": {"autoescape": True},
    }
    with isolated_signals():
        Pelican(read_settings(override=given)).run()
    page = soup(Site(folder / "stock", ""), "checklists/walk/index.html")
    found = page.select_one(".check-item-strategy a")
    assert found is not None
    assert found["href"] == "/ways-to-talk.html#prepare-two-answers"
    assert "permalink" not in Site(folder / "stock", "").text("ways-to-talk.html")
