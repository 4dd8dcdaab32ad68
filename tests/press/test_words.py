"""What differs between two versions of an article's HTML, and new words in the places of old ones."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.words import MOST, pieces, with_words, words

TEXTS = st.text(st.sampled_from("abc é&;\n"), max_size=6).map(escape)
TAGS = st.sampled_from(["<p>", "</p>", "<em>", "</em>", '<a title="a > b" href=x>', "</a>", "<br>", "<!-- a > b -->"])


@given(st.lists(st.tuples(TEXTS, TAGS)), TEXTS)
def test_pieces_are_the_whole_text_and_tags_in_turn(parts: list[tuple[str, str]], end: str) -> None:
    html = "".join(text + tag for text, tag in parts) + end
    found = list(pieces(html))
    assert "".join(found) == html
    assert found == [each for part in parts for each in part] + [end]


@given(st.lists(st.tuples(TEXTS, TEXTS, TAGS)), st.text("xyz<> ", max_size=9), st.text("xyz<> ", max_size=9))
def test_a_page_gets_the_new_words_or_none(parts: list[tuple[str, str, str]], head: str, foot: str) -> None:
    """Whatever stands around: where the places are not beyond doubt, nothing is changed."""
    before, after = ("".join(part[at] + part[2] for part in parts) for at in (0, 1))
    changed = words(before, after)
    if changed is not None:
        page = with_words(head + before + foot, changed, str)
        assert page in (None, head + after + foot)


@given(st.lists(st.tuples(TEXTS, TEXTS, TAGS), max_size=8))
def test_words_that_stand_once_are_found(parts: list[tuple[str, str, str]]) -> None:
    numbered = [(f"{n}:{old}", f"{n}:{new}", tag) for n, (old, new, tag) in enumerate(parts)]
    before, after = ("".join(part[at] + part[2] for part in numbered) for at in (0, 1))
    changed = words(before, after)
    assert changed is not None
    assert with_words(f"<main>{before}</main>", changed, str) == f"<main>{after}</main>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>a</p>\n<p>c</p>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>b</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>a\nb</p>"),
        ("<p>a <em>b</em> c</p>", "<p><em>a</em> <em>b</em> c</p>"),
        ("<h2>a</h2><p>b</p><h2>c</h2>", "<h2>a</h2><p>b</p><p>d</p><h2>c</h2>"),
        ("<ul><li>a</li></ul><p>b</p>", "<ul><li>a</li></ul><p>b</p><p>a &amp; b</p>"),
    ],
)
def test_paragraphs_come_and_go(before: str, after: str) -> None:
    changed = words(before, after)
    assert changed is not None
    assert "".join(changed.after) == after
    assert with_words(f"<main>{before}</main>", changed, str) == f"<main>{after}</main>"


def test_what_stands_beside_a_paragraph_stays_there() -> None:
    changed = words("<h2>a</h2><p>b</p>", "<h2>a</h2><p>c</p><p>b</p>")
    assert changed is not None
    assert with_words("<h2>a</h2><i>1</i><p>b</p>", changed, str) == "<h2>a</h2><i>1</i><p>c</p><p>b</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p>", "<p>a <em>b</em></p>"),
        ("<p>a</p>", "<p>a</p><ul><li>b</li></ul>"),
        ("<p>a</p><ul><li>b</li></ul>", "<p>a</p><ul><li>b</li><li>c</li></ul>"),
        ("<h2>a</h2><p><em>x</em></p>", "<h2>a <em>b</em></h2><p><em>x</em></p>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><hr><p>b</p><hr>"),
        ("<p>a</p>" * 60, "<p>b</p>" * 61),
        ('<p><a href="x">a</a></p>', '<p><a href="y">a</a></p>'),
        ("<h2>a <em>b</em> c</h2>", "<h2>a <em>b</em> d</h2>"),
        ('<h2 id="x">a</h2>', '<h2 id="x">b</h2>'),
        ("<script>a</script>", "<script>b</script>"),
        ("<style>a</style>", "<style>b</style>"),
        ("<svg><text>a</text></svg>", "<svg><text>b</text></svg>"),
        ("<!-- a --> b", "<!-- c --> b"),
        ("a < b", "a < c"),
        ("<p>a", "<p>a >"),
        ("".join(f"<b>{n}</b>" for n in range(MOST + 1)), "".join(f"<b>x{n}</b>" for n in range(MOST + 1))),
    ],
)
def test_what_is_more_than_words(before: str, after: str) -> None:
    assert words(before, after) is None


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<i>x</i> one two", "<i>x</i> two two"),
        ("<p>one</p><p>one</p>", None),
        ("<title>one</title><p>one</p>", "<title>one</title><p>two</p>"),
        ("<p>one</p>", "<p>two</p>"),
        ("<p>aone</p>", "<p>atwo</p>"),
        ("<h2>x</h2><aside>y</aside><p>one</p><h2>z</h2><p>one</p>", None),
    ],
)
def test_places_are_told_apart_by_what_stands_around(page: str, wanted: str | None) -> None:
    changed = words("<p>one</p>", "<p>two</p>")
    assert changed is not None
    assert with_words(page, changed, str) == wanted


def test_words_are_written_as_the_file_writes_them() -> None:
    changed = words("<p>a &amp; b</p>", "<p>a &amp; c</p>")
    assert changed is not None
    assert with_words('{"html": "&lt;p&gt;a &amp;amp; b"}', changed, escape) == '{"html": "&lt;p&gt;a &amp;amp; c"}'


def test_words_that_are_not_in_the_file_at_all_are_not_taken_for_others() -> None:
    changed = words("<p>one</p>", "<p>two</p>")
    assert changed is not None
    assert with_words("some one", changed, lambda html: html if html == "one" else "") is None


def test_links_and_headings_do_not_tell_words_apart() -> None:
    """They may be written in another way in the file."""
    changed = words("<h2>x</h2><p>one</p><p><a>one</a></p>", "<h2>x</h2><p>two</p><p><a>one</a></p>")
    assert changed is not None
    assert with_words("<h2>x</h2>!<p>one</p><p><a>one</a></p>", changed, str) == (
        "<h2>x</h2>!<p>two</p><p><a>one</a></p>"
    )
