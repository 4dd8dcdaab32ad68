"""Headings, paragraphs and run-ins -> a tree."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from articles.model import Outline, RunIn, Section
from articles.outline import Event, Heading, Paragraph, numbered_title, outline
from hypothesis import given
from hypothesis import strategies as st


def tree(sections: tuple[Section, ...]) -> list[object]:
    return [(section.text, tree(section.sections)) if section.sections else section.text for section in sections]


def heads(*levels: int) -> Outline:
    return outline(Heading(level, f"h{at}", f"{level}") for at, level in enumerate(levels))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), []),
        ((2, 2), ["2", "2"]),
        ((2, 3, 3, 2), [("2", ["3", "3"]), "2"]),
        ((2, 4, 3), [("2", ["4", "3"])]),
        ((3, 2, 1), ["3", "2", "1"]),
        ((1, 2, 3, 2, 1), [("1", [("2", ["3"]), "2"]), "1"]),
    ],
)
def test_deeper_headings_stand_under_higher_ones(levels: tuple[int, ...], expected: list[object]) -> None:
    assert tree(heads(*levels).sections) == expected


def test_a_section_holds_what_stands_under_its_heading() -> None:
    run_in = RunIn("listen", "Listen", "1", "it helps")
    found = outline(
        [
            Paragraph("Before."),
            RunIn("early", "Early", "1", "text"),
            Heading(2, "one", "1. One", "numbered"),
            Paragraph("First. Second."),
            Paragraph("Third."),
            run_in,
            Heading(3, "two", "Two"),
        ]
    )
    assert found.paragraphs == ("Before.",)
    assert found.run_ins == (RunIn("early", "Early", "1", "text"),)
    (one,) = found.sections
    (two,) = one.sections
    paragraphs = ("First. Second.", "Third.")
    assert one == Section("one", "1. One", "One", "1", 2, "numbered", "First.", paragraphs, (run_in,), (two,))
    assert two == Section("two", "Two", "Two", "", 3, "written", "", (), (), ())


@given(st.lists(st.integers(1, 6)))
def test_every_heading_is_in_the_tree_once_and_in_order(levels: list[int]) -> None:
    def ids(sections: tuple[Section, ...], above: int = 0) -> Iterator[str]:
        for section in sections:
            assert section.level > above
            yield section.id
            yield from ids(section.sections, section.level)

    assert list(ids(heads(*levels).sections)) == [f"h{at}" for at in range(len(levels))]


@given(st.lists(st.builds(Paragraph, st.text())))
def test_text_without_headings_is_all_before_the_first(paragraphs: list[Event]) -> None:
    found = outline(paragraphs)
    assert found == Outline(tuple(each.text for each in paragraphs if isinstance(each, Paragraph)), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. Follow Up", ("Follow Up", "3")),
        ("3.1 Follow Up", ("Follow Up", "3.1")),
        ("IV. Follow Up", ("Follow Up", "IV")),
        ("Myth 3: Follow Up", ("Follow Up", "3")),
        ("#2: Follow Up", ("Follow Up", "2")),
        ("Follow Up", ("Follow Up", "")),
        ("follow 3: up", ("follow 3: up", "")),
        ("", ("", "")),
    ],
)
def test_a_heading_is_taken_apart_into_title_and_number(text: str, expected: tuple[str, str]) -> None:
    assert numbered_title(text) == expected
