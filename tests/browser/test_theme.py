"""What the theme's one script adds: the reader's colours, where one is, what comes on demand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/asking-for-an-introduction/"
PAPER, NIGHT = "rgb(251, 248, 241)", "rgb(26, 24, 21)"


@pytest.fixture
def context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


# --- colours ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("system", "expected"), [("light", PAPER), ("dark", NIGHT)])
def test_colours_are_those_of_the_system(page: Page, site: str, system: str, expected: str) -> None:
    page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
    page.goto(f"{site}/")
    assert ground(page) == expected


def test_a_choice_of_colours_is_kept_on_every_page(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.get_by_label("dark").check()
    assert ground(page) == NIGHT
    page.goto(f"{site}/{ARTICLE}")
    assert ground(page) == NIGHT
    assert page.get_by_label("dark").is_checked()
    page.get_by_label("as the system").check()
    assert ground(page) == PAPER
    page.reload()
    assert ground(page) == PAPER


def test_the_choice_is_there_before_the_first_paint(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.get_by_label("dark").check()
    page.add_init_script(
        "new PerformanceObserver((list) => { window.painted ??= list.getEntries()[0].startTime; })"
        ".observe({ type: 'paint', buffered: true });"
        "const look = () => { if (document.documentElement?.dataset.theme) window.chosen ??= performance.now(); };"
        "new MutationObserver(look).observe(document, { attributes: true, subtree: true });"
    )
    page.goto(f"{site}/{ARTICLE}")
    page.wait_for_function("window.painted")
    assert page.evaluate("window.chosen < window.painted")


def test_a_choice_in_one_tab_reaches_the_other(context: BrowserContext, page: Page, site: str) -> None:
    page.goto(f"{site}/")
    other = context.new_page()
    other.goto(f"{site}/about/")
    other.get_by_label("dark").check()
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")


def test_the_browser_is_told_the_colour_of_the_page(page: Page, site: str) -> None:
    metas = "[...document.querySelectorAll('meta[name=theme-color]')]"
    shown = f"{metas}.find((each) => matchMedia(each.media).matches).content"
    page.goto(f"{site}/")
    assert page.evaluate(shown) == "#fbf8f1"
    page.get_by_label("dark").check()
    assert page.evaluate(shown) == "#1a1815"


def test_without_storage_a_choice_lasts_as_long_as_the_page(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    page.goto(f"{site}/")
    page.get_by_label("dark").check()
    assert ground(page) == NIGHT


def test_without_scripts_there_is_nothing_to_choose(browser: Browser, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/")
    assert not page.get_by_label("dark").is_visible()


# --- in an article ---------------------------------------------------------------------------------------------


def test_the_contents_mark_where_the_reader_is(page: Page, site: str) -> None:
    page.goto(f"{site}/{ARTICLE}")
    assert page.locator(".contents [aria-current]").count() == 0
    heading = "document.getElementById('write-the-paragraph-they-can-forward')"
    page.evaluate(f"{heading}.scrollIntoView({{ behavior: 'instant' }})")
    expect(page.locator(".contents [aria-current]")).to_have_text("3. Write the paragraph they can forward")


def test_code_can_be_copied(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/articles/before-the-conference/")
    code = page.locator(".prose .highlight").first
    code.hover()
    code.get_by_role("button", name="Copy").click()
    expect(code.get_by_role("button")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == code.locator("pre").text_content()


def test_an_article_is_shared_by_the_systems_sheet(page: Page, site: str) -> None:
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    page.goto(f"{site}/{ARTICLE}#conclusion")
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{site}/{ARTICLE}"
    assert shared["title"].startswith("Asking for an Introduction")


def test_a_list_in_an_article_is_loaded_when_it_comes_near(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1].split(".")[0]))
    page.goto(f"{site}/{ARTICLE}", wait_until="networkidle")
    assert "check-list" not in asked
    page.evaluate("document.getElementById('page:guide').scrollIntoView({ behavior: 'instant' })")
    expect(page.locator(".guide .check-list-sum")).to_have_text("0 of 5 done")
    assert asked.count("check-list") == 2  # the script and the sheet


def test_words_in_a_table_stay_whole(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site}/articles/keeping-in-touch-in-an-hour-a-month/")
    broken = page.locator(".table").evaluate_all(BROKEN_WORDS)
    assert broken == []


BROKEN_WORDS = """(tables) => tables.flatMap((table) => {
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
})"""


# --- on the way ------------------------------------------------------------------------------------------------


def test_a_slash_leads_to_the_search_unless_one_is_writing(page: Page, site: str) -> None:
    page.goto(f"{site}/{ARTICLE}")
    page.keyboard.press("/")
    page.wait_for_url(f"{site}/search/*")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.goto(f"{site}/strategies/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.url.startswith(f"{site}/strategies/")
    assert page.locator("strategy-index input[type=search]").input_value() == "a/b"


@pytest.mark.parametrize("path", ["", "search/", "strategies/"])
def test_keys_are_promised_only_where_there_is_a_keyboard(browser: Browser, site: str, path: str) -> None:
    for is_phone in (False, True):
        page = browser.new_page(has_touch=is_phone, is_mobile=is_phone)
        page.goto(f"{site}/{path}")
        shown = [key for key in page.locator("kbd").all() if key.is_visible()]
        assert len(shown) == (0 if is_phone else 1)
        page.close()


def test_the_home_page_offers_to_go_on_where_one_was(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    assert page.locator(".resume a").count() == 0
    page.goto(f"{site}/checklists/before-an-event/")
    page.locator(".check-item-box").first.check()
    page.goto(f"{site}/")
    link = page.locator(".resume a")
    expect(link).to_have_text("Resume: Before a networking event")
    link.click()
    page.wait_for_url(f"{site}/checklists/before-an-event/")


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_everything_stands_on_the_lines_of_the_grid(page: Page, site: str, width: int) -> None:
    """Titles, texts and lists begin at one line, on every kind of page."""
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("", ARTICLE, "strategies/", "checklists/", "checklists/before-an-event/", "archive/", "about/"):
        page.goto(f"{site}/{path}")
        found = page.locator("h1, .prose > p, .check-list, .card-title, .ways").all()
        lines = {round(box["x"]) for each in found if (box := each.bounding_box()) is not None}
        assert len(lines) == 1, (path, lines)
