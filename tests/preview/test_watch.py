from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from preview.files import SiteFiles
from preview.news import News
from preview.saves import Saves
from preview.watch import guard, identities, sources, watch

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content/a.md", "theme/x.css", "plugins/p.py", "content/.own/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    (tmp_path / "conf.py").write_text("")
    return tmp_path


@pytest.fixture
def noticed(project: Path, finish: Finish) -> Callable[..., bool]:
    """Tells whether what a function saves is noticed."""

    def notices(save: Callable[[], object], within: float = 10) -> bool:
        return bool(finish(hears(project, save, within)))

    return notices


async def hears(project: Path, save: Callable[[], object], within: float) -> bool:
    saves = Saves()
    paths = sources(project / "content", project / "conf.py")
    task = asyncio.create_task(watch(paths, project / "content/.own", saves))
    await asyncio.sleep(0.2)
    saves.event.clear()
    save()
    try:
        await asyncio.wait_for(saves.wait(), within)
    except TimeoutError:
        return False
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return True


@pytest.mark.parametrize("name", ["content/a.md", "content/new/b.md", "theme/x.css", "plugins/p.py", "conf.py"])
def test_a_save_is_noticed(project: Path, noticed: Callable[..., bool], name: str) -> None:
    file = project / name
    file.parent.mkdir(exist_ok=True)
    assert noticed(lambda: file.write_text("2"))


def test_a_file_put_in_the_place_of_the_settings_is_noticed(project: Path, noticed: Callable[..., bool]) -> None:
    (project / "conf.new").write_text("X = 1")
    assert noticed(lambda: (project / "conf.new").rename(project / "conf.py"))


def test_a_folder_that_comes_back_is_watched_again(project: Path, noticed: Callable[..., bool]) -> None:
    def save() -> None:
        shutil.rmtree(project / "theme")

    assert noticed(save)
    assert noticed(lambda: (project / "theme").mkdir())


@pytest.mark.parametrize("name", ["content/.own/x", "plugins/__pycache__/p.pyc", "content/a.md~"])
def test_what_editors_python_and_the_preview_write_is_not(
    project: Path, noticed: Callable[..., bool], name: str
) -> None:
    file = project / name
    file.parent.mkdir(exist_ok=True)
    assert not noticed(lambda: file.write_text("2"), within=0.5)


def test_the_theme_is_where_the_settings_say(project: Path) -> None:
    (project / "conf.py").write_text('THEME = "themes/mine"')
    assert sources(project / "content", project / "conf.py") == [
        project / "content",
        project / "themes/mine",
        project / "plugins",
        project / "conf.py",
    ]


def test_another_file_of_the_same_name_is_another_file(project: Path) -> None:
    before = identities([project / "conf.py", project / "none"])
    (project / "conf.new").write_text("")
    (project / "conf.new").rename(project / "conf.py")
    after = identities([project / "conf.py", project / "none"])
    assert before[1] is after[1] is None
    assert before[0] != after[0]


def test_a_site_that_somebody_removes_is_missed(project: Path, finish: Finish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("preview.watch.LOOK", 1)

    async def remove() -> None:
        news, missed = News(lambda found: ()), asyncio.Event()
        task = asyncio.create_task(guard(SiteFiles(project / "theme"), news, missed.set))
        await asyncio.sleep(0.05)
        news.built((), ())
        await asyncio.sleep(0.05)
        assert not missed.is_set()
        shutil.rmtree(project / "theme")
        await asyncio.wait_for(missed.wait(), 10)
        task.cancel()

    finish(remove())
