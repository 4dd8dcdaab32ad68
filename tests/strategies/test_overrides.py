"""What an author says of groups."""

from __future__ import annotations

import pytest
from located import Location, Severity
from strategies.model import Kind

from tests.strategies.samples import reading_of

TEXT = """## Tips for a Day

### Plan

Text.

### Rest

Text.

## The Weather

### Wind

Text.

### Rain

Text.
"""
WHERE = Location("content/articles/a.md", 4, 13)


def advised(text: str, said: list[str] | None = None, title: str = "A Day") -> list[str]:
    return [each.title for each in reading_of(text, title, said, WHERE).strategies]


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        (None, ["Plan", "Rest"]),
        ([], []),
        (["The Weather"], ["Wind", "Rain"]),
        (["tips for a day", "THE WEATHER"], ["Plan", "Rest", "Wind", "Rain"]),
        (["the-weather"], ["Wind", "Rain"]),
    ],
)
def test_the_front_matter_names_the_sections_whose_groups_are_advice(said: list[str] | None, titles: list[str]) -> None:
    assert advised(TEXT, said) == titles


def test_a_group_says_that_its_author_decided() -> None:
    first, second = reading_of(TEXT, "A Day", ["The Weather"]).groups
    assert (first.kind, first.is_overridden, first.why) == (
        Kind.FACT,
        True,
        "the front matter does not name its section",
    )
    assert (second.kind, second.is_overridden, second.why) == (
        Kind.STRATEGY,
        True,
        "the front matter names its section",
    )


def test_a_section_without_titles_of_its_own_stands_for_those_below() -> None:
    text = "## All\n\n### Indoors\n\n#### Wind\n\nA.\n\n#### Rain\n\nA.\n\n## Rest\n\nText.\n"
    assert advised(text, ["Indoors"]) == ["Wind", "Rain"]
    assert advised(text, ["All"]) == ["Wind", "Rain"]


def test_the_articles_title_names_what_stands_in_no_section() -> None:
    text = "## 1. Wind\n\nText.\n\n## 2. Rain\n\nText.\n"
    assert advised(text) == []
    assert advised(text, ["A Day"]) == ["Wind", "Rain"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("Tipps for a Day", '"strategies" names no section: "Tipps for a Day". Did you mean "Tips for a Day"?'),
        (
            "Everything",
            '"strategies" names no section: "Everything". The sections are "Tips for a Day", "Plan", "Rest", '
            '"The Weather", "Wind" and others.',
        ),
    ],
)
def test_a_name_of_no_section_is_a_problem(said: str, problem: str) -> None:
    (found,) = reading_of(TEXT, "A Day", [said], WHERE).problems
    assert str(found) == f"content/articles/a.md:4:13: {problem}"


def test_a_section_without_groups_is_named_in_vain() -> None:
    (found,) = reading_of(TEXT + "\n## Alone\n\nText.\n", "A Day", ["Alone"], WHERE).problems
    assert found.severity is Severity.WARNING
    assert str(found) == (
        'content/articles/a.md:4:13: "strategies" names a section without titles that could be advice: "Alone". '
        "Give it two headings or more below its own, or name the section that has them."
    )


def test_a_name_in_an_article_without_sections_is_a_problem() -> None:
    (found,) = reading_of("Text.", "A Day", ["Tips"], WHERE).problems
    assert found.fix == "The article has no sections. Write strategies: none, or remove the line."


def test_none_is_no_problem() -> None:
    assert reading_of(TEXT, "A Day", [], WHERE).problems == ()


def test_a_heading_may_say_that_it_is_advice() -> None:
    marked = TEXT.replace("### Wind", "### Wind {: .strategy }")
    assert advised(marked) == ["Plan", "Rest", "Wind"]
    assert [(each.position, each.of) for each in reading_of(marked).strategies if each.title == "Wind"] == [(1, 1)]
    assert advised(marked, []) == ["Wind"]


def test_a_heading_may_say_that_it_is_none() -> None:
    reading = reading_of(TEXT.replace("### Rest", "### Rest {: .not-strategy }"))
    assert [(each.title, each.of) for each in reading.strategies] == [("Plan", 1)]
    assert ("Rest", Kind.FACT) in [(each.title, each.kind) for each in reading.others]


def test_a_section_may_say_that_its_group_is_none() -> None:
    assert advised(TEXT.replace("## Tips for a Day", "## Tips for a Day {: .not-strategy }")) == []


def test_a_heading_alone_may_be_advice() -> None:
    text = "## Weather\n\nText.\n\n### Keep Dry {: .strategy effort='an umbrella' }\n\nText.\n"
    (found,) = reading_of(text).strategies
    assert (found.title, found.section, found.position, found.of, found.effort) == (
        "Keep Dry",
        "Weather",
        1,
        1,
        "an umbrella",
    )


def test_an_introduction_marked_as_advice_is_advice() -> None:
    text = "## Tips\n\n### 1. Introduction {: .strategy }\n\nText.\n\n### 2. Rest\n\nText.\n"
    assert advised(text) == ["Introduction", "Rest"]


def test_a_run_in_may_be_marked() -> None:
    item = "1. **Wind**: the air moves from one place to another place.\n   {: .strategy when='now' }\n"
    text = f"## Weather\n\n{item}2. **Rain**: water falls from the sky until it stops.\n"
    (found,) = reading_of(text).strategies
    assert (found.title, found.when) == ("Wind", "now")


WALK = "## The wind\n\n{}## The rain\n\nText.\n"


@pytest.mark.parametrize("below", ["", "### Keep dry\n\nText.\n\n### Find shelter\n\nText.\n\n"])
def test_the_articles_title_names_its_own_sections(below: str) -> None:
    reading = reading_of(WALK.format(below), "A walk", ["A walk"], WHERE)
    assert [each.title for each in reading.strategies] == ["The wind", "The rain"]
    assert reading.problems == ()


def test_a_first_heading_that_repeats_the_title_is_no_section_to_be_named() -> None:
    text = "# A walk\n\n" + WALK.format("### Wool\n\nText.\n\n### Felt\n\nText.\n\n")
    assert advised(text, ["A walk"], "A walk") == ["The wind", "The rain"]


def test_a_section_whose_titles_come_back_in_another_can_be_named() -> None:
    part = "## {} of it\n\n### Plan\n\nText.\n\n### Rest\n\nText.\n\n"
    text = part.format("Tips one") + part.format("Tips two")
    assert advised(text) == []
    reading = reading_of(text, "A Day", ["Tips one of it"], WHERE)
    assert [(each.section, each.title) for each in reading.strategies] == [
        ("Tips one of it", "Plan"),
        ("Tips one of it", "Rest"),
    ]
    assert reading.problems == ()


def test_a_section_that_was_left_out_can_be_named() -> None:
    text = "## Keep dry\n\n### Wear wool\n\nText.\n\n### Carry a hood\n\nText.\n\n## Find shelter\n\nText.\n"
    assert advised(text, title="Rain") == ["Wear wool", "Carry a hood"]
    assert advised(text, ["Rain", "Keep dry"], "Rain") == ["Keep dry", "Find shelter", "Wear wool", "Carry a hood"]


def test_of_many_wrong_names_only_the_first_get_a_suggestion() -> None:
    problems = reading_of(TEXT, "A Day", [f"Tips for a Dy{'y' * (n % 2)} {n:03}" for n in range(50)], WHERE).problems
    assert len(problems) == 50
    assert {problem.fix for problem in problems[10:]} == {"Remove it."}
