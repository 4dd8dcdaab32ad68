"""The preview as an author lives it: save and see, break and mend, with what the reader did kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.preview.conftest import LIST, article
from tests.preview.running import Running, write

pytestmark = pytest.mark.browser

ONE = "content/articles/walking-in.md"
PACKING = "content/checklists/packing.yml"


def loads(page: Page) -> int:
    """How often the tab has loaded a page."""
    return int(page.evaluate("sessionStorage.loads"))


def visit(page: Page, preview: Running, path: str) -> None:
    """Open a page, and wait until it follows."""
    with page.expect_response(lambda response: "/_preview/page/" in response.url) as source:
        page.goto(f"{preview.address}{path}")
    source.value.finished()


def test_a_save_is_seen_with_all_that_was_done_to_the_page(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    page.locator("summary", has_text="More").click()
    page.locator("#thoughts").fill("My thoughts")
    page.get_by_text("Paragraph 40.").evaluate('node => node.scrollIntoView({behavior: "instant"})')
    page.locator("#thoughts").evaluate("node => { node.focus({preventScroll: true}); node.setSelectionRange(3, 3); }")
    top = page.evaluate("scrollY")
    assert top > 0

    preview.write(ONE, article("Second words."))
    expect(page.get_by_text("Second words.")).to_have_count(1)
    expect(page.get_by_text("First words.")).to_have_count(0)
    preview.write(ONE, article("Third words.\n\nAnd **more** of them."))
    expect(page.get_by_text("And more of them.")).to_have_count(1)

    assert page.locator("#more").get_attribute("open") is not None
    expect(page.locator("#thoughts")).to_have_value("My thoughts")
    expect(page.locator("#thoughts")).to_be_focused()
    assert page.locator("#thoughts").evaluate("node => node.selectionStart") == 3
    seen = page.get_by_text("Paragraph 40.").evaluate("node => Math.round(node.getBoundingClientRect().top)")
    assert abs(seen) <= 2  # what was at the top still is, though the page has grown above it
    assert loads(page) == 1


def test_a_title_changes_in_the_tab_too(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    preview.write(ONE, article().replace("Walking In", "Walking Out").replace("date:", "slug: walking-in\ndate:"))
    expect(page.get_by_role("heading", name="Walking Out", level=1)).to_be_visible()
    assert page.title().startswith("Walking Out")
    assert loads(page) == 1


def test_ticks_and_focus_are_kept_when_a_checklist_changes(preview: Running, page: Page) -> None:
    visit(page, preview, "/checklists/packing/")
    page.get_by_role("checkbox", name="Socks").check()
    expect(page.get_by_text("1 of 2").first).to_be_visible()
    page.get_by_role("checkbox", name="Rain jacket").focus()
    preview.write(PACKING, f"{LIST}  - Water\n")
    expect(page.get_by_role("checkbox", name="Water")).to_have_count(1)
    expect(page.get_by_role("checkbox", name="Socks")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Rain jacket")).to_be_focused()
    expect(page.get_by_text("1 of 3").first).to_be_visible()
    assert loads(page) == 1


@pytest.mark.parametrize(
    ("file", "text", "place", "line"),
    [
        (ONE, article().replace("title:", "tilte:"), f"{ONE}:1:1", "tilte: Walking In"),
        (PACKING, LIST.replace("items:", "itmes:"), f"{PACKING}:2:1", "itmes:"),
        ("theme/templates/article.html", "{% if %}", "theme/templates/article.html:1:1", "{% if %}"),
        ("pelican.conf.py", "X = = 1\n", "pelican.conf.py:1:5", "X = = 1"),
    ],
    ids=["front matter", "checklist", "template", "settings"],
)
def test_what_is_wrong_lies_over_the_page_until_it_is_mended(
    preview: Running, page: Page, file: str, text: str, place: str, line: str
) -> None:
    before = (preview.folder / file).read_text("utf-8")
    visit(page, preview, "/articles/walking-in/")
    page.locator("#thoughts").fill("My thoughts")
    preview.write(file, text)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{place}:")
    expect(alert.locator(".at").first).to_contain_text(f"1 | {line}" if place.endswith(("1:1", "1:5")) else line)
    expect(alert.locator("pre b").first).to_have_text(f"  | {' ' * (int(place.rpartition(':')[2]) - 1)}^\n")
    link = alert.get_by_role("link", name=f"{place}:").first.get_attribute("href")
    assert link == f"vscode://file{preview.folder / file}:{place.removeprefix(f'{file}:')}"

    page.keyboard.press("Escape")
    expect(alert).to_have_count(0)
    page.get_by_role("button", name="Show what is wrong").click()
    expect(alert).to_be_visible()

    preview.write(file, before)
    expect(alert).to_have_count(0)
    expect(page.locator("#thoughts")).to_have_value("My thoughts")
    assert loads(page) == 1


def test_the_overlay_can_be_read_by_everybody(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    preview.write(ONE, article().replace("title:", "tilte:"))
    expect(page.get_by_role("alert")).to_be_visible()
    assert findings(page, without=("region",)) == []  # the overlay is no part of the page, nor of its landmarks
    page.keyboard.press("Tab")
    expect(page.get_by_role("alert").get_by_role("button", name="Hide")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Show what is wrong")).to_be_focused()


def test_problems_are_text_whatever_they_quote(preview: Running, page: Page) -> None:
    visit(page, preview, "/")
    preview.write(ONE, article("[x]({filename}<b>none</b>.md)"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("<b>none")
    assert alert.locator("li b:not([aria-hidden])").count() == 0


def test_a_page_that_is_removed_says_so_and_comes_back(preview: Running, pages: list[Page]) -> None:
    page, home = pages
    visit(page, preview, "/articles/walking-in/")
    visit(home, preview, "/checklists/packing/")
    (preview.folder / ONE).unlink()
    notice = page.get_by_role("status").filter(has_text="no part of the site")
    expect(notice).to_be_visible()
    expect(notice.get_by_role("link")).to_have_attribute("href", "/")
    assert home.get_by_text("no part of the site").count() == 0
    preview.write(ONE, article("Back again."))
    expect(page.get_by_text("Back again.")).to_have_count(1)
    expect(notice).to_have_count(0)
    assert loads(page) == loads(home) == 1


def test_a_page_that_is_renamed_is_gone_here_and_there_under_its_new_name(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    preview.write(ONE, article().replace("date:", "slug: walking-out\ndate:"))
    expect(page.get_by_role("status").filter(has_text="no part of the site")).to_be_visible()
    page.goto(f"{preview.address}/articles/walking-out/")
    expect(page.get_by_role("heading", name="Walking In", level=1)).to_be_visible()


@pytest.mark.parametrize(("line", "badge"), [("status: draft", "Draft"), ("date: 2199-01-01", "Scheduled")])
def test_what_is_not_published_yet_has_a_badge(preview: Running, page: Page, line: str, badge: str) -> None:
    date = "" if line.startswith("date") else "date: 2025-01-01\n"
    preview.write("content/articles/later.md", f"title: Later\n{date}{line}\n\nNow.\n")
    page.goto(f"{preview.address}/articles/later/")
    expect(page.get_by_role("main").get_by_text(badge, exact=True)).to_be_visible()


def test_a_page_that_was_missing_appears(preview: Running, page: Page) -> None:
    page.goto(f"{preview.address}/articles/later/")
    expect(page).not_to_have_title("Later")
    preview.write("content/articles/later.md", "title: Later\ndate: 2025-01-01\n\nNow.\n")
    expect(page.get_by_role("heading", name="Later", level=1)).to_be_visible()


def test_each_tab_gets_what_concerns_it(preview: Running, pages: list[Page]) -> None:
    one, two = pages
    visit(one, preview, "/articles/walking-in/")
    visit(two, preview, "/checklists/packing/")
    asked: list[str] = []
    two.on("request", lambda request: asked.append(request.url))
    preview.write(ONE, article("Other words."))
    expect(one.get_by_text("Other words.")).to_have_count(1)
    preview.write(PACKING, f"{LIST}  - Water\n")
    expect(two.get_by_role("checkbox", name="Water")).to_have_count(1)
    assert [url for url in asked if "/_preview/page/" in url] == [
        f"{preview.address}/_preview/page/checklists/packing/"
    ]
    assert loads(one) == loads(two) == 1


def test_new_styles_are_put_on_without_a_reload(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    page.locator("#thoughts").fill("My thoughts")
    sheet = preview.folder / "theme/static/css/components/prose.css"
    text = sheet.read_text("utf-8")
    preview.write("theme/static/css/components/prose.css", text.replace("{", "{ .prose { --tried: yes; }", 1))
    page.wait_for_function("getComputedStyle(document.querySelector('.prose')).getPropertyValue('--tried') == 'yes'")
    expect(page.locator("link[rel=stylesheet][href*='/site.']")).to_have_count(1)
    expect(page.locator("#thoughts")).to_have_value("My thoughts")
    assert loads(page) == 1


def test_new_scripts_load_the_page_anew(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    script = preview.folder / "theme/static/js/site.js"
    text = script.read_text("utf-8")
    preview.write("theme/static/js/site.js", f"{text}\ndocument.documentElement.dataset.tried = 'yes';\n")
    page.wait_for_function("document.documentElement.dataset.tried == 'yes'")
    assert loads(page) == 2


def test_a_tab_out_of_sight_catches_up_when_it_is_seen(preview: Running, page: Page) -> None:
    visit(page, preview, "/articles/walking-in/")
    page.evaluate(
        """() => {
            Object.defineProperty(document, "hidden", {value: true, configurable: true});
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    preview.write(ONE, article("While away."))
    preview.line()
    assert page.get_by_text("While away.").count() == 0
    page.evaluate("() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }")
    expect(page.get_by_text("While away.")).to_have_count(1)
    assert loads(page) == 1


def test_the_page_in_place_of_a_site_gives_way_to_it(folder: Path, page: Page, request: pytest.FixtureRequest) -> None:
    write(folder, ONE, "no front matter")
    preview: Running = request.getfixturevalue("preview")  # started after the fault
    page.goto(f"{preview.address}/articles/walking-in/")
    expect(page.get_by_role("listitem")).to_contain_text(f"{ONE}:1:1")
    preview.write(ONE, "still no front matter")
    preview.write(PACKING, LIST.replace("items:", "itmes:"))
    expect(page.get_by_role("listitem")).to_have_count(2)
    preview.write(PACKING, LIST)
    preview.write(ONE, article())
    expect(page.get_by_role("heading", name="Walking In", level=1)).to_be_visible()


def test_the_overlay_needs_nothing_that_a_strict_policy_forbids(preview: Running, page: Page) -> None:
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'"
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    headers = next((preview.folder / ".cache/preview").glob("site-*")) / "_headers"
    headers.write_text(f"/*\n  Content-Security-Policy: {policy}; require-trusted-types-for 'script'\n")
    visit(page, preview, "/checklists/packing/")
    preview.write(PACKING, LIST.replace("items:", "itmes:"))
    expect(page.get_by_role("alert")).to_contain_text("itmes")
    preview.write(PACKING, f"{LIST}  - Water\n")
    expect(page.get_by_role("checkbox", name="Water")).to_have_count(1)
    assert json.dumps([text for text in said if "olicy" in text]) == "[]"
    assert loads(page) == 1
