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


@pytest.mark.parametrize(
    ("path", "is_guide", "said"),
    [
        ("a.md", True, "guide_id: x-2 in the front matter of this article"),
        ("a.md", False, "checklist_id: x-2 in the front matter of this article"),
        ("a.rst", True, ":guide_id: x-2 in the first lines of this article"),
        ("a.html", True, '<meta name="guide_id" content="x-2"> in the head of this article'),
    ],
)
def test_an_article_is_told_the_key_that_is_read_there(path: str, is_guide: bool, said: str) -> None:
    def one(path: str, slug: str, is_guide: bool = False) -> Checklist:
        where = Location(path)
        return Checklist("x", slug, "X", where, (Section("", "", where, ()),), is_guide=is_guide)

    told = [each.fix for other in ("x", "y") for each in problems([one("o.yml", other), one(path, "x", is_guide)])]
    start = f"Give one of them another id, the one that was not published yet: {said}, or "
    assert told == [f"{start}a new name for the other file.", f"{start}id: x-2 in the other file."]
