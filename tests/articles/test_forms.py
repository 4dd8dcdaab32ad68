"""One line -> the form of title it could be."""

from __future__ import annotations

import pytest
from articles.forms import Lead, Title, read_lead, read_title, roman
from hypothesis import given
from hypothesis import strategies as st

TITLES = [
    ("Follow Up", Title("Follow Up", "Follow Up")),
    ("  Follow Up  ", Title("Follow Up", "Follow Up")),
    ("Follow Up:", Title("Follow Up", "Follow Up")),
    ("1. Follow Up", Title("1. Follow Up", "Follow Up", "1")),
    ("1) Follow Up", Title("1) Follow Up", "Follow Up", "1")),
    (r"1\. Follow Up", Title("1. Follow Up", "Follow Up", "1")),
    ("12: Follow Up", Title("12: Follow Up", "Follow Up", "12")),
    ("#2: Follow Up", Title("#2: Follow Up", "Follow Up", "2")),
    ("3.1 Follow Up", Title("3.1 Follow Up", "Follow Up", "3.1")),
    ("3.1. Follow Up", Title("3.1. Follow Up", "Follow Up", "3.1")),
    ("3.1.2. Follow Up", Title("3.1.2. Follow Up", "Follow Up", "3.1.2")),
    ("IV. Follow Up", Title("IV. Follow Up", "Follow Up", "IV")),
    ("Myth 3: Follow Up", Title("Myth 3: Follow Up", "Follow Up", "3", "Myth")),
    ("Step 2 – Follow Up", Title("Step 2 – Follow Up", "Follow Up", "2", "Step")),
    ("Tip #4. Follow Up", Title("Tip #4. Follow Up", "Follow Up", "4", "Tip")),
    ("Part II: Follow Up", Title("Part II: Follow Up", "Follow Up", "II", "Part")),
    ("Golden Rule 1: Follow Up", Title("Golden Rule 1: Follow Up", "Follow Up", "1", "Golden Rule")),
    ("**Follow Up**", Title("Follow Up", "Follow Up", bold=True)),
    ("__Follow Up__", Title("Follow Up", "Follow Up", bold=True)),
    ("**Follow Up:**", Title("Follow Up", "Follow Up", bold=True)),
    ("**Follow Up**:", Title("Follow Up", "Follow Up", bold=True)),
    (r"\*\*Follow Up\*\*", Title("Follow Up", "Follow Up", bold=True)),
    ("**Follow** **Up**", Title("Follow Up", "Follow Up", bold=True)),
    ("**1. Follow Up**", Title("1. Follow Up", "Follow Up", "1", bold=True)),
    ("1. **Follow Up**", Title("1. Follow Up", "Follow Up", "1", bold=True)),
    ("1. **Follow Up:**", Title("1. Follow Up", "Follow Up", "1", bold=True)),
    ("**5.**Follow Up:**", Title("5. Follow Up", "Follow Up", "5", bold=True)),
    ("Follow Up {#follow}", Title("Follow Up", "Follow Up", attributes="{#follow}")),
    ("**Follow Up** {: .big }", Title("Follow Up", "Follow Up", bold=True, attributes="{: .big }")),
    ("1.10 in the morning", Title("1.10 in the morning", "in the morning", "1.10")),
    ("3:16 is a verse", Title("3:16 is a verse", "3:16 is a verse")),
    ("**Follow** Up", Title("**Follow** Up", "**Follow** Up")),
    ("A sentence. And more", Title("A sentence. And more", "A sentence. And more")),
]
NO_TITLES = ["", "   ", ":", "1. - one", "- one", "> one", "| a |", "![a](b)", "[a](b)", "* one", "# one"]


@pytest.mark.parametrize(("line", "title"), TITLES, ids=[line for line, _ in TITLES])
def test_a_line_has_the_form_of_a_title(line: str, title: Title) -> None:
    assert read_title(line) == title


@pytest.mark.parametrize("line", NO_TITLES, ids=repr)
def test_what_markdown_has_a_meaning_for_is_no_title(line: str) -> None:
    assert read_title(line) is None


@given(st.text(st.characters(exclude_characters="\n")) | st.text("*_:. 1aI)#\\{}-"))
def test_a_title_is_one_line_without_edges(line: str) -> None:
    title = read_title(line)
    if title:
        assert title.title
        assert title.text.endswith(title.title)
        assert title.text == title.text.strip()


@pytest.mark.parametrize(
    ("number", "value", "style"),
    [("", (), ""), ("3", (3,), "arabic"), ("3.1", (3, 1), "arabic"), ("XIV", (14,), "roman")],
)
def test_a_number_is_read_as_integers(number: str, value: tuple[int, ...], style: str) -> None:
    title = Title("A", "A", number)
    assert (title.value, title.style) == (value, style)


def test_titles_of_one_label_are_of_one_style() -> None:
    assert Title("Step 2: A", "A", "2", "Step").style == "Step"


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XLII", 42), ("XC", 90), ("C", 100)])
def test_roman_numerals_count(numeral: str, value: int) -> None:
    assert roman(numeral) == value


LEADS = [
    ("1. Listen: it helps.", ("1", "Listen", "it helps.", False)),
    ("2) Listen: it helps.", ("2", "Listen", "it helps.", False)),
    (r"3\. Listen: it helps.", ("3", "Listen", "it helps.", False)),
    ("1. **Listen**: it helps.", ("1", "Listen", "it helps.", True)),
    ("1. **Listen:** it helps.", ("1", "Listen", "it helps.", True)),
    ("**1. Listen:** it helps.", ("1", "Listen", "it helps.", True)),
    (r"\*\*1. Listen:\*\* it helps.", ("1", "Listen", "it helps.", True)),
    ("   1. Listen: it helps.", ("1", "Listen", "it helps.", False)),
]


def parts(lead: Lead | None) -> tuple[str, str, str, bool] | None:
    return (lead.number, lead.title, lead.text, lead.bold) if lead else None


@pytest.mark.parametrize(("line", "lead"), LEADS, ids=[line for line, _ in LEADS])
def test_a_numbered_line_opens_with_its_title(line: str, lead: tuple[str, str, str, bool]) -> None:
    assert parts(read_lead(line)) == lead


@pytest.mark.parametrize(
    "line",
    [
        "Listen: it helps.",
        "1. Listen, it helps.",
        "1. Listen:",
        "1. See https://example.org",
        "1. `a`: it helps",
        "- Listen: it helps.",
    ],
)
def test_other_lines_are_no_run_ins(line: str) -> None:
    assert read_lead(line) is None


@pytest.mark.parametrize("line", [line for line, _ in LEADS])
def test_a_run_in_written_as_markdown_is_the_same_in_bold(line: str) -> None:
    lead = read_lead(line)
    assert lead
    assert parts(read_lead(lead.markdown)) == (lead.number, lead.title, lead.text, True)
