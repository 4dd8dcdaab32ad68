"""A small site with checklists, served with the policy that the real one may be served with."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.checklists.pages import files
from tests.browser.complaints import complaint

POLICY = (
    "default-src 'none'; script-src 'self' 'inline-speculation-rules'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'"
)
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
PAINTED = """new Promise((done) => {
  requestAnimationFrame(() => setTimeout(() => setTimeout(done)));
  setTimeout(done, 500); // a tab that is not in front paints nothing
})"""
Open = Callable[..., Page]


class Server(http.server.ThreadingHTTPServer):
    """Serves a dictionary of texts by their paths."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.texts = texts
        self.address = f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        text = self.server.texts.get(self.path)
        body = (text or "").encode()
        self.send_response(404 if text is None else 200)
        kind = TYPES.get(self.path.rpartition(".")[2], "text/html")
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(autouse=True)
def painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tick is painted first, and what it changes in the next frame: whoever ticks here looks after that."""
    for name in ("check", "uncheck", "click", "press"):
        monkeypatch.setattr(Locator, name, _then_painted(getattr(Locator, name)))


def _then_painted(act: Callable[..., None]) -> Callable[..., None]:
    def acted(self: Locator, *args: object, **kwargs: object) -> None:
        act(self, *args, **kwargs)
        if self.page.evaluate("customElements.get('check-list') !== undefined"):  # else there are no scripts
            self.page.evaluate(PAINTED)

    return acted


@contextmanager
def serving() -> Iterator[Server]:
    with Server(files()) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def lists() -> Iterator[str]:
    """The address of the small site."""
    with serving() as server:
        yield server.address


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser: its storage is there as long as the test."""
    context = browser.new_context()
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def open_page(profile: BrowserContext, lists: str) -> Iterator[Open]:
    """Opens a page of the small site; no page may complain, not even about the content security policy."""
    complaints: list[str] = []

    def opened(path: str, init: str = "") -> Page:
        page = profile.new_page()
        if init:
            page.add_init_script(init)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.extend(complaint(error)))
        page.goto(f"{lists}/{path}")
        return page

    yield opened
    assert complaints == []
