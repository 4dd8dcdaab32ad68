"""The line of source below a problem."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from press.finding import Finding
from press.pointing import WIDTH, pointed
from press.report import tell


@pytest.mark.parametrize(
    ("text", "column", "shown", "caret"),
    [
        ("titel: Bad", 1, "titel: Bad", "^"),
        ("  - text: a", 5, "  - text: a", "    ^"),
        ("a: b", 5, "a: b", "    ^"),
        ("日本: b", 5, "日本: b", "      ^"),
        ("e\u0301: b", 4, "e\u0301: b", "  ^"),
        ("\ta", 2, "\\ta", "  ^"),
        ("👍 b", 3, "👍 b", "   ^"),
    ],
)
def test_the_caret_is_below_the_place(tmp_path: Path, text: str, column: int, shown: str, caret: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f"# first\n{text}\n# last\n", "utf-8")
    assert pointed((str(path), 2, column)) == (f"    {shown}", f"    {caret}")


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(f"{'a' * 500}b{'c' * 500}", "utf-8")
    line, caret = pointed((str(path), 1, 501))
    assert len(line) == WIDTH + 4
    assert line[caret.index("^")] == "b"


def test_a_byte_order_mark_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert pointed((str(path), 1, 1)) == ("    a: b", "    ^")
    assert pointed((str(path), 2, 4)) == ("    c: d", "       ^")


def test_where_there_is_no_such_line_nothing_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a\n\n", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    for place in ((str(path), 2, 1), (str(path), 9, 1), (str(path), 1, 9), (str(tmp_path / "no"), 1, 1)):
        assert pointed(place) == ()
    assert pointed((str(tmp_path / "pipe"), 1, 1)) == ()


@pytest.mark.parametrize("is_terminal", [True, False])
def test_only_on_a_terminal_more_than_a_line_is_printed(
    is_terminal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_text("titel: Bad\n", "utf-8")
    printed = io.StringIO()
    monkeypatch.setattr(printed, "isatty", lambda: is_terminal)
    monkeypatch.setattr(sys, "stderr", printed)
    tell([Finding((str(path), 1, 1), "unknown key.")], published=False)
    told = printed.getvalue().splitlines()
    assert told[0] == f"{path}:1:1: unknown key."
    assert told[1:-1] == (["    titel: Bad", "    ^"] if is_terminal else [])
