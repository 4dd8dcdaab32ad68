"""Ticking, and everything else that can be done to an item, undone and done again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checklists.conftest import Open
from tests.browser.checklists.reader import (
    act,
    box,
    choose_more,
    item,
    press,
    progress,
    record,
    stored,
    ticked,
    with_record,
)

pytestmark = pytest.mark.browser


def test_a_tick_is_there_after_loading_again(open_page: Open) -> None:
    page = open_page("plain/")
    assert progress(page) == "0 of 3 done"
    box(page, "two").check()
    assert progress(page) == "1 of 3 done"
    page.reload()
    assert ticked(page) == ["two"]
    box(page, "two").uncheck()
    page.reload()
    assert ticked(page) == []


def test_all_boxes_of_a_nested_list_tick_on_their_own(open_page: Open) -> None:
    page = open_page("nested/")
    box(page, "pack").check()
    assert ticked(page) == ["pack"]
    box(page, "shoes").check()
    assert progress(page) == "2 of 4 done"


def test_two_tabs_show_the_same(open_page: Open) -> None:
    one, other = open_page("plain/"), open_page("plain/")
    box(one, "one").check()
    expect(box(other, "one")).to_be_checked()
    box(other, "three").check()
    expect(box(one, "three")).to_be_checked()
    box(one, "one").uncheck()
    expect(box(other, "one")).not_to_be_checked()
    assert progress(other) == "1 of 3 done"


def test_a_list_and_its_embed_on_a_page_are_one(open_page: Open) -> None:
    page = open_page("plain/both/")
    first, second = page.locator('input[name="one"]').all()
    first.check()
    assert second.is_checked()
    page.locator("check-list").nth(1).get_by_role("button", name="Undo").click()
    assert not first.is_checked()


def test_parts_of_a_list_are_one_record_and_count_their_own(open_page: Open) -> None:
    page = open_page("evening/parts/")
    box(page, "bring-cards").check()
    sums = page.locator(".check-list-sum").all_inner_texts()
    assert sums == ["0 of 5 done", "1 of 5 done", "0 of 1 done", "0 of 3 done"]
    assert page.locator(".check-list-below", has_text="no longer listed").count() == 0
    press(page, "Undo")
    assert ticked(page) == []
    assert stored(page, "evening").get("sum") is None
    page.get_by_label("Yes").last.check()
    assert page.get_by_label("Yes").first.is_checked()
    assert not box(page, "bring-cards").is_visible()


def test_an_embed_has_progress_undo_and_a_way_to_the_list_and_no_more(open_page: Open) -> None:
    page = open_page("evening/embed/")
    box(page, "charge-the-phone").check()
    assert page.locator(".check-list-tools").count() == 0
    assert page.locator(".check-list-steps").inner_text().split() == ["Undo", "Open", "the", "list"]
    assert str(page.get_by_role("link", name="Open the list").get_attribute("href")).endswith("/evening/")


def test_ticks_are_undone_and_done_again_in_order(open_page: Open) -> None:
    page = open_page("plain/")
    for name in ("one", "two"):
        box(page, name).check()
    box(page, "one").uncheck()
    states = [ticked(page)]
    for step in ("Undo", "Undo", "Undo", "Redo", "Redo", "Redo"):
        press(page, step)
        states.append(ticked(page))
    both = ["one", "two"]
    assert states == [["two"], both, ["one"], [], ["one"], both, ["two"]]
    page.get_by_role("button", name="Redo").dispatch_event("click")  # it says that it is disabled, and may be clicked
    assert ticked(page) == ["two"]


def test_what_was_undone_is_not_done_again_after_something_else(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    press(page, "Undo")
    box(page, "two").check()
    assert page.get_by_role("button", name="Redo").get_attribute("aria-disabled") == "true"


def test_not_applicable_does_not_count_and_can_be_taken_back(open_page: Open) -> None:
    page = open_page("plain/")
    act(page, "one", "Not applicable")
    assert progress(page) == "0 of 2 done"
    assert "not applicable" in item(page, "one").inner_text()
    page.reload()
    assert progress(page) == "0 of 2 done"
    act(page, "one", "Applies after all")
    assert progress(page) == "0 of 3 done"
    press(page, "Undo")
    assert progress(page) == "0 of 2 done"
    box(page, "one").check()
    assert progress(page) == "1 of 3 done"


def test_an_item_that_must_apply_cannot_be_left_out(open_page: Open) -> None:
    page = open_page("evening/")
    item(page, "bring-cards").locator(".check-item-act").click()
    assert item(page, "bring-cards").locator(".check-item-tools button").all_inner_texts() == ["Note", "Copy link"]
    box(page, "bring-cards").focus()
    page.keyboard.press("n")
    assert progress(page) == "0 of 14 done"


def test_a_note_is_kept_and_undone(open_page: Open) -> None:
    page = open_page("plain/")
    act(page, "one", "Note")
    page.keyboard.type("Ask Ida <b>first</b>")
    page.keyboard.press("Tab")
    page.reload()
    field = page.get_by_label("My note on: One")
    assert field.input_value() == "Ask Ida <b>first</b>"
    field.fill("Ask Tomas")
    field.blur()
    press(page, "Undo")
    assert field.input_value() == "Ask Ida <b>first</b>"
    field.fill("")
    field.blur()
    assert not field.is_visible()
    page.reload()
    assert not field.is_visible()


def test_a_note_is_kept_although_the_page_is_left_in_the_middle_of_it(open_page: Open) -> None:
    page = open_page("plain/")
    act(page, "one", "Note")
    page.keyboard.type("half a sent")
    page.goto(page.url.replace("/plain/", "/notes/"))
    page.goto(page.url.replace("/notes/", "/plain/"))
    assert page.get_by_label("My note on: One").input_value() == "half a sent"


def test_several_boxes_count_each(open_page: Open) -> None:
    page = open_page("times/")
    box(page, "walk").check()
    box(page, "walk~3").check()
    assert progress(page) == "2 of 4 done"
    page.reload()
    assert ticked(page) == ["walk", "walk~3"]
    act(page, "walk", "Not applicable")
    assert progress(page) == "0 of 1 done"
    box(page, "walk~2").check()
    assert progress(page) == "2 of 4 done"


def test_a_changed_item_keeps_its_tick_and_says_so_until_it_is_confirmed(open_page: Open) -> None:
    page = open_page("revised/", with_record("revised", record({"one": [1, 2048, 1]})))
    assert ticked(page) == ["one"]
    assert "Changed since you ticked it." in item(page, "one").inner_text()
    item(page, "one").get_by_role("button", name="Still done").click()
    assert "Changed" not in item(page, "one").inner_text()
    assert page.evaluate("document.activeElement.name") == "one"
    press(page, "Undo")
    assert "Changed" in item(page, "one").inner_text()
    assert ticked(page) == ["one"]


def test_a_weekly_item_opens_anew(open_page: Open) -> None:
    page = open_page("evening/", with_record("evening", record({"keep-in-touch": [1, 1700000000000 * 1024, 1]})))
    assert ticked(page) == []
    box(page, "keep-in-touch").check()
    page.reload()
    assert ticked(page) == ["keep-in-touch"]


def test_a_weekly_tick_is_undone_although_it_was_ticked_last_week(open_page: Open) -> None:
    page = open_page("evening/", with_record("evening", record({"keep-in-touch": [1, 1700000000000 * 1024, 1]})))
    box(page, "keep-in-touch").check()
    press(page, "Undo")
    assert ticked(page) == []
    press(page, "Redo")
    assert ticked(page) == ["keep-in-touch"]


def test_ticks_follow_their_items(open_page: Open) -> None:
    items = {"old-name": [1, 2048, 1], "left": [1, 2048, 1], "right": [0, 2048, 1], "one": [1, 2048, 1]}
    page = open_page("moved/", with_record("moved", record(items)))
    assert ticked(page) == ["new-name", "half"]


def test_what_is_ticked_to_begin_with_stays_so_until_the_reader_says_otherwise(open_page: Open) -> None:
    page = open_page("started/")
    assert progress(page) == "2 of 3 done"
    box(page, "one").uncheck()
    page.reload()
    assert ticked(page) == ["three"]
    box(page, "one").check()
    press(page, "Undo")
    assert ticked(page) == ["three"]


@pytest.mark.parametrize("path", ["started/", "started/parts/"])
def test_unticking_what_was_ticked_to_begin_with_can_be_undone(open_page: Open, path: str) -> None:
    page = open_page(path)
    for name in ("three", "one"):
        box(page, name).uncheck()
    for _ in range(2):
        press(page, "Undo")
    assert ticked(page) == ["one", "three"]


def test_start_again_keeps_the_old_run_and_can_be_undone(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    choose_more(page, "Start again")
    assert progress(page) == "0 of 3 done"
    assert len(stored(page, "plain")["runs"]) == 2
    box(page, "two").check()
    page.reload()
    assert ticked(page) == ["two"]


def test_undo_of_start_again_brings_everything_back(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    choose_more(page, "Start again")
    page.locator(".check-list-banner").get_by_role("button", name="Undo").click()
    assert ticked(page) == ["one"]
    assert page.evaluate("document.querySelector('check-list').contains(document.activeElement)")
    press(page, "Redo")
    assert ticked(page) == []
    page.reload()
    assert len(stored(page, "plain")["runs"]) == 2


def test_ticks_of_items_that_are_gone_are_kept_and_said(open_page: Open) -> None:
    gone = {"gone": [1, 2048, 1], "gone-too": [1, 2048, 1], "also": [0, 2048, 1, "a note", 2048]}
    page = open_page("plain/", with_record("plain", record(gone)))
    assert "3 ticks belong to items no longer listed" in page.locator(".check-list-below").inner_text()
    box(page, "one").check()
    assert {"gone", "gone-too", "also"} < stored(page, "plain")["runs"]["1"]["items"].keys()


def test_a_change_is_told_once_to_the_page(open_page: Open) -> None:
    page = open_page("plain/")
    page.evaluate("window.told = []; addEventListener('check-list:change', (event) => told.push(event.detail))")
    box(page, "two").check()
    assert page.evaluate("told") == [{"id": "plain", "done": 1, "total": 3}]


def test_the_link_to_an_item_is_copied(open_page: Open, lists: str) -> None:
    page = open_page("plain/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    act(page, "two", "Copy link")
    expect(page.locator(".check-list-banner", has_text="Copied the link")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{lists}/plain/#two"


def test_without_a_clipboard_the_link_is_shown(open_page: Open, lists: str) -> None:
    page = open_page("plain/", "delete Navigator.prototype.clipboard")
    act(page, "two", "Copy link")
    expect(page.get_by_role("link", name=f"{lists}/plain/#two")).to_be_visible()


def test_taken_out_of_the_page_the_list_is_plain_again_and_put_back_it_works(open_page: Open) -> None:
    page = open_page("evening/")
    box(page, "renew").check()
    plain = page.evaluate(
        """() => {
            window.list = document.querySelector("check-list");
            window.parent_ = list.parentElement;
            list.remove();
            return list.querySelectorAll("button, [role=status], .check-list-bar, textarea, [hidden]").length;
        }"""
    )
    assert plain == 0
    page.evaluate("parent_.append(list)")
    assert ticked(page) == ["renew"]
    box(page, "charge-the-phone").check()
    assert progress(page) == "2 of 14 done"


def expect_said(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def test_progress_is_said_once_for_what_comes_in_quick_succession(open_page: Open) -> None:
    page = open_page("plain/")
    page.evaluate(
        """() => {
            window.said = [];
            const live = document.querySelector("[role=status]");
            const hear = () => live.textContent && said.push(live.textContent);
            new MutationObserver(hear).observe(live, { childList: true });
        }"""
    )
    for name in ("one", "two", "three"):
        box(page, name).check()
    expect_said(page, "All 3 done")
    assert page.evaluate("said") == ["All 3 done"]
    press(page, "Undo")
    expect_said(page, "Undone. 2 of 3 done")
    assert page.evaluate("said") == ["All 3 done", "Undone. 2 of 3 done"]


def test_another_tab_does_not_speak(open_page: Open) -> None:
    one, other = open_page("plain/"), open_page("plain/")
    box(one, "one").check()
    expect_said(one, "1 of 3 done")
    expect(box(other, "one")).to_be_checked()
    expect_said(other, "")


def test_leaving_and_coming_back_shows_what_happened_in_between(open_page: Open, lists: str) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    page.goto(f"{lists}/plain/embed/")
    box(page, "two").check()
    page.go_back()
    expect(box(page, "two")).to_be_checked()
    assert ticked(page) == ["one", "two"]


def test_what_was_ticked_comes_back_when_an_item_applies_after_all(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "two").check()
    act(page, "two", "Not applicable")
    assert progress(page) == "0 of 2 done"
    act(page, "two", "Applies after all")
    assert ticked(page) == ["two"]


def test_undoing_not_applicable_makes_no_tick_of_this_week_of_an_old_one(open_page: Open) -> None:
    old = 1_600_000_000_000 * 1024
    page = open_page("evening/", with_record("evening", record({"keep-in-touch": [1, old, 1]})))
    assert ticked(page) == []
    act(page, "keep-in-touch", "Not applicable")
    press(page, "Undo")
    assert ticked(page) == []


def test_keys_behind_a_dialog_do_nothing(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "two").check()
    box(page, "two").press("?")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Control+z")
    page.keyboard.press("?")
    assert page.locator("dialog").count() == 1
    assert ticked(page) == ["two"]
