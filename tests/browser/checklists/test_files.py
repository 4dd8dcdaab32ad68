"""What is saved to files and loaded from them. Nobody's file is believed, and nothing changes unseen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

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
LATER = 1800000000000 * 1024
MARKUP = "<img src=x onerror=alert(1)>"


def saved(page: Page, name: str) -> str:
    with page.expect_download() as started:
        choose_more(page, name)
    return started.value.path().read_bytes().decode("utf-8")


def load(page: Page, content: str | bytes, name: str = "evening.json") -> Locator:
    """The dialog that a file brings up."""
    with page.expect_file_chooser() as chooser:
        choose_more(page, "Load a file …")
    body = content.encode() if isinstance(content, str) else content
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": body})
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def file_of(slug: str, text: str, **changes: Any) -> str:
    made = {"format": "praxis-checklists", "version": 1, "site": "guide"}
    return json.dumps(made | {"lists": [{"id": slug, "title": slug, "record": json.loads(text)}]} | changes)


def test_what_was_saved_can_be_loaded_into_another_browser(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    act(page, "two", "Note")
    page.keyboard.type("from the left drawer")
    page.keyboard.press("Tab")
    text = saved(page, "Save a file")
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page = open_page("plain/", "localStorage.clear()")
    assert ticked(page) == []
    dialog = load(page, text)
    assert "One: open → done" in dialog.inner_text()
    assert "1 note changed" in dialog.inner_text()
    press(page, "Load it")
    assert ticked(page) == ["one"]
    assert page.get_by_label("My note on: Two").input_value() == "from the left drawer"


def test_nothing_changes_before_it_was_confirmed(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "three").check()
    before = stored(page, "plain")
    given = record({"one": [1, LATER, 1], "two": [2, LATER, 1], "three": [0, LATER, 1]}, active=["1", LATER])
    dialog = load(page, file_of("plain", given))
    assert dialog.locator("li").all_inner_texts() == [
        "2 ticks added", "1 tick removed", "One: open → done", "Two: open → not applicable", "Three: done → open",
    ]  # fmt: skip
    assert stored(page, "plain") == before
    press(page, "Cancel")
    assert stored(page, "plain") == before
    assert ticked(page) == ["three"]
    load(page, file_of("plain", given))
    press(page, "Load it")
    assert ticked(page) == ["one"]
    press(page, "Undo")
    assert ticked(page) == ["three"]
    assert progress(page) == "1 of 3 done"


def test_ticks_of_the_reader_that_are_newer_win(open_page: Open) -> None:
    page = open_page("plain/")
    box(page, "one").check()
    dialog = load(page, file_of("plain", record({"one": [0, 4096, 1]})))
    assert "Nothing in it is newer than what you have." in dialog.inner_text()
    assert dialog.get_by_role("button").all_inner_texts() == ["Close"]


def test_what_a_file_says_is_shown_as_text(open_page: Open) -> None:
    page = open_page("plain/")
    given = record({"one": [1, LATER, 1, MARKUP, LATER]}, active=["1", LATER])
    load(page, file_of("plain", given, site="guide"), f"{MARKUP}.json")
    press(page, "Load it")
    assert page.locator("check-list img").count() == 0
    assert page.get_by_label("My note on: One").input_value() == MARKUP


GOOD = record({"one": [1, LATER, 1]})
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "The file is not JSON. Save it again."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "The file is not JSON."),
    "cut off": (file_of("plain", GOOD)[:-20], "The file is cut off. Save it again."),
    "10 MB": (b"{" + b" " * 10_000_000 + b"}", "The file is larger than 2 MB."),
    "another format": ('{"format": "x"}', "This is not an export of checklists."),
    "a list": ("[]", "This is not an export of checklists."),
    "of another site": (file_of("plain", GOOD, site=MARKUP), f"The file is of another site, “{MARKUP}”."),
    "of another list": (file_of("evening", GOOD), "“evening” is not a checklist of this page"),
    "of newer code": (file_of("plain", GOOD, version=2), "The file was made by a newer version"),
    "a newer record": (file_of("plain", '{"v": 9}'), "“plain” was saved by a newer version of this page."),
    "a prototype": (
        '{"format": "praxis-checklists", "version": 1, "site": "guide", "lists": [{"id": "plain", "record":'
        ' {"v": 1, "active": ["1", 1], "runs": {"__proto__": {"items": {"one": [1, 2, 3]}}}}}]}',
        "“plain” cannot be read and is left out.",
    ),
    "nested deeply": (
        file_of("plain", GOOD).replace('"made"', f'"deep": {"[" * 5000}{"]" * 5000}, "made"'),
        "“plain” cannot be read",
    ),
    "wrong types": (file_of("plain", '{"v": 1, "active": 7, "runs": []}'), "“plain” cannot be read"),
    "wrong entries": (
        file_of("plain", record({"one": ["yes", 1, 1], "two": None, "three": [1, -5, 1]})),
        "“plain”: 3 entries make no sense and are left out.",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_changes_nothing_and_says_why(open_page: Open, name: str) -> None:
    content, said = HOSTILE[name]
    page = open_page("plain/")
    box(page, "two").check()
    before = stored(page, "plain")
    dialog = load(page, content)
    assert said in dialog.inner_text()
    assert dialog.get_by_role("button").all_inner_texts() == ["Close"]
    press(page, "Close")
    assert stored(page, "plain") == before
    assert page.evaluate("({}).items") is None
    box(page, "one").check()
    assert progress(page) == "2 of 3 done"


def test_markdown_and_csv_say_what_is_seen(open_page: Open) -> None:
    page = open_page("times/")
    box(page, "walk").check()
    act(page, "rest", "Not applicable")
    text = saved(page, "Save as Markdown")
    assert "- [x] Go for a walk (1 of 3)\n- [ ] Go for a walk (2 of 3)" in text
    assert "- [ ] Rest (not applicable)" in text
    table = saved(page, "Save as a table (CSV)")
    assert [line.split(",")[2:4] for line in table.split("\r\n")[1:-1]] == [
        ["Go for a walk (1 of 3)", "done"],
        ["Go for a walk (2 of 3)", "open"],
        ["Go for a walk (3 of 3)", "open"],
        ["Rest", "not applicable"],
    ]


def test_what_is_ticked_to_begin_with_is_in_the_file_and_ticks_of_gone_items_too(open_page: Open) -> None:
    page = open_page("started/", with_record("started", record({"gone": [1, 2048, 1]})))
    items = json.loads(saved(page, "Save a file"))["lists"][0]["record"]["runs"]["1"]["items"]
    assert {name for name, entry in items.items() if entry[0] == 1} == {"one", "three", "gone"}
    assert item(page, "one").is_visible()
