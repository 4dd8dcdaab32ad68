"""Whole pages of what authors may legally write, at its worst, fit every screen and can be used by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import findings, findings_in_the_dark
from tests.browser.hard_content import hard_content
from tests.browser.kinds import page_addresses
from tests.browser.overflow import beyond
from tests.browser.sample_site import FOLDER, sample_site

pytestmark = pytest.mark.browser

with TemporaryDirectory() as written:
    PAGES = hard_content(Path(written))


@pytest.fixture(scope="module")
def hard_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The built site of the hard content: its folder and address."""
    folder = tmp_path_factory.mktemp("hard")
    hard_content(folder / "content")
    with sample_site(folder / "host", folder / "content") as address:
        yield folder / "host" / FOLDER, address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.mark.parametrize("what", PAGES)
def test_no_page_is_wider_than_the_screen(what: str, hard_host: tuple[Path, str], page: Page) -> None:
    page.goto(f"{hard_host[1]}/{PAGES[what]}")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    wrong = [one for width in (320, 1440) for one in beyond(page, width)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("what", PAGES)
def test_axe_finds_nothing(what: str, hard_host: tuple[Path, str], page: Page) -> None:
    page.goto(f"{hard_host[1]}/{PAGES[what]}")
    page.set_viewport_size({"width": 320, "height": 800})
    found = findings(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    found += findings(page) + findings_in_the_dark(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("what", ["written in ar", "written in zh"])
def test_titles_that_run_the_other_way_line_up_with_the_page(
    what: str, hard_host: tuple[Path, str], page: Page
) -> None:
    page.goto(f"{hard_host[1]}/{PAGES[what]}")
    starts = page.locator(".neighbours a").evaluate_all(STARTS)
    assert len(starts) == 2
    assert max(starts) - min(starts) < 1, starts


STARTS = """(links) => links.map((link) => {
  const range = document.createRange();
  range.selectNodeContents(link);
  const { left, right } = range.getBoundingClientRect();
  return document.dir === "rtl" ? right : left;
})"""


def test_every_hard_page_is_there(hard_host: tuple[Path, str]) -> None:
    assert set(PAGES.values()) <= set(page_addresses(hard_host[0]))
