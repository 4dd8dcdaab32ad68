"""A build where nothing changed is no build; whatever changed, it is one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import press.__main__
import pytest
from press.changes import Unsure, lines

NUMBERS = count()
THEIRS = "def register(): pass\n"


@pytest.fixture(autouse=True)
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process began well after the files were written."""
    monkeypatch.setattr(press.__main__, "STARTED", time.time() + 60)


@pytest.fixture
def built(site: Any) -> Any:
    site.settings("CACHE_PATH = 'cache'\nTHEME = 'theme'\n")
    site.write("theme/templates/article.html", "{{ article.title }}")
    for name in "index tags archives categories authors category author tag page".split():
        site.write(f"theme/templates/{name}.html", name)
    site.write("theme/static/style.css", "a { color: red }")
    assert first(site)
    return site


def first(site: Any, *arguments: str) -> bool:
    """Whether a build was one."""
    made = site.build(*arguments)
    assert (made.status, made.err) == (0, "")
    return bool(made.out.startswith("Built "))


def test_nothing_changed(built: Any) -> None:
    assert first(built)  # once more: pytest says in the environment that the fixtures are done
    before = {path: path.stat() for path in Path("output").rglob("*")}
    said = built.build().out
    assert said.startswith("Nothing changed: 2 articles and 0 pages: 9 files, looked at in ")
    assert said.endswith(" s → output\n")
    assert {path: path.stat() for path in Path("output").rglob("*")} == before


def change(path: str, text: str = "changed") -> Callable[[Any], None]:
    return lambda site: site.write(path, text)


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a text": lambda site: site.article("one", "One", "Other words."),
    "a new article": lambda site: site.article("three"),
    "an article gone": lambda site: Path("content/articles/two.md").unlink(),
    "an article renamed": lambda site: Path("content/articles/two.md").rename("content/articles/zwei.md"),
    "a template": change("theme/templates/index.html"),
    "a style": change("theme/static/style.css", "a{}"),
    "a file in the content": change("content/more.txt"),
    "the settings": lambda site: site.settings("CACHE_PATH = 'cache'\nTHEME = 'theme'\nSITESUBTITLE = 'x'\n"),
    "a page by hand": change("output/one.html"),
    "a page gone": lambda site: Path("output/one.html").unlink(),
    "no output": lambda site: Path("output").rename("aside"),
    "no record": lambda site: [path.unlink() for path in Path("cache").glob("unchanged-*")],
    "a damaged record": lambda site: [path.write_text("{") for path in Path("cache").glob("unchanged-*")],
    "a record of something else": lambda site: [path.write_text("[1]") for path in Path("cache").glob("unchanged-*")],
    "only a time": lambda site: os.utime("content/articles/one.md", (1, 1)),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_change_is_a_build_and_then_nothing_is(built: Any, changed: Callable[[Any], Any]) -> None:
    changed(built)
    assert first(built)
    assert not first(built)


def test_a_strangers_file_in_the_output_is_told_of_once(built: Any) -> None:
    built.write("output/CNAME", "example.org")
    made = built.build()
    assert made.out.startswith("Built ")
    assert "CNAME" in made.err
    assert not first(built)
    assert Path("output/CNAME").read_text() == "example.org"


def test_the_command_and_the_environment_count(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert first(built, "--siteurl", "https://example.org")
    assert first(built)
    monkeypatch.setenv("SOMETHING", "else")
    assert first(built)
    monkeypatch.setenv("SHLVL", "7")
    assert not first(built)


def test_a_record_that_is_too_young_to_tell_is_none(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within one tick of the clock a file may change twice and look the same."""
    monkeypatch.setattr(press.__main__, "STARTED", time.time() - 1)
    built.article("one", "One", "Other words.")
    assert first(built)
    assert first(built)
    with pytest.raises(Unsure):
        lines(["content"], 1.0)


def test_what_was_told_is_told_again(built: Any) -> None:
    built.write("over/x", "")
    code = "import logging\nfrom pelican import signals\nREADS = ()\n" \
           "def moan(sender): logging.getLogger('them').warning('a moan. Do something.')\n" \
           "def register(): signals.initialized.connect(moan)\n"  # fmt: skip
    name = plugin(built, code)
    for _ in range(2):
        made = built.build()
        assert made.out.startswith("Built ")
        assert "a moan" in made.err
    assert name


def plugin(site: Any, code: str) -> str:
    name = f"reads_{next(NUMBERS)}"  # Python imports a module once, whatever folder it is in
    site.write(f"plug/{name}.py", code)
    site.settings(f"CACHE_PATH = 'cache'\nTHEME = 'theme'\nPLUGINS = ['{name}']\n")
    return name


def test_a_plugin_that_does_not_say_what_it_reads_is_asked_every_time(built: Any) -> None:
    plugin(built, THEIRS)
    assert [first(built), first(built)] == [True, True]


def test_what_a_plugin_says_it_reads_counts(built: Any) -> None:
    built.write("data/numbers.csv", "1")
    name = plugin(built, f"READS = ('data',)\n{THEIRS}")
    assert [first(built), first(built)] == [True, False]
    built.write("data/numbers.csv", "2")
    assert [first(built), first(built)] == [True, False]
    built.write(f"plug/{name}.py", f"READS = ('data',)\nX = 1\n{THEIRS}")
    assert [first(built), first(built)] == [True, False]


def test_a_link_in_the_content_leaves_it_open(built: Any) -> None:
    (built.folder / "elsewhere").mkdir()
    Path("content/linked").symlink_to("../elsewhere")
    assert [first(built), first(built)] == [True, True]


def test_the_day_that_an_article_comes_out_is_a_change(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin(built, comes_out_in(2100))
    assert [first(built), first(built)] == [True, False]
    monkeypatch.setattr(time, "time", lambda: 4_102_444_800.0)
    assert first(built)


def comes_out_in(year: int) -> str:
    return "from datetime import datetime, timezone\nfrom blinker import signal\n" \
           "from pelican import signals\nREADS = ()\n" \
           f"def tell(sender): signal('site_due').send(None, when=datetime({year}, 1, 1, tzinfo=timezone.utc))\n" \
           "def register(): signals.article_generator_init.connect(tell)\n"  # fmt: skip


def test_no_day_comes_where_builds_are_told_the_moment(built: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin(built, comes_out_in(2001))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "900000000")
    assert [first(built), first(built)] == [True, False]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no number")
    assert [first(built), first(built)] == [True, True]


def test_settings_that_do_not_plainly_say_where_things_are_kept_leave_it_open(built: Any) -> None:
    built.settings("import os\nCACHE_PATH = os.path.join('ca', 'che')\nTHEME = 'theme'\n")
    assert [first(built), first(built)] == [True, True]
