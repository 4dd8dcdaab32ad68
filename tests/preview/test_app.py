from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import httpx
import pytest
from press.finding import Finding
from preview.app import preview
from preview.files import SiteFiles
from preview.news import News, State
from preview.problems import problems
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
    made = News(lambda found: problems(found, Path("none")), run="r")
    made.built({"index.html"}, set())
    return made


@pytest.fixture
def browser(tmp_path: Path, news: News, finish: Finish) -> Browser:
    (tmp_path / "index.html").write_text("<body>home</body>", encoding="utf-8")
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/index.html").write_text("<body>ab</body>", encoding="utf-8")
    app = preview(SiteFiles(tmp_path), news, "127.0.0.1", news.lost)
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
    news.failed((Finding(("a.md", 1, 1), "wrong."),))
    news.over = True  # the stream ends after the present state
    response = browser.get("/_preview/events?page=/&since=r-0")
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    head, data = response.text.removesuffix("\n\n").split("\ndata: ")
    assert head == "id: r-1\nevent: state"
    wrong = {"place": "a.md:1:1", "what": "wrong.", "hint": "", "error": True, "source": None, "editor": ANY}
    about = {"build": "r-1", "number": 2, "page": "changed", "changed": [], "gone": []}
    assert json.loads(data) == {**about, "problems": [wrong]}


def test_before_there_is_a_site_every_page_tells_why(browser: Browser, news: News) -> None:
    news.state = State()
    news.failed((Finding(("a.md", 1, 1), "wrong."),))
    response = browser.get("/any/page/")
    assert response.status_code == 503
    assert "<li>a.md:1:1: wrong.</li>" in response.text
    assert "/_preview/client.js?build=" in response.text


def test_a_stream_tells_what_concerns_its_page_by_its_address(browser: Browser, news: News) -> None:
    news.built({"a b/index.html", "theme/site.css"}, {"old.html"})
    news.over = True

    def page(query: str, **headers: str) -> object:
        text = browser.get(f"/_preview/events?{query}", **headers).text
        return json.loads(text.partition("\ndata: ")[2])["page"]

    assert page("page=/a%20b/&since=r-1") == "changed"
    assert page("page=/&since=r-1") == "same"
    assert page("page=/old.html&since=r-1") == "gone"
    assert page("page=/a%20b/&since=r-1", **{"Last-Event-ID": "r-2"}) == "same"
    assert page("page=/&since=other-1") == "unknown"
    assert page("page=/a%20b&since=r-1&missing=1") == "changed"


def test_a_page_can_be_had_as_it_is_in_the_site(browser: Browser) -> None:
    response = browser.get("/_preview/page/a%20b/")
    assert response.text == "<body>ab</body>"
    assert response.headers["etag"].strip('"') in browser.get("/a%20b/").text
    assert browser.get("/_preview/page/none/").status_code == 404


def test_a_site_that_somebody_removed_is_said_and_built_again(browser: Browser, news: News, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    response = browser.get("/")
    assert response.status_code == 503
    assert "Building the site" in response.text
    assert news.state.build == ""


def test_the_published_headers_are_sent_and_let_the_client_in(browser: Browser, tmp_path: Path) -> None:
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'none'"
    headers = {"Content-Security-Policy": policy, "Referrer-Policy": "no-referrer", "Cache-Control": "public"}
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    (tmp_path / "_headers").write_text(f"/*\n{lines}", encoding="utf-8")
    response = browser.get("/")
    ours = "http://127.0.0.1:8000/_preview/"
    assert response.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'self'; script-src 'self' {ours}; connect-src {ours}"
    )
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["cache-control"] == "no-store"
    assert browser.get("/_headers").status_code == 404


@pytest.mark.parametrize(("mode", "status"), [("no-cors", 421), ("navigate", 200)])
def test_another_sites_page_may_link_here_and_no_more(browser: Browser, mode: str, status: int) -> None:
    assert browser.get("/", **{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}).status_code == status


def test_an_address_that_is_too_long_is_refused(browser: Browser) -> None:
    assert browser.get("/" + "a" * 9000).status_code == 414
