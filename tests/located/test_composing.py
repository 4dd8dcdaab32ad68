"""YAML in, nodes with places out; every slip of an author told with its cause."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from located import Location, Mapping, Node, Scalar, Sequence, Severity, compose, composing

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "compose.md")
HEADER = """title: "Ten questions, and when to ask them"
date: 2026-02-03 08:00:00 +0100
categories: [work, talk]
tags:
  - first meetings
  - 'small talk'
header:
  image: /images/é😀.png  # ours
summary: >
  What to ask somebody
  you have never met.
"""

PARSERS = pytest.mark.parametrize("parser", [composing._parser, yaml.SafeLoader], ids=["c", "pure"])


def told(text: str, first_line: int = 1) -> str:
    """All problems, one a line, as a case has them."""
    _, problems = compose(text, "x.yml", first_line)
    marks = {Severity.ERROR: "", Severity.WARNING: "(warning) "}
    return "".join(f"{marks[problem.severity]}{problem}\n" for problem in problems)


def understood(text: str) -> Node | None:
    node, problems = compose(text, "x.yml")
    assert not problems
    return node


def plain(node: Node | None) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}
    return None


def nodes(node: Node | None) -> list[Node]:
    match node:
        case Sequence():
            return [node, *(inner for item in node.items for inner in nodes(item))]
        case Mapping():
            return [node, *(inner for pair in node.pairs for each in pair for inner in nodes(each))]
    return [node] if node else []


# --- slips -----------------------------------------------------------------------------------------------


@PARSERS
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_slip_is_told_with_its_place_and_cause(case: Case, parser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_parser", parser)
    text, expected = case.blocks
    assert told(text) == expected
    assert told(text.removesuffix("\n")) == expected, "without the last line end"
    assert told(text.replace("\n", "\r\n")) == expected, "with CRLF"
    assert told(text.replace("\n", "\r")) == expected, "with CR"
    assert told("\ufeff" + text) == expected, "behind a byte order mark"
    assert told("# Zoë 😀\n" + text, first_line=0) == expected, "below an emoji"


def test_places_count_from_the_first_line_given() -> None:
    node, problems = compose("a: 1\nb: c: d\n", "x.md", first_line=12)
    assert node is None
    assert [problem.where for problem in problems] == [Location("x.md", 13, 5)]


def test_what_is_understood_comes_with_the_problems() -> None:
    node, problems = compose("title: One\nbase: &x 1\ntitle: Two\ncopy: *x\n? [a]\n: b\n<<: c\n", "x.yml")
    assert plain(node) == {"title": "One", "base": "1", "copy": ""}
    assert len(problems) == 5


def test_a_text_that_cannot_be_read_gives_no_node() -> None:
    node, problems = compose('a: 1\nb: "x\n', "x.yml")
    assert node is None
    assert len(problems) == 1


# --- limits ----------------------------------------------------------------------------------------------


@PARSERS
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 50_000,
        "? " * 50_000,
        "{a: " * 20_000,
        "\n".join(" " * depth + "a:" for depth in range(200)),
    ],
    ids=["brackets", "dashes", "question marks", "braces", "indentation"],
)
def test_depth_is_capped(text: str, parser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_parser", parser)
    node, problems = compose(text, "x.yml")
    assert node is None
    assert [problem.what for problem in problems] == ["this lies more than 20 lists or mappings deep"]


def test_twenty_levels_are_understood() -> None:
    assert understood("[" * 20 + "]" * 20) is not None


def test_the_number_of_values_is_capped() -> None:
    node, problems = compose("- a\n" * 10_001, "x.yml")
    assert node is None
    assert str(problems[0]) == ("x.yml:10000:3: there are more than 10,000 values in here. Shorten it, or split it.")


def test_the_length_is_capped_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_parser", None)
    _, problems = compose("a: " + "x" * 300_000, "x.yml")
    assert str(problems[0]) == ("x.yml:1:1: this is 300 kB of YAML; the limit is 200 kB. Shorten it, or split it.")


# --- what is understood ------------------------------------------------------------------------------------


def test_every_scalar_stays_text() -> None:
    text = "[no, 1.10, 1:30, 0123, 2026-02-30, 0x1F, .inf, y, =, 1e3, True]"
    assert plain(understood(text)) == [
        "no", "1.10", "1:30", "0123", "2026-02-30", "0x1F", ".inf", "y", "=", "1e3", "True",
    ]  # fmt: skip


def test_empty_is_what_was_left_out_or_called_null() -> None:
    node = understood("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: |\ng: no\n")
    assert isinstance(node, Mapping)
    scalars = {key.text: value for key, value in node.pairs if isinstance(value, Scalar)}
    assert {key for key, value in scalars.items() if value.is_empty} == {"a", "b", "c"}
    assert {key for key, value in scalars.items() if value.quoted} == {"d", "e", "f"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---", "--- # c", "~", "\ufeff"])
def test_a_text_that_says_nothing_is_none_without_a_problem(text: str) -> None:
    assert understood(text) is None


def test_every_value_has_its_place() -> None:
    node = understood("é😀:\n  - 'x'\n  - {a: b}\nc: |\n  text\nd:\n")
    places = [(type(each).__name__, each.where.line, each.where.column) for each in nodes(node)]
    assert places == [
        ("Mapping", 1, 1),
        ("Scalar", 1, 1),
        ("Sequence", 2, 3),
        ("Scalar", 2, 5),
        ("Mapping", 3, 5),
        ("Scalar", 3, 6),
        ("Scalar", 3, 9),
        ("Scalar", 4, 1),
        ("Scalar", 4, 4),
        ("Scalar", 6, 1),
        ("Scalar", 6, 3),
    ]


def test_an_empty_value_at_the_end_has_a_place_in_the_text() -> None:
    assert [each.where for each in nodes(understood("a: 1\n? b"))][-1] == Location("x.yml", 2, 4)


def test_keys_keep_their_order() -> None:
    assert list(plain(understood("b: 1\na: 2\nc: 3\n"))) == ["b", "a", "c"]


def test_text_over_several_lines_is_one_text() -> None:
    assert plain(understood("a: one\n  two\n\n  three\nb: x\n")) == {"a": "one two\nthree", "b": "x"}


@pytest.mark.parametrize("rare", ["\x85", "\u2028", "\u2029"])
def test_rare_line_breaks_are_spaces(rare: str) -> None:
    assert plain(understood(f"a: one{rare}two\n")) == {"a": "one two"}


@pytest.mark.parametrize("text", ["https://example.org", "C:\\data", "a:b:c d", "10:30 to 11:00", "-5", "-ish", "x#y"])
def test_ordinary_text_needs_no_quotation_marks(text: str) -> None:
    assert plain(understood(f"a: {text}\n")) == {"a": text}


def test_a_comment_on_a_line_of_its_own_is_no_problem() -> None:
    assert plain(understood("# one\na: 'b' # two\nc: [d] # three\n  # four\ne: | # five\n  f # six\n")) == {
        "a": "b",
        "c": ["d"],
        "e": "f # six\n",
    }


def test_the_pure_parser_steps_in_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert composing._fastest_parser() is yaml.SafeLoader


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_what_the_pure_parser_stumbles_over_is_a_problem(escape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_parser", yaml.SafeLoader)
    node, problems = compose(f'a: "{escape}"\n', "x.yml")
    assert node is None
    assert problems[0].what == "this cannot be read as YAML"


# --- for any text ------------------------------------------------------------------------------------------

ODD = st.sampled_from([*list("\t\n\r -:#[]{},&*!|>'\"%@`?~=<\\."), "\xa0", "\ufeff", "\u2028", "é", "😀", ": "])
TEXT = st.one_of(st.text(), st.lists(st.one_of(ODD, st.sampled_from(["a", "b: c\n", "- d\n", "  "]))).map("".join))


@st.composite
def mutated_headers(draw: st.DrawFn) -> str:
    """A good header in which a few characters were replaced, put in or left out."""
    text = HEADER
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(text)))
        text = text[:index] + draw(st.one_of(ODD, st.just(""))) + text[index + draw(st.integers(0, 2)) :]
    return text


def check_any(text: str) -> None:
    node, problems = compose(text, "x.yml", 5)
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for where in [each.where for each in nodes(node)] + [problem.where for problem in problems]:
        assert where.path == "x.yml"
        assert 5 <= where.line < 5 + len(lines)
        assert 1 <= where.column <= len(lines[where.line - 5]) + 1
    assert all("\n" not in str(problem) for problem in problems)
    assert node is not None or problems or not text.strip() or plain_yaml_says_nothing(text)


def plain_yaml_says_nothing(text: str) -> bool:
    return yaml.load(text.lstrip("\ufeff").translate(composing._RARE_BREAKS), Loader=yaml.CSafeLoader) is None


@pytest.mark.parametrize("text", [HEADER, "\ufeff" + HEADER, HEADER.replace("\n", "\r\n")])
def test_the_header_that_is_mutated_is_a_good_one(text: str) -> None:
    node, problems = compose(text, "x.yml")
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert plain(node)["header"] == {"image": "/images/é😀.png"}


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_no_text_is_too_odd(text: str) -> None:
    check_any(text)


@settings(max_examples=400, deadline=None)
@given(mutated_headers())
def test_no_header_is_too_broken(text: str) -> None:
    check_any(text)


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXT, mutated_headers()))
def test_no_text_is_too_odd_for_the_pure_parser(text: str) -> None:
    fast = composing._parser
    try:
        composing._parser = yaml.SafeLoader
        check_any(text)
    finally:
        composing._parser = fast


KEYS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=40).filter(lambda key: key != "<<")
VALUES = st.text(st.one_of(st.characters(exclude_categories=("C", "Z")), st.sampled_from(" \n")))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1), st.sampled_from([None, '"', "'", "|"]), st.booleans())
def test_what_pyyaml_writes_is_read_as_it_was(mapping: dict[str, str], style: str | None, unicode: bool) -> None:
    text = yaml.safe_dump(mapping, default_style=style, allow_unicode=unicode, sort_keys=False)
    assert plain(understood(text)) == mapping
