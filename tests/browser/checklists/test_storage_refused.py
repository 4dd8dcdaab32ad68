"""What a reader sees when the browser does not keep what it is given, or gives back something else."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklists.conftest import Open
from tests.browser.checklists.reader import KEY, box, choose_more, press, progress, record, stored, ticked, with_record

pytestmark = pytest.mark.browser

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
MISSING = "Object.defineProperty(window, 'localStorage', { get: () => null })"
FULL = """
    const refuse = () => { throw new DOMException('full', 'QuotaExceededError') };
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = refuse;
    window.makeRoom = () => { Storage.prototype.setItem = set };
"""
SILENT = "Storage.prototype.setItem = () => {}"
NOT_KEPT = "Not saved in this browser."
KEPT = "Saved in this browser, nowhere else."


def banner(page: Page) -> str:
    seen = [node.inner_text() for node in page.locator(".check-list-banner").all() if node.is_visible()]
    return "\n".join(seen)


def below(page: Page) -> str:
    return page.locator(".check-list-below").inner_text().strip()


def test_where_ticks_are_kept_is_said_once_near_the_list(open_page: Open) -> None:
    page = open_page("plain/")
    assert below(page) == KEPT
    assert banner(page) == ""


@pytest.mark.parametrize("storage", [BLOCKED, MISSING], ids=["blocked", "missing"])
def test_without_storage_the_list_works_and_says_that_nothing_is_kept(open_page: Open, storage: str) -> None:
    page = open_page("plain/", storage)
    assert "keeps nothing for this page" in banner(page)
    assert below(page) == NOT_KEPT
    box(page, "one").check()
    assert progress(page) == "1 of 3 done"
    press(page, "Undo")
    assert ticked(page) == []
    assert "keeps nothing for this page" in banner(page)


@pytest.mark.parametrize("storage", [FULL, SILENT], ids=["full", "silently refusing"])
def test_a_refused_write_is_said_as_long_as_it_is_refused_with_a_way_out(open_page: Open, storage: str) -> None:
    page = open_page("plain/", storage)
    box(page, "one").check()
    assert "would not save your last change" in banner(page)
    assert below(page) == NOT_KEPT
    box(page, "two").check()
    assert "would not save your last change" in banner(page)
    with page.expect_download() as started:
        press(page, "Save a file")
    file = json.loads(started.value.path().read_text("utf-8"))
    assert {name for name, entry in file["lists"][0]["record"]["runs"]["1"]["items"].items() if entry[0]} == {
        "one",
        "two",
    }


def test_a_refused_write_is_tried_again_until_it_succeeds(open_page: Open) -> None:
    page = open_page("plain/", FULL)
    box(page, "one").check()
    assert "would not save" in banner(page)
    page.evaluate("makeRoom()")
    box(page, "two").check()
    expect(page.locator(".check-list-below")).to_have_text(KEPT)
    assert banner(page) == ""
    assert stored(page, "plain")["runs"]["1"]["items"].keys() == {"one", "two"}


def test_in_a_private_window_ticks_last_as_long_as_the_window(browser: Browser, lists: str) -> None:
    for _ in range(2):
        window = browser.new_context()
        page = window.new_page()
        page.goto(f"{lists}/plain/")
        assert ticked(page) == []
        box(page, "one").check()
        page.reload()
        assert ticked(page) == ["one"]
        window.close()


CORRUPT = {
    "no JSON": "{",
    "cut off": record({"one": [1, 2048, 1]})[:-9],
    "a number": "7",
    "null": "null",
    "a list": "[]",
    "no version": '{"runs": {}}',
    "a version of text": '{"v": "1", "runs": {}}',
    "runs of text": '{"v": 1, "active": ["1", 1], "runs": "none"}',
    "a prototype": '{"v": 1, "active": ["1", 1], "runs": {"__proto__": {"items": {"one": [1, 2, 3]}}}}',
    "nested deeply": '{"v": 1, "active": ["1", 1], "runs": {}, "more": ' + "[" * 999 + "]" * 999 + "}",
    "another's text": "😀 \x00 not ours",
}


@pytest.mark.parametrize("name", CORRUPT)
def test_an_unreadable_record_is_set_aside_and_said(open_page: Open, name: str) -> None:
    page = open_page("plain/", with_record("plain", CORRUPT[name]))
    assert "could not be read. Nothing was deleted" in banner(page)
    box(page, "two").check()
    page.reload()
    assert ticked(page) == ["two"]
    aside = page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':set-aside:'))")
    assert [page.evaluate("key => localStorage.getItem(key)", key) for key in aside] == [CORRUPT[name]]
    assert [key for key in aside if key.startswith(f"{KEY}plain:")] == aside


def test_of_a_record_that_is_partly_wrong_the_rest_counts(open_page: Open) -> None:
    wrong = record({"one": [1, 2048, 1], "two": [7, 2048, 1], "three": "done"})
    page = open_page("plain/", with_record("plain", wrong))
    assert ticked(page) == ["one"]
    assert "2 entries could not be read" in banner(page)
    with page.expect_download() as started:
        press(page, "Save the copy")
    assert started.value.path().read_text("utf-8") == wrong
    page.locator(".check-list-banner").get_by_role("button", name="Close").click()
    assert banner(page) == ""


def test_a_record_of_newer_code_is_left_alone_and_nothing_can_be_ticked(open_page: Open) -> None:
    newer = json.dumps({"v": 2, "what": "ever"})
    page = open_page("plain/", with_record("plain", newer))
    assert "newer version of this page" in banner(page)
    assert box(page, "one").is_disabled()
    choose_more(page, "Start again")
    assert "Started again" not in banner(page)
    page.reload()
    assert page.evaluate("key => localStorage.getItem(key)", f"{KEY}plain") == newer
    assert page.evaluate("Object.keys(localStorage).length") == 1


def test_a_record_cleared_by_hand_in_another_tab_is_written_back(open_page: Open) -> None:
    one, other = open_page("plain/"), open_page("plain/")
    box(one, "one").check()
    expect(box(other, "one")).to_be_checked()
    other.evaluate("localStorage.clear()")
    box(other, "two").check()
    expect(box(one, "two")).to_be_checked()
    one.reload()
    assert ticked(one) == ["one", "two"]


def test_a_tick_that_was_made_while_leaving_is_not_lost(open_page: Open) -> None:
    page = open_page("plain/")
    page.evaluate("document.querySelector('[name=three]').click(); location.reload()")
    page.wait_for_load_state()
    expect(box(page, "three")).to_be_checked()
