"""Places, and how files are named to their author."""

from __future__ import annotations

from pathlib import Path

import pytest
from located import Location, shown_path


def test_a_location_reads_as_editors_and_compilers_write_it() -> None:
    assert str(Location("content/a.md", 3, 14)) == "content/a.md:3:14"


def test_a_location_is_the_start_unless_told() -> None:
    assert Location("a.md") == Location("a.md", 1, 1)


def test_locations_sort_by_path_line_and_column() -> None:
    places = [Location("b", 1, 1), Location("a", 10, 1), Location("a", 2, 30), Location("a", 2, 4)]
    assert [str(place) for place in sorted(places)] == ["a:2:4", "a:2:30", "a:10:1", "b:1:1"]


def test_a_line_feed_in_a_file_name_stays_in_one_line() -> None:
    assert str(Location("a\nb.md")) == "a\\nb.md:1:1"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/a.md", "content/a.md"),
        ("./content/../content/a.md", "content/a.md"),
        ("content//a.md", "content/a.md"),
        ("missing.md", "missing.md"),
        (".", "."),
    ],
)
def test_a_path_is_shown_from_the_working_directory(
    path: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(path) == shown
    assert shown_path(tmp_path / path) == shown


def test_a_path_elsewhere_is_shown_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "site"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert shown_path("../a.md") == (tmp_path / "a.md").as_posix()
    assert shown_path(tmp_path / "site-two" / "a.md") == (tmp_path / "site-two" / "a.md").as_posix()


def test_a_link_is_shown_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "link.md").symlink_to("a.md")
    monkeypatch.chdir(tmp_path)
    assert shown_path("link.md") == "link.md"
