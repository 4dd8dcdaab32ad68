"""Articles that look bad and are not: whole sites of them are built, and their strategies can be found and read."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.links import Site, dead_links
from tests.site.pages import faults
from tests.site.sites import new_site, run

URL = "https://example.org/walks"
BUILD = f"python -m press --content content --output output --siteurl {URL}"
MARKUP = """\
---
title: "Ways to <svg onload=alert(1)> & <b>'walk'</b>"
date: 2026-04-01
---

## Tips & <i>tricks</i>

### 1. Leave <b>early</b>, <em class="x">every</em> *day*

Say </p><i>it</i> & <img src="/walks/images/map.svg" alt="a map"> so.

### 2. Wait &lt;svg onload=alert(2)> &amp; see {: when='now & "then"' effort="1 < 2" }

Not `</script>` long.

### 3. Ask [a friend](https://example.com/?a=1&b=2) <!-- who? -->

Any one.

### 4. Go home </script>

By bus.
"""
IMAGES = """\
---
title: Pictures
date: 2026-04-02
---

## Tips in pictures

### ![Follow the red arrow]({static}/images/map.svg)

Along the wall.

### Rest on a bench

In the shade.

### ![]({static}/images/map.svg) {: .strategy }

It says nothing.

### 🙂

Smile.

### Take ![the map]({static}/images/map.svg) along

It helps.

### Walk on

By the river.
"""
SKIPS = """\
---
title: Steps
date: 2026-04-04
---

#### Tips for a rest

###### Sit down

In the shade.

###### Look around

For a while.

## Second

##### Carry water {: .strategy }

Take enough.

### Tips for a walk

##### Leave early

While it is cool.

###### How

By bicycle.

##### Look up

