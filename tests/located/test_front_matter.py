"""Where front matter ends, and what people write instead of three dashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import split_front_matter

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "front_matter.md")

LINES = st.lists(
    st.sampled_from(
        ["---", "----", "...", "—", " ---", "", "title: x", "Note: y", "- z", "  a", "# b", "Prose.", "é😀", "\ufeff"]
    )
    | st.text(max_size=5)
).map("\n".join)


def found(text: str) -> str:
    """What was found, as a case has it."""
    parts = split_front_matter(text, "x.md")
    lines = len(parts.header.splitlines())
    problems = "".join(f"{problem}\n" for problem in parts.problems)
    return f"{parts.kind}, header {parts.header_line}+{lines}, body {parts.body_line}\n{problems}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_parts_are_found_and_the_problems_told(case: Case) -> None:
    text, expected = case.blocks
    assert found(text) == expected


@given(LINES)
def test_the_parts_stand_where_they_say(text: str) -> None:
    parts = split_front_matter(text, "x.md")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for part, line in ((parts.header, parts.header_line), (parts.body, parts.body_line)):
        assert "\n".join(lines[line - 1 :]).startswith(part) or not part
    assert all(1 <= problem.where.line <= len(lines) for problem in parts.problems)


@given(LINES)
def test_the_body_goes_to_the_end(text: str) -> None:
    parts = split_front_matter(text, "x.md")
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert whole.endswith(parts.body)
    if parts.kind == "none":
        assert (parts.header, parts.body, parts.body_line) == ("", whole, 1)
