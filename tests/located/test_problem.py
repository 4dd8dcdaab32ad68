"""A problem in one line, whatever was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from located import Location, Problem, Severity, quote

WHERE = Location("a.md", 2, 3)


def test_a_problem_tells_where_what_and_how_to_fix_it() -> None:
    problem = Problem(WHERE, 'unknown key "levle"', 'Did you mean "level"?')
    assert str(problem) == 'a.md:2:3: unknown key "levle". Did you mean "level"?'


def test_a_problem_without_a_fix_ends_in_a_full_stop() -> None:
    assert str(Problem(WHERE, "this is wrong")) == "a.md:2:3: this is wrong."


def test_a_problem_is_an_error_unless_told() -> None:
    assert Problem(WHERE, "this is wrong").severity is Severity.ERROR


def test_problems_sort_by_place() -> None:
    late, early = Problem(Location("a", 10), "a"), Problem(Location("a", 9), "b")
    assert sorted([late, early]) == [early, late]


def test_a_quotation_shows_what_cannot_be_seen() -> None:
    assert quote("a\nb\tc\rd\u00a0e\u202ef\x07\ud800") == '"a\\nb\\tc\\rd\\u00a0e\\u202ef\\u0007\\ud800"'


def test_a_quotation_keeps_what_can_be_seen() -> None:
    family = "é 👩‍👩‍👧 “x” \\ שלום"
    assert quote(family) == f'"{family}"'


def test_a_long_quotation_is_cut() -> None:
    assert quote("x" * 60) == '"' + "x" * 60 + '"'
    assert quote("x" * 61) == '"' + "x" * 59 + '…"'


@given(st.text(), st.text(), st.text())
def test_a_problem_is_one_line_that_can_be_written(path: str, what: str, fix: str) -> None:
    line = str(Problem(Location(path), what, fix))
    assert len(line.splitlines()) == 1
    assert line.encode()
    assert line.isprintable() or all(each.isprintable() or ord(each) > 0x9F for each in line)
