"""A save that changes words or the title of an article, as the preview takes it up: the site is amended, not built."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from preview.builds import Builder, request
from preview.outcome import Outcome
from preview.watch import is_passing, still_there, watch
from watchfiles import Change

from tests.site.sites import COMMAND_DRAFTS, contents, new_site, run

Finish = Callable[[Coroutine[Any, Any, Any]], Any]
Step = tuple[Callable[[Path], object], tuple[str, ...] | None]
"""What is saved, and which files the watcher names; None: it does not know."""
LIGHT, EARLY = "content/articles/light.md", "content/articles/early.md"
TITLES = (("light", "light & easy"), ("light & easy", "lightly"))
ARTICLE = """\
---
title: Go {0}
date: 2026-03-03
category: Walking
---
Whoever goes {0} goes further.

A second paragraph says *how*, and {0} is what it comes to in the end.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = new_site(tmp_path / "site")
    for path, name in ((LIGHT, "light"), (EARLY, "early")):
        (made / path).write_text(ARTICLE.format(name), "utf-8")
    monkeypatch.chdir(made)
    return made


def outcomes(finish: Finish, folder: Path, *steps: Step) -> list[Outcome]:
    """A build, then one for each step."""
    settings = str(folder / "pelican.conf.py")
    words = request(str(folder / "content"), str(folder / "output"), settings)
    words[words.index("--siteurl") + 1] = "https://example.org/walks"

    async def build() -> list[Outcome]:
        builder = Builder(words, settings)
        try:
            found = [await builder.build()]
            for save, named in steps:
                save(folder)
                changed = None if named is None else frozenset(str(folder / name) for name in named)
                found.append(await builder.build(changed))
        finally:
            await builder.end()
        return found

    told: list[Outcome] = finish(asyncio.wait_for(build(), 60))
    assert [str(problem) for each in told for problem in each.problems if each.good] == []
    return told


