"""``make screenshots``: every kind of page at three widths, light and dark, and as it is printed.

    python -m tests.browser.screenshots [--output folder] [kind …]

Pictures to look at, not to compare: `<kind>-<width>-<scheme>.png` and `<kind>.pdf`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.kinds import KINDS
from tests.browser.layout import SCHEMES, SETTLED, WIDTHS
from tests.browser.sample_site import ROOT, sample_site
from tests.chromium import launched

# To the end and back, screen by screen.
THROUGH = """async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo({ top: at, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  }
  scrollTo({ top: 0, behavior: "instant" });
}"""


def main() -> None:
    cli = argparse.ArgumentParser(prog="tests.browser.screenshots", description=__doc__)
    cli.add_argument("--output", type=Path, default=ROOT / ".cache/screenshots")
    cli.add_argument("kinds", nargs="*", metavar="kind", help=", ".join(KINDS))
    options = cli.parse_args()
    shutil.rmtree(options.output, ignore_errors=True)
    options.output.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as host, sample_site(Path(host)) as site, sync_playwright() as playwright:
        browser = launched(playwright)
        for kind in options.kinds or KINDS:
            take(browser, f"{site}/{KINDS[kind]}", options.output / kind)
        browser.close()
    print(f"The pictures are in {options.output}")


def take(browser: Browser, address: str, name: Path) -> None:
    """The pictures of one page, their names beginning as said."""
    page = browser.new_page(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 1000})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            show_all(page, address)
            page.screenshot(path=f"{name}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(media="print", color_scheme="light")
    page.pdf(path=f"{name}.pdf", format="A4", print_background=True, prefer_css_page_size=True)
    page.close()


def show_all(page: Page, address: str) -> None:
    """Opens the page and loads all that comes when it is scrolled to: pictures, lists, buttons."""
    page.goto(address)
    page.evaluate(THROUGH)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((one) => { one.loading = 'eager'; })")
    page.evaluate("Promise.allSettled([...document.images].map((one) => one.decode())).then(() => undefined)")
    page.evaluate(SETTLED)


if __name__ == "__main__":
    main()
