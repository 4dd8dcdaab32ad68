from __future__ import annotations

from pathlib import Path

import pytest
from press.manifest import write_manifest
from press.refusal import refusal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home" / "me"
    for folder in (home, tmp_path / "work" / "content" / "deep"):
        folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def why(output: Path) -> str:
    return refusal(output, {"the content": Path("content"), "the project": Path.cwd()})


def test_new_empty_and_marked_folders_are_taken(here: Path) -> None:
    empty, ours = here / "work" / "empty", here / "work" / "ours"
    empty.mkdir()
    ours.mkdir()
    (ours / "x").touch()
    write_manifest(ours, ())
    assert [why(folder) for folder in (here / "work" / "new" / "deep", empty, ours)] == ["", "", ""]


def test_a_folder_of_someone_elses_files_is_refused(here: Path) -> None:
    (here / "work" / "out").mkdir()
    (here / "work" / "out" / "x").touch()
    assert why(here / "work" / "out") == (
        "out: the output folder is not empty and was not made by a build. Empty it yourself, or name another."
    )


def test_a_link_is_refused_even_to_a_folder_of_ours(here: Path) -> None:
    (here / "ours").mkdir()
    write_manifest(here / "ours", ())
    (here / "work" / "out").symlink_to(here / "ours")
    assert why(here / "work" / "out") == (
        "out: the output folder is a symbolic link. Name the folder that it leads to."
    )


def test_a_file_is_refused(here: Path) -> None:
    (here / "work" / "out").touch()
    assert why(here / "work" / "out") == (
        "out: the output is not a folder. Name a folder, or one that does not exist yet."
    )


def test_the_root_is_refused(here: Path) -> None:
    assert why(Path("/")) == "/: the output folder is the root of the file system. Name a folder of its own."


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("home/me", "the output folder is your home folder itself. Name a folder of its own."),
        ("home", "your home folder lies inside the output folder. Name a folder of its own."),
        ("work/content", "the output folder is the content folder itself. Name a folder of its own."),
        ("work", "the content folder lies inside the output folder. Name a folder of its own."),
    ],
)
def test_folders_that_hold_what_is_dear_are_refused_though_marked(here: Path, folder: str, reason: str) -> None:
    write_manifest(here / folder, ())
    assert why(here / folder).endswith(f": {reason}")


def test_a_detour_does_not_hide_the_content_folder(here: Path) -> None:
    (here / "way").symlink_to(here / "work")
    assert "is the content folder itself" in why(here / "way" / "content")
