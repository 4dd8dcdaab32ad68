"""What Markdown makes of embeds and task lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from checklists.extension import ChecklistExtension, makeExtension
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases") / "extension.md")


def converted(text: str, first: int = 1, *more: Any) -> str:
    md: Any = Markdown(extensions=["fenced_code", *more, ChecklistExtension()], output_format="html")
    md.source_line = first
    return str(md.convert(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_is_converted_as_shown(case: Case) -> None:
    text, expected = case.blocks
    html = re.sub(r"(?<=</check-list-embed>)(?=<)", "\n", converted(text))
    assert html == expected.rstrip("\n")


def test_places_count_from_the_line_that_the_text_starts_on() -> None:
    html = converted("[checklist: a]\n\n- [ ] b", 12)
    assert 'data-line="12" data-slug="a"' in html
    assert 'data-line="14" data-state="open"' in html


def test_attributes_are_read_whether_or_not_attribute_lists_are_on() -> None:
    text = "- [ ] Shoes {: #boots rev=2 }"
    assert converted(text) == converted(text, 1, "attr_list")


def test_a_second_text_has_places_of_its_own() -> None:
    md = Markdown(extensions=[makeExtension()])
    first = md.convert("- [ ] a\n- [ ] b")
    assert md.reset().convert("- [ ] a\n- [ ] b") == first


@given(st.text(st.sampled_from("[]checklist: x-\n>#{}*`1.a"), max_size=80))
def test_no_text_fails(text: str) -> None:
    converted(text)
