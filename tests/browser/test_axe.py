"""Every kind of page, in every state a reader can bring it into, can be used by everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import findings, findings_in_the_dark
from tests.browser.checklists.reader import choose_more
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

CHECKLIST = KINDS["checklist"]


def look(page: Page) -> list[str]:
    """What axe finds, light and dark, on a phone and on a desk."""
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.evaluate("scrollTo(0, 0)")
        found += [f"{width} px: {one}" for one in findings(page) + findings_in_the_dark(page)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_on_a_page_with_all_its_menus_open(browser: Browser, site: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/{KINDS[kind]}")
    open_folds(page)
    found = look(page)
    page.close()
    assert not found, "\n".join(found)


def open_folds(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")


def boxes(page: Page, count: int) -> None:
    """Tick so many, or all."""
    all_boxes = page.locator("check-list [data-item] > * input[type=checkbox], check-list .check-item-box")
    ready(page)
    for box in all_boxes.all()[: count or None]:
        if box.is_visible() and not box.is_checked():
            box.check()


def ready(page: Page) -> None:
    expect(page.locator("check-list .check-list-tools").first).to_be_visible()


def some_ticked(page: Page) -> None:
    boxes(page, 3)


def all_done(page: Page) -> None:
    boxes(page, 0)
    expect(page.locator(".check-list-sum").first).to_contain_text("All")


def filtered_to_nothing(page: Page) -> None:
    page.get_by_label("Filter items by text").fill("no such thing")


def keys(page: Page) -> None:
    choose_more(page, "Keyboard shortcuts")
    expect(page.get_by_role("dialog")).to_be_visible()


def started_again(page: Page) -> None:
    boxes(page, 2)
    choose_more(page, "Start again")


STATES: dict[str, Callable[[Page], None]] = {
    "untouched": ready,
    "some ticked": some_ticked,
    "all done": all_done,
    "filtered to nothing": filtered_to_nothing,
    "keys listed": keys,
    "started again": started_again,
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_found_in_a_state_of_a_checklist(browser: Browser, site: str, state: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/{CHECKLIST}")
    STATES[state](page)
    found = look(page)
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["home", "article", "checklist"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_found_when_the_reader_chose_the_other_scheme(
    browser: Browser, site: str, kind: str, theme: str
) -> None:
    other = {"light": "dark", "dark": "light"}
    page = browser.new_page(color_scheme=other[theme])
    page.goto(f"{site}/{KINDS[kind]}")
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    found = findings(page)
    page.close()
    assert not found, "\n".join(found)
