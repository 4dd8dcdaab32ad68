"""The reader's plan: what a reader saves is there, in every tab, until the reader takes it out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.axe import findings
from tests.browser.checklists.test_storage_refused import BLOCKED, FULL
from tests.browser.plan.conftest import Open
from tests.browser.plan.planner import box, key, line, lines, notices, press, stored, toggle

pytestmark = pytest.mark.browser

ALL = ["Prepare two answers", "Leave early"]


def with_plan(open_page: Open, titles: list[str] = ALL) -> Page:
    """The page of the plan, after these were saved from the index."""
    page = open_page("strategies/")
    for title in titles:
        toggle(page, title).click()
        expect(toggle(page, f"In my plan: {title}")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="See it: my plan").first.click()
    expect(lines(page)).to_have_text(titles)
    return page


# --- saving ----------------------------------------------------------------------------------------------------


def test_what_is_saved_from_the_index_is_in_the_plan_and_there_when_the_reader_comes_back(open_page: Open) -> None:
    page = with_plan(open_page)
    expect(page.locator(".plan-bar .check-list-sum")).to_have_text("0 of 2 strategies done")
    expect(page.locator(".plan-empty")).to_be_hidden()
    page.reload()
    expect(lines(page)).to_have_text(ALL)
    expect(toggle(open_page("strategies/"), "Leave early")).to_have_text("In my plan")


def test_a_second_press_takes_it_out_again(open_page: Open) -> None:
    page = open_page("strategies/")
    toggle(page, "Leave early").click()
    toggle(page, "Leave early").click()
    expect(toggle(page, "Add to my plan: Leave early")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("link", name="See it: my plan")).to_have_count(0)
    page.goto(page.url.replace("strategies/", "plan/"))
    expect(page.locator(".plan-empty")).to_be_visible()


def test_what_a_filter_brings_can_be_saved_and_shows_what_is_saved(open_page: Open) -> None:
    page = open_page("strategies/?q=leave")
    toggle(page, "Leave early").click()
    page.get_by_role("searchbox").fill("answers")
    expect(toggle(page, "Prepare two answers")).to_have_text("Add to my plan")
    page.get_by_role("searchbox").fill("early")
    expect(toggle(page, "Leave early")).to_have_text("In my plan")
    page.get_by_role("searchbox").fill("")
    expect(toggle(page, "Leave early")).to_have_text("In my plan")
    assert list(stored(page)["runs"]["1"]["items"]) == ["leave-early"]


def test_a_link_to_an_entry_can_still_be_copied_where_it_can_be_saved(open_page: Open, profile: BrowserContext) -> None:
    profile.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page("strategies/")
    expect(page.locator(".plan-toggle")).to_have_count(5)
    expect(page.locator(".strategy-entry-copy")).to_have_count(5)
    page.get_by_role("searchbox").fill("leave")
    expect(page.locator(".strategy-index > ol .strategy-entry-copy")).to_have_count(1)
    expect(page.locator(".strategy-index > ol .plan-toggle")).to_have_count(1)


def test_what_was_found_before_the_buttons_came_can_be_saved(open_page: Open, profile: BrowserContext) -> None:
    held: list[Route] = []
    profile.route("**/plan-toggles.js", lambda route: held.append(route))
    page = open_page("strategies/?q=leave")
    expect(page.locator(".strategy-index-count")).to_have_text("1 of 5 strategies")
    page.wait_for_load_state("load")
    while not held:
        page.evaluate("new Promise(requestAnimationFrame)")
    held[0].continue_()
    expect(toggle(page, "Leave early")).to_have_text("Add to my plan")
    page.get_by_role("searchbox").fill("tree")
    expect(toggle(page, "Ask a tree")).to_have_text("Add to my plan")


def test_an_article_saves_what_the_index_knows_by_another_name(open_page: Open) -> None:
    page = open_page("articles/ways-to-rest/#page:guide")
    toggle(page, "Prepare a bench").click()
    assert list(stored(page)["runs"]["1"]["items"]) == ["sit"]
    expect(toggle(open_page("strategies/"), "Prepare a bench")).to_have_text("In my plan")
    entry = open_page("strategies/leave-early/")
    toggle(entry, "Leave early").click()
    expect(lines(open_page("plan/"))).to_have_text(["Prepare a bench", "Leave early"])
    expect(toggle(open_page("articles/ways-to-talk/#page:guide"), "Leave early")).to_have_text("In my plan")


def test_nothing_of_it_is_loaded_with_an_article_before_the_guide_is_near(open_page: Open) -> None:
    page = open_page("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 800, "height": 100})
    page.route(
        "**/ways-to-talk/", lambda route: route.fulfill(body=tall(route.fetch().text()), content_type="text/html")
    )
    page.goto(page.url.replace("about/", "articles/ways-to-talk/"), wait_until="networkidle")
    assert [url for url in asked if "plan" in url.rpartition("guide/")[2]] == []
    page.locator(".guide").scroll_into_view_if_needed()
    expect(toggle(page, "Leave early")).to_have_text("Add to my plan")


def tall(html: str) -> str:
    return html.replace("<p>Words.</p>", "<p>Words.</p>" * 200)


def test_keys_alone_save_and_tick(open_page: Open) -> None:
    page = open_page("strategies/")
    page.locator(".strategy-entry-title a").first.focus()
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('.plan-toggle-button')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/")
    expect(lines(page)).to_have_count(1)
    page.locator(".plan-item .check-item-box").focus()
    page.keyboard.press("Space")
    expect(page.locator(".plan-bar .check-list-sum")).to_have_text("1 of 1 strategy done")


# --- the page --------------------------------------------------------------------------------------------------


def test_each_line_leads_to_where_it_is_told(open_page: Open) -> None:
    page = with_plan(open_page)
    expect(line(page, "Prepare two answers").locator(".plan-item-place")).to_have_text("Read howWays to talk10 min")
    page.get_by_role("link", name="Read how: Prepare two answers").click()
    page.wait_for_url("**/articles/ways-to-talk/#prepare-two-answers")


def test_ticks_and_notes_are_kept_and_the_count_is_said(open_page: Open) -> None:
    page = with_plan(open_page)
    box(page, "Leave early").check()
    expect(page.get_by_role("status")).to_have_text("1 of 2 strategies done")
    press(page, "Note on: Leave early")
    page.keyboard.type("On Friday, with Ada")
    page.keyboard.press("Tab")
    page.reload()
    expect(box(page, "Leave early")).to_be_checked()
    expect(page.get_by_role("textbox", name="My note on: Leave early")).to_have_value("On Friday, with Ada")
    press(page, "Note on: Prepare two answers")
    page.keyboard.type("Both, aloud")
    page.reload()  # without leaving the field first
    expect(page.get_by_role("textbox", name="My note on: Prepare two answers")).to_have_value("Both, aloud")


def test_what_is_removed_can_be_brought_back_as_it_was(open_page: Open) -> None:
    page = with_plan(open_page)
    box(page, "Prepare two answers").check()
    press(page, "Remove: Prepare two answers")
    expect(lines(page)).to_have_text(["Leave early"])
    assert notices(page).startswith("Removed “Prepare two answers”.")
    expect(page.get_by_role("status")).to_have_text("Removed “Prepare two answers”. 0 of 1 strategy done")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(lines(page)).to_have_text(ALL)
    expect(box(page, "Prepare two answers")).to_be_checked()
    expect(box(page, "Prepare two answers")).to_be_focused()
    assert notices(page) == ""


def test_when_all_is_removed_the_page_says_how_to_begin(open_page: Open) -> None:
    page = with_plan(open_page, ["Leave early"])
    press(page, "Remove: Leave early")
    expect(page.locator(".plan-empty")).to_be_visible()
    press(page, "Undo")
    expect(lines(page)).to_have_text(["Leave early"])


def test_it_can_be_in_the_order_of_articles(open_page: Open) -> None:
    page = with_plan(open_page, ["Prepare two answers", "Ask a tree"])
    page.get_by_label("Order by").select_option("article")
    expect(lines(page)).to_have_text(["Ask a tree", "Prepare two answers"])
    box(page, "Ask a tree").focus()
    page.get_by_label("Order by").select_option("when I saved it")
    expect(lines(page)).to_have_text(["Prepare two answers", "Ask a tree"])


def test_lists_that_were_begun_are_there_with_the_way_back(open_page: Open) -> None:
    page = open_page("checklists/walk/")
    box(page, "Go").check()
    expect(page.locator(".check-list-sum")).to_have_text("1 of 2 done")
    guide = open_page("articles/ways-to-talk/#page:guide")
    guide.locator(".guide").get_by_role("checkbox", name="Leave early").check()
    plan = open_page("plan/")
    expect(plan.locator(".plan-lists a:visible")).to_have_text(["Resume: A walk", "Resume: Ways to talk"])
    expect(plan.locator(".plan-empty")).to_be_hidden()
    box(page, "Come back").check()
    expect(plan.locator(".plan-lists a:visible")).to_have_text(["Look again: A walk", "Resume: Ways to talk"])
    other = open_page("checklists/other/")
    box(other, "Go").check()
    expect(plan.locator(".plan-lists a:visible")).to_have_count(3)
    plan.get_by_role("link", name="Resume: Ways to talk").click()
    plan.wait_for_url("**/articles/ways-to-talk/#page:guide")


# --- two tabs --------------------------------------------------------------------------------------------------


def test_two_tabs_that_save_at_once_both_keep_all(open_page: Open) -> None:
    here, there, plan = open_page("strategies/"), open_page("strategies/"), open_page("plan/")
    for one, other in (("Leave early", "Ask a tree"), ("Prepare two answers", "Prepare a bench")):
        toggle(here, one).click(no_wait_after=True)
        toggle(there, other).click(no_wait_after=True)
    for page in (here, there):
        expect(page.locator(".plan-toggle-button[aria-pressed=true]")).to_have_count(4)
    expect(lines(plan)).to_have_count(4)
    expect(plan.locator(".plan-bar .check-list-sum")).to_have_text("0 of 4 strategies done")


def test_a_note_that_is_being_written_stays_while_another_tab_adds(open_page: Open) -> None:
    page = with_plan(open_page, ["Leave early"])
    press(page, "Note on: Leave early")
    page.keyboard.type("Half")
    toggle(open_page("strategies/"), "Ask a tree").click()
    expect(lines(page)).to_have_count(2)
    page.keyboard.type(" a note")
    expect(page.get_by_role("textbox", name="My note on: Leave early")).to_have_value("Half a note")


# --- when something is missing ---------------------------------------------------------------------------------


def test_where_nothing_can_be_kept_it_is_said_where_it_was_tried(open_page: Open) -> None:
    page = open_page("strategies/", BLOCKED)
    toggle(page, "Leave early").click()
    expect(page.get_by_role("alert")).to_have_text("This browser keeps nothing.")
    plan = open_page("plan/", BLOCKED)
    expect(plan.locator(".plan-notices")).to_contain_text("This browser keeps nothing for this page.")
    expect(plan.locator(".plan-empty")).to_be_visible()


def test_a_refused_write_is_said_and_tried_again(open_page: Open) -> None:
    page = open_page("strategies/", FULL)
    toggle(page, "Leave early").click()
    expect(page.get_by_role("alert")).to_have_text("Not saved yet.")
    page.evaluate("makeRoom()")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert list(stored(page)["runs"]["1"]["items"]) == ["leave-early"]


def test_a_plan_that_cannot_be_read_is_set_aside(open_page: Open) -> None:
    page = open_page("about/")
    page.evaluate("(key) => localStorage.setItem(key, '{broken')", key(page))
    plan = open_page("plan/")
    expect(plan.locator(".plan-notices")).to_contain_text("Nothing was deleted: a copy is kept under")


def test_without_the_index_what_is_saved_is_there_under_its_title(open_page: Open, profile: BrowserContext) -> None:
    page = with_plan(open_page)
    profile.route("**/strategies.json", lambda route: route.fulfill(json="not this", status=200))
    page.reload()
    expect(lines(page)).to_have_text(ALL)
    expect(page.get_by_text("No longer on this site.")).to_have_count(2)
    profile.unroute("**/strategies.json")
    page.reload()
    expect(page.get_by_text("No longer on this site.")).to_have_count(0)


def test_where_the_index_cannot_be_had_it_can_be_tried_again(profile: BrowserContext, talks: str) -> None:
    page = profile.new_page()
    page.goto(f"{talks}/strategies/")
    toggle(page, "Leave early").click()
    profile.route("**/strategies.json", lambda route: route.abort())
    page.goto(f"{talks}/plan/")
    expect(page.locator(".plan-notices")).to_contain_text("could not be looked up")
    expect(lines(page)).to_have_text(["Leave early"])
    expect(page.get_by_text("No longer on this site.")).to_have_count(0)
    profile.unroute("**/strategies.json")
    press(page, "Try again")
    expect(page.get_by_role("link", name="Read how: Leave early")).to_be_visible()
    assert notices(page) == ""


def test_a_strategy_that_was_renamed_is_found_by_its_former_name(open_page: Open) -> None:
    page = open_page("articles/ways-to-rest/#page:guide")
    toggle(page, "Prepare a bench").click()
    text = json.dumps(stored(page)).replace('"sit"', '"ways-to-rest--prepare-a-bench"')
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(page), text])
    page.close()
    plan = open_page("plan/")
    expect(plan.get_by_role("link", name="Read how: Prepare a bench").first).to_be_visible()


def test_without_javascript_the_page_says_what_it_is_for(browser: Browser, talks: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{talks}/plan/")
    main = page.locator("main")
    expect(main).to_contain_text("strategies that you save, and checklists that you have begun")
    expect(main).to_contain_text("This page needs JavaScript")
    assert [link.inner_text() for link in main.get_by_role("link").all()] == ["Strategies", "Checklists"]
    context.close()


# --- files and paper -------------------------------------------------------------------------------------------


def test_a_file_that_was_saved_can_be_loaded_elsewhere_and_that_undone(
    open_page: Open, browser: Browser, talks: str, tmp_path: Path
) -> None:
    page = with_plan(open_page)
    box(page, "Leave early").check()
    with page.expect_download() as started:
        press(page, "Save a file")
    started.value.save_as(tmp_path / "plan.json")
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.goto(f"{talks}/plan/")
    with other.expect_file_chooser() as asked:
        press(other, "Load a plan from a file")
    asked.value.set_files(tmp_path / "plan.json")
    expect(lines(other)).to_have_text(ALL)
    expect(box(other, "Leave early")).to_be_checked()
    assert "2 strategies added" in notices(other)
    press(other, "Undo")
    expect(lines(other)).to_have_count(0)
    elsewhere.close()


def test_a_file_of_something_else_changes_nothing(open_page: Open, tmp_path: Path) -> None:
    page = with_plan(open_page)
    (tmp_path / "other.json").write_text('{"format": "other"}', "utf-8")
    with page.expect_file_chooser() as asked:
        press(page, "Load a plan from a file")
    asked.value.set_files(tmp_path / "other.json")
    expect(page.locator(".plan-notices")).to_contain_text("Nothing was changed.")
    expect(lines(page)).to_have_text(ALL)


def test_it_can_be_saved_as_text(open_page: Open, talks: str) -> None:
    page = with_plan(open_page)
    box(page, "Leave early").check()
    with page.expect_download() as started:
        press(page, "Save as text")
    assert started.value.suggested_filename.endswith(".md")
    assert started.value.path().read_text("utf-8") == (
        "# My plan\n\n"
        f"- [ ] [Prepare two answers](<{talks}/articles/ways-to-talk/#prepare-two-answers>)\n"
        f"- [x] [Leave early](<{talks}/strategies/leave-early/>)\n"
    )


def test_on_paper_there_are_squares_and_nothing_to_press(open_page: Open) -> None:
    page = with_plan(open_page)
    box(page, "Leave early").check()
    page.emulate_media(media="print")
    for name in ("Print", "Remove: Leave early", "Note on: Leave early", "Load a plan from a file"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.locator(".check-item-box:visible")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("Ways to talk")
    assert "{" not in page.locator("main").inner_text()


# --- for everybody ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_cut_off(open_page: Open, scheme: str, width: int) -> None:
    page = open_page("checklists/walk/")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(page.url.replace("checklists/walk/", "plan/"))
    assert findings(page) == []
    page.goto(page.url.replace("plan/", "checklists/walk/"))
    box(page, "Go").check()
    page.goto(page.url.replace("checklists/walk/", "strategies/"))
    for title in ALL:
        toggle(page, title).click()
    page.wait_for_load_state("networkidle")
    assert findings(page) == []
    page.goto(page.url.replace("strategies/", "plan/"))
    expect(page.locator(".plan-lists a:visible")).to_have_count(1)
    box(page, "Leave early").check()
    press(page, "Note on: Leave early")
    press(page, "Remove: Prepare two answers")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(page.url.replace("plan/", "articles/ways-to-talk/#page:guide"))
    expect(toggle(page, "Leave early")).to_have_text("In my plan")
    page.wait_for_load_state("networkidle")  # the styles of the buttons come with them
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_move_nothing_when_they_come(browser: Browser, talks: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.route("**/plan-toggles.js", lambda route: route.abort())
    page.goto(f"{talks}/strategies/", wait_until="networkidle")
    before = page.evaluate("document.documentElement.scrollHeight")
    page.unroute("**/plan-toggles.js")
    page.reload(wait_until="networkidle")
    expect(page.locator(".plan-toggle")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollHeight") == before
    page.close()
