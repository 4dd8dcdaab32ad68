"""What goes wrong while an author writes: the last good site stays up or comes back, without a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.preview.running import SETTINGS, Running, article, told, write

Run = Callable[..., Running]

FULL = """
import errno, os
from pathlib import Path
if Path("full").exists():
    def refuse(*given, **named):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    Path.write_text = Path.write_bytes = Path.mkdir = refuse
"""


def wrong_then_mended(preview: Running, said: str, mend: Callable[[], object]) -> None:
    """After something was broken: told, the last good site still there; and mended by a save."""
    assert preview.line()[8:] == "  Not built. The last good site stays up."
    assert said in "\n".join(told(preview.news().next()))
    assert "First" in preview.get("/one.html")[1]
    mend()
    assert preview.line()[8:].startswith("  Built 1 article")
    assert told(preview.news().next()) == []
    assert preview.get("/one.html")[0] == 200


@pytest.fixture
def full_project(folder: Path) -> Path:
    """With a plugin and a theme of its own."""
    write(folder, "plugins/own/__init__.py", "def register(): ...\n")
    settings = SETTINGS.replace("PLUGINS = []", "PLUGINS = ['own']\nPLUGIN_PATHS = ['plugins']") + FULL
    write(folder, "pelican.conf.py", settings.replace('THEME = "simple"', 'THEME = "theme"'))
    for name in (
        "index",
        "article",
        "page",
        "archives",
        "author",
        "authors",
        "categories",
        "category",
        "tag",
        "tags",
        "period_archives",
    ):
        write(folder, f"theme/templates/{name}.html", "<body>{{ SITENAME }} {{ article and article.title }}</body>")
    write(folder, "theme/static/x.css", "")
    return folder


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("theme/templates/article.html", "{% if %}", "theme/templates/article.html:1:"),
        ("theme/templates/article.html", "{{ 1 / 0 }}", "theme/templates/article.html:1:"),
        ("plugins/own/__init__.py", "def register(:\n", "plugins/own/__init__.py:1"),
        ("plugins/own/__init__.py", "def register(): raise ValueError('no')\n", "plugins/own/__init__.py:1"),
        ("plugins/own/__init__.py", "import os\nos._exit(7)\n", "The build ended with status 7"),
        ("plugins/own/__init__.py", "raise SystemExit(7)\n", "The build ended with status 7"),
        ("pelican.conf.py", "1 / 0\n", "pelican.conf.py:1:1"),
        ("pelican.conf.py", "import os, signal\nos.kill(os.getpid(), 9)\n", "The build ended with status -9"),
    ],
)
def test_whatever_breaks_is_told_and_mended_by_a_save(
    full_project: Path, run: Run, file: str, text: str, said: str
) -> None:
    before = (full_project / file).read_text("utf-8")
    preview = run().serving()
    preview.write(file, text)
    wrong_then_mended(preview, said, lambda: preview.write(file, before))


def test_a_full_disk_is_told_and_mended_by_a_save(full_project: Path, run: Run) -> None:
    preview = run().serving()
    (full_project / "full").touch()
    preview.write("content/articles/one.md", article("Second"))

    def make_room() -> None:
        (full_project / "full").unlink()
        preview.write("content/articles/one.md", article("Third"))

    wrong_then_mended(preview, "No space left on device", make_room)


@pytest.mark.parametrize("name", [".cache", ".cache/preview"])
def test_a_site_that_is_removed_is_built_again_by_itself(run: Run, name: str) -> None:
    preview = run().serving()
    build = preview.news().next()["build"]
    news = preview.news("/one.html", since=build)
    news.next()
    shutil.rmtree(preview.folder / name)
    preview.get("/one.html")
    while (state := news.next())["build"] in ("", build):
        assert state["problems"] == []
    assert "First" in preview.get("/one.html")[1]


def test_a_site_that_is_removed_while_nobody_looks_is_built_again(run: Run) -> None:
    preview = run().serving()
    shutil.rmtree(preview.folder / ".cache")
    assert preview.line()[8:].startswith("  Built 1 article")
    assert "First" in preview.get("/one.html")[1]


def test_a_site_that_is_emptied_is_built_again(run: Run) -> None:
    preview = run().serving()
    site = next((preview.folder / ".cache/preview").glob("site-*"))
    for path in site.iterdir():
        if path.name.startswith("."):
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert preview.line()[8:].startswith("  Built 1 article")
    assert [preview.get(path)[0] for path in ("/", "/archives.html")] == [200, 200]
    assert "First" in preview.get("/one.html")[1]


def test_a_removed_site_that_cannot_be_built_is_none(run: Run) -> None:
    preview = run().serving()
    preview.write("content/articles/one.md", "no title")
    assert preview.line()[8:] == "  Not built. The last good site stays up."
    shutil.rmtree(preview.folder / ".cache")
    assert preview.line()[8:] == "  Not built. There is no site yet."
    status, page = preview.get("/one.html")
    assert status == 503
    assert "content/articles/one.md:1:1" in page
    preview.write("content/articles/one.md", article("Mended"))
    assert preview.line()[8:].startswith("  Built 1 article")
    assert "Mended" in preview.get("/one.html")[1]


def test_content_that_is_moved_away_and_back_is_followed(run: Run) -> None:
    preview = run().serving()
    (preview.folder / "content").rename(preview.folder / "away")
    until(preview, "Not built. The last good site stays up.")
    (preview.folder / "away").rename(preview.folder / "content")
    until(preview, "Built 1 article")
    preview.write("content/articles/one.md", article("Second"))
    while "Second" not in preview.get("/one.html")[1]:
        until(preview, "Built 1 article")


def until(preview: Running, said: str) -> None:
    """A folder that is put in another's place may be two saves: wait for what the last one comes to."""
    while not preview.line()[10:].startswith(said):
        pass
