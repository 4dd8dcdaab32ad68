"""``python -m articles.new``: starts an article."""

from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from articles.new import main
from articles.reading import SLUG_LIMIT, read_draft
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from located.slugs import slugify

ROOT = Path(__file__).parents[2]
# The installation that the tests run with, taken for ready.
INSTALLED = (f"VENV={sys.prefix}", f"--assume-old={sys.prefix}/site.ready")
TODAY = date.today().isoformat()


def test_an_article_is_started_as_a_draft(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content", "--title", " How to  Follow Up: a “Guide” "]) == 0
    name = f"content/articles/{TODAY}-how-to-follow-up-a-guide.md"
    assert capsys.readouterr().out == (
        f"{name} is a draft: the preview shows it, the site does not, until you remove published: false.\n"
    )
    draft = read_draft(Path(name).read_text(encoding="utf-8"), name, True)
    assert draft.problems == ()
    assert (draft.fields.title, draft.fields.published) == ("How to Follow Up: a “Guide”", False)
    assert draft.fields.date and draft.fields.date.date().isoformat() == TODAY


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert main(["--content", str(tmp_path / "new"), "--title", "A"]) == 0
    assert (tmp_path / "new" / "articles" / f"{TODAY}-a.md").is_file()


def test_an_article_that_is_there_is_kept(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = content / "articles" / f"{TODAY}-a.md"
    path.write_text("mine", encoding="utf-8")
    assert main(["--content", "content", "--title", "A"]) == 1
    told = f"content/articles/{TODAY}-a.md: is there already. Choose another title.\n"
    assert capsys.readouterr().err == told
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("title", ["", "  ", "!?", "🎉"])
def test_a_title_needs_a_letter(title: str, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content", "--title", title]) == 2
    assert capsys.readouterr().err == (
        'make new-article needs a title with letters in it: make new-article TITLE="How to Follow Up"\n'
    )
    assert list((content / "articles").iterdir()) == []


@pytest.mark.parametrize("title", ["a" * 300, "word " * 60, "北京" * 40], ids=["letters", "words", "Chinese"])
def test_a_title_too_long_for_a_file_name_is_told(
    title: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--content", "content", "--title", title]) == 2
    assert "too long" in capsys.readouterr().err
    assert list((content / "articles").iterdir()) == []


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_starts_an_article_that_is_read_back(title: str) -> None:
    assume(0 < len(slugify("".join(char if char.isprintable() else " " for char in title))) <= SLUG_LIMIT)
    with TemporaryDirectory() as folder:
        assert main(["--content", folder, f"--title={title}"]) == 0
        (path,) = (Path(folder) / "articles").iterdir()
        draft = read_draft(path.read_text(encoding="utf-8"), "a.md", True)
    assert draft.problems == ()
    assert draft.fields.title == " ".join(title.split()) or not title.replace("\n", " ").isprintable()


@pytest.mark.parametrize(
    "title", ["-A", 'Don\'t Panic "Ever"', "It costs $5 or $(HOME) `id`", "a; b & c | d > e #1 \\ % *", "=x"]
)
def test_make_passes_title_and_folder_on_as_they_were_typed(title: str, tmp_path: Path) -> None:
    folder = tmp_path / 'my "own" $content\'s'
    made = subprocess.run(
        ["make", "-s", *INSTALLED, "new-article", f"TITLE={title}", f"CONTENT={folder}"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")
    (path,) = (folder / "articles").iterdir()
    assert read_draft(path.read_text(encoding="utf-8"), "a.md", True).fields.title == title


def test_make_new_article_needs_a_title(tmp_path: Path) -> None:
    command = ["make", "-s", *INSTALLED, "new-article", "TITLE=", f"CONTENT={tmp_path}"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert made.returncode != 0
    assert made.stderr.startswith("make new-article needs a title with letters in it")


def test_it_runs_as_a_module(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["new", "--content", "content", "--title", "A"])
    monkeypatch.delitem(sys.modules, "articles.new")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("articles.new", run_name="__main__")
    assert ended.value.code == 0
