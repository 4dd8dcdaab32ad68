"""The scripts of the plan, without a page: what the `.js` files beside this one promise, in Chromium."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import checklists.scripts
import minify
import pytest
from crosslinks.scripts import FOLDER
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
PROMISE_JS = HERE.parents[1] / "checklists/modules/promise.js"
PROMISE = re.compile(r'^promise\("([^"]+)"', re.MULTILINE)
PROMISES = [
    (path.name, name) for path in sorted(HERE.glob("*.js")) for name in PROMISE.findall(path.read_text("utf-8"))
]
SCRIPTS = {path.name: path for folder in (checklists.scripts.FOLDER, FOLDER) for path in folder.glob("*.js")}


class Handler(http.server.BaseHTTPRequestHandler):
    """The scripts of checklists and of the plan under /scripts/, these tests under /tests/, else an empty page."""

    def do_GET(self) -> None:
        folder, _, name = self.path.lstrip("/").partition("/")
        if folder == "scripts":
            self.send("text/javascript", minify.string("application/javascript", SCRIPTS[name].read_text("utf-8")))
        elif folder == "tests":
            self.send("text/javascript", (PROMISE_JS if name == PROMISE_JS.name else HERE / name).read_text("utf-8"))
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