def replaced(name: str, old: str, new: str) -> Callable[[Path], object]:
    def save(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return save


def as_built(folder: Path) -> None:
    """The site is what a build from nothing makes, but for the search index, which drafts do not wait for."""
    clean = run(folder, COMMAND_DRAFTS.replace("--output output", "--output clean"))
    assert clean.status == 0, clean.err
    amended, wanted = contents(folder / "output"), contents(folder / "clean")
    assert [name for name in wanted if "pagefind" not in name and amended.get(name) != wanted[name]] == []


def test_words_that_change_are_amended_also_in_feeds(finish: Finish, folder: Path) -> None:
    save = replaced(LIGHT, "comes to", "swapped")
    again = replaced(LIGHT, "swapped", "exchanged")
    first, second, third = outcomes(finish, folder, (save, (LIGHT,)), (again, (LIGHT,)))
    assert first.said.startswith("Built ")
    assert [each.said.split()[0] for each in (second, third)] == ["Amended", "Amended"]
    assert {"articles/light/index.html", "feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json"} <= second.changed
    as_built(folder)


def test_two_articles_saved_at_once_are_both_amended(finish: Finish, folder: Path) -> None:
    saves = [replaced(name, "comes to", f"swapped{number}") for number, name in enumerate((LIGHT, EARLY))]
    _, amended = outcomes(finish, folder, (lambda place: [save(place) for save in saves], (LIGHT, EARLY)))
    assert amended.said.startswith("Amended ")
    assert {"articles/light/index.html", "articles/early/index.html"} <= amended.changed
    as_built(folder)


def test_a_title_is_amended_wherever_it_is(finish: Finish, folder: Path) -> None:
    """In lists, feeds, the search page's titles and addresses, and on the card that social networks show."""
    steps = [(replaced(LIGHT, f"title: Go {old}\n", f"title: Go {new}\n"), (LIGHT,)) for old, new in TITLES]
    _, *amended = outcomes(finish, folder, *steps)
    assert [each.said.split()[0] for each in amended] == ["Amended", "Amended"]
    for each in amended:
        assert {"articles/light/index.html", "index.html", "feeds/rss.xml", "search/index.html"} <= each.changed
        assert [path.rpartition("-")[0] for path in each.gone] == ["cards/light"]
    as_built(folder)


def test_a_title_that_moves_in_a_list_of_titles_is_built(finish: Finish, folder: Path) -> None:
    _, built = outcomes(finish, folder, (replaced(LIGHT, "title: Go light\n", "title: About going\n"), (LIGHT,)))
    assert built.said.startswith("Built ")
    as_built(folder)


@pytest.mark.parametrize("named", [None, (LIGHT, "theme/templates/article.html"), (LIGHT, "content/gone.md")])
def test_what_is_not_known_to_be_words_alone_is_built(
    finish: Finish, folder: Path, named: tuple[str, ...] | None
) -> None:
    _, built = outcomes(finish, folder, (replaced(LIGHT, "comes to", "swapped"), named))
    assert built.said.startswith("Built ")


def test_a_problem_is_told_and_its_mending_built(finish: Finish, folder: Path) -> None:
    broken = replaced(LIGHT, "title:", "titel:")
    mended = replaced(LIGHT, "titel:", "title:")
    _, failed, built = outcomes(finish, folder, (broken, (LIGHT,)), (mended, None))
    assert (failed.good, built.good) == (False, True)
    assert built.said.startswith("Built ")


def test_a_page_that_somebody_else_wrote_is_not_amended(finish: Finish, folder: Path) -> None:
    def save(place: Path) -> None:
        replaced(LIGHT, "comes to", "swapped")(place)
        (place / "output/articles/light/index.html").write_text("mine")

    _, built = outcomes(finish, folder, (save, (LIGHT,)))
    assert built.said.startswith("Built ")
    as_built(folder)


def test_an_article_that_came_back_is_built(finish: Finish, folder: Path) -> None:
    """What was known of it is of a site that is no more."""
    text = (folder / LIGHT).read_text("utf-8")
    _, gone, back = outcomes(
        finish,
        folder,
        (lambda place: (place / LIGHT).unlink(), None),
        (lambda place: (place / LIGHT).write_text(text.replace("comes to", "swapped"), "utf-8"), (LIGHT,)),
    )
    assert [gone.said.split()[0], back.said.split()[0]] == ["Built", "Built"]
    as_built(folder)


def test_nothing_is_written_through_links(finish: Finish, folder: Path) -> None:
    def save(place: Path) -> None:
        replaced(LIGHT, "comes to", "swapped")(place)
        (place / "output/articles/light").rename(place / "aside")
        (place / "output/articles/light").symlink_to("../../aside")

    _, built = outcomes(finish, folder, (save, (LIGHT,)))
    assert built.said.startswith("Built ")
    assert "swapped" not in (folder / "aside/index.html").read_text("utf-8")


def test_files_that_came_and_went_are_not_told(tmp_path: Path) -> None:
    here, gone = tmp_path / "a.md", tmp_path / "gone.md"
    here.write_text("")
    beside = str(tmp_path / ".a.md.new")
    told = still_there([(Change.added, beside), (Change.modified, str(here)), (Change.deleted, str(gone))])
    assert told == {str(here), str(gone)}
    assert os.path.lexists(here)


def test_what_is_about_to_take_a_files_place_is_waited_for(tmp_path: Path) -> None:
    for name in (".a.md.new", "a.md~", "a.md"):
        (tmp_path / name).write_text("")
    told = [(Change.added, str(tmp_path / name)) for name in (".a.md.new", "a.md~", "a.md", ".gone")]
    assert list(map(is_passing, told)) == [True, True, False, False]
    assert not is_passing((Change.modified, str(tmp_path / ".a.md.new")))


def test_a_save_in_two_steps_is_one_save(finish: Finish, tmp_path: Path) -> None:
    """The editor writes beside the file, and takes its time to put that in the file's place."""
    folder, told = tmp_path / "content", []
    folder.mkdir()
    path = folder / "a.md"
    path.write_text("one")

    class Heard:
        def set(self, paths: frozenset[str] | None) -> None:
            told.append(paths)

    async def save() -> None:
        watching = asyncio.create_task(watch([folder], tmp_path / "output", Heard()))  # type: ignore[arg-type]
        await asyncio.sleep(0.6)
        told.clear()
        (folder / ".a.md.new").write_text("two")
        await asyncio.sleep(0.015)
        (folder / ".a.md.new").replace(path)
        await asyncio.sleep(0.4)
        watching.cancel()

    finish(asyncio.wait_for(save(), 20))
    assert {name for paths in told for name in paths or ("all",)} == {str(path)}
