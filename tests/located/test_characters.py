"""Characters that no text should hold."""

from __future__ import annotations

import pytest
from located.characters import first_control, named, unified, visible


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\ufffe"]
)
def test_control_characters_are_found(character: str) -> None:
    assert first_control(f"é😀{character}") == 2


@pytest.mark.parametrize("text", ["", "a\tb\r\nc", "\x85", "\u00a0\u2028\ufeff", "é😀👩‍👧", "\ufffd", "\U0010fffd"])
def test_text_holds_none(text: str) -> None:
    assert first_control(text) is None


def test_a_character_is_named_by_kind_and_number() -> None:
    assert named("\x07") == "the control character U+0007"
    assert named("\ud800") == "the lone surrogate U+D800"
    assert named("\uffff") == "the noncharacter U+FFFF"
    assert named("\u3000") == "the character U+3000"


def test_line_ends_become_line_feeds() -> None:
    assert unified("a\r\nb\rc\nd\r\r\n") == "a\nb\nc\nd\n\n"


def test_visible_text_is_left_alone() -> None:
    assert visible("“é” 😀 \\n") == "“é” 😀 \\n"
