"""The search page as its reader uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.search.conftest import Open
from tests.browser.test_pages import RULES
from tests.search.samples import HOSTILE, needs_pagefind

pytestmark = [pytest.mark.browser, needs_pagefind]


def ask(page: Page, words: str) -> None:
    page.locator("main input[name=q]").fill(words)


def told(page: Page, words: str) -> None:
    expect(page.locator("main [role=status]")).to_have_text(words)


def found(page: Page) -> list[str]:
    return page.locator(".search-panel-title").all_text_contents()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name || document.activeElement.textContent"))


def test_typing_finds_strategies_checklists_and_articles_with_their_sections(open_search: Open) -> None:
    page = open_search()
    ask(page, "bottles")
    told(page, "1 strategy, 1 checklist, 1 article")
    expect(page.locator(".search-panel-found h2")).to_have_text(["Strategies 1", "Checklists 1", "Articles 1"])
    assert found(page) == ["Carry water", "Before the walk", "Hills"]
    links = page.locator(".search-panel-title a").evaluate_all("links => links.map(link => link.pathname + link.hash)")
    assert links == [
        "/walks/articles/hills/#carry-water",
        "/walks/checklists/walk/#fill-both-bottles",
        "/walks/articles/hills/#carry-water",
    ]
    sections = page.locator(".search-panel-section").all_text_contents()
    assert sections[:2] == ["Hills", "Fill both bottles"]
    assert "Carry water" in sections[2]
    assert page.locator(".search-panel-found mark").first.text_content() == "bottles."


def test_every_link_leads_to_the_very_place(open_search: Open) -> None:
    page = open_search("?q=bottles")
    for at in range(3):
        page.locator(".search-panel-title a").nth(at).click()
        page.wait_for_url("**#*")
        assert page.locator(":target").count() == 1
        page.go_back()
        told(page, "1 strategy, 1 checklist, 1 article")


def test_words_are_found_in_other_forms_and_by_their_beginnings(open_search: Open) -> None:
    page = open_search()
    for words in ("carrying", "CARR", "carries water"):
        ask(page, words)
        expect(page.locator(".search-panel-title").first).to_have_text("Carry water")


def test_articles_of_every_language_are_found(open_search: Open) -> None:
    page = open_search()
    ask(page, "شبكة")
    told(page, "1 article")
    assert found(page) == ["شبكة صغيرة"]
    assert page.locator(".search-panel-title").get_attribute("lang") == "ar"


def test_markup_in_titles_and_texts_is_shown_as_text(open_search: Open) -> None:
    page = open_search()
    ask(page, "quoted")
    expect(page.locator(".search-panel-title")).to_have_text([HOSTILE])
    ask(page, "deep")
    expect(page.locator(".search-panel-excerpt").first).to_contain_text("Cold & deep.")
    assert page.locator(".search-panel-found script").count() == 0


@pytest.mark.parametrize("words", ["Secret", "Hush", "Tell nobody"])
def test_what_is_not_published_is_never_found(open_search: Open, words: str) -> None:
    page = open_search()
    ask(page, words)
    told(page, "Nothing found. All titles are below.")
    assert "Secret" not in page.locator("main").inner_text()


def test_an_address_opened_cold_shows_what_it_asks_for(open_search: Open) -> None:
    page = open_search("?q=bottles")
    told(page, "1 strategy, 1 checklist, 1 article")
    expect(page.locator("main input[name=q]")).to_have_value("bottles")


def test_the_query_stands_in_the_address_and_back_returns_to_it(open_search: Open) -> None:
    page = open_search()
    before = page.evaluate("history.length")
    page.locator("main input[name=q]").press_sequentially("two bottles")
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?q=two+bottles")
    assert page.evaluate("history.length") == before
    page.locator(".search-panel-title a").first.click()
    page.wait_for_url("**/articles/hills/**")
    page.go_back()
    expect(page.locator("main input[name=q]")).to_have_value("two bottles")
    expect(page.locator(".search-panel-title").first).to_have_text("Carry water")


def test_the_keyboard_is_enough(open_search: Open) -> None:
    page = open_search()
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("bottles/")
    told(page, "1 strategy, 1 checklist, 1 article")
    for key, where in (
        ("ArrowDown", "Carry water"),
        ("ArrowDown", "Before the walk"),
        ("ArrowUp", "Carry water"),
        ("ArrowUp", "q"),
    ):
        page.keyboard.press(key)
        assert focused(page) == where
    page.keyboard.press("Escape")
    expect(page.locator("main input[name=q]")).to_have_value("")
    assert focused(page) == "q"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")


def test_enter_opens_the_first_even_before_it_is_shown(open_search: Open) -> None:
    page = open_search()
    page.locator("main input[name=q]").focus()
    page.keyboard.type("bottles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/hills/#carry-water")


def test_enter_opens_the_selected(open_search: Open) -> None:
    page = open_search("?q=bottles")
    told(page, "1 strategy, 1 checklist, 1 article")
    page.locator("main input[name=q]").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/checklists/walk/#fill-both-bottles")


def test_more_are_shown_when_asked_for(open_search: Open) -> None:
    page = open_search("?q=lake")
    told(page, "8 articles")
    assert len(found(page)) == 5
    page.get_by_role("button", name="More articles").click()
    expect(page.locator(".search-panel-title")).to_have_count(8)
    assert focused(page) == found(page)[5]
    assert page.locator(".search-panel-more").count() == 0


def test_nothing_found_offers_titles_like_it_and_all_titles(open_search: Open) -> None:
    page = open_search()
    ask(page, "hilsl")
    told(page, "Nothing found. All titles are below.")
    expect(page.locator(".search-panel-found li a").first).to_have_text("Hills")
    assert page.locator(".search-panel-all li a").count() > 10
    ask(page, "")
    told(page, "")
    assert page.locator(".search-panel-found").is_hidden()


@pytest.mark.parametrize("words", ['"', "<b>", "%", "🙂", "a" * 200, "\\", "你", "?q=&"])
def test_odd_questions_are_answered(open_search: Open, words: str) -> None:
    page = open_search()
    ask(page, words)
    expect(page.locator("main [role=status]")).not_to_have_text("")
    page.reload()
    expect(page.locator("main input[name=q]")).to_have_value(words)
    expect(page.locator("main [role=status]")).not_to_have_text("")


def test_nothing_of_pagefind_is_loaded_before_it_is_asked_for(open_search: Open) -> None:
    page = open_search()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind" in url] == []
    page.locator("main input[name=q]").focus()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "pagefind.js" in url] != []
    host = page.url.split("/")[2]
    assert {url.split("/")[2] for url in asked} == {host}


def test_an_index_that_cannot_be_loaded_leaves_the_titles(profile: object, open_search: Open) -> None:
    page = open_search()
    page.route(
        "**/pagefind.js*", lambda route: route.fulfill(status=200, content_type="text/javascript", body="export {}")
    )
    ask(page, "hil")
    told(page, "1 title")
    expect(page.locator(".search-panel-found li a")).to_have_text(["Hills"])


def test_a_policy_without_webassembly_leaves_the_titles(browser: Browser, address_without_wasm: str) -> None:
    page = browser.new_page()
    page.goto(f"{address_without_wasm}/search/?q=hills")
    told(page, "1 title")
    page.close()


def test_without_scripts_the_page_lists_all_titles_and_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search/?q=hills")
    assert "needs JavaScript" in page.locator("main").inner_text()
    page.get_by_role("link", name="Hills", exact=True).click()
    assert page.locator("h1").inner_text() == "Hills"
    context.close()


@pytest.mark.parametrize("query", ["", "?q=lake", "?q=hilsl"], ids=["all", "found", "nothing"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, address: str, width: int, scheme: str, query: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/search/{query}")
    if query:
        expect(page.locator("main [role=status]")).not_to_have_text("")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_the_pure_modules_keep_to_text(open_search: Open, walks: Path) -> None:
    page = open_search()
    module = next(walks.rglob("excerpt.js")).relative_to(walks).as_posix()
    made = page.evaluate(
        """async (path) => {
          const { densest, pieces, size, words } = await import(path);
          const all = words("one two &lt; <b> five six");
          return [pieces(all, [1, 2], { from: 1, to: 4 }, { from: 0, to: 6 }), size("  a b "), size(""),
                  densest([50, 70, 71, 72], { from: 0, to: 100 }), densest([], { from: 3, to: 10 })];
        }""",
        f"/{module}",
    )
    assert made == [
        [
            {"text": "… ", "isFound": False},
            {"text": "two &lt;", "isFound": True},
            {"text": " <b>", "isFound": False},
            {"text": " …", "isFound": False},
        ],
        2,
        0,
        {"from": 44, "to": 72},
        {"from": 3, "to": 10},
    ]


@pytest.mark.parametrize(
    "query, found, is_far",
    [
        ("confrence", "pelican.conf.py", True),
        ("zzzz", "Z.", True),
        ("conferences", "conference", False),
        ("running", "run", False),
        ("going", "go", False),
        ("Cafés", "café", False),
        ("studies", "study", False),
        ("conf", "conf", False),
        ("conferences zzzz", "conference Z.", True),
        ("الكتب", "كتب", False),
    ],
)
def test_a_beginning_is_no_find_where_it_is_too_short(
    open_search: Open, walks: Path, query: str, found: str, is_far: bool
) -> None:
    page = open_search()
    module = next(walks.rglob("results.js")).relative_to(walks).as_posix()
    fragment = {"content": found, "locations": list(range(len(found.split())))}
    code = "async ([path, query, fragment]) => (await import(path)).isFar(query, fragment)"
    assert page.evaluate(code, [f"/{module}", query, fragment]) is is_far
