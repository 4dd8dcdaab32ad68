from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest
from preview.app import preview
from preview.files import SiteFiles
from preview.news import News
from starlette.applications import Starlette

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


class Browser:
    """Asks an application, without a network."""

    def __init__(self, app: Starlette, finish: Finish) -> None:
        self.transport = httpx.ASGITransport(app)
        self.finish = finish

    def request(self, method: str, path: str, **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.transport, base_url="http://127.0.0.1:8000") as client:
                return await client.request(method, path, headers=headers)

        response = self.finish(ask())
        assert isinstance(response, httpx.Response)
        return response

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.request("GET", path, **headers)


@pytest.fixture
def news() -> News:
    made = News(run="r")
    made.built()
    return made


@pytest.fixture
def browser(tmp_path: Path, news: News, finish: Finish) -> Browser:
    (tmp_path / "index.html").write_text("<body>home</body>", encoding="utf-8")
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/index.html").write_text("<body>ab</body>", encoding="utf-8")
    app = preview(SiteFiles(tmp_path), news, "127.0.0.1")
    return Browser(app, finish)


def test_a_page_is_served_and_never_kept(browser: Browser) -> None:
    response = browser.get("/")
    assert response.status_code == 200
    assert "home<script" in response.text
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in response.headers


def test_paths_are_decoded(browser: Browser) -> None:
    assert browser.get("/a%20b/").status_code == 200
    assert browser.get("/a%20b?q=1").headers["location"] == "/a%20b/?q=1"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "8.8.8.8"])
def test_another_hosts_name_is_not_answered(browser: Browser, host: str) -> None:
    for path in ("/", "/_preview/events", "/_preview/client.js"):
        response = browser.get(path, Host=host)
        assert response.status_code == 421
        assert "home" not in response.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example"])
def test_another_sites_page_is_not_answered(browser: Browser, origin: str) -> None:
    assert browser.get("/_preview/events", Origin=origin).status_code == 421


def test_its_own_pages_are_answered(browser: Browser) -> None:
    assert browser.get("/", Origin="http://localhost:8000").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_reading_is_allowed(browser: Browser, method: str) -> None:
    for path in ("/", "/_preview/events"):
        response = browser.request(method, path)
        assert response.status_code == 405
        assert response.headers["cache-control"] == "no-store"


def test_headers_can_be_asked_for_alone(browser: Browser) -> None:
    assert browser.request("HEAD", "/").status_code == 200
    assert browser.request("HEAD", "/_preview/events").headers["content-type"].startswith("text/event-stream")


def test_the_client_is_a_module_of_the_previews_own(browser: Browser) -> None:
    response = browser.get("/_preview/client.js")
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in response.text


def test_the_news_are_streamed(browser: Browser, news: News) -> None:
    news.failed(("a.md:1:1: wrong.",))
    news.over = True  # the stream ends after the present state
    response = browser.get("/_preview/events")
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.text == 'event: state\ndata: {"build": "r-1", "problems": ["a.md:1:1: wrong."]}\n\n'


def test_before_there_is_a_site_every_page_tells_why(browser: Browser, news: News) -> None:
    news.state = News().state
    news.failed(("a.md:1:1: wrong.",))
    response = browser.get("/any/page/")
    assert response.status_code == 503
    assert "<li>a.md:1:1: wrong.</li>" in response.text
    assert "/_preview/client.js?build=" in response.text
