"""What is written beside the titles of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from crosslinks.links import Practice
from crosslinks.marking import Marker
from hypothesis import given
from hypothesis import strategies as st

from tests.crosslinks.samples import strategy

MARKER = Marker(
    lambda anchor, words: f"[{words}#{anchor}]", lambda items: f"[{len(items)}]", lambda number: f"({number})"
)


def marked(html: str) -> str:
    found = [strategy("a", "Plan"), strategy("a", "Call")]
    return MARKER.marked(html, found, {})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h3 id="plan">3. Plan it</h3>', '<h3 id="plan">(3.) [Plan it#plan]</h3>'),
        ('<h3 id="plan">IV) Plan it</h3>', '<h3 id="plan">(IV)) [Plan it#plan]</h3>'),
        ('<h3 id="plan">Plan it</h3>', '<h3 id="plan">()[Plan it#plan]</h3>'),
        ('<h3 id="plan">2025 is your year</h3>', '<h3 id="plan">()[2025 is your year#plan]</h3>'),
        ('<h3 id="plan">3.5 hours</h3>', '<h3 id="plan">()[3.5 hours#plan]</h3>'),
        ('<h5 id="plan">Plan it</h5>', '<h5 id="plan">()[Plan it#plan]</h5>'),
        ('<li id="plan"><strong>1. Plan</strong> it</li>', '<li id="plan"><strong>[1. Plan#plan]</strong> it</li>'),
        ('<li id="plan"><b>Plan</b> it, <b>now</b></li>', '<li id="plan"><b>[Plan#plan]</b> it, <b>now</b></li>'),
        ('<li id="plan">Plan it</li>', '<li id="plan">[#plan]Plan it</li>'),
    ],
)
def test_a_strategys_title_gets_its_number_as_a_plate_and_is_a_link(html: str, expected: str) -> None:
    assert marked(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="other">3. Other</h2>', '<h2 id="other">[3. Other#other]</h2>'),
        ('<h3 id="other">An <em>odd</em> one</h3>', '<h3 id="other">[An <em>odd</em> one#other]</h3>'),
        ('<section id="x">\n<h2>X</h2><h3>Y</h3></section>', '<section id="x">\n<h2>[X#x]</h2><h3>Y</h3></section>'),
        ('<section id="x"><span id="y"></span><h2>X</h2>', '<section id="x"><span id="y"></span><h2>[X#x]</h2>'),
        ('<h2 id="x">See <a href="#y">that</a></h2>', '<h2 id="x">See <a href="#y">that</a>[#x]</h2>'),
        ('<a name="old"><h2 id="x">X</h2>', '<a name="old"><h2 id="x">[X#x]</h2>'),
    ],
)
def test_every_second_and_third_heading_with_an_id_is_a_link(html: str, expected: str) -> None:
    assert marked(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Other</h2>",
        '<h4 id="other">Other</h4>',
        '<div id="all"><p>x</p><h2>Other</h2></div>',
        '<a href="/x/"><h2 id="other">Other</h2></a>',
        '<section id="x"><h2>See <a href="#y">that</a></h2></section>',
        '<h2 id="x y">See <a href="#y">that</a></h2>',
    ],
)
def test_what_has_no_id_of_its_own_or_no_room_for_a_link_stays_as_it_is(html: str) -> None:
    assert marked(html) == html


def test_a_theme_without_plates_leaves_numbers_as_they_are() -> None:
    bare = replace(MARKER, plate=lambda number: "")
    html = '<h3 id="plan">3. Plan it</h3>'
    assert bare.marked(html, [strategy("a", "Plan")], {}) == '<h3 id="plan">[3. Plan it#plan]</h3>'


def test_a_theme_without_links_leaves_titles_as_they_are() -> None:
    bare = replace(MARKER, permalink=lambda anchor, words: "", plate=lambda number: "")
    html = '<h3 id="plan">3. Plan it</h3><h2 id="other">Other</h2>'
    assert bare.marked(html, [strategy("a", "Plan")], {}) == html


def test_what_practises_a_strategy_stands_below_its_heading() -> None:
    plan = strategy("a", "Plan")
    items = {plan.id: [Practice("Bring cards", "checklists/before/#bring-cards")]}
    assert MARKER.marked('<h3 id="plan">Plan</h3>', [plan], items) == '<h3 id="plan">()[Plan#plan]</h3>[1]'


TAGS = ["h2", "h3", "li", "strong", "b", "a", "section", "span"]
PIECES = [
    *(f"</{tag}>" for tag in TAGS),
    *(f"<{tag}>" for tag in TAGS),
    *(f'<{tag} id="{id}">' for tag in TAGS for id in ("plan", "call", "x")),
    '<a href="#x">',
    "<!--",
    "x",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_that_was_there_is_lost_or_moved(html: str) -> None:
    quiet = Marker(lambda anchor, words: f"[{words}]", lambda items: "", lambda number: "()")
    found = quiet.marked(html, [strategy("a", "Plan"), strategy("a", "Call")], {})
    assert found.replace("[", "").replace("]", "").replace("()", "") == html
