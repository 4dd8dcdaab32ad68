from __future__ import annotations

from pathlib import Path

import located.characters
import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.finding import Finding, closing_line, counted, in_order, one_line, shown_path, visible


def test_a_finding_reads_place_what_and_fix() -> None:
    assert str(Finding(("a.md", 3, 7), "no title. Add one.")) == "a.md:3:7: no title. Add one."


def test_a_warning_says_so_after_its_place() -> None:
    assert str(Finding(("a.md", 3, 7), "odd.", error=False)) == "a.md:3:7: warning: odd."
    assert str(Finding(None, "odd.", error=False)) == "warning: odd."


def test_findings_come_by_place_those_without_one_last() -> None:
    b, a10, a9, none = (
        Finding(("b", 1, 1), "x"),
        Finding(("a", 10, 1), "x"),
        Finding(("a", 9, 1), "x"),
        Finding(None, "x"),
    )
    assert in_order([none, b, a10, a9]) == [a9, a10, b, none]


def test_a_finding_told_twice_is_shown_once_and_as_the_error_it_is() -> None:
    warning, error = Finding(None, "x", error=False), Finding(None, "x")
    assert in_order([error, warning, error]) == [error]


def test_a_path_with_a_line_feed_is_one_line() -> None:
    finding = Finding(("a\nb\x1b.md", 3, 7), "as c\nd.md has it.")
    assert str(finding) == r"a\nb\u001b.md:3:7: as c\nd.md has it."


@given(st.text())
def test_a_path_reads_as_the_plugins_write_it(text: str) -> None:
    assert visible(text) == located.characters.visible(text)


@given(st.text())
def test_any_text_becomes_one_line_that_no_terminal_obeys(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert "\n" not in line


def test_control_characters_are_shown_as_escapes() -> None:
    assert one_line("a\x1b[31mb\nc") == r"a\x1b[31mb c"


def test_paths_are_shown_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "content" / "a.md") == "content/a.md"
    assert shown_path("content/a.md") == "content/a.md"
    assert shown_path(tmp_path) == "."
    assert shown_path("/elsewhere/a.md") == "/elsewhere/a.md"


def test_numbers_agree_with_their_words() -> None:
    assert [counted(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (2, 1, "3 problems (2 errors, 1 warning). The site was not changed."),
        (1, 0, "1 problem (1 error). The site was not changed."),
    ],
)
def test_the_closing_line_counts_both_kinds(errors: int, warnings: int, expected: str) -> None:
    found = [*[Finding(None, "e")] * errors, *[Finding(None, "w", error=False)] * warnings]
    assert closing_line(found, published=False) == expected


def test_the_closing_line_tells_that_warnings_did_not_stop_the_build() -> None:
    found = [Finding(None, "w", error=False)]
    assert closing_line(found, published=True) == "1 problem (1 warning). The site was built all the same."
