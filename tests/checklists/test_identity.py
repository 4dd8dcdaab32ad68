"""Rules of identity inside one site: each is told whole, at its line, with the other line."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklists.identity import problems
from checklists.model import Checklist, Item, Section
from located import Location

from tests.cases import Case, read_cases
from tests.checklists.case_files import lines, read_all

CASES = read_cases(Path(__file__).parent / "cases/identity/one_site.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_is_told_whole(case: Case) -> None:
    site, told = case.blocks
    assert lines(problems(read_all(site))) == told.splitlines()


def test_in_an_article_it_is_told_in_its_spelling() -> None:
    here = Location("content/articles/a.md", 3)
    items = (Item("smile", "Smile", here), Item("grin", "Grin", Location(here.path, 4), was=("smile",)))
    found = Checklist("tasks-a", "tasks-a", "A", here, (Section("", "", here, items),))
    assert lines(problems([found])) == [
        'content/articles/a.md:4:1: "grin" was "smile", but that is still there in line 3. '
        'Give that one another id, or write {: #grin inherits="smile" } if this was split from it.'
    ]


def test_a_chain_of_a_thousand_items_is_followed_to_its_end() -> None:
    here = Location("content/checklists/a.yml")
    items = tuple(Item(f"i{n}", f"I{n}", here, inherits=f"i{n + 1}") for n in range(3000))
    ring = (*items, Item("i3000", "End", here, inherits="i0"))
    assert list(problems([Checklist("a", "a", "A", here, (Section("", "", here, items),))])) == []
    (told,) = problems([Checklist("a", "a", "A", here, (Section("", "", here, ring),))])
    assert told.what == '"i0" was "i1" was "i2" was "i3" was "…" was "i0" goes round in a circle (the second in line 1)'
