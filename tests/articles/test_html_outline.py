"""The outline of HTML: of articles in HTML itself and in reStructuredText."""

from __future__ import annotations

from typing import Any

import pytest
from articles.extension import ArticleExtension
from articles.html_outline import html_outline
from articles.model import Outline, RunIn
from docutils.core import publish_parts
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

MARKDOWN = """First paragraph, with *emphasis*.

## Getting Ready

Pack early. Then rest.

Second paragraph.

### 1. The List

Write it down. Read it again.

## Going There

Go.
"""
HTML = """<p>First paragraph, with <em>emphasis</em>.</p>
<section>
<h2 id="getting-ready">Getting Ready</h2>
<p>Pack early. Then rest.</p>
<!-- a comment -->
<p>Second   paragraph.</p>
<p></p>
<h3 id="the-list">1. The List</h3>
<p>Write it down. Read it <!-- over and over -->again.</p>
</section>
<div><h2 id="going-there">Going There</h2><p>Go.</p></div>
"""
RST = """First paragraph, with *emphasis*.

Getting Ready
=============

Pack early. Then rest.

Second paragraph.

1. The List
-----------

Write it down. Read it again.

Going There
===========

Go.
"""


def of_markdown(text: str) -> Outline:
    md: Any = Markdown(extensions=[ArticleExtension()])
    md.convert(text)
    found: Outline = md.article_outline
    return found


def of_rst(text: str) -> Outline:
    given = {"initial_header_level": "2", "doctitle_xform": False, "syntax_highlight": "short"}
    return html_outline(publish_parts(text, writer="html5", settings_overrides=given)["body"])[0]


@pytest.mark.parametrize("other", [html_outline(HTML)[0], of_rst(RST)], ids=["HTML", "reStructuredText"])
def test_one_article_has_one_outline_however_it_is_written(other: Outline) -> None:
    assert other == of_markdown(MARKDOWN)


def test_words_are_those_a_reader_sees() -> None:
    assert html_outline("<p>One <b>two</b></p><!-- three --><p>three</p>")[1] == 3


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p><b>a</b>. b</p>", "**a**. b"),
        ("<p>a<br>b</p>", "a  \nb"),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", "- a\n- b\n\nc"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a|b\n-|-\nc|d"),
        ("<p>a<em>b</em>c <code>d</code>!</p>", "a*b*c `d`!"),
    ],
)
def test_words_are_counted_as_in_markdown(html: str, markdown: str) -> None:
    md: Any = Markdown(extensions=[ArticleExtension(), "tables"])
    md.convert(markdown)
    assert html_outline(html)[1] == md.article_words


def test_elements_may_lie_thousands_deep() -> None:
    html = '<div id="a">x ' * 5_000 + "<h2>A</h2><p>One. " + "<b>" * 5_000 + "two"
    found, words = html_outline(html)
    assert (found.sections[0].id, found.sections[0].paragraphs, words) == ("a", ("One. two",), 5_003)


def test_the_id_around_a_heading_serves_when_it_has_none() -> None:
    (section,) = html_outline('<div id="a"><h2>A</h2></div>')[0].sections
    assert section.id == "a"


def test_run_ins_are_items_with_an_id_and_a_strong_title() -> None:
    html = (
        '<ol start="3"><li id="a"><strong>A:</strong> one</li><li>two</li><li id="c"><p><strong>C</strong>: x</p></ol>'
    )
    assert html_outline(html)[0].run_ins == (RunIn("a", "A", "3", "one"), RunIn("c", "C", "5", "x"))


@pytest.mark.parametrize("start", ["", "x", "-1", "1.5"])
def test_a_list_that_starts_with_no_number_starts_with_one(start: str) -> None:
    html = f'<ol start="{start}"><li id="a"><strong>A</strong> one</li></ol>'
    assert html_outline(html)[0].run_ins[0].number == "1"


def test_a_line_break_is_a_space_and_a_footnote_mark_is_nothing() -> None:
    html = '<p>a<br>b<sup id="fnref:1"><a href="#fn:1">1</a></sup><script>x</script></p>'
    assert html_outline(html)[0].paragraphs == ("a b",)


def test_footnotes_and_quotes_are_no_paragraphs_of_the_article() -> None:
    html = '<p>a</p><blockquote><p>b</p></blockquote><div class="footnote"><p>c</p></div>'
    assert html_outline(html)[0].paragraphs == ("a",)


@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</p>", "<h2", ">", "<ol start=", "<li id=a>", "<strong>", "x", "<!--"])).map(
        "".join
    )
)
def test_any_html_has_an_outline(html: str) -> None:
    found, words = html_outline(html)
    assert isinstance(found, Outline)
    assert words >= 0
