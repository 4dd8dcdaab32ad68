"""What attribute lists say of headings and run-ins: in the outline, and in the HTML as attributes that it knows."""

from __future__ import annotations

from typing import Any

import pytest
from articles.attributes import classes_of, said_in
from articles.extension import ArticleExtension
from articles.html_outline import html_outline
from articles.model import Outline
from markdown import Markdown

HEADING = '## Tips {: .strategy .wide when="before  noon" effort="10 min" data-x="y" }\n\nText.\n'
RUN_INS = """1. **Plan**: a text that is long enough to be one.
   {: .strategy when="now" }
2. **Rest**: another text that is long enough to be one.
"""


def converted(text: str) -> tuple[str, Outline]:
    md: Any = Markdown(extensions=[ArticleExtension(), "attr_list"])
    return md.convert(text), md.article_outline


def test_a_heading_has_its_classes_and_what_is_said_of_it() -> None:
    _, outline = converted(HEADING)
    (section,) = outline.sections
    assert section.classes == ("strategy", "wide")
    assert section.attributes == (("when", "before noon"), ("effort", "10 min"))


def test_a_run_in_has_them_too() -> None:
    first, second = converted(RUN_INS)[1].run_ins
    assert (first.classes, first.attributes) == (("strategy",), (("when", "now"),))
    assert (second.classes, second.attributes) == ((), ())


@pytest.mark.parametrize("text", [HEADING, RUN_INS])
def test_no_attribute_reaches_the_page_that_html_does_not_know(text: str) -> None:
    html, _ = converted(text)
    assert " when=" not in html
    assert " effort=" not in html
    assert "data-when=" in html


@pytest.mark.parametrize("text", [HEADING, RUN_INS])
def test_the_outline_of_the_html_says_the_same(text: str) -> None:
    html, outline = converted(text)
    assert html_outline(html)[0] == outline


def test_a_class_around_a_heading_is_its_own_but_for_docutils() -> None:
    html = '<section class="section strategy" id="a"><h2>A</h2></section><h2 class="b">B</h2>'
    assert [(each.id, each.classes) for each in html_outline(html)[0].sections] == [("a", ("strategy",)), ("", ("b",))]


def test_only_words_of_our_own_are_kept() -> None:
    assert said_in({"effort": "1 h", "data-when": "a  b", "when": "c", "title": "d"}) == (
        ("when", "a b"),
        ("effort", "1 h"),
    )
    assert said_in({"when": ""}) == ()
    assert classes_of(" a  b a ") == ("a", "b")
