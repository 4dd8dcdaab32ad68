"""The scripts that keep a reader's ticks, without any page: what the `.js` files beside this one promise, in Chromium."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[2] / "plugins/checklists/static/check-list"
PROMISE = re.compile(r'^promise\("([^"]+)"', re.MULTILINE)
PROMISES = [(path.name, name) for path in sorted(HERE.glob("*.js")) for name in PROMISE.findall(path.read_text("utf-8"))]


class Handler(http.server.SimpleHTTPRequestHandler):
    """The scripts under /check-list/, these tests under /tests/, an empty page for the rest."""

    def translate_path(self, path: str) -> str:
        folder, _, name = path.lstrip("/").partition("/")
        return str({"check-list": SCRIPTS, "tests": HERE}.get(folder, HERE / "empty") / Path(name).name)

    def do_GET(self) -> None:
        if self.path != "/":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write("<!doctype html><html lang=en><title>Scripts</title>".encode())

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    handler = functools.partial(Handler, directory=str(HERE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        page.close()
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
        print(f"\nTicks lost in {HISTORIES} histories: " + ", ".join(f"{k} {v['lost']} of {v['made']}" for k, v in found.items()))
    assert found["Ours"]["lost"] == found["Ours"]["older"] == 0
    assert found["Ours"]["told"] < found["Ours"]["made"] / 100
    assert all(found[strategy]["lost"] > HISTORIES / 10 for strategy in USUAL)
