"""HTML as feeds carry it."""

from __future__ import annotations

from pathlib import Path

import pytest
from feeds.absolute import absolute_html
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, read_cases
from tests.feeds import rules_content

PAGE = "https://example.org/sub/articles/x/"
CASES = read_cases(Path(__file__).parent / "cases" / "absolute.md")

PIECES = (
    """<p>|</p>|<a href="|">|<script>|</script>|<svg>|</svg>|<!--|-->|<![|]]>|<?|&amp;|&|<|javascript:|//|#|"|'|"""
    """ onx=|<iframe src=x>|</iframe>|srcset="|, 2x|<img src=|>|<x-y>|/>|=|http://[|&#0;|&#x1b;|<style>"""
    """|<object data=|text"""
)
pieces = st.sampled_from(PIECES.split("|"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    html, expected = case.blocks
    assert absolute_html(html, PAGE) == expected


@given(st.lists(pieces | st.text(max_size=8), max_size=25).map("".join))
def test_whatever_was_written_nothing_runs_and_no_address_is_relative(html: str) -> None:
    assert rules_content.content(absolute_html(html, PAGE)) == []


@given(st.text())
def test_text_stays_text(text: str) -> None:
    html = absolute_html(text.replace("&", "&amp;").replace("<", "&lt;"), PAGE)
    assert rules_content.tags(html) == []


@given(st.lists(pieces, max_size=25).map("".join))
def test_a_second_time_changes_nothing(html: str) -> None:
    once = absolute_html(html, PAGE)
    assert absolute_html(once, PAGE) == once
