"""A small site with strategies and checklists, built and served with the policy that it may be served with."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.checklists.conftest import POLICY
from tests.browser.complaints import complaint
from tests.hosting import Host
from tests.site.sites import new_site, run

Open = Callable[..., Page]
FOLDER = "/guide"
ALLOWED = f"{POLICY}; font-src 'self'; connect-src 'self'; manifest-src 'self'"
TALK = """\
---
title: Ways to talk
date: 2026-04-02
---

Words.

## Tips for a talk

### Prepare *two* answers {: effort="10 min" }

Say them aloud.

### Ask a question & wait

One is enough.

### Leave early

Say goodbye.
"""
REST = (
    TALK.replace("Ways to talk", "Ways to rest").replace("*two* answers", "a bench").replace("question & wait", "tree")
)
FILES = {
    "articles/ways-to-talk.md": TALK,
    "articles/ways-to-rest.md": REST,
    "checklists/walk.yml": "title: A walk\nitems: [Go, Come back]\n",
    "checklists/other.yml": "title: Another\nitems: [Go]\n",
    "strategies.yml": "entries:\n  - entry: Prepare a bench\n    id: sit\n",
}


class _Guarded(Host):
    """A host with the policy that the site may be served with."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", ALLOWED)
        super().end_headers()


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site."""
    folder, host = new_site(tmp_path_factory.mktemp("talks") / "site"), tmp_path_factory.mktemp("host")
    for name, text in FILES.items():
        (folder / "content" / name).parent.mkdir(exist_ok=True)
        (folder / "content" / name).write_text(text, "utf-8")
    handler = functools.partial(_Guarded, directory=str(host))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
        built = run(folder, f"python -m press --content content --output {host}{FOLDER} --siteurl {address}")
        assert (built.status, built.err) == (0, "")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's browser, which remembers as long as the test takes."""
    context = browser.new_context()
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def open_page(profile: BrowserContext, talks: str) -> Iterator[Open]:
    """Opens a page of the site; it may not complain, not even about the content security policy."""
    complaints: list[str] = []

    def opened(path: str, init: str = "") -> Page:
        page = profile.new_page()
        if init:
            page.add_init_script(init)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.extend(complaint(error)))
        page.goto(f"{talks}/{path}")
        return page

    yield opened
    assert complaints == []
