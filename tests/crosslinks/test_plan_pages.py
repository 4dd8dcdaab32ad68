"""The plan in whole sites: its page, and that nobody else is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.sites import new_site, run

URL = "https://example.org/walks"
BUILD = f"python -m press --content content --output output --siteurl {URL}"
TALK = """\
---
title: Ways to <b>talk</b>
date: 2026-04-02
---

## Ways to begin

### Prepare two answers

Say them aloud.

### Ask a question

One is enough.

### Leave early

Say goodbye.
{more}"""
FILES = {
    "articles/talk.md": TALK.format(more="\n## Bring\n\n- [ ] A pen\n- [ ] A book\n"),
    "articles/draft.md": TALK.replace("date:", "status: draft\ndate:").format(more=""),
    "checklists/walk.yml": "title: A walk\nitems:\n  - Go\n",
    "checklists/later.yml": "title: Later\nstatus: draft\nitems:\n  - Go\n",
}


def built(folder: Path, files: dict[str, str], conf: str = "") -> Path:
    site = new_site(folder / "site")
    for name, text in files.items():
        (site / "content" / name).parent.mkdir(exist_ok=True)
        (site / "content" / name).write_text(text, "utf-8")
    with (site / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write(conf)
    done = run(site, BUILD)
    assert (done.status, done.err) == (0, "")
    return site / "output"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("plan"), FILES)


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def pages(output: Path) -> list[Path]:
    """Those that do not only lead elsewhere."""
    return sorted(path for path in output.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))


def test_the_page_knows_all_published_lists_that_a_reader_may_have_begun(output: Path) -> None:
    known = soup(output / "plan/index.html").select_one("my-plan > script.plan-known")
    assert known is not None
    assert json.loads(known.get_text()) == [
        {"id": "walk", "title": "A walk", "url": "/walks/checklists/walk/"},
        {"id": "guide-talk", "title": "Ways to <b>talk</b>", "url": "/walks/articles/talk/#page:guide"},
        {"id": "tasks-talk", "title": "Ways to <b>talk</b>", "url": "/walks/articles/talk/"},
    ]


def test_no_search_engine_is_told_of_the_page(output: Path) -> None:
    page = soup(output / "plan/index.html")
    assert [tag["content"] for tag in page.select("meta[name=robots]")] == ["noindex"]
    assert "/plan/" not in (output / "sitemap.xml").read_text("utf-8")
    assert "plan/" not in (output / "search/addresses.json").read_text("utf-8")
    assert "/plan/" not in soup(output / "search/index.html").main.decode()  # type: ignore[union-attr]


def test_every_page_leads_to_it_and_those_with_strategies_offer_to_save_them(output: Path) -> None:
    assert [path for path in pages(output) if not soup(path).select("footer a[href='/walks/plan/']")] == []
    offering = {
        path.parent.relative_to(output).as_posix() for path in pages(output) if soup(path).select("plan-toggles")
    }
    assert offering == {"articles/talk", "strategies"}


def test_scripts_that_pages_name_are_there(output: Path) -> None:
    named = [str(tag["data-script"]) for path in pages(output) for tag in soup(path).select("plan-toggles")]
    named += [str(tag["src"]) for tag in soup(output / "plan/index.html").select("main script[src]")]
    assert len(set(named)) == 3
    assert [name for name in named if not (output / name.removeprefix("/walks/")).is_file()] == []


@pytest.mark.parametrize(
    ("files", "conf"),
    [
        (FILES, 'PLAN_SAVE_AS = ""\n'),
        (FILES, 'PLUGINS = ["articles", "checklists", "crosslinks", "feeds", "publish"]\nSTRATEGIES_SAVE_AS = ""\n'),
    ],
    ids=["not wanted", "no index of strategies"],
)
def test_without_it_no_page_speaks_of_a_plan(tmp_path: Path, files: dict[str, str], conf: str) -> None:
    output = built(tmp_path, files, conf)
    assert not (output / "plan").exists()
    assert list(output.glob("theme/my-plan*")) == []
    assert [path for path in pages(output) if "plan" in soup(path).body.decode().casefold()] == []  # type: ignore[union-attr]


def test_two_builds_write_the_same_bytes(tmp_path: Path, output: Path) -> None:
    again = built(tmp_path, FILES)
    files = [path for path in output.rglob("*") if "plan" in path.relative_to(output).as_posix() and path.is_file()]
    assert len(files) == 6
    assert [path for path in files if (again / path.relative_to(output)).read_bytes() != path.read_bytes()] == []
