from __future__ import annotations

import os
from pathlib import Path

import pytest
from preview.excerpt import Excerpt, excerpt


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text("one\n\ttwo\nthree\n日本 four\nfive\n", encoding="utf-8")
    return path


def test_the_lines_around_a_place_come_with_a_caret(file: Path) -> None:
    lines = ((1, "one"), (2, "    two"), (3, "three"), (4, "日本 four"))
    assert excerpt((str(file), 3, 2)) == Excerpt(lines, 3, " ^")


@pytest.mark.parametrize(("line", "column", "caret"), [(2, 2, "    ^"), (4, 4, "     ^"), (1, 4, "   ^")])
def test_the_caret_is_below_its_letter_whatever_stands_before_it(
    file: Path, line: int, column: int, caret: str
) -> None:
    found = excerpt((str(file), line, column))
    assert found is not None
    assert found.caret == caret


def test_a_long_line_is_cut_around_its_place(file: Path) -> None:
    file.write_text("x" * 500 + "HERE" + "y" * 500)
    found = excerpt((str(file), 1, 501))
    assert found is not None
    ((_, text),) = found.lines
    assert text[len(found.caret) - 1 :].startswith("HERE")
    assert len(text) == 120


@pytest.mark.parametrize(("line", "column"), [(9, 1), (1, 9), (1, 0), (6, 1)])
def test_a_place_that_is_not_there_has_no_lines(file: Path, line: int, column: int) -> None:
    assert excerpt((str(file), line, column)) is None


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for name in ("fifo", ".", "none", "x\0y"):
        assert excerpt((str(tmp_path / name), 1, 1)) is None


def test_what_could_not_be_seen_is_written_out(file: Path) -> None:
    file.write_bytes(b"a\xff\x1b\xe2\x80\xaeb\n")
    found = excerpt((str(file), 1, 1))
    assert found is not None
    assert found.lines == ((1, "a\ufffd\\u001b\\u202eb"),)
