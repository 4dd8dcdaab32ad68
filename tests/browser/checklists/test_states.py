"""Every state of a list for those who use it in another way: axe finds nothing, and the script stays small."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from checklists.scripts import element, scripts
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.reader import act, box, choose_more, press, record, with_record
from tests.browser.checklists.test_storage_refused import BLOCKED, FULL
from tests.browser.test_pages import RULES

pytestmark = pytest.mark.browser

NEWER = with_record("evening", '{"v": 2}')
OLD = with_record("evening", record({"renew": [1, 2048, 1, "a note", 2048], "gone": [1, 2048, 1]}))


def nothing(page: Page) -> None:
    expect(page.locator("check-list").first).to_be_visible()


def busy(page: Page) -> None:
    """Everything open, ticked, left out, noted, answered."""
    for name in ("read-guest-list", "three-stories~2", "charge-the-phone"):
        box(page, name).check()
    act(page, "pack-the-cable", "Not applicable")
    act(page, "answer-what-you-do", "Note")
    page.keyboard.type("a note")
    page.get_by_label("Small").check()
    page.get_by_label("Day of the event").fill("2026-05-01")
    page.locator(".check-list-more > summary").click()
    page.locator(".check-item-more > summary").first.click()


def filtered(page: Page) -> None:
    page.get_by_label("Filter items by text").fill("no such thing")


def again(page: Page) -> None:
    choose_more(page, "Start again")


def keys(page: Page) -> None:
    choose_more(page, "Keyboard shortcuts")
    expect(page.get_by_role("dialog")).to_be_visible()


def refused(page: Page) -> None:
    box(page, "renew").check()


def undone(page: Page) -> None:
    box(page, "renew").check()
    press(page, "Undo")


STATES: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "untouched": ("evening/", "", nothing),
    "busy": ("evening/", "", busy),
    "changed since": ("evening/", OLD, nothing),
    "nothing matches": ("evening/", "", filtered),
    "started again": ("evening/", "", again),
    "undone": ("evening/", "", undone),
    "keys": ("evening/", "", keys),
    "storage off": ("evening/", BLOCKED, refused),
    "storage full": ("evening/", FULL, refused),
    "newer": ("evening/", NEWER, nothing),
    "unreadable": ("evening/", with_record("evening", "{"), nothing),
    "embedded": ("evening/embed/", "", nothing),
    "twice on a page": ("plain/both/", "", nothing),
    "right to left": ("evening/rtl/", "", busy),
    "hostile texts": ("harsh/", "", nothing),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(browser: Browser, lists: str, state: str) -> None:
    path, init, do = STATES[state]
    context = browser.new_context()
    page = context.new_page()
    if init:
        page.add_init_script(init)
    page.goto(f"{lists}/{path}")
    do(page)
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate("scrollTo(0, 0)")  # the progress lies over what is below it
            results = Axe().run(page, options=RULES)
            assert results.violations_count == 0, f"{scheme} {width}\n{results.generate_report()}"
    context.close()


def test_colours_forced_by_the_reader_leave_native_boxes_and_filled_squares(browser: Browser, lists: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{lists}/plain/")
    box(page, "one").check()
    assert box(page, "one").evaluate("box => getComputedStyle(box).appearance") == "auto"
    widths = page.locator(".check-list-square").evaluate_all(
        "all => all.map(one => getComputedStyle(one).borderTopWidth)"
    )
    assert widths[0] == "6px"
    assert widths[1] != "6px"
    context.close()


def test_the_script_of_a_page_is_small() -> None:
    files = scripts("theme")
    sizes = {path.rpartition("/")[2]: len(gzip.compress(text.encode(), 9)) for path, text in files.items()}
    first = element(files).rpartition("/")[2]
    print(f"at once: {sizes[first]}; with all that may be loaded later: {sum(sizes.values())}; {sizes}")
    assert sizes[first] <= 14_000
    assert sum(sizes.values()) <= 21_000
