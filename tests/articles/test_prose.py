"""First sentences, summaries, reading time."""

from __future__ import annotations

import pytest
from articles.prose import SUMMARY_LENGTH, first_sentence, reading_minutes, summary
from hypothesis import given
from hypothesis import strategies as st

FIRST = [
    ("One. Two.", "One."),
    ("Is it? Yes.", "Is it?"),
    ("Wait… What?", "Wait…"),
    ('She said "Stop." Then she left.', 'She said "Stop."'),
    ("(An aside.) More.", "(An aside.)"),
    ("Ask Dr. Smith first. Then go.", "Ask Dr. Smith first."),
    ("Ask J. R. Smith. Then go.", "Ask J. R. Smith."),
    ("Use tea, e.g. Earl Grey. Drink.", "Use tea, e.g. Earl Grey."),
    ("It costs 3.50 now. Pay.", "It costs 3.50 now."),
    ("See example.com for more. Go.", "See example.com for more."),
    ("What a day! and it went on. End.", "What a day! and it went on."),
    ("No end mark here", "No end mark here"),
    ("One sentence only.", "One sentence only."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "sentence"), FIRST, ids=[text or "empty" for text, _ in FIRST])
def test_the_first_sentence_ends_where_a_reader_stops(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


@given(st.text() | st.text("aA.!? )\"'"))
def test_the_first_sentence_opens_the_text(text: str) -> None:
    assert text.startswith(first_sentence(text))


SUMMARIES = [
    ("short", 10, "short"),
    ("exactly te", 10, "exactly te"),
    ("one two three", 8, "one two…"),
    ("one two three", 9, "one two…"),
    ("one, two three", 6, "one…"),
    ("one – two three", 7, "one…"),
    ("onetwothree", 5, "onet…"),
    ("a  b\n c", 10, "a b c"),
    ("", 10, ""),
]


@pytest.mark.parametrize(("text", "length", "cut"), SUMMARIES)
def test_a_summary_is_cut_after_a_whole_word(text: str, length: int, cut: str) -> None:
    assert summary(text, length) == cut


@given(st.text(), st.integers(2, 40))
def test_a_summary_is_never_too_long_and_cuts_no_word(text: str, length: int) -> None:
    folded, cut = " ".join(text.split()), summary(text, length)
    assert len(cut) <= length
    if cut != folded:
        kept = cut.removesuffix("…")
        assert folded.startswith(kept)
        rest = folded[len(kept) :].lstrip(",;:.–—-")
        assert " " not in folded[:length] or rest.startswith(" ") or kept == ""


def test_a_summary_has_two_hundred_characters_as_a_rule() -> None:
    assert SUMMARY_LENGTH - 5 <= len(summary("word " * 100)) <= SUMMARY_LENGTH


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (344, 1), (346, 2), (2300, 10)])
def test_reading_takes_a_minute_at_least(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes
