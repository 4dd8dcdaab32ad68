"""The walk over a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located.sources import source_files

MD = ("md",)


def found(root: Path, folders: tuple[str, ...] = ("",), **changes: object) -> tuple[list[str], list[str]]:
    """The files, and the problems without the root's path."""
    given_ = {"exclude": (), "suffixes": MD, "ignore": ()} | changes
    files, problems = source_files(root, folders, **given_)  # type: ignore[arg-type]
    return files, [str(problem).replace(f"{root.as_posix()}/", "") for problem in problems]


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")


def test_files_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b/2.md", "b/10.md", "a.md", "b/c/x.md", "d.txt")
    assert found(tmp_path) == (["a.md", "b/10.md", "b/2.md", "b/c/x.md"], [])


@given(st.permutations(["c.md", "a.md", "b/a.md", "b.md"]))
def test_the_order_is_not_the_disks(names: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        write(Path(folder), *names)
        assert found(Path(folder))[0] == ["a.md", "b.md", "b/a.md", "c.md"]


def test_only_the_folders_asked_for_are_walked(tmp_path: Path) -> None:
    write(tmp_path, "a/1.md", "b/1.md", "c/1.md", "d.md")
    assert found(tmp_path, ("b", "a"))[0] == ["a/1.md", "b/1.md"]
    assert found(tmp_path, ("d.md", "none"))[0] == ["d.md"]


def test_without_suffixes_every_file_counts(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.png", "c")
    assert found(tmp_path, suffixes=None)[0] == ["a.md", "b.png", "c"]


def test_hidden_ignored_and_excluded_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".a.md", ".git/b.md", "c.md~", "d.md", "e/f.md", "g/h.md", "#i.md")
    assert found(tmp_path, exclude=("e",), ignore=("#*", "g")) == (["d.md"], [])


def test_a_folder_named_like_an_article_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md/b.txt", "c.md")
    assert found(tmp_path) == (["c.md"], ["a.md:1:1: is a folder, not a file. Rename it, or move it away."])


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    os.mkfifo(tmp_path / "b.txt")
    assert found(tmp_path) == ([], ["a.md:1:1: is a pipe, a socket or a device, not a file. Move it away."])


def test_a_link_inside_the_content_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/1.md")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "2.md").symlink_to(tmp_path / "a" / "1.md")
    assert found(tmp_path) == (["2.md", "a/1.md", "b/1.md"], [])


def test_a_link_out_of_the_content_folder_is_told(tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.mkdir()
    write(tmp_path, "secret.md", "secrets/1.md")
    (root / "a.md").symlink_to(tmp_path / "secret.md")
    (root / "b").symlink_to(tmp_path / "secrets")
    (root / "c.txt").symlink_to(tmp_path / "secret.md")
    what = "is a link to a place outside the content folder. Put a copy in its place."
    assert found(root) == ([], [f"a.md:1:1: {what}", f"b:1:1: {what}"])


def test_a_folder_that_links_to_itself_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, "a/1.md")
    (tmp_path / "a" / "b").symlink_to(tmp_path / "a")
    assert found(tmp_path) == (["a/1.md"], ["a/b:1:1: is a link to a folder that it lies in itself. Remove the link."])


def test_a_broken_link_is_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "none")
    (tmp_path / "b.txt").symlink_to(tmp_path / "none")
    (tmp_path / "c.md").symlink_to(tmp_path / "c.md")
    assert found(tmp_path) == (["a.md", "c.md"], [])


def test_a_broken_link_that_may_have_been_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "more").symlink_to("more")
    (tmp_path / "others").symlink_to("none")
    (tmp_path / "round.txt").symlink_to("round.txt")
    mend = "Mend the link or remove it."
    assert found(tmp_path) == (
        [],
        [
            f"more:1:1: is a link that leads back to itself. {mend}",
            f"others:1:1: is a link to a folder that is not there. {mend}",
            f"round.txt:1:1: is a link that leads back to itself. {mend}",
        ],
    )


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a/1.md", "b/1.md")
    listed = os.listdir

    def refuse(path: Path) -> list[str]:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr("located.sources.os.listdir", refuse)
    told = "a:1:1: cannot be read: permission denied. Make it readable (chmod u+rx)."
    assert found(tmp_path) == (["b/1.md"], [told])


def test_a_suffix_in_capitals_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.MD")
    files, problems = found(tmp_path)
    assert files == ["a.md"]
    assert [problem.split(": ", 1)[1] for problem in problems] == ['ends in ".MD". Rename it to end in ".md".']


def test_a_name_with_a_line_feed_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a\nb.md")
    files, problems = found(tmp_path)
    assert files == []
    assert [problem.split(": ", 1)[1] for problem in problems] == [
        "has a character in its name that cannot be seen. Rename it."
    ]
