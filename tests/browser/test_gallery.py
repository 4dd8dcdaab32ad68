"""Every component with its examples and hard cases fits narrow and wide screens, and everybody can use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from tests.browser.axe import findings, findings_in_the_dark
from tests.browser.overflow import beyond
from tests.hosting import hosted
from tests.theme.gallery import apart, write
from tests.theme.hard import lengthened, worded
from tests.theme.samples import component_names

pytestmark = pytest.mark.browser

# Rules about where in a page something is: here examples stand one below the other, and each believes to be alone.
OF_PAGES = ("region", "landmark-unique", "landmark-one-main", "landmark-no-duplicate-banner",
            "landmark-no-duplicate-contentinfo", "landmark-banner-is-top-level", "landmark-contentinfo-is-top-level",
            "landmark-complementary-is-top-level", "heading-order", "skip-link", "page-has-heading-one")  # fmt: skip

# A hundred times the same takes axe half a minute and tells nothing that once does not.
REPEATED = """document.querySelectorAll("[data-example^='a hundred'], [data-example^='400']")
  .forEach((one) => one.remove())"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The gallery's folder and address."""
    folder = tmp_path_factory.mktemp("gallery")
    write(folder)
    with hosted(folder) as address:
        yield folder, address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", component_names())
def test_no_example_is_wider_than_the_screen(name: str, gallery: tuple[Path, str], page: Page) -> None:
    page.goto(f"{gallery[1]}/{name}.html")
    wrong = [one for width in (320, 1440) for one in beyond(page, width)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("name", component_names())
def test_axe_finds_nothing(name: str, gallery: tuple[Path, str], page: Page) -> None:
    page.goto(f"{gallery[1]}/{name}.html")
    page.evaluate(REPEATED)
    found = findings(page, without=OF_PAGES) + findings_in_the_dark(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", component_names())
def test_an_example_has_no_id_twice(name: str, gallery: tuple[Path, str]) -> None:
    soup = BeautifulSoup((gallery[0] / f"{name}.html").read_text("utf-8"), "html.parser")
    shown = soup.select("[data-example]")
    assert shown
    for example in shown:
        ids = [tag["id"] for tag in example.find_all(id=True)]
        assert len(ids) == len(set(ids)), example["data-example"]


@pytest.mark.parametrize("name", component_names())
def test_what_an_example_is_named_by_is_in_it(name: str, gallery: tuple[Path, str]) -> None:
    soup = BeautifulSoup((gallery[0] / f"{name}.html").read_text("utf-8"), "html.parser")
    for example in soup.select("[data-example]"):
        ids = {str(tag["id"]) for tag in example.find_all(id=True)}
        for tag in example.select("[aria-labelledby]"):
            assert set(str(tag["aria-labelledby"]).split()) <= ids, f"{example['data-example']}: {tag}"


def test_a_number_stays_whole_beside_a_long_name(gallery: tuple[Path, str], page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{gallery[1]}/term_list.html")
    counts = page.locator("[data-example='a word of 200 letters'] .term-list-count")
    assert counts.count() > 1
    assert counts.evaluate_all(IN_ONE_LINE)


IN_ONE_LINE = """(all) => all.every((one) => {
  const range = document.createRange();
  range.selectNodeContents(one.firstChild); // the digits; for those who listen, it says of what
  return range.getClientRects().length === 1;
})"""


def test_what_is_too_wide_is_named(page: Page) -> None:
    page.set_content("<section data-example='one'><p class='wide' style='width: 400px'>Text</p></section>")
    assert beyond(page, 320) == ["one: <p.wide> 8 to 408 of 320: Text", "the page is 408 wide on a screen of 320"]
    page.set_content("<p>" + "w" * 200)
    assert beyond(page, 320)[0].startswith("<p> 8 to ")
    page.set_content("<div style='overflow-x: auto'><p style='width: 400px'>Text</p></div>")
    assert beyond(page, 320) == []


def test_hard_cases_are_made_of_any_example() -> None:
    given = {"card": {"title": "One", "url": "one/"}, "level": 3, "cards": [{"title": "A", "url": "a/"}]}
    assert worded(given, "W", iter(range(9)))["card"] == {"title": "W", "url": "one/"}
    assert lengthened(given, 2)["cards"] == [{"title": "A 1", "url": "a/?1"}, {"title": "A 2", "url": "a/?2"}]


def test_ids_of_examples_are_kept_apart_with_what_leads_to_them() -> None:
    html = '<a href="#a">x</a><p id="a" aria-labelledby="a b"></p><a href="/b#a">y</a>'
    kept = '<a href="#e1-a">x</a><p id="e1-a" aria-labelledby="e1-a e1-b"></p><a href="/b#a">y</a>'
    assert apart(html, "e1-") == kept
