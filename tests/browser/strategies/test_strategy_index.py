"""The strategy index as its reader uses it: filters, address, keys, links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import RULES

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
ALL = ["Follow up", "Follow “the café rule”", "ابدأ بشخص واحد", "Ask early", "<b>Leave</b> & rest"]


def shown(page: Page) -> list[str]:
    """The titles on show, in their order."""
    return page.locator(".strategy-entry-title a:visible").all_text_contents()


def search(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.search)"))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name || document.activeElement.textContent"))


def until(page: Page, said: str) -> None:
    """Waits for something to be so; the policy forbids Playwright's own way."""
    for _ in range(50):
        if page.evaluate(said):
            return
        page.wait_for_timeout(100)
    pytest.fail(said)


def titles(page: Page, *expected: str) -> None:
    expect(page.locator(".strategy-entry-title a:visible")).to_have_text(list(expected))


def test_the_list_follows_every_letter_in_titles_summaries_articles_and_tags(open_index: Open) -> None:
    page = open_index()
    assert sorted(shown(page)) == sorted(ALL)
    find = page.get_by_label("Find")
    find.fill("FOLLOW")
    titles(page, "Follow “the café rule”", "Follow up")
    find.fill("follow cafe")
    titles(page, "Follow “the café rule”")
    find.fill("early why")
    titles(page, "Ask early")
    find.fill("e-mail")
    assert set(shown(page)) == {"Follow up", "ابدأ بشخص واحد"}
    find.fill("an-evening")
    assert len(shown(page)) == 5
    find.fill("")
    assert sorted(shown(page)) == sorted(ALL)


def test_several_tags_are_all_wanted(open_index: Open) -> None:
    page = open_index()
    page.locator("summary").click()
    page.get_by_label("conferences").check()
    assert len(shown(page)) == 3
    page.get_by_label("e-mail").check()
    titles(page, "Follow up")


def test_category_effort_and_checklist_narrow_the_list(open_index: Open) -> None:
    page = open_index()
    page.locator("[name=category]").select_option("Events")
    assert len(shown(page)) == 3
    page.get_by_label("Effort").select_option("1 h")
    titles(page, "<b>Leave</b> & rest")
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("has a checklist").check()
    titles(page, "Follow up")


def test_the_order_can_be_chosen(open_index: Open) -> None:
    page = open_index()
    page.get_by_label("Order").select_option("Newest first")
    assert shown(page)[:2] == ["Ask early", "<b>Leave</b> & rest"]
    page.get_by_label("Order").select_option("A–Z")
    latin = [title for title in shown(page) if title[0] in "AF"]
    assert latin == ["Ask early", "Follow “the café rule”", "Follow up"]
    page.get_by_label("Order").select_option("By category")
    expect(page.locator(".strategy-index-title")).to_have_text(["Contacts 2", "Events 3"])


@pytest.mark.parametrize(
    "query, expected",
    [
        ("?q=follow&tag=e-mail", ["Follow up"]),
        ("?effort=1+h&sort=title", ["<b>Leave</b> & rest", "Follow “the café rule”"]),
    ],
)
def test_an_address_opened_cold_shows_the_same_list(open_index: Open, query: str, expected: list[str]) -> None:
    page = open_index(query)
    assert shown(page) == expected
    page.reload()
    assert shown(page) == expected


def test_an_address_that_names_what_is_not_there_finds_what_is_left(open_index: Open) -> None:
    page = open_index("?category=no+such&q=zzz")
    expect(page.locator(".strategy-index-count")).to_have_text("Nothing fits")
    page.get_by_label("Find").fill("")
    assert len(shown(page)) == 5


def test_choices_can_be_undone_by_back_and_letters_leave_no_trail(open_index: Open) -> None:
    page = open_index()
    page.locator("[name=category]").select_option("Contacts")
    page.get_by_label("Find").press_sequentially("rule")
    assert search(page) == "?q=rule&category=contacts"
    titles(page, "Follow “the café rule”")
    page.get_by_label("Effort").select_option("10 min")
    assert shown(page) == []
    page.go_back()
    assert (search(page), page.get_by_label("Effort").input_value()) == ("?q=rule&category=contacts", "")
    titles(page, "Follow “the café rule”")
    page.go_back()
    assert search(page) == ""
    assert len(shown(page)) == 5
    page.go_forward()
    titles(page, "Follow “the café rule”")


def test_the_number_found_is_shown_at_once_and_told_when_typing_ends(open_index: Open) -> None:
    page = open_index()
    status = page.get_by_role("status")
    expect(page.locator(".strategy-index-count")).to_have_text("5 strategies")
    page.get_by_label("Find").press_sequentially("follow")
    expect(page.locator(".strategy-index-count")).to_have_text("2 of 5 strategies")
    assert status.inner_text() == ""
    expect(status).to_have_text("2 of 5 strategies")
    assert page.locator("[role=status], [aria-live]").count() == 1


