"""The scripts that keep a reader's ticks, without a page: what the `.js` files beside this one promise, in Chromium."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import minify
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[2] / "plugins/checklists/static/check-list"
PROMISE = re.compile(r'^promise\("([^"]+)"', re.MULTILINE)
FILES = sorted(HERE.glob("*.js"))
PROMISES = [(path.name, name) for path in FILES for name in PROMISE.findall(path.read_text("utf-8"))]


class Handler(http.server.BaseHTTPRequestHandler):
    """The scripts as they are published under /check-list/, these tests under /tests/, an empty page for the rest."""

    def do_GET(self) -> None:
        folder, _, name = self.path.lstrip("/").partition("/")
        if folder == "check-list":
            self.send("text/javascript", minify.string("application/javascript", (SCRIPTS / name).read_text("utf-8")))
        elif folder == "tests":
            self.send("text/javascript", (HERE / name).read_text("utf-8"))
        else:
            self.send("text/html", "<!doctype html><html lang=en><title>Scripts</title>")

    def send(self, kind: str, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        context.close()
        server.shutdown()


@pytest.mark.parametrize(("file", "name"), PROMISES, ids=lambda part: part.removesuffix(".js"))
def test_promise_is_kept(page: Page, file: str, name: str) -> None:
    page.evaluate(
        """async ([file, name]) => {
            await import(`/tests/${file}`);
            const { promises } = await import("/tests/promise.js");
            await promises.get(name)();
        }""",
        [file, name],
    )


def test_no_two_promises_have_one_name() -> None:
    names = [name for _, name in PROMISES]
    assert len(names) == len(set(names))


def test_three_real_tabs_that_tick_at_once_end_with_all_ticks(page: Page) -> None:
    tabs = [page, page.context.new_page(), page.context.new_page()]
    for tab in tabs[1:]:
        tab.goto(page.url)
    for number, tab in enumerate(tabs):
        tab.evaluate("async (name) => (await import('/tests/hammer.js')).begin(name, 60)", f"tab{number}")
    for tab in tabs:
        tab.wait_for_function("tickedHere() === 180")
    assert page.evaluate("async () => (await import('/tests/hammer.js')).stored()") == 180
    for tab in tabs[1:]:
        tab.close()


HISTORIES = 20_000
USUAL = ("WholeMap", "ReplaceOnEvent", "KeyPerItem")


def losses(page: Page, strategy: str) -> dict[str, int]:
    found: dict[str, int] = page.evaluate(
        """async ([strategy, count]) => {
            const { losses } = await import("/tests/histories.js");
            const strategies = await import("/tests/strategies.js");
            return losses(strategies[strategy], 1, count);
        }""",
        [strategy, HISTORIES],
    )
    return found


def test_no_tick_is_lost_in_any_history_and_the_usual_ways_lose_many(
    page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {strategy: losses(page, strategy) for strategy in ("Ours", *USUAL)}
    with capsys.disabled():
        lost = ", ".join(f"{strategy} {sums['lost']} of {sums['made']}" for strategy, sums in found.items())
        print(f"\nTicks lost in {HISTORIES} histories: {lost}")
    assert found["Ours"]["lost"] == found["Ours"]["older"] == 0
    assert found["Ours"]["told"] < found["Ours"]["made"] / 100
    assert all(found[strategy]["lost"] > HISTORIES / 10 for strategy in USUAL)
