"""Cards of lists say how far their reader is, from what the lists' own pages counted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checklists.conftest import Open
from tests.browser.checklists.reader import box, record, with_record

pytestmark = pytest.mark.browser


def card(page: Page) -> str:
    return " ".join(page.locator('check-card[data-list="plain"]').inner_text().split())


def test_a_card_says_nothing_as_long_as_nothing_was_done(open_page: Open) -> None:
    assert card(open_page("")) == ""


def test_a_card_shows_progress_and_leads_back_to_it(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "two").check()
    index = open_page("")
    assert card(index) == "1 of 3 Resume"
    assert index.get_by_role("link", name="Resume: A plain list").is_visible()
    assert index.locator('[data-list="plain"] .check-list-square[data-state="full"]').count() == 1
    box(page, "one").check()
    expect(index.locator('[data-list="plain"] .check-list-sum')).to_have_text("2 of 3")
    box(page, "three").check()
    expect(index.locator('[data-list="plain"] a')).to_have_text("Look again")
    index.locator('[data-list="plain"] a').click()
    assert index.url.endswith("/plain/")


def test_a_card_follows_what_the_author_changed_once_the_list_was_seen_again(open_page: Open) -> None:
    """The record was made when the list had two items."""
    text = record({"one": [1, 2048, 1], "two": [1, 2048, 1]}, sum=[2, 2, 2048])
    assert card(open_page("", with_record("plain", text))) == "2 of 2 Look again"
    open_page("plain/").locator(".check-list-sum").wait_for()
    assert card(open_page("")) == "2 of 3 Resume"


UNSOUND = (
    "",
    "{",
    "null",
    '{"v": 1}',
    '{"v": 1, "sum": [2, 1, 0]}',
    '{"v": 1, "sum": [1, 1e99, 0]}',
    '{"v": 1, "sum": "<b>"}',
    '{"v": 2, "sum": [1, 2, 3]}',
)


@pytest.mark.parametrize("text", UNSOUND)
def test_a_card_trusts_no_record_that_is_not_sound(open_page: Open, text: str) -> None:
    assert card(open_page("", with_record("plain", text))) == ""


def test_a_card_without_storage_says_nothing(open_page: Open) -> None:
    blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })"
    assert card(open_page("", blocked)) == ""
