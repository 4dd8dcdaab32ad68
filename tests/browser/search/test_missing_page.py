"""The page for what is missing: it offers what is near, and to search."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.search.conftest import Open
from tests.browser.test_pages import RULES
from tests.search.samples import HOSTILE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "path, title",
    [
        ("/articles/hill/", "Hills"),
        ("/2026/04/02/hills.html", "Hills"),
        ("/posts/2026-04-02-hills", "Hills"),
        ("/HILLS/index.html", "Hills"),
        ("/checklists/the-walk/", "Before the walk"),
        ("/articles/lake-numbr-3", "Lake number 3"),
        ("/hostil%C3%A9/", HOSTILE),
    ],
)
def test_a_page_that_moved_is_offered(open_search: Open, path: str, title: str) -> None:
    page = open_search(path=path)
    expect(page.locator(".search-nearest a").first).to_have_text(title)
    page.locator(".search-nearest a").first.click()
    expect(page.locator("h1")).to_contain_text(title)


@pytest.mark.parametrize("path", ["/no/such/page/", "/zzzz", "/%E0%A4%A", "/x?q=%3Cscript%3E"])
def test_what_is_like_nothing_is_told(open_search: Open, path: str) -> None:
    page = open_search(path=path)
    expect(page.locator(".search-nearest h2")).to_have_text("No page here has an address like it")


def test_the_field_leads_to_the_search_page(open_search: Open) -> None:
    page = open_search(path="/no/such/page/")
    page.locator("main input[name=q]").fill("bottles & more")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=bottles+%26+more")


def test_without_scripts_it_says_where_to_go(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/articles/hill/")
    assert page.locator(".search-nearest a").count() >= 3
    links = page.locator("main .prose a").evaluate_all("links => links.map(link => link.pathname)")
    assert {"/walks/archive/", "/walks/strategies/", "/walks/checklists/"} <= set(links)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_moves_or_overflows(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(
        "self.shift = 0; const add = (list) => list.getEntries().forEach((each) => { shift += each.value; });"
        "new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{address}/articles/lake-number/")
    expect(page.locator(".search-nearest a")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("shift") == 0
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    context.close()