def test_keys_alone_find_move_open_and_clear(open_index: Open) -> None:
    page = open_index()
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("follow")
    assert page.get_by_label("Find").input_value() == "follow"
    page.keyboard.press("ArrowDown")
    assert focused(page) == "Follow “the café rule”"
    page.keyboard.press("ArrowDown")
    assert focused(page) == "Follow up"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "q"
    page.keyboard.press("Enter")
    assert focused(page) == "Follow “the café rule”"
    page.keyboard.press("Escape")
    assert (focused(page), search(page), len(shown(page))) == ("q", "", 5)


def test_enter_opens_an_entry(open_index: Open) -> None:
    page = open_index()
    page.evaluate("addEventListener('click', (e) => { window.opened = e.target.href; e.preventDefault(); })")
    page.keyboard.press("/")
    page.keyboard.type("early")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("window.opened").endswith("/guide/articles/an-evening/#ask-early")


@pytest.mark.parametrize("query", ["", "?q=follow"])
def test_the_link_of_an_entry_can_be_copied(open_index: Open, query: str) -> None:
    page = open_index(query)
    page.get_by_role("button", name="Copy link: Follow up").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/guide/articles/an-evening/#follow-up")


def test_of_many_found_more_come_as_the_reader_goes_down(open_index: Open) -> None:
    page = open_index(path="/many/")
    page.get_by_label("Order").select_option("A–Z")
    before = len(shown(page))
    assert before < 100
    page.get_by_label("Find").focus()
    for _ in range(before + 5):
        page.keyboard.press("ArrowDown")
    assert len(shown(page)) >= before + 5
    now = len(shown(page))
    page.locator(".strategy-index-more").scroll_into_view_if_needed()
    expect(page.locator(".strategy-index > ol > li").nth(now)).to_be_attached()


def test_back_from_another_page_finds_as_many_entries_as_before(open_index: Open, index: str) -> None:
    page = open_index("?sort=title", "/many/")
    found = page.locator(".strategy-index > ol > li")
    for _ in range(4):
        page.locator(".strategy-index-more").scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    expect(found.nth(30)).to_be_attached()
    until(page, "() => history.state?.strategiesShown > 30")
    count, place = found.count(), page.evaluate("scrollY")
    page.goto(f"{index}/guide/strategies/")
    page.go_back()
    assert found.count() >= count
    until(page, f"() => Math.abs(scrollY - {place}) < 50")
    page.get_by_label("Find").fill("a")
    assert page.evaluate("history.state.strategiesShown") == 0
    assert found.count() < count


def test_on_paper_everything_that_was_found_is_there(open_index: Open) -> None:
    page = open_index("?sort=title", "/many/")
    page.emulate_media(media="print")
    before = len(shown(page))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) == 400 > before
    assert not page.get_by_role("button", name="Show more").is_visible()
    assert not page.locator(".strategy-index-form").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(shown(page)) == before
    assert not page.get_by_role("button", name="Show more").is_visible()
    page.emulate_media(media="screen")
    assert page.get_by_role("button", name="Show more").is_visible()


@pytest.mark.parametrize("key", ["Control+f", "Meta+f", "F3"])
def test_the_browsers_own_search_finds_everything_that_was_found(open_index: Open, key: str) -> None:
    page = open_index("?sort=title", "/many/")
    page.keyboard.press(key)
    assert len(shown(page)) == 400


def test_the_field_is_whole_when_one_types_at_once_from_far_down(open_index: Open) -> None:
    page = open_index("", "/many/")
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.keyboard.press("/")
    page.keyboard.type("ba")
    box = page.get_by_label("Find").bounding_box()
    assert box is not None
    assert box["y"] >= 0


def test_ids_stay_unique_while_entries_are_shown_in_another_order(open_index: Open) -> None:
    page = open_index("?q=follow")
    ids = page.locator("[id]").evaluate_all("(found) => found.map((each) => each.id)")
    assert len(ids) == len(set(ids))


def test_without_javascript_everything_is_there_and_no_form(browser: Browser, index: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{index}/guide/strategies/")
    assert sorted(shown(page)) == sorted(ALL)
    assert not page.locator("form").is_visible()
    context.close()


@pytest.mark.parametrize("query", ["", "?q=follow&tag=e-mail", "?category=no+such&q=zzz"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, index: str, scheme: str, width: int, query: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{index}/guide/strategies/{query}")
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
