"""Where in finished HTML something can be said of a strategy."""

from __future__ import annotations

import pytest
from crosslinks.spots import replaced, spots
from hypothesis import given
from hypothesis import strategies as st


def shown(html: str, *anchors: str) -> str:
    """The HTML with `[` where a title ends and `]` where what belongs to it can follow."""
    found = spots(html, anchors or ("a", "b"))
    ends = {(each.title, each.title): "[" for each in found.values()}
    return replaced(html, ends | {(each.below, each.below): "]" for each in found.values()})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">A <em>b</em></h2><p>x</p>', '<h2 id="a">A <em>b</em>[</h2>]<p>x</p>'),
        ("<H3 class='x' ID = 'a'>A</H3>", "<H3 class='x' ID = 'a'>A[</H3>]"),
        ("<h3 id=a>A</h3>", "<h3 id=a>A[</h3>]"),
        ('<h2 title="x > y" id="a">A</h2>', '<h2 title="x > y" id="a">A[</h2>]'),
        ('<h2 id="a">A <!-- </h2> --></h2>', '<h2 id="a">A <!-- </h2> -->[</h2>]'),
        ('<h2 id="a"><img src="x" alt="A"></h2>', '<h2 id="a"><img src="x" alt="A">[</h2>]'),
        (
            '<section id="a">\n<h2>A</h2>\n<p>x</p><h3>C</h3></section>',
            '<section id="a">\n<h2>A[</h2>]\n<p>x</p><h3>C</h3></section>',
        ),
        ('<div class="section" id="a"><h2>A</h2></div>', '<div class="section" id="a"><h2>A[</h2>]</div>'),
        ('<ol><li id="a"><strong>A:</strong> b</li></ol>', '<ol><li id="a"><strong>A:</strong>[ b]</li></ol>'),
        (
            '<ul><li id="a"><p><strong>A</strong> b</p><ul><li><strong>c</strong></li></ul></li></ul>',
            '<ul><li id="a"><p><strong>A</strong>[ b</p><ul><li><strong>c</strong></li></ul>]</li></ul>',
        ),
        ('<h2 id="a">A</h2><h2 id="b">B</h2>', '<h2 id="a">A[</h2>]<h2 id="b">B[</h2>]'),
    ],
)
def test_a_title_is_found_however_it_was_written(html: str, expected: str) -> None:
    assert shown(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="c">C</h2>',
        "<h2>A</h2>",
        '<h2 data-id="a">A</h2>',
        '<!-- <h2 id="a">A</h2> -->',
        '<script>"<h2 id=a>A</h2>"</script>',
        '<pre>&lt;h2 id="a"&gt;A&lt;/h2&gt;</pre>',
        '<h2 id="a">A',
        '<li id="a"><strong>A</strong> and no end',
        '<h2><span id="a">A</span></h2>',
        "<h2 id=",
        "",
    ],
)
def test_what_cannot_be_found_is_left_alone(html: str) -> None:
    assert shown(html) == html


def test_only_the_first_of_two_with_one_id_is_meant() -> None:
    assert shown('<h2 id="a">A</h2><h2 id="a">B</h2>') == '<h2 id="a">A[</h2>]<h2 id="a">B</h2>'


PIECES = [
    '<h2 id="a">',
    "</h2>",
    '<li id="b">',
    "</li>",
    "<strong>",
    "</strong>",
    "<ul>",
    "</ul>",
    "<!--",
    "x",
    '"',
    ">",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_that_was_there_is_lost_or_moved(html: str) -> None:
    assert shown(html).replace("[", "").replace("]", "") == html


@pytest.mark.parametrize("opening", ["<a ", '<a x="', "<a x='", "<!--", "<script>", "<h2 id=a ", "<li id=a>"])
def test_what_is_never_closed_is_looked_through_once(opening: str) -> None:
    html = f'<h2 id="a">A</h2>{opening * 50_000}'
    assert shown(html) == f'<h2 id="a">A[</h2>]{opening * 50_000}'
