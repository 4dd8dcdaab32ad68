"""What is written beside the strategies of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from crosslinks.links import Practice
from crosslinks.marking import Marker

from tests.crosslinks.samples import strategy

MARKER = Marker(lambda anchor: f"[#{anchor}]", lambda items: f"[{len(items)}]", lambda number: f"({number})")


def marked(html: str) -> str:
    found = [strategy("a", "Plan"), strategy("a", "Call")]
    return MARKER.marked(html, found, {})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h3 id="plan">3. Plan it</h3>', '<h3 id="plan">(3.) Plan it[#plan]</h3>'),
        ('<h3 id="plan">IV) Plan it</h3>', '<h3 id="plan">(IV)) Plan it[#plan]</h3>'),
        ('<h3 id="plan">Plan it</h3>', '<h3 id="plan">()Plan it[#plan]</h3>'),
        ('<h3 id="plan">2025 is your year</h3>', '<h3 id="plan">()2025 is your year[#plan]</h3>'),
        ('<h3 id="plan">3.5 hours</h3>', '<h3 id="plan">()3.5 hours[#plan]</h3>'),
        ('<li id="plan"><strong>1. Plan</strong> it</li>', '<li id="plan"><strong>1. Plan</strong>[#plan] it</li>'),
        ('<h3 id="other">3. Other</h3>', '<h3 id="other">3. Other</h3>'),
    ],
)
def test_a_heading_gets_its_number_as_a_plate_and_a_link(html: str, expected: str) -> None:
    assert marked(html) == expected


def test_a_theme_without_plates_leaves_numbers_as_they_are() -> None:
    bare = replace(MARKER, plate=lambda number: "")
    html = '<h3 id="plan">3. Plan it</h3>'
    assert bare.marked(html, [strategy("a", "Plan")], {}) == '<h3 id="plan">3. Plan it[#plan]</h3>'


def test_what_practises_a_strategy_stands_below_its_heading() -> None:
    plan = strategy("a", "Plan")
    items = {plan.id: [Practice("Bring cards", "checklists/before/#bring-cards")]}
    assert MARKER.marked('<h3 id="plan">Plan</h3>', [plan], items) == '<h3 id="plan">()Plan[#plan]</h3>[1]'
