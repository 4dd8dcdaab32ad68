"""Ids in HTML that another reader made: as Markdown gives them, and nothing else changed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from articles.extension import ArticleExtension
from articles.html_names import named
from articles.html_outline import html_outline
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from pelican.readers import RstReader
from pelican.settings import DEFAULT_CONFIG

ID = re.compile(r' id="[^"]*"')


def of_rst(text: str, tmp_path: Any) -> str:
    """As Pelican has it made, with its own settings."""
    path = tmp_path / "a.rst"
    path.write_text(f"Title\n#####\n\n:date: 2026-01-01\n\n{text}", "utf-8")
    return str(RstReader(DEFAULT_CONFIG).read(str(path))[0])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>1. Go &amp; See</h2>", '<h2 id="go-and-see">1. Go &amp; See</h2>'),
        ("<p>é\n</p>\r\n  <H2 class='a>b'>A</H2>", "<p>é\n</p>\r\n  <H2 id=\"a\" class='a>b'>A</H2>"),
        ('<h2 id="x">A</h2><h2>X</h2>', '<h2 id="x">A</h2><h2 id="x-2">X</h2>'),
        ('<h2 id="">A</h2>', '<h2 id="a">A</h2>'),
        ("<h2>🙂</h2>", '<h2 id="section">🙂</h2>'),
        ("<section id=a><h2>B</h2></section>", "<section id=a><h2>B</h2></section>"),
        ("<blockquote><h2>B</h2></blockquote>", "<blockquote><h2>B</h2></blockquote>"),
    ],
)
def test_a_heading_without_an_id_gets_one(html: str, expected: str) -> None:
    assert named(html).html == expected


def test_headings_that_change_places_keep_their_ids() -> None:
    parts = [f"<h3>{title}</h3><p>x</p>" for title in ("Leave early", "Find a bench", "Carry water")]
    there, back = ("".join(given) for given in (parts, parts[::-1]))
    assert sorted(ID.findall(named(there).html)) == sorted(ID.findall(named(back).html))
    assert '<h3 id="find-a-bench">Find a bench' in named(back).html


def test_an_id_that_comes_twice_is_told_and_stays_with_the_first() -> None:
    found = named('<h2 id=x>A</h2><h2 class="k" id=\'x\'>B</h2><h2 id="x">C</h2>')
    assert found.html == '<h2 id=x>A</h2><h2 id="b" class="k">B</h2><h2 id="c">C</h2>'
    assert found.doubled == ("x",)


def test_run_ins_get_ids_and_bold_titles() -> None:
    html = (
        "<ol><li><strong>Plan It:</strong> make a list</li><li><p><b>Rest Well</b>: lie down</p></li></ol>"
        "<p>x</p><ol><li>No title</li><li>none either</li></ol>"
    )
    assert named(html).html == html.replace("<li><strong>", '<li id="plan-it"><strong>').replace(
        "<li><p><b>", '<li id="rest-well"><p><b>'
    )


def test_titles_of_run_ins_are_put_in_bold() -> None:
    html = (
        "<ol start=3><li>Plan It: make a list of all there is to do now.</li>"
        "<li><em>Rest:</em> lie down until well.</li></ol>"
    )
    assert named(html).html == (
        '<ol start=3><li id="plan-it"><strong>Plan It:</strong> make a list of all there is to do now.</li>'
        '<li id="rest"><strong><em>Rest:</em></strong> lie down until well.</li></ol>'
    )


LISTS = [
    "1. **Plan It:** make a list.\n2. **Rest Well**: lie down.",
    "1. Plan It: make a list of all there is to do now.\n2. Rest Well: lie down until you feel well again.",
    "1. Plan\n2. Rest",
    "1. one thing: a list of all there is to do now.\n2. Two: lie down until you feel well again.",
    "1. **Plan It:** make a list.\n2. Rest.\n3. **Go Out:** for a walk.",
    "1. **Plan** it all\n2. Rest **well**: always",
]


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("above", ["", "## Tips\n\n"])
def test_what_opens_with_a_title_is_told_as_in_markdown(text: str, above: str, tmp_path: Any) -> None:
    md: Any = Markdown(extensions=[ArticleExtension()])
    md.convert(above + text)
    stock = Markdown().convert(above + text)
    rst = of_rst(above.replace("## Tips", "Tips\n====") + text, tmp_path)
    assert html_outline(named(stock).html)[0] == md.article_outline
    assert html_outline(named(rst, is_docutils=True).html)[0] == md.article_outline


def test_ids_that_docutils_made_up_give_way_to_ours_and_those_of_the_author_stay(tmp_path: Any) -> None:
    parts = "Don't Rush & Go", "Rest", "中文", "Look"
    text = "".join(f"{title}\n{'=' * 20}\n\nA.\n\n" for title in parts).replace("Rest", ".. _mine:\n\nRest")
    found = named(of_rst(f"{text}To `Rest`_.\n", tmp_path), is_docutils=True)
    ours = ["dont-rush-and-go", "mine", "zhong-wen", "look"]
    assert [each.id for each in html_outline(found.html)[0].sections] == ours
    ids = [str(each["id"]) for each in BeautifulSoup(found.html, "html.parser").find_all(id=True)]
    assert len(set(ids)) == len(ids)
    assert "rest" in ids  # links to it still lead there
    assert found.doubled == ()


pieces = st.sampled_from(
    ["<h2>", "</h2>", "<h3 id=a>", "<h3 id='a b'", ">", "A", "Plan: make a list of all there is to do.", "<ol>",
     "</ol>", "<li>", "<strong>", "</strong>", "<!--", "-->", "\n", "&amp;", '"', "<div id=a>", "<script>",
     "<span id=t></span>"]
)  # fmt: skip


@given(st.lists(pieces, max_size=14).map("".join), st.booleans())
def test_nothing_is_changed_but_ids_and_bold(html: str, is_docutils: bool) -> None:
    found = named(html, is_docutils)
    for inserted in (r' id="[^"]*"', r"</?strong>", r" id=[^\s>]*", "<span></span>"):
        html, found = re.sub(inserted, "", html), type(found)(re.sub(inserted, "", found.html), found.doubled)
    assert re.sub(" id='a b'", "", found.html) == re.sub(" id='a b'", "", html)
