"""The lines that titles stand on."""

from __future__ import annotations

import pytest
from articles.reading import read_draft
from strategies.places import lines_of, markdown_lines

HEAD = "---\ntitle: A\ndate: 2026-01-01\n---\n"


def line_of(body: str, *titles: str, recovers: bool = True) -> int:
    return markdown_lines(read_draft(HEAD + body, "a.md", True), recovers).of(titles)


def test_a_written_heading_is_found_in_every_form() -> None:
    assert line_of("Text.\n\n## 1. Plan *Now* {: .strategy }\n\n## Rest ##\n", "Plan Now", "Rest") == 7
    assert line_of("Plan\n====\n\nText.\n\nRest\n----\n", "Rest") == 10


def test_a_heading_in_code_is_none() -> None:
    assert line_of("```\n## Plan\n```\n\n## Plan\n", "Plan") == 9


def test_a_title_that_comes_twice_is_found_where_the_others_follow() -> None:
    body = "## Plan\n\nText.\n\n## Walk\n\nText.\n\n## Plan\n\nText.\n\n## Rest\n"
    lines = markdown_lines(read_draft(HEAD + body, "a.md", True), True)
    assert lines.of(["Plan", "Walk"]) == 5
    assert lines.of(["Plan", "Rest"]) == 13


def test_a_recovered_title_is_found_only_where_headings_are_recovered() -> None:
    text = "Words that are long enough to be a paragraph of their own."
    body = f"1. Plan\n\n{text}\n\n2. Rest\n\n{text}\n"
    assert line_of(body, "Plan", "Rest") == 5
    assert line_of(body, "Plan", "Rest", recovers=False) == 1


def test_what_cannot_be_found_is_in_the_first_line() -> None:
    assert line_of("<h2>Plan</h2>\n", "Plan") == 1


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("[Plan it](http://example.org)", "Plan it"),
        ("Plan [it][there]", "Plan it"),
        ("Plan &amp; rest", "Plan & rest"),
        ("<b>Plan</b> it <!-- soon -->", "Plan it"),
        ("Take ![the map](map.png) along", "Take along"),
        ("`plan_it` __now__", "plan_it now"),
        ("Plan <https://example.org>", "Plan https://example.org"),
    ],
)
def test_markup_in_a_title_does_not_hide_its_line(written: str, title: str) -> None:
    assert line_of(f"Text.\n\n### {written}\n\nText.\n\n### Rest\n", title, "Rest") == 7


def test_a_title_that_cannot_be_read_is_where_the_others_are() -> None:
    assert line_of("Text.\n\n## $x^2$\n\nText.\n\n## Rest\n", "the square", "Rest") == 11


def test_titles_of_other_sources_are_found_by_their_words() -> None:
    assert lines_of("Day\n###\n\nPlan Ahead\n==========\n\nRest\n====\n").of(["Plan Ahead", "Rest"]) == 4
    assert lines_of("<h2>Tips</h2>\n<h3 id=a>Plan <i>ahead</i></h3>\n<h3>Rest</h3>").of(["Plan ahead", "Rest"]) == 2
