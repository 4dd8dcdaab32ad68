"""What items of checklists may call strategies, and what comes of it."""

from __future__ import annotations

import pytest
from crosslinks.links import Practice, lists_by_article, names, practices, unknown
from located import Severity
from strategies.model import Kind, Strategy

from tests.crosslinks.samples import entry, item, published, strategy

PREPARE = strategy("before", "Prepare two answers")
ALSO = strategy("after", "Prepare two answers")
LEAVE = strategy("before", "Leave early")
KNOWN = names([PREPARE, ALSO, LEAVE], [entry("prepare", PREPARE, ALSO)])


def test_a_strategy_goes_by_its_id() -> None:
    assert KNOWN["before--prepare-two-answers"] == (PREPARE,)
    assert KNOWN["after--prepare-two-answers"] == (ALSO,)


def test_an_entry_of_the_index_stands_for_all_its_sources() -> None:
    assert KNOWN["prepare"] == (PREPARE, ALSO)


def test_an_anchor_will_do_where_only_one_strategy_has_it() -> None:
    assert KNOWN["leave-early"] == (LEAVE,)
    assert "prepare-two-answers" not in KNOWN


def test_an_id_comes_before_an_entry_and_an_entry_before_an_anchor() -> None:
    known = names([PREPARE, LEAVE], [entry("leave-early", PREPARE), entry(LEAVE.id, PREPARE)])
    assert known["leave-early"] == (PREPARE,)
    assert known[LEAVE.id] == (LEAVE,)


def test_what_is_no_advice_cannot_be_practised() -> None:
    assert "a-benefit" not in names([PREPARE], [entry("a-benefit", PREPARE, kind=Kind.BENEFIT)])
    assert "elsewhere" not in names([PREPARE], [entry("elsewhere", LEAVE)])


@pytest.mark.parametrize(
    ("called", "fix"),
    [
        ("before--leave-erly", 'Did you mean "before--leave-early"?'),
        ("leave-erly", 'Did you mean "leave-early"?'),
        ("something-else", "Write the id of a strategy; make strategies lists them."),
    ],
)
def test_a_name_of_nothing_is_told_at_its_place_with_what_may_be_meant(called: str, fix: str) -> None:
    found = [str(each) for each in unknown([published(item("Go", called, 7))], KNOWN)]
    assert found == [f'content/checklists/walk.yml:7:15: no strategy is called "{called}". {fix}']


def test_an_item_below_another_is_looked_at_too() -> None:
    below = item("Go", "nothing-like-it", 8)
    assert len(list(unknown([published(item("Walk", "leave-early", 7, below))], KNOWN))) == 1
    assert list(unknown([published(item("Walk", "", 7))], KNOWN)) == []


def test_a_strategy_has_the_items_that_practise_it() -> None:
    found = practices([published(item("Say it", "prepare"), item("Go", "leave-early"), item("Eat", ""))], KNOWN)
    said, go = (Practice("Say it", "checklists/walk/#say-it"), Practice("Go", "checklists/walk/#go"))
    assert found == {PREPARE.id: (said,), ALSO.id: (said,), LEAVE.id: (go,)}


def test_drafts_practise_nothing_that_readers_see() -> None:
    draft = published(item("Go", "leave-early"), badge="Draft", article="before")
    assert practices([draft], KNOWN) == {}
    assert lists_by_article([draft], KNOWN) == {}


def test_an_article_has_the_lists_that_belong_to_it_or_practise_its_advice() -> None:
    own = published(slug="own", article="before")
    citing = published(item("Go", "leave-early"), slug="citing")
    other = published(item("Eat", ""), slug="other", article="after")
    assert lists_by_article([own, citing, other], KNOWN) == {"before": (own, citing), "after": (other,)}


def test_a_strategy_that_is_not_published_may_be_named() -> None:
    lists = [published(item("Go", "later--keep-still", 7)), published(item("Walk", "keep-still", 8))]
    found = list(unknown(lists, KNOWN, lambda: [strategy("later", "Keep still")]))
    assert [each.severity for each in found] == [Severity.WARNING] * 2
    assert found[0].what == 'the strategy "later--keep-still" is in an article that is not published'
    assert found[0].fix == "It is linked once the article is."


def test_what_is_not_published_is_asked_for_only_where_a_name_is_not_known() -> None:
    def never() -> list[Strategy]:
        raise AssertionError

    assert list(unknown([published(item("Go", "leave-early", 7))], KNOWN, never)) == []
