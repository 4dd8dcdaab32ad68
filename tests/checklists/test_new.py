"""``python -m checklists.new``: starts a checklist."""

from __future__ import annotations

import json
import re
import runpy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from checklists.fields import TITLE_LIMIT
from checklists.ids import LONGEST
from checklists.model import Checklist
from checklists.new import SCHEMA, main
from checklists.reading import read_checklist
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from located import slugify


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(path: Path) -> Checklist:
    checklist, problems = read_checklist(path.read_text("utf-8"), path.name, path.stem, str)
    assert problems == ()
    assert checklist is not None
    return checklist


def test_a_checklist_is_started_as_a_draft(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content", "--title", " Before  an Event: a “List” "]) == 0
    name = "content/checklists/before-an-event-a-list.yml"
    assert capsys.readouterr().out == (
        f"{name} is a draft: the preview shows it, the site does not, until you remove status: draft.\n"
    )
    checklist = read(here / name)
    assert (checklist.title, checklist.is_draft) == ("Before an Event: a “List”", True)
    assert len(list(checklist.items)) == 2
    assert (here / name).read_text("utf-8").startswith('title: "Before')


def test_editors_are_told_of_the_schema_where_it_is(here: Path) -> None:
    SCHEMA.parent.mkdir(parents=True)
    SCHEMA.write_text(json.dumps({}), "utf-8")
    assert main(["--content", "content", "--title", "A"]) == 0
    first = Path("content/checklists/a.yml").read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found and found[1] == "../../plugins/checklists/checklist.schema.json"
    assert (here / "content" / "checklists" / found[1]).is_file()
    assert read(here / "content" / "checklists" / "a.yml").title == "A"


def test_a_checklist_elsewhere_names_no_schema(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    SCHEMA.parent.mkdir(parents=True)
    SCHEMA.write_text(json.dumps({}), "utf-8")
    other = tmp_path_factory.mktemp("other")
    assert main(["--content", str(other), "--title", "A"]) == 0
    assert (other / "checklists" / "a.yml").read_text("utf-8").startswith("title:")


@pytest.mark.parametrize("name", ["a.yml", "a.yaml"])
def test_a_checklist_that_is_there_is_kept(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "content" / "checklists" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine", "utf-8")
    assert main(["--content", "content", "--title", "A"]) == 1
    assert capsys.readouterr().err == f"content/checklists/{name}: is there already. Choose another title.\n"
    assert [each.name for each in path.parent.iterdir()] == [name]
    assert path.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "content").write_text("a file", "utf-8")
    assert main(["--content", "content", "--title", "A"]) == 1
    assert capsys.readouterr().err == "content/checklists/a.yml: cannot be written: not a directory.\n"


@pytest.mark.parametrize("title", ["", "  ", "!?", "🎉"])
def test_a_title_needs_a_letter(title: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content", "--title", title]) == 2
    assert capsys.readouterr().err == (
        'make new-checklist needs a title with letters in it: make new-checklist TITLE="Before an event"\n'
    )
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("title", ["a" * 300, "word " * 60, "北京" * 40], ids=["letters", "words", "Chinese"])
def test_a_title_too_long_for_a_file_name_is_told(title: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content", "--title", title]) == 2
    assert "too long" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_starts_a_checklist_that_is_read_back(title: str) -> None:
    shown = " ".join("".join(char if char.isprintable() else " " for char in title).split())
    assume(0 < len(slugify(shown)) <= LONGEST and len(shown) <= TITLE_LIMIT)
    with TemporaryDirectory() as folder:
        assert main(["--content", folder, f"--title={title}"]) == 0
        (path,) = (Path(folder) / "checklists").iterdir()
        assert read(path).title == shown


def test_it_runs_as_a_module(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["new", "--content", "content", "--title", "A"])
    monkeypatch.delitem(sys.modules, "checklists.new")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("checklists.new", run_name="__main__")
    assert ended.value.code == 0
