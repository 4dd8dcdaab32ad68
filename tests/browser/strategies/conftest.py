"""The index of a made-up site, served with the policy that the real one may be served with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checklists.conftest import Server
from tests.browser.complaints import complaint
from tests.browser.strategies.index_pages import files, some_entries
from tests.strategies.many import entries

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def index() -> Iterator[str]:
    """The address of a host with a short index and, at /many/, one of 400 strategies."""
    texts = files(some_entries())
    many = files(entries(400))["/guide/strategies/"]
    texts |= {"/many/": many, "/many/?sort=title": many}
    paths = ("", "?q=follow", "?q=follow&tag=e-mail", "?effort=1+h&sort=title", "?category=no+such&q=zzz")
    texts |= {f"/guide/strategies/{query}": texts["/guide/strategies/"] for query in paths}
    with Server(texts) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.address
        server.shutdown()


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def open_index(profile: BrowserContext, index: str) -> Iterator[Open]:
    """Opens the index; it may not complain, not even about the content security policy."""
    complaints: list[str] = []

    def opened(query: str = "", path: str = "/guide/strategies/") -> Page:
        page = profile.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.extend(complaint(error)))
        page.goto(f"{index}{path}{query}")
        return page

    yield opened
    assert complaints == []
