"""An article whose strategies can be ticked, and a strategy's own page, in a site as it is built and served."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.checklists.conftest import POLICY
from tests.browser.complaints import complaint
from tests.browser.test_pages import RULES
from tests.hosting import Host
from tests.site.sites import new_site, run

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
TALK = """\
---
title: Ways to talk
date: 2026-04-02
---

Words.

## Tips for a talk

### Prepare *two* answers {: effort="10 min" when="the evening before" }

Say them aloud.

### Ask a question & wait

One is enough.

### Leave early

Say goodbye.
"""
FILES = {
    "articles/ways-to-talk.md": TALK,
    "articles/ways-to-rest.md": TALK.replace("Ways to talk", "Ways to rest").replace("*two* answers", "a bench"),
    "strategies.yml": "entries:\n  - entry: Leave early\n    text: |\n      Nobody *minds*.\n",
    "checklists/walk.yml": "title: A walk\nitems:\n  - text: Say both\n    strategy: prepare-two-answers\n",
}
FOLDER = "/guide"
IDS = ["prepare-two-answers", "ask-a-question-and-wait", "leave-early"]
ARTICLE, ENTRY = "articles/ways-to-talk/", "strategies/leave-early/"


class _Guarded(Host):
    """A host with the policy that the site may be served with."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", f"{POLICY}; font-src 'self'")
        super().end_headers()


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with articles that advise the same thing."""
    folder, host = new_site(tmp_path_factory.mktemp("talks") / "site"), tmp_path_factory.mktemp("host")
    for name, text in FILES.items():
        (folder / "content" / name).parent.mkdir(exist_ok=True)
        (folder / "content" / name).write_text(text, "utf-8")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Guarded, directory=str(host))) as server:
        address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
        built = run(folder, f"python -m press --content content --output {host}{FOLDER} --siteurl {address}")
        assert (built.status, built.err) == (0, "")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, which remembers as long as the test takes."""
    context = browser.new_context()
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def open_page(profile: BrowserContext, talks: str) -> Iterator[Open]:
    """Opens a page of the site; it may not complain, not even about the content security policy."""
    complaints: list[str] = []

    def opened(path: str) -> Page:
        page = profile.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.extend(complaint(error)))
        page.goto(f"{talks}/{path}")
        return page

    yield opened
    assert complaints == []


def boxes(page: Page) -> Locator:
    return page.locator(".guide input.check-item-box")


def ticked(page: Page) -> list[str]:
    return [str(box.get_attribute("name")) for box in boxes(page).all() if box.is_checked()]


def test_the_head_of_an_article_leads_to_its_strategies_as_a_list_to_tick(open_page: Open) -> None:
    page = open_page(ARTICLE)
    page.get_by_role("link", name="3 strategies").click()
    expect(page.get_by_role("complementary", name="3 strategies as a checklist")).to_be_in_viewport()
    expect(page.locator(".guide .check-item-text")).to_have_text(
        ["Prepare two answers", "Ask a question & wait", "Leave early"]
    )
    assert [box.get_attribute("name") for box in boxes(page).all()] == IDS


def test_an_item_has_the_id_of_its_strategy_and_leads_to_it(open_page: Open) -> None:
    page = open_page(ARTICLE)
    links = [str(each.get_attribute("href")) for each in page.locator(".guide .check-item-strategy a").all()]
    assert [link.partition("#")[2] for link in links] == IDS
    assert all(page.locator(f".prose h3#{id}").count() == 1 for id in IDS)
    known = page.request.get(f"{page.url.removesuffix(ARTICLE)}strategies.json").json()["strategies"]
    told = [each["id"] for entry in known for each in entry["sources"] if each["article"]["title"] == "Ways to talk"]
    assert sorted(told) == sorted(f"ways-to-talk--{id}" for id in IDS)


