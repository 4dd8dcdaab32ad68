"""A small site, built and served with the policy that searching needs."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.complaints import complaint
from tests.search.small_sites import ARTICLE, FILES, SECRET, built, site

Open = Callable[..., Page]
FOLDER = "/walks"
SAFE = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; "
)
SEARCHING = SAFE + "script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'"
WITHOUT_WASM = SAFE + "script-src 'self' 'inline-speculation-rules'"
MANY = {
    f"articles/lake-{at}.md": ARTICLE.format(
        title=f"Lake number {at}", day=f"2026-02-{at + 1:02}", more="", advice=f"Swim at noon {at}", text="Cold & deep."
    )
    for at in range(8)
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """A plain host with a policy for everything."""

    policy = SEARCHING

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory + FOLDER, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        return


class WithoutWasm(Handler):
    policy = WITHOUT_WASM


@contextmanager
def served(host: Path, handler: type[Handler]) -> Iterator[str]:
    """The address of the site in the folder of a host."""
    made = functools.partial(handler, directory=str(host))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), made) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
        server.shutdown()


@pytest.fixture(scope="session")
def walks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host that has the site."""
    folder = site(tmp_path_factory.mktemp("walks") / "site", FILES | SECRET | MANY)
    built(folder)
    host = folder / "host"
    host.mkdir()
    (folder / "output").rename(host / FOLDER[1:])
    return host


@pytest.fixture(scope="session")
def address(walks: Path) -> Iterator[str]:
    with served(walks, Handler) as found:
        yield found


@pytest.fixture(scope="session")
def address_without_wasm(walks: Path) -> Iterator[str]:
    with served(walks, WithoutWasm) as found:
        yield found


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def open_search(profile: BrowserContext, address: str) -> Iterator[Open]:
    """Opens the search page; it may not complain, not even about the content security policy."""
    complaints: list[str] = []

    def opened(query: str = "", path: str = "/search/") -> Page:
        page = profile.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.extend(complaint(error)))
        page.goto(f"{address}{path}{query}")
        return page

    yield opened
    assert [text for text in complaints if "404" not in text] == []
