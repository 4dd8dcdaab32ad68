"""What the wording of a line says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from articles import wording
from hypothesis import given
from hypothesis import strategies as st

JUDGED: list[tuple[Callable[[str], bool], list[str], list[str]]] = [
    (
        wording.is_latin,
        ["Follow Up", "Café", "Être là", "A 1", "Привет and hello there"],
        ["", "123", "!?", "Привет", "跟进", "Привет мир ok"],
    ),
    (
        wording.is_title_case,
        ["Follow Up", "The Art of Listening", "10 Ways to Listen", "Listen", "Why iPhones Matter", "How to Be an Ally"],
        ["", "follow Up", "Follow up with people", "the Art", "!", "It was a day like any other"],
    ),
    (
        wording.is_stock,
        [
            "Introduction",
            "CONCLUSION",
            "Conclusion:",
            "Conclusion: What Now",
            "Final Thoughts",
            "**FAQ**",
            "Next Steps",
        ],
        ["", "Follow Up", "Conclusions drawn early", "The introduction was long"],
    ),
    (wording.is_opening, ["Introduction", "Overview"], ["Conclusion", ""]),
    (wording.is_closing, ["Conclusion", "Wrapping Up", "In Summary"], ["Introduction", ""]),
    (
        wording.is_sentence,
        [
            "I went home.",
            "Then, of course,",
            "First this; then that;",
            "It ended. Then it began",
            "And so on…",
            "What a very long way we have come together!",
            "a " * 17,
        ],
        ["", "Follow Up", "Follow Up!", "Why Listen?", "Dr. Smith vs. Mr. Jones", "Acme Inc."],
    ),
    (wording.is_short, ["Follow Up", "a " * 16], ["", "!!!", "a " * 17, "a" * 111]),
    (wording.is_label, ["Note:", "**Solution**:", "Pro tip", "Editor’s note"], ["", "Notebook", "Follow Up"]),
    (
        wording.is_note,
        [
            "March 5, 2024",
            "5th of March 2024",
            "05.03.2024",
            "2024-03-05",
            "Monday, 5 March",
            "Friday night",
            "By Jane Doe",
            "Photo: Jane",
            "Photo by Jane",
            "Serves 4",
            "Figure 3: A Chart",
            "Best regards,",
            "© 2024 Jane",
            "See www.example.org",
            "https://example.org",
            "jane@example.org",
            "Updated on Friday",
            "The End",
        ],
        ["", "Follow Up", "March On", "May Day", "Timing Is Key", "By the Book", "By The Book", "by word of mouth"],
    ),
    (wording.is_name, ["J. R. Smith", "Portland, OR"], ["", "Follow Up", "Listen, Then Talk"]),
    (
        wording.is_call,
        ["Dear Jane,", "Subscribe Now", "Share this post", "Read more", "Yes!", "Price: $20", "Time: 3 hours"],
        ["", "Follow Up", "Contents of a Good Mail", "Yes Men"],
    ),
    (
        wording.is_quoted,
        ['"Listen First"', "“Listen First”", "«Listen»"],
        ["", "Follow Up", 'The "Why" Question', '"Why" Matters'],
    ),
    (wording.introduces_a_list, ["Key Takeaways", "Further Reading"], ["", "Follow Up"]),
    (wording.is_part_of_song, ["Chorus", "Verse 2", "Pre-Chorus"], ["", "Follow Up", "Bridge Building"]),
    (
        wording.is_prose,
        ["This is a sentence of some words.", "It ended. Then it began again today", "word " * 14],
        ["", "Follow Up", "One two three four.", "One two three four five six seven"],
    ),
]
YES = [(judge, text) for judge, yes, _ in JUDGED for text in yes]
NO = [(judge, text) for judge, _, no in JUDGED for text in no]


@pytest.mark.parametrize(("judge", "text"), YES, ids=[f"{judge.__name__}: {text[:30]}" for judge, text in YES])
def test_it_is(judge: Callable[[str], bool], text: str) -> None:
    assert judge(text)


@pytest.mark.parametrize(("judge", "text"), NO, ids=[f"{judge.__name__}: {text[:30]}" for judge, text in NO])
def test_it_is_not(judge: Callable[[str], bool], text: str) -> None:
    assert not judge(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Follow** _Up_", "Follow Up"),
        ("`code` here", "code here"),
        ("[Follow Up](https://example.org)", "Follow Up"),
        ("![](a.png) Up", "Up"),
        (r"1\. Up", "1. Up"),
        ("", ""),
    ],
)
def test_plain_text_has_no_marks(text: str, plain: str) -> None:
    assert wording.plain(text) == plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("**Follow  Up!**", "follow up"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("`snake_case`!", "snakecase"),
        ("…", ""),
    ],
)
def test_texts_are_compared_by_letters_and_digits(text: str, folded: str) -> None:
    assert wording.folded(text) == folded


@given(st.text())
def test_text_differs_from_its_capitals_in_nothing_that_counts(text: str) -> None:
    assert wording.folded(wording.folded(text)) == wording.folded(text)


@given(st.text(), st.sampled_from([judge for judge, _, _ in JUDGED]))
def test_any_text_is_judged(text: str, judge: Callable[[str], bool]) -> None:
    assert judge(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "rest"), [("🎉 Follow Up", "Follow Up"), ("→ 1. Up", "1. Up"), ("🎉", ""), ("a", "a")]
)
def test_symbols_before_the_first_word_go_away(text: str, rest: str) -> None:
    assert wording.without_symbols(text) == rest


def test_words_have_no_marks_around_them() -> None:
    assert wording.words('"Follow" (up), **now** – ok?') == ("Follow", "up", "now", "ok")
