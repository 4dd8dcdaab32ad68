"""Every kind of page as a reader meets it: with and without JavaScript, light and dark, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.complaints import complaint
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

# path: text that its reader must find there
PAGES = {
    "": "Latest articles",
    "articles/": "Before the Conference",
    "articles/networking-inside-your-own-company/": "Make a Map With Ten Blank Spaces",  # bare headings
    "articles/asking-for-an-introduction/": "Conclusion",  # bold headings
    "articles/how-to-hold-an-informational-interview/": "Questions Worth Asking",  # roman numerals, run-ins
    "articles/keeping-in-touch-in-an-hour-a-month/": "The three circles",  # figure, table, footnotes, callouts
    "articles/before-the-conference/": "Your First Conference",  # series, code
    "articles/people-you-barely-know/": "weak ties",
    "categories/events/": "After the Conference",
    "tags/": "follow-up",
    "tags/conferences/": "At the Conference",
    "strategies/": "Close the Loop",
    "archive/": "2025",
    "feeds/": "RSS",
    "about/": "Praxis",
    "no/such/page/": "not",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}}


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page, opened; it must not complain, nor ask another host for anything, nor for what is not there."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.extend(complaint(error)))
    page.on("request", lambda request: asked.append(request.url))
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(address)
    yield page
    host = address.split("/")[2]
    assert [url for url in asked if url.split("/")[2] != host] == []
    assert [url for url in missing if url != address] == []
    assert [text for text in complaints if "404" not in text] == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_complete_and_fits_a_phone(browser: Browser, site: str, path: str, scripts: bool) -> None:
    phone = {"width": 320, "height": 640}
    with opened(browser, f"{site}/{path}", java_script_enabled=scripts, viewport=phone) as page:
        assert PAGES[path].casefold() in page.locator("main").inner_text().casefold()
        assert page.locator("h1").count() == 1
        assert page.locator("h1").is_visible()
        if scripts:  # measuring needs them
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
@pytest.mark.parametrize("path", sorted(PAGES.keys() - KINDS.values()))  # test_axe.py has those of KINDS
def test_axe_finds_nothing(browser: Browser, site: str, path: str, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, f"{site}/{path}", color_scheme=scheme, viewport=size) as page:
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, results.generate_report()


def test_every_link_of_every_page_leads_to_a_page_of_the_site(browser: Browser, site: str) -> None:
    links: dict[str, str] = {}
    for path in PAGES:
        with opened(browser, f"{site}/{path}") as page:
            urls = page.evaluate("[...document.querySelectorAll('a[href], link[href]')].map(e => e.href.split('#')[0])")
            links |= {url: path for url in urls if url.split("/")[2] == site.split("/")[2] and url != page.url}
    assert {url: path for url, path in links.items() if not url.startswith(f"{site}/")} == {}
    with opened(browser, f"{site}/") as page:
        assert {url: path for url, path in links.items() if page.request.get(url).status != 200} == {}
    assert len(links) > 30


def test_contents_lead_to_their_headings(browser: Browser, site: str) -> None:
    address = f"{site}/articles/networking-inside-your-own-company/"
    with opened(browser, address, viewport={"width": 1280, "height": 800}) as page:
        links = page.locator("[class*=contents] a[href^='#']")
        assert links.count() == page.locator("article .prose :is(h2, h3)").count() > 10
        for link in links.all():
            target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
            assert " ".join(target.inner_text().split()) == link.inner_text()


def test_keyboard_reaches_the_text_past_the_navigation(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}/about/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('a[href^=\"#\"]')")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement === document.querySelector('main')")


def test_old_addresses_lead_to_the_new_ones(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}/events/after-the-conference/") as page:
        page.wait_for_url(f"{site}/articles/after-the-conference/")
        assert page.locator("h1").inner_text().startswith("After the Conference")
