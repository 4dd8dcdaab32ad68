"""Lines of Markdown -> blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles.blocks import blocks
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "blocks.md")
LINES = [
    "",
    " ",
    "a",
    "- a",
    "1. a",
    "# a",
    "===",
    "---",
    "```",
    "~~~~",
    "    a",
    "\ta",
    "> a",
    "| a",
    "<div>",
    "</div>",
]
LINES += ["<!--", "-->", "<p>a</p>", "<br>", "[a]: b", "{% raw %}", "{% endraw %}", "**", "<div/>", "<http://a>"]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    document, expected = case.blocks
    found = blocks(document.removesuffix("\n").split("\n"))
    assert "".join(f"{block.kind} {block.start}-{block.end}\n" for block in found) == expected


@given(st.lists(st.sampled_from(LINES) | st.text(st.characters(exclude_characters="\n"))))
def test_every_line_that_is_not_blank_is_in_one_block(lines: list[str]) -> None:
    at = 0
    for block in blocks(lines):
        assert at <= block.start < block.end
        assert not any(line.strip() for line in lines[at : block.start])
        assert (list(block.lines), block.first) == (lines[block.start : block.end], lines[block.start])
        at = block.end
    assert not any(line.strip() for line in lines[at:])


def test_the_text_of_a_block_is_its_lines_in_one() -> None:
    assert [block.text for block in blocks(["one", "  two "])] == ["one two"]
