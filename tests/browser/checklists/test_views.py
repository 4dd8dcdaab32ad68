"""Filters, questions, dates, the keyboard, paper: what changes the view of a list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.conftest import Open
from tests.browser.checklists.reader import (
    act,
    box,
    choose_more,
    item,
    press,
    progress,
    record,
    shown,
    ticked,
    with_record,
)

pytestmark = pytest.mark.browser
ALL = [
    "read-guest-list", "answer-what-you-do", "three-stories", "charge-the-phone", "pack-the-cable", "dim-the-screen",
    "bring-cards", "test-the-camera", "look-at-the-plan", "write-to-one", "keep-in-touch", "renew",
]  # fmt: skip


def test_done_items_can_be_hidden_and_the_focus_goes_on(open_page: Open) -> None:
    page = open_page("plain/")
    page.get_by_label("Hide done").check()
    box(page, "one").check()
    assert shown(page) == ["two", "three"]
    assert page.evaluate("document.activeElement.name") == "two"
    box(page, "three").check()
    assert page.evaluate("document.activeElement.name") == "two"
    box(page, "two").check()
    assert shown(page) == []
    assert page.evaluate("document.activeElement.parentElement.textContent") == "Hide done"
    press(page, "Show all")
    assert shown(page) == ["one", "two", "three"]


def test_a_parent_stays_in_sight_as_long_as_something_below_it_is_open(open_page: Open) -> None:
    page = open_page("nested/")
    page.get_by_label("Hide done").check()
    box(page, "pack").check()
    box(page, "socks").check()
    assert shown(page) == ["pack", "shoes", "leave"]
    box(page, "shoes").check()
    assert shown(page) == ["leave"]


def test_items_are_filtered_by_text_level_and_tag(open_page: Open) -> None:
    page = open_page("evening/")
    page.get_by_label("Filter items by text").fill("GUEST list")
    assert shown(page) == ["read-guest-list"]
    page.get_by_label("Filter items by text").fill("the cable")
    assert shown(page) == ["charge-the-phone", "pack-the-cable"]
    page.get_by_label("Filter items by text").fill("")
    page.get_by_label("Level").select_option("essential")
    assert shown(page) == ["read-guest-list", "test-the-camera", "write-to-one"]
    page.get_by_label("Tag").select_option("words")
    assert shown(page) == []
    press(page, "Show all")
    assert shown(page) == ALL


def test_a_filter_says_how_many_are_left_and_leaves_progress_alone(open_page: Open) -> None:
    page = open_page("evening/")
    page.get_by_label("Tag").select_option("words")
    expect(page.get_by_role("status")).to_have_text("2 items shown")
    assert progress(page) == "0 of 14 done"
    assert page.locator(".check-list-section:visible").count() == 1


def test_questions_hide_what_does_not_concern_the_reader(open_page: Open) -> None:
    page = open_page("evening/")
    page.get_by_role("group", name="Is it online?").get_by_label("Yes").check()
    assert "bring-cards" not in shown(page)
    assert "look-at-the-plan" not in shown(page)
    assert progress(page) == "0 of 12 done"
    page.reload()
    assert page.get_by_label("Yes").is_checked()
    page.get_by_role("group", name="Is it online?").get_by_label("No", exact=True).check()
    assert "test-the-camera" not in shown(page)
    page.get_by_label("Small").check()
    assert "look-at-the-plan" not in shown(page)
    press(page, "Undo")
    assert "look-at-the-plan" in shown(page)
    page.get_by_role("group", name="Is it online?").get_by_label("Not decided").check()
    assert shown(page) == ALL


def test_a_date_turns_into_days(open_page: Open) -> None:
    page = open_page("evening/")
    today = date.today()
    page.get_by_label("Day of the event").fill(str(today + timedelta(10)))
    page.get_by_label("Day of the event").blur()
    assert item(page, "read-guest-list").locator(".check-item-due").inner_text().endswith(", in 3 days")
    assert "in 11 days" in item(page, "write-to-one").inner_text()
    assert "overdue by" in item(page, "renew").inner_text()
    box(page, "renew").check()
    assert "overdue by" not in item(page, "renew").inner_text()
    page.get_by_label("Day of the event").fill(str(today + timedelta(6)))
    page.get_by_label("Day of the event").blur()
    assert "overdue by 1 day" in item(page, "read-guest-list").inner_text()
    press(page, "Undo")
    assert page.get_by_label("Day of the event").input_value() == str(today + timedelta(10))


@pytest.mark.parametrize(
    ("slug", "do", "said"),
    [
        ("notes", [], "Nothing to do"),
        ("skippable", ["skip:one", "skip:two"], "Nothing to do"),
        ("hidden", ["ask:Yes"], "Nothing to do"),
        ("times", ["walk", "walk~2", "walk~3", "rest"], "All 4 done"),
        ("times", ["skip:walk", "rest"], "All 1 done"),
        ("nested", ["pack", "socks", "shoes", "leave"], "All 4 done"),
        ("nested", ["skip:pack", "socks", "shoes", "leave"], "All 3 done"),
        ("hidden", ["one", "below-one"], "All 2 done"),
    ],
)
def test_all_can_be_done_in_every_list(open_page: Open, slug: str, do: list[str], said: str) -> None:
    page = open_page(f"{slug}/")
    for step in do:
        verb, _, name = step.rpartition(":")
        if verb == "skip":
            act(page, name, "Not applicable")
        elif verb == "ask":
            page.get_by_label(name, exact=True).check()
        else:
            box(page, name).check()
    assert progress(page) == said
    assert "NaN" not in page.locator("body").inner_text()


def test_squares_fill_in_the_order_of_the_list(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "two").check()
    squares = page.locator(".check-list-square").all()
    assert [square.get_attribute("data-state") for square in squares] == [None, "full", None]
    page = open_page("long/")
    box(page, "item-1-1").check()
    states = [square.get_attribute("data-state") for square in page.locator(".check-list-square").all()]
    assert states == ["part", *[None] * 29]


def test_everything_is_reached_by_keyboard(open_page: Open) -> None:
    page = open_page("evening/")
    box(page, "read-guest-list").focus()
    for key in ("Space", "j", "ArrowDown", "Space", "k", "n", "ArrowUp"):
        page.keyboard.press(key)
    assert ticked(page) == ["read-guest-list", "three-stories"]
    assert item(page, "answer-what-you-do").get_attribute("data-skipped") == ""
    assert page.evaluate("document.activeElement.name") == "read-guest-list"
    page.keyboard.press("e")
    page.keyboard.type("jkn/?")
    page.keyboard.press("Control+z")  # of the text field, not of the list
    assert ticked(page) == ["read-guest-list", "three-stories"]
    page.keyboard.press("Tab")
    box(page, "read-guest-list").focus()
    while item(page, "answer-what-you-do").get_attribute("data-skipped") is not None:
        page.keyboard.press("Control+z")
    assert ticked(page) == ["read-guest-list", "three-stories"]
    page.keyboard.press("Control+Shift+Z")
    assert item(page, "answer-what-you-do").get_attribute("data-skipped") == ""
    page.keyboard.press("/")
    page.keyboard.type("renew")
    assert shown(page) == ["renew"]


def test_the_keys_are_listed_and_the_focus_comes_back(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "two").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.name") == "two"


def test_keys_do_nothing_outside_the_list(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    page.evaluate("document.activeElement.blur()")
    for key in ("j", "n", "?", "Control+z"):
        page.keyboard.press(key)
    assert ticked(page) == ["one"]
    assert page.locator("dialog").count() == 0
    assert page.evaluate("document.activeElement === document.body")


def test_every_control_is_in_the_order_of_tabs(open_page: Open) -> None:
    page = open_page("evening/")
    page.locator(".check-list-more > summary").click()
    page.get_by_label("Hide done").focus()
    reached = 1
    controls = "check-list :is(button, input, select, textarea, summary, a[href])"
    radios = page.locator("check-list [type=radio]").count()
    visible = sum(node.is_visible() for node in page.locator(controls).all()) - radios + 2  # a group is one stop
    while page.evaluate("document.activeElement.closest('check-list') !== null"):
        page.keyboard.press("Tab")
        reached += 1
    assert reached - 1 >= visible


def paper(page: Page, ticks: bool, full: bool) -> list[bool]:
    """Prints by the menu; whether ticks, explanations and tools are seen meanwhile."""
    page.evaluate("window.print = () => {}")
    page.emulate_media(media="screen")
    page.locator(".check-list-more").evaluate("fold => fold.open = true")
    page.get_by_label("with my ticks").set_checked(ticks)
    page.get_by_label("with explanations").set_checked(full)
    press(page, "Print")
    expect(page.locator("check-list[data-print]")).to_have_count(1)
    page.emulate_media(media="print")
    filled = box(page, "read-guest-list").evaluate("box => getComputedStyle(box).backgroundColor === 'rgb(0, 0, 0)'")
    explained = page.get_by_text("Three is a number you can remember").is_visible()
    seen = [filled, explained, page.locator(".check-list-tools").is_visible()]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return seen


def test_paper_has_ticks_and_explanations_if_they_are_wanted(open_page: Open) -> None:
    page = open_page("evening/")
    box(page, "read-guest-list").check()
    act(page, "renew", "Not applicable")
    assert paper(page, ticks=False, full=False) == [False, False, False]
    crossed = item(page, "renew").locator(".check-item-text")
    assert crossed.evaluate("text => getComputedStyle(text).textDecorationLine") == "none"
    assert paper(page, ticks=True, full=False) == [True, False, False]
    assert paper(page, ticks=False, full=True) == [False, True, False]
    assert page.locator("check-list").get_attribute("data-print") is None
    assert page.locator(".check-item-more[open]").count() == 0


def test_without_scripts_the_list_is_read_ticked_and_printed(browser: Browser, lists: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lists}/evening/")
    box(page, "read-guest-list").check()
    assert ticked(page) == ["read-guest-list"]
    assert page.locator(".check-list-hint").is_visible()
    item(page, "read-guest-list").locator("summary").click()
    assert page.get_by_text("Three is a number you can remember").is_visible()
    assert page.locator("button").count() == 0
    assert len(page.pdf()) > 10_000
    context.close()


@pytest.mark.parametrize("path", ["evening/", "evening/rtl/", "harsh/", "long/"])
def test_the_list_fits_a_narrow_phone(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator(".check-list-more").evaluate("fold => fold.open = true")
    page.locator(".check-item-act").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_are_large_enough_for_fingers(browser: Browser, lists: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{lists}/evening/")
    page.locator(".check-item-act").first.click()
    page.locator(".check-list-more > summary").click()
    rows = "check-list :is(label:has(input), button, .check-list-more > summary)"
    heights = {str(node.inner_text()): node.bounding_box() for node in page.locator(rows).all() if node.is_visible()}
    assert {text: size for text, size in heights.items() if not size or size["height"] < 43.9} == {}
    context.close()


def test_texts_of_all_kinds_stay_texts(open_page: Open) -> None:
    text = "<img src=x onerror=alert(1)>"
    page = open_page("harsh/", with_record("harsh", record({"one": [1, 2048, 1, text, 2048]})))
    assert page.locator("check-list img").count() == 0
    assert page.locator("textarea").first.input_value() == text
    act(page, "one", "Copy link")
    assert page.locator("check-list img").count() == 0


@pytest.mark.parametrize("anchor", ["keep-in-touch", "%E0%A4%A", "no-such-item"])
def test_what_the_address_names_is_in_sight(open_page: Open, anchor: str) -> None:
    page = open_page(f"evening/#{anchor}")
    assert progress(page) == "0 of 14 done"
    if anchor == "keep-in-touch":
        expect(item(page, anchor)).to_be_in_viewport()


def test_the_menu_names_what_it_does(open_page: Open) -> None:
    page = open_page("plain/")
    choose_more(page, "Keyboard shortcuts")
    expect(page.get_by_role("dialog")).to_be_visible()
