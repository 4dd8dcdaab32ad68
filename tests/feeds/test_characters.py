"""Characters that feeds may hold."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

from feeds.characters import clean, one_line
from hypothesis import given
from hypothesis import strategies as st


def test_controls_surrogates_and_noncharacters_are_dropped() -> None:
    assert clean("a\x00\x0b\x1b\x7f\x85\ud800\ufffe\uffff\ufdd0\U0001ffffb") == "ab"


def test_the_mark_of_text_that_was_lost_is_dropped() -> None:
    assert clean("caf\ufffd") == "caf"


def test_tabs_line_feeds_and_other_scripts_stay() -> None:
    assert clean("a\tb\r\nc\rd é 中 😀 \u200d") == "a\tb\nc\nd é 中 😀 \u200d"


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a\n\tb \x00 c ") == "a b c"


@given(st.text(alphabet=st.characters()))
def test_any_text_can_stand_in_xml(text: str) -> None:
    assert fromstring(f"<a>{escape(clean(text))}</a>".encode()).text in (clean(text), None)