def test_ticks_are_there_when_the_reader_comes_back(open_page: Open) -> None:
    page = open_page(ARTICLE)
    page.get_by_role("checkbox", name="Ask a question & wait").check()
    expect(page.locator(".guide .check-list-sum")).to_have_text("1 of 3 done")
    page.reload()
    expect(page.locator(".guide .check-list-sum")).to_have_text("1 of 3 done")
    assert ticked(page) == ["ask-a-question-and-wait"]
    assert ticked(open_page("articles/ways-to-rest/")) == []


def test_a_tick_before_the_lists_script_is_there_counts(profile: BrowserContext, talks: str) -> None:
    page = profile.new_page()
    page.route("**/check-list*.js", lambda route: None)  # held
    page.goto(f"{talks}/{ARTICLE}")
    page.get_by_role("checkbox", name="Ask a question & wait").check()
    assert page.locator(".guide .check-list-sum").count() == 0
    page.wait_for_function("document.querySelector('.guide check-list').matches(':not(:defined)')")
    page.unroute("**/check-list*.js")  # which lets go on what was held
    expect(page.locator(".guide .check-list-sum")).to_have_text("1 of 3 done")
    page.reload()
    expect(page.locator(".guide .check-list-sum")).to_have_text("1 of 3 done")
    assert ticked(page) == ["ask-a-question-and-wait"]


def test_keys_alone_reach_the_list_and_tick_it(open_page: Open) -> None:
    page = open_page(ARTICLE)
    page.get_by_role("link", name="3 strategies").focus()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.guide input.check-item-box')"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".guide .check-list-sum")).to_have_text("1 of 3 done")
    assert ticked(page) == [IDS[0]]


def test_the_address_of_an_item_shows_it(open_page: Open) -> None:
    page = open_page(f"{ARTICLE}#check:guide-ways-to-talk:leave-early")
    expect(page.locator("[data-item=leave-early]")).to_be_in_viewport()


@pytest.mark.parametrize("path", [ARTICLE, ENTRY, "strategies/"])
def test_everything_is_there_without_javascript_and_fits_a_phone(browser: Browser, talks: str, path: str) -> None:
    wanted = {
        ARTICLE: ["3 strategies as a checklist", "Practise it: Say both"],
        ENTRY: ["Nobody minds.", "Ways to rest", "Ways to talk"],
        "strategies/": ["Leave early", "Prepare a bench"],
    }
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{talks}/{path}")
    text = page.locator("main").inner_text()
    assert [words for words in wanted[path] if words.casefold() not in text.casefold()] == []
    if path == ARTICLE:
        page.get_by_role("checkbox", name="Leave early").check()
        assert ticked(page) == ["leave-early"]
    assert page.locator("main").bounding_box()["width"] <= 320  # type: ignore[index]
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [ARTICLE, ENTRY])
def test_axe_finds_nothing(browser: Browser, talks: str, path: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{talks}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_page_of_an_entry_leads_to_every_place_and_back_to_the_index(open_page: Open) -> None:
    page = open_page(ENTRY)
    places = [str(each.get_attribute("href")) for each in page.locator(".strategy-source-title a").all()]
    assert [place.removeprefix(FOLDER) for place in places] == [
        "/articles/ways-to-rest/#leave-early",
        "/articles/ways-to-talk/#leave-early",
    ]
    page.locator(".strategy-source-title a").first.click()
    expect(page.locator("h3#leave-early")).to_be_in_viewport()
    page.go_back()
    page.locator("main").get_by_role("link", name="Strategies").click()
    expect(page.locator(".strategy-entry#leave-early")).to_be_visible()


def test_the_index_finds_the_pages_of_entries_too(open_page: Open) -> None:
    page = open_page("strategies/?q=leave")
    expect(page.locator(".strategy-entry-title a:visible")).to_have_text(["Leave early"])
    page.locator(".strategy-entry-title a:visible").click()
    assert Path(page.url).name == "leave-early"
