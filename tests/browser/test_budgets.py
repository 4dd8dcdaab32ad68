"""What pages weigh and ask for, measured in the browser as it loads them, and that nothing moves while they do."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from tests.browser.kinds import KINDS
from tests.browser.sample_site import ROOT

pytestmark = pytest.mark.browser

ARTICLES = sorted(path.stem[len("2025-01-01-") :] for path in (ROOT / "content/articles").glob("*.md"))
LISTS = sorted(path.stem for path in (ROOT / "content/checklists").glob("*.yml"))
LATE = re.compile(r"\.woff2$|/(?!site\.|check-list\.js)[^/]+\.js$")
"""What does not keep a page from being painted."""
TEXTS = ("document", "stylesheet", "script")
BLOCKING = """performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name)"""
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    const moved = (one.sources || []).map(({ node, previousRect: was, currentRect: is }) =>
      `${node?.nodeName} .${node?.className} ${was.y} to ${is.y}`);
    shifts.push(`${one.value.toFixed(4)}: ${moved.join("; ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True, repr=False)
class Loaded:
    """What the browser asked for, by address: of what type it is, its size compressed by gzip."""

    page: str
    sizes: dict[str, tuple[str, int]]
    blocking: tuple[str, ...]

    def weight(self, *types: str) -> int:
        return sum(size for kind, size in self.sizes.values() if kind in types)

    @property
    def critical(self) -> int:
        """The page and the stylesheets that its first painting waits for."""
        return sum(
            size
            for url, (kind, size) in self.sizes.items()
            if kind == "document" or (kind == "stylesheet" and url in self.blocking)
        )

    def __str__(self) -> str:
        return "\n".join([self.page, *(f"  {size:6} {kind} {url}" for url, (kind, size) in self.sizes.items())])


Load = Callable[[str], Loaded]


@pytest.fixture(scope="module")
def load(browser: Browser, site: str) -> Load:
    """A page as it was loaded, by its path; each is loaded once."""
    return cache(lambda path: loaded(browser, f"{site}/{path}"))


def loaded(browser: Browser, address: str) -> Loaded:
    """A page on a phone, opened by a new reader, who then does nothing. What its author put in is not counted."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(address, wait_until="networkidle")
    sizes = {
        one.url: (one.request.resource_type, len(gzip.compress(one.body(), 9)))
        for one in got
        if one.request.resource_type != "image"
    }
    blocking = tuple(page.evaluate(BLOCKING))
    context.close()
    return Loaded(address, sizes, blocking)


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_weighs_little(load: Load, slug: str) -> None:
    found = load(f"articles/{slug}/")
    assert found.weight(*TEXTS) <= 30_000, str(found)


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_articles_scripts_are_small(load: Load, slug: str) -> None:
    found = load(f"articles/{slug}/")
    assert found.weight("script") <= 5_000, str(found)


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_is_painted_from_little(load: Load, slug: str) -> None:
    found = load(f"articles/{slug}/")
    assert found.critical <= 14_336, str(found)  # 14 KiB: what fits the first answers of a connection


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_takes_few_requests(load: Load, slug: str) -> None:
    found = load(f"articles/{slug}/")
    assert len(found.sizes) <= 6, str(found)


@pytest.mark.parametrize("slug", LISTS)
def test_a_checklists_scripts_are_small(load: Load, slug: str) -> None:
    found = load(f"checklists/{slug}/")
    assert 0 < found.weight("script") <= 14_000, str(found)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_another_host(load: Load, site: str, kind: str) -> None:
    found = load(KINDS[kind])
    assert [url for url in found.sizes if not url.startswith(f"{site}/")] == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_fonts_and_scripts_come_late(browser: Browser, site: str, kind: str, width: int) -> None:
    page = visited(browser, width)
    held: list[Route] = []
    painted: list[bool] = []
    page.route(LATE, lambda route: route.continue_() if painted else held.append(route))
    page.goto(f"{site}/{KINDS[kind]}", wait_until="commit")
    page.wait_for_function(IS_PAINTED)
    page.evaluate(PAINTED)
    painted.append(True)
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    read_through(page)
    assert_still(page)


