"""Which runs of titles an outline has."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles.outline import Heading, outline
from hypothesis import given
from hypothesis import strategies as st
from strategies.groups import number_of, runs

from tests.cases import Case, read_cases
from tests.strategies.samples import outline_of


def shown(text: str) -> list[str]:
    title, body = text.split("\n", 1) if text.startswith("Title: ") else ("", text)
    title, body = title.removeprefix("Title: "), body.replace("·#", "#")
    found = runs(outline_of(body, title), title)
    return [
        f"{run.section.title if run.section else '—'}: {', '.join(item.title for item in run.items)}" for run in found
    ]


@pytest.mark.parametrize("case", read_cases(Path(__file__).parent / "cases" / "groups.md"), ids=lambda case: case.title)
def test_runs_are_those_a_reader_sees(case: Case) -> None:
    article, expected = case.blocks
    assert (shown(article) or ["none"]) == expected.strip().split("\n")


@pytest.mark.parametrize(
    ("number", "count"), [("3", 3), ("IV", 4), ("XII", 12), ("3.2", 2), ("", 0), ("a", 0), ("9.", 9), ("XL", 40)]
)
def test_numbers_count(number: str, count: int) -> None:
    assert number_of(number) == count


def test_numbers_go_on_after_a_stray_conclusion_alone() -> None:
    text = "\n\n".join(f"## {head}\n\nText." for head in ["Start", "1. A", "2. B", "Conclusion", "{}. C", "{}. D"])
    assert [run.continues for run in runs(outline_of(text.format(3, 4)))] == [False, True]
    assert [run.continues for run in runs(outline_of(text.format(4, 5)))] == [False, True]
    assert [run.continues for run in runs(outline_of(text.format(1, 2)))] == [False, False]
    assert [run.continues for run in runs(outline_of(text.format(7, 8)))] == [False, False]


titles = st.sampled_from(["Plan", "1. Plan", "2. Rest", "IV. Walk", "Conclusion", "🙂", "", "Introduction"])


@given(st.lists(st.tuples(st.integers(1, 6), titles), max_size=30))
def test_no_title_is_in_two_runs_and_every_run_has_two(headings: list[tuple[int, str]]) -> None:
    found = runs(outline(Heading(level, f"h{at}", title) for at, (level, title) in enumerate(headings)), "Plan")
    ids = [item.id for run in found for item in run.items]
    assert len(ids) == len(set(ids))
    assert all(len(run.items) >= 2 for run in found)
    assert all(run.section not in run.items for run in found)
