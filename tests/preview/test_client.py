"""The client in a browser: what an author sees while writing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SETTINGS = """\
SITENAME = "Tiny"
TIMEZONE = "UTC"
LOCALE = "C"
PATH = "content"
THEME = "simple"
PLUGINS = []
ARTICLE_PATHS = ["articles"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""


def save(folder: Path, title: str, text: str = "Text.") -> None:
    head = f"Title: {title}\n" if title else ""
    (folder / "content/articles/one.md").write_text(f"{head}Date: 2024-01-01\nSlug: one\n\n{text}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "pelican.conf.py").write_text(SETTINGS, encoding="utf-8")
    save(tmp_path, "First")
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "preview", "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        yield next(line.split()[1] for line in process.stdout if line.startswith("Serving "))
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def test_a_page_follows_every_save(folder: Path, address: str, page: Page) -> None:
    expect.set_options(timeout=20_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}one.html")
    expect(page).to_have_title("Tiny - First")
    save(folder, "Second")
    expect(page).to_have_title("Tiny - Second")

    save(folder, "")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("content/articles/one.md:1:1: has no title.")
    expect(page).to_have_title("Tiny - Second")

    save(folder, "Third", "{{ <svg onload=alert(1)> }} [x]({filename}<b>none</b>.md)")
    expect(alert).to_contain_text('there is no file "<b>none')
    assert alert.locator("b").count() == 0

    save(folder, "Fourth")
    expect(page).to_have_title("Tiny - Fourth")
    expect(alert).to_have_count(0)
    assert faults == []


def test_the_page_in_place_of_a_site_gives_way_to_it(folder: Path, page: Page, request: pytest.FixtureRequest) -> None:
    expect.set_options(timeout=20_000)
    save(folder, "")
    address = request.getfixturevalue("address")  # started after the fault
    page.goto(f"{address}one.html")
    expect(page.get_by_role("listitem")).to_contain_text("content/articles/one.md:1:1: has no title.")
    save(folder, "Mended")
    expect(page).to_have_title("Tiny - Mended")