SEEN = {**KINDS, **{slug: f"articles/{slug}/" for slug in ARTICLES}, **{slug: f"checklists/{slug}/" for slug in LISTS}}


SOON = [("home", 1280), ("article", 390), ("strategies", 390), ("checklist", 1280)]
"""Pages that `make test` looks at, nine seconds each; the others wait for `make test-long`."""
VISITS = [
    pytest.param(name, width, marks=() if (name, width) in SOON else pytest.mark.long)
    for name in SEEN
    for width in (390, 1280)
]


@pytest.mark.parametrize(("page_name", "width"), VISITS)
def test_nothing_moves_on_a_slow_line_wherever_one_goes(
    browser: Browser, site: str, page_name: str, width: int
) -> None:
    """To the end by a key as soon as one sees something; later, to the end and to a heading; straight to a heading."""
    address = f"{site}/{SEEN[page_name]}"
    page = slow(browser, width)
    page.goto(address, wait_until="commit")
    page.wait_for_function(IS_PAINTED)
    page.keyboard.press("End")
    rest(page)
    last = page.evaluate(LAST_ANCHOR)
    assert_still(page)
    for way in ("scrollTo({ top: 1e6, behavior: 'instant' })", f"location.hash = {json.dumps(last)}"):
        page = slow(browser, width)
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        page.evaluate(way)
        rest(page)
        assert_still(page)
    page = slow(browser, width)
    page.goto(f"{address}#{quote(last)}")
    rest(page)
    assert_still(page)


IS_PAINTED = "performance.getEntriesByType('paint').length > 0"
LAST_ANCHOR = (
    """[...document.querySelectorAll("main :is(h2, h3, section, aside, li)[id]")].at(-1)?.id ?? "page:main" """
)
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
SEEN_AS_STILL = 0.001
"""Of what is moved by less no reader can tell."""


def visited(browser: Browser, width: int) -> Page:
    """A tab of a new reader, on a phone where it is as narrow as one; it notes what moves."""
    is_phone = width < 600
    context = browser.new_context(viewport={"width": width, "height": 844}, has_touch=is_phone, is_mobile=is_phone)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    return page


def slow(browser: Browser, width: int) -> Page:
    """The same, on a slow line."""
    page = visited(browser, width)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    return page


def rest(page: Page) -> None:
    """Until what was asked for is there and drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINTED)
    page.wait_for_timeout(500)  # what a place in sight asks for only now
    page.wait_for_load_state("networkidle")
    page.evaluate(PAINTED)


def read_through(page: Page) -> None:
    """Until all is there and the reader has come to the end."""
    page.evaluate("document.fonts.ready.then(() => undefined)")
    page.evaluate(PAINTED)
    height = page.evaluate("document.documentElement.scrollHeight")
    for place in range(0, height, 800):
        page.evaluate(f"scrollTo({{ top: {place}, behavior: 'instant' }})")
        page.wait_for_timeout(100)  # faster than a reader flicks


def assert_still(page: Page) -> None:
    """Nothing moved; what followed a key counts as well, since nobody asked for it. The tab is closed."""
    moved = page.evaluate("shifts")
    page.context.close()
    total = sum(float(each.partition(":")[0]) for each in moved)
    assert total <= SEEN_AS_STILL, "\n".join(moved)


def test_a_move_is_seen(browser: Browser) -> None:
    page = visited(browser, 390)
    page.goto("data:text/html,<div id=a></div><p style='height: 200px; background: gray'>Text")
    page.evaluate(PAINTED)
    page.evaluate("document.getElementById('a').style.height = '100px'")
    page.evaluate(PAINTED)
    with pytest.raises(AssertionError, match=r"P \."):
        assert_still(page)
