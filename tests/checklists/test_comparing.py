"""Lists against the lock: what would cost readers their ticks is told whole, at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklists.comparing import compare
from checklists.lock import Lock
from checklists.model import Checklist, Item, Section
from checklists.publishing import updated
from located import Location

from tests.cases import Case, read_cases
from tests.checklists.case_files import lines, published, read_all

CASES = read_cases(Path(__file__).parent / "cases/lock/comparing.md")


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_is_told_whole(case: Case) -> None:
    before, now, told = case.blocks
    assert lines(compare(published(before), read_all(now))) == told.splitlines()


def article(*items: Item) -> Checklist:
    here = Location("content/articles/a.md", 3, 1)
    return Checklist("tasks-a", "tasks-a", "A", here, (Section("", "", here, items),), items_where=here)


def item(id: str, text: str, line: int) -> Item:
    return Item(id, text, Location("content/articles/a.md", line, 3))


def test_in_an_article_it_is_told_in_its_spelling() -> None:
    lock = updated(Lock("lock"), [article(item("bring-cards", "Bring cards", 3), item("smile", "Smile", 4))])
    now = article(item("bring-my-cards", "Bring my cards", 3), item("breathe", "Breathe", 4))
    assert lines(compare(lock, [now])) == [
        'content/articles/a.md:3:1: the item "smile" ("Smile") was published and is gone. If another item replaces '
        'it, add {: #new-id was="smile" } to that; if not, run make checklists-fix RETIRE=tasks-a/smile.',
        'content/articles/a.md:3:3: the text changed, so its id would change from "bring-cards" to "bring-my-cards". '
        'Add {: #bring-cards } (make checklists-fix does it), or {: #bring-my-cards was="bring-cards" } to have '
        "the new id.",
    ]


def test_nothing_is_called_gone_while_a_file_cannot_be_read() -> None:
    lock = updated(Lock("lock"), [article(item("smile", "Smile", 4))])
    assert lines(compare(lock, [], complete=False)) == []
    assert len(lines(compare(lock, []))) == 1


def test_an_id_that_is_told_to_be_given_is_no_other_heading_s() -> None:
    here = Location("content/articles/a.rst")

    def guide(**texts: str) -> Checklist:
        items = tuple(Item(id.replace("_", "-"), text, here) for id, text in texts.items())
        return Checklist("guide-a", "guide-a", "A", here, (Section("", "", here, items),), is_guide=True)

    lock = updated(Lock("lock"), [guide(tip="Leave early", tip_2="Carry water")])
    assert lines(compare(lock, [guide(tip="Bring your own cup", tip_2="Carry water")])) == [
        'warning: content/articles/a.rst:1:1: the text of "tip" is very different from "Leave early", which was '
        "published. If the heading means something else now, give it another id, .. _tip-3: above it."
    ]
