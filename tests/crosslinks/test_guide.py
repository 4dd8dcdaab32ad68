"""An article's strategies as a checklist."""

from __future__ import annotations

import re

from checklists.comparing import compare
from checklists.lock import Lock
from checklists.model import Checklist
from checklists.publishing import updated
from crosslinks.guide import guide, is_wanted
from hypothesis import given
from hypothesis import strategies as st
from located import Location
from strategies.model import Strategy

from tests.crosslinks.samples import strategy

PATH = "content/articles/talk.md"
THREE = (strategy("talk", "Prepare two answers"), strategy("talk", "Ask a question"), strategy("talk", "Leave early"))


def made(*strategies: Strategy, path: str = PATH) -> Checklist:
    return guide(strategies, "guide-talk", "How to <talk>", Location(path))


def told(before: Checklist, now: Checklist) -> list[str]:
    return [str(each) for each in sorted(compare(updated(Lock("lock"), [before]), [now]))]


def test_an_item_has_the_id_and_the_title_of_its_heading() -> None:
    found = made(*THREE)
    assert (found.id, found.title, len(found.sections)) == ("guide-talk", "How to <talk>", 1)
    assert [(each.id, each.text, each.why, each.strategy) for each in found.items] == [
        ("prepare-two-answers", "Prepare two answers", "", "talk--prepare-two-answers"),
        ("ask-a-question", "Ask a question", "", "talk--ask-a-question"),
        ("leave-early", "Leave early", "", "talk--leave-early"),
    ]


def test_a_heading_with_an_id_of_its_own_has_the_item_of_that_id() -> None:
    assert [each.id for each in made(strategy("talk", "Say hello", anchor="greet")).items] == ["greet"]


def test_long_ids_stay_apart_and_with_their_headings_wherever_those_stand() -> None:
    long = "ask-for-one-small-thing-that-they-can-give-without-thinking"
    both = [strategy("talk", "x", anchor=f"{long}-{end}") for end in ("twice", "three")]
    ids = [each.id for each in made(*both).items]
    assert [each.id for each in made(*both[::-1]).items] == ids[::-1]
    assert len(set(ids)) == 2
    assert all(id.startswith("ask-for-one-small-thing-that-they-can-give-without-") for id in ids)


@given(st.lists(st.text(min_size=1, max_size=90), max_size=12))
def test_ids_are_ids_and_unique_whatever_the_anchors(anchors: list[str]) -> None:
    found = [each.id for each in made(*(strategy("talk", "x", anchor=each) for each in anchors)).items]
    assert len(set(found)) == len(anchors)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id) and len(id) <= 60 for id in found)


def test_its_article_can_do_without() -> None:
    assert not is_wanted(THREE, False)


def test_three_strategies_make_a_list() -> None:
    assert is_wanted(THREE)
    assert is_wanted(THREE, True)
    assert not is_wanted(THREE[:2])


# --- what was published ------------------------------------------------------------------------------------


def test_a_renamed_heading_is_told_to_keep_its_id() -> None:
    now = made(THREE[0], THREE[1], strategy("talk", "Leave very early"))
    assert told(made(*THREE), now) == [
        f'{PATH}:1:1: the heading "Leave very early" seems to be "Leave early", whose id was published. '
        "Give it that id, {: #leave-early } behind its text; if it is another one, "
        "run make checklists-fix RETIRE=guide-talk/leave-early."
    ]
    assert told(made(*THREE), made(*THREE[:2], strategy("talk", "Leave very early", anchor="leave-early"))) == []


def test_a_heading_that_is_gone_is_told_with_what_can_be_done() -> None:
    assert told(made(*THREE), made(*THREE[:2])) == [
        f'{PATH}:1:1: the heading "Leave early" was published, and its item in this article’s checklist is gone. '
        "If another heading replaces it, give that its id, {: #leave-early } behind its text; if not, "
        "run make checklists-fix RETIRE=guide-talk/leave-early."
    ]


def test_a_heading_in_html_is_told_in_html() -> None:
    path = "content/articles/talk.html"
    assert told(made(*THREE, path=path), made(*THREE[:2], path=path)) == [
        f'{path}:1:1: the heading "Leave early" was published, and its item in this article’s checklist is gone. '
        'If another heading replaces it, give that its id, like id="leave-early" in HTML; if not, '
        "run make checklists-fix RETIRE=guide-talk/leave-early."
    ]


def test_an_id_given_to_another_heading_is_told() -> None:
    now = made(*THREE[:2], strategy("talk", "Bring your own cup", anchor="leave-early"))
    assert told(made(*THREE), now) == [
        f'{PATH}:1:1: the text of "leave-early" is very different from "Leave early", which was published. '
        "If the heading means something else now, give it another id, {: #leave-early-2 } behind its text."
    ]