Now and then.
"""
MANY = "---\ntitle: Five hundred tips\ndate: 2026-04-03\n---\n\n## Tips\n\n" + "".join(
    f"### Count the trees in street {number}\n\nThere may be {number}.\n\n" for number in range(1, 501)
)


def built(folder: Path, files: dict[str, str], told: str = "") -> Site:
    made = new_site(folder)
    for name, text in files.items():
        (made / "content" / name).parent.mkdir(exist_ok=True)
        (made / "content" / name).write_text(text, "utf-8")
    found = run(made, BUILD)
    assert found.status == 0, found.err
    assert [line for line in found.lines[:-1] if not told or told not in line] == []
    return Site(made / "output", URL)


def soup(site: Site, path: str) -> BeautifulSoup:
    return BeautifulSoup(site.text(path), "html.parser")


def entries(site: Site) -> list[Tag]:
    return list(soup(site, "strategies/index.html").select(".strategy-entry"))


def titles(site: Site) -> list[str]:
    return [link.get_text() for each in entries(site) for link in each.select(".strategy-entry-title a")]


def document(site: Site) -> list[dict[str, object]]:
    """What `strategies.json` tells, held against its schema."""
    told = json.loads(site.text("strategies.json"))
    jsonschema.validate(told, json.loads(site.text("strategies.schema.json")))
    found: list[dict[str, object]] = told["strategies"]
    return found


def anchors(site: Site) -> list[str]:
    """Where the index leads in articles."""
    links = [str(link["href"]) for each in entries(site) for link in each.select(".strategy-entry-title a")]
    return [link.partition("#")[2] for link in links]


# --- markup in titles ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def markup(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("markup") / "site", {"articles/markup.md": MARKUP})


PLAIN = ["Ask a friend", "Go home", "Leave early, every day", "Wait <svg onload=alert(2)> & see"]


def test_markup_in_titles_is_text_on_the_index(markup: Site) -> None:
    assert titles(markup) == PLAIN
    listed = soup(markup, "strategies/index.html").select("main .strategy-index *")
    assert {each.name for each in listed} & {"svg", "i", "em", "img"} == set()
    facts = [each for each in listed if each.find_parent(class_="strategy-entry-facts")]
    assert {each.get_text() for each in facts if "strategy-entry-mark" not in each.get("class", ())} == {
        "Ways to <svg onload=alert(1)> & <b>'walk'</b>", 'now & "then"', "1 < 2"
    }  # fmt: skip


def test_markup_in_titles_is_text_for_other_programs(markup: Site) -> None:
    assert sorted(str(each["title"]) for each in document(markup)) == PLAIN
    script = soup(markup, "strategies/index.html").find("script", type="application/ld+json")
    assert script is not None
    assert [each["name"] for each in json.loads(script.get_text())["itemListElement"]] == PLAIN


def test_markup_in_titles_is_text_in_the_articles_own_checklist(markup: Site) -> None:
    (page,) = (path for path in markup.pages if 'id="page:guide"' in markup.text(path))
    items = soup(markup, page).select(".guide .check-item-text")
    assert [each.get_text() for each in items] == [PLAIN[2], PLAIN[3], PLAIN[0], PLAIN[1]]
    assert soup(markup, page).select(".guide svg[onload], .guide b[onload], .guide em, .guide i") == []


def test_no_page_and_no_feed_has_markup_from_a_title(markup: Site) -> None:
    told = [path for path in markup.files if path.endswith((".html", ".xml"))]
    assert [path for path in told if "<svg onload" in markup.text(path)] == []
    assert dead_links(markup) == []
    assert {path: found for path, page in markup.pages.items() if (found := faults(page))} == {}


# --- headings ----------------------------------------------------------------------------------------------------


def test_a_heading_without_words_is_no_strategy_and_no_empty_link(tmp_path: Path) -> None:
    site = built(tmp_path / "site", {"articles/pictures.md": IMAGES}, "Empty alt attribute")
    assert titles(site) == ["Rest on a bench", "Take along", "Walk on"]
    pages = [soup(site, path) for path in site.pages]
    links = [link for page in pages for link in page.select("a[href]") if not link.select("img[alt]")]
    assert [link for link in links if not link.get_text().strip() and not link.get("aria-label")] == []
    assert dead_links(site) == []


def test_five_hundred_headings_are_five_hundred_strategies(tmp_path: Path) -> None:
    site = built(tmp_path / "site", {"articles/many.md": MANY})
    assert len(set(anchors(site))) == len(document(site)) == 500
    boxes = soup(site, "articles/many/index.html").select(".guide input[type=checkbox]")
    assert len({box["name"] for box in boxes}) == 500
    marks = [mark.get_text() for each in entries(site) for mark in each.select(".strategy-entry-mark")]
    assert sorted(marks) == sorted(f"{place} of 500" for place in range(1, 501))
    assert dead_links(site) == []


def test_headings_that_skip_levels_are_read_where_they_stand(tmp_path: Path) -> None:
    site = built(tmp_path / "site", {"articles/steps.md": SKIPS})
    sections = {str(each["title"]): each["sources"][0].get("section", "") for each in document(site)}  # type: ignore[index]
    assert sections == {
        "Sit down": "Tips for a rest",
        "Look around": "Tips for a rest",
        "Carry water": "Second",
        "Leave early": "Tips for a walk",
        "Look up": "Tips for a walk",
    }
    assert dead_links(site) == []


# --- nothing -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose articles advise nothing."""
    return built(tmp_path_factory.mktemp("nothing") / "site", {"strategies.yml": "entries:\n"})


def test_an_index_of_nothing_is_a_page_that_says_so(nothing: Site) -> None:
    page = soup(nothing, "strategies/index.html")
    assert page.main is not None
    assert page.main.get_text(" ", strip=True).startswith("Strategies There are no strategies here yet.")
    assert page.select("form, strategy-index, main script[src]") == []
    assert {path: found for path, each in nothing.pages.items() if (found := faults(each))} == {}


def test_an_index_of_nothing_tells_other_programs_so(nothing: Site) -> None:
    assert document(nothing) == []
    script = soup(nothing, "strategies/index.html").find("script", type="application/ld+json")
    assert script is not None
    told = json.loads(script.get_text())
    assert (told["numberOfItems"], told["itemListElement"]) == (0, [])


def test_articles_without_advice_have_none_of_its_marks(nothing: Site) -> None:
    for path in (path for path in nothing.pages if path.startswith("articles/")):
        assert soup(nothing, path).select(".advice, .guide, .permalink") == [], path
    assert dead_links(nothing) == []
