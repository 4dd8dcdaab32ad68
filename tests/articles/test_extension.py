"""Markdown -> HTML, ids, outline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from articles.extension import ArticleExtension, makeExtension
from articles.html_outline import html_outline
from articles.model import Outline, RunIn, Section
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tests.articles.conftest import MARKDOWN
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "extension.md")
PIECES = [
    "# One", "## One", "One", "One\n===", "1. Title Here", "2. Another Title", "**Bold Title**", "Conclusion",
    "A sentence that follows and ends.", "- item", "1. Lead Title: and some text that is long enough to count here.",
    "2. Other Lead: and some more text that is long.", "> quote", "```\ncode\n```", '<div id="one">x</div>', "<p>",
    "| a | b |\n|---|---|\n| 1 | 2 |", "    code", '"quoted" -- text...', "[a](b)", "*a* **b**", "[^1]", "[^1]: note",
    "{: #one }", "## One {#two}", "&amp; & <", "`code`", "3.1 Deeper Title", "***", r"\*\*Title\*\*", "Step 1: Do It",
    "Term\n: def",
]  # fmt: skip
documents = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=9).map("\n\n".join)
MD: Any = Markdown(**{**MARKDOWN, "extensions": [*MARKDOWN["extensions"], ArticleExtension()]})


def convert(text: str, recover: bool = True) -> str:
    MD.reset()
    MD.article_title = "Follow Up"
    MD.article_recover = recover
    return str(MD.convert(text))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    text, html = case.blocks
    assert convert(text) + "\n" == html


def sections(found: tuple[Section, ...]) -> list[Section]:
    return [each for section in found for each in (section, *sections(section.sections))]


def test_a_heading_says_how_it_was_written() -> None:
    prose = "\n\nThis is a paragraph that is long enough to be read as text.\n\n"
    convert(f"Introduction{prose}1. Listen{prose}2. Speak{prose}**Bold Words**{prose}")
    found = [(each.text, each.source) for each in sections(MD.article_outline.sections)]
    bare = [("Introduction", "bare"), ("1. Listen", "numbered"), ("2. Speak", "numbered"), ("Bold Words", "bold")]
    assert found == bare
    convert(f"## Introduction{prose}")
    assert MD.article_outline.sections[0].source == "written"


def test_the_outline_holds_paragraphs_and_run_ins() -> None:
    convert("Text.\n\n1. Listen Well: it helps more than you think, always.\n2. Speak Less: as *one* who heard it all.")
    assert MD.article_outline == Outline(
        ("Text.",),
        (
            RunIn("listen-well", "Listen Well", "1", "it helps more than you think, always."),
            RunIn("speak-less", "Speak Less", "2", "as one who heard it all."),
        ),
        (),
    )


def test_the_outline_has_text_as_a_reader_sees_it() -> None:
    convert("A &amp; `b` <b>c</b> &lt;d&gt; *e*[^1]  \nnext\n\n<!-- x -->\n\n[^1]: Note.")
    assert MD.article_outline.paragraphs == ("A & b c <d> e next",)


@pytest.mark.parametrize(
    ("heading", "text", "id"),
    [
        ("Take `code <i>` & Go", "Take code <i> & Go", "take-code-i-and-go"),
        ("Write `&amp;` for &amp;", "Write &amp; for &", "write-and-amp-for-and"),
        ("Go <script>alert(1)</script> Home", "Go Home", "go-home"),
        ("<script>alert(1)</script>", "", "section"),
        ("Go Home </style>", "Go Home", "go-home"),
        ("Go <!-- a > b --> Home", "Go Home", "go-home"),
        ("Use `both` *hands* & <b>feet</b>", "Use both hands & feet", "use-both-hands-and-feet"),
    ],
)
def test_a_heading_says_what_a_reader_sees(heading: str, text: str, id: str) -> None:
    convert(f"### {heading}")
    assert [(each.text, each.id) for each in MD.article_outline.sections] == [(text, id)]


def test_what_no_reader_sees_is_no_text_of_the_outline() -> None:
    convert(
        "A <script>alert(1)</script>b.\n\n<div><style>p { color: red }</style>\nText.</div>\n\n<script>\nx()\n</script>"
    )
    assert MD.article_outline.paragraphs == ("A b.", "Text.")
    assert MD.article_words == 3


def test_attributes_of_headings_and_items_are_plain_text() -> None:
    html = convert(
        '### Rest {: when="<b>now</b>" effort="5 &lt; 6" title="<i>a" }\n\n'
        '1. **Plan It:** make a list.\n{: when="<b>now</b>" }\n2. **Rest Well:** lie down.'
    )
    assert not re.search("[\x00-\x08]", html)
    assert html.count('data-when="now"') == 2
    (section,) = MD.article_outline.sections
    assert section.attributes == (("when", "now"), ("effort", "5 < 6"))
    assert section.run_ins[0].attributes == (("when", "now"),)


def test_an_id_that_comes_twice_is_told_and_stays_with_the_first() -> None:
    html = convert("## A {: #x }\n\n## B {: #x }\n\n## C {: #y }")
    assert re.findall('id="([^"]*)"', html) == ["x", "b", "y"]
    assert MD.article_doubled == ("x",)


def test_words_are_counted_once() -> None:
    convert("# One two\n\nThree *four*five\n\n- six\n- seven\n\n| eight | nine |\n|---|---|\n| ten | eleven |")
    assert MD.article_words == 10


def test_nothing_of_an_article_is_left_in_the_next() -> None:
    first = convert("# One {#x}\n\nText[^1] HTML\n\n[^1]: Note.\n\n*[HTML]: Hypertext\n\n[a]: /b")
    between = convert("# One\n\nText[^1] HTML [a]")
    assert "abbr" not in between
    assert 'id="one"' in between
    assert convert("# One {#x}\n\nText[^1] HTML\n\n[^1]: Note.\n\n*[HTML]: Hypertext\n\n[a]: /b") == first


def test_recovery_can_be_off() -> None:
    text = "Introduction\n\nThis is a paragraph that is long enough to be read as text."
    assert "<h2" not in Markdown(extensions=[makeExtension(recover=False)]).convert(text)
    assert "<h2" in Markdown(extensions=[makeExtension()]).convert(text)


@settings(max_examples=60)
@given(documents)
def test_ids_are_unique_in_a_page(text: str) -> None:
    text = re.sub(r"\{[^}]*\}|<div[^>]*>", "", text)  # an id that an author wrote twice is the author's
    ids = re.findall(r'<[^>]*\sid="([^"]*)"', convert(text))
    assert len(set(ids)) == len(ids)


@settings(max_examples=60)
@given(documents)
def test_no_given_id_is_one_that_the_author_wrote(text: str) -> None:
    text = text.replace('<div id="one">', "<div>").replace("{: #one }", "")
    assert convert('<div id="one">\nx\n</div>\n\n' + text).count('id="one"') == 1


@settings(max_examples=60)
@given(documents)
def test_every_heading_of_the_outline_is_on_the_page(text: str) -> None:
    html = convert(text)
    for section in sections(MD.article_outline.sections):
        assert f'<h{section.level} id="{section.id}"' in html or "{" in text


@settings(max_examples=60)
@given(documents)
def test_without_a_guess_recovery_changes_nothing(text: str) -> None:
    html = convert(text)
    if not MD.article_guesses:
        assert html == convert(text, recover=False)


@settings(max_examples=60)
@given(st.lists(st.text("abc ,.\"'*_`[]()<>&-\n", max_size=40), max_size=5).map("\n\n".join))
def test_text_without_lines_like_headings_comes_out_as_plain_markdown_has_it(text: str) -> None:
    assume("**" not in text and "__" not in text)  # without bold, without capitals: nothing to take for a heading
    assert convert(text) == convert(text, recover=False)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["# One", "## Two", "Some text. And more.", "Text *with* `code` & <b>bold</b>."]), max_size=8
    )
)
def test_the_outline_of_the_html_is_the_outline_of_the_markdown(parts: list[str]) -> None:
    html = convert("\n\n".join(parts), recover=False)
    assert html_outline(html)[0] == MD.article_outline
