"""Pelican's own headers, told apart from text and read with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Mapping, Scalar, Sequence, read_headers
from located.headers import header_length
from markdown import Markdown

HEADER_LINES = st.lists(
    st.builds("{}: {}".format, st.sampled_from(["Title", "tags", "My_key-2"]), st.text("ab é:#,")), min_size=1
).map(lambda lines: "\n".join(lines) + "\n")


def values(header: str) -> dict[str, str | list[str]]:
    mapping, problems = read_headers(header, "x.md")
    assert not problems
    return {key.text: _text(value) for key, value in mapping.pairs}


def _text(node: object) -> str | list[str]:
    if isinstance(node, Sequence):
        return [item.text for item in node.items if isinstance(item, Scalar)]
    assert isinstance(node, Scalar)
    return node.text


def test_keys_are_in_lower_case_and_values_text() -> None:
    assert values("Title: Hello: world\nDATE:2026-01-01\n  Draft:  no  \n") == {
        "title": "Hello: world",
        "date": "2026-01-01",
        "draft": "no",
    }


def test_a_repeated_key_is_a_list() -> None:
    assert values("Tags: one\nTitle: x\ntags: two\n") == {"tags": ["one", "two"], "title": "x"}


def test_indented_lines_go_on_with_the_value() -> None:
    assert values("Tags: one\n    two\n\tthree\n") == {"tags": ["one", "two", "three"]}


def test_a_value_may_start_below_its_key() -> None:
    assert values("Summary:\n    Text\n") == {"summary": "Text"}


def test_an_empty_value_is_empty() -> None:
    mapping, _ = read_headers("Title:\nSlug:\nSlug:\n", "x.md")
    assert [value.is_empty for _, value in mapping.pairs if isinstance(value, Scalar)] == [True, True]


def test_keys_and_values_have_their_places() -> None:
    mapping, _ = read_headers("Title: é😀\n Tags:   one\n    two\n", "x.md", first_line=3)
    assert mapping == Mapping(
        (
            (Scalar("title", Location("x.md", 3, 1)), Scalar("é😀", Location("x.md", 3, 8))),
            (
                Scalar("tags", Location("x.md", 4, 2)),
                Sequence(
                    (Scalar("one", Location("x.md", 4, 10)), Scalar("two", Location("x.md", 5, 5))),
                    Location("x.md", 4, 10),
                ),
            ),
        ),
        Location("x.md", 3, 1),
    )


def test_a_line_without_a_key_is_told() -> None:
    mapping, problems = read_headers("Title: x\nno key\nDate: y\n", "x.md", first_line=1)
    assert [key.text for key, _ in mapping.pairs] == ["title", "date"]
    assert [str(problem) for problem in problems] == [
        'x.md:2:1: "no key" is not a line of front matter. Write a colon after the key, or a blank line above the text.'
    ]


def test_an_indented_line_without_a_key_above_is_told() -> None:
    _, problems = read_headers("    text\n", "x.md")
    assert [problem.where for problem in problems] == [Location("x.md", 1, 1)]


@given(HEADER_LINES)
def test_headers_mean_what_python_markdown_takes_them_for(header: str) -> None:
    markdown = Markdown(extensions=["meta"])
    markdown.convert(header)
    meta: dict[str, list[str]] = markdown.Meta  # type: ignore[attr-defined]
    ours = {key: value if isinstance(value, list) else [value] for key, value in values(header).items()}
    assert ours == {key: [text for text in found if text] or [""] for key, found in meta.items()}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Title: x\n\nText", 10),
        ("Title: x\n \t\nText", 12),
        ("Title: x", 8),
        ("Title: x\nText", 9),
        ("Slug: x\nText", 0),
        ("http://example.org", 0),
        ("Text", 0),
        ("", 0),
        ("\nTitle: x", 0),
    ],
)
def test_a_header_ends_at_the_first_other_line(text: str, length: int) -> None:
    assert header_length(text) == length
