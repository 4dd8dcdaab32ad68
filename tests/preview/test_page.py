from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from preview.news import State
from preview.page import client, no_site_yet, with_client

TAG = b'<script type="module" src="/_preview/client.js?build=r-1"></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>x</body></html>", b"<body>x" + TAG + b"</body></html>"),
        (b"<BODY>x</BODY >", b"<BODY>x" + TAG + b"</BODY >"),
        (b"<pre></body></pre>x</body>", b"<pre></body></pre>x" + TAG + b"</body>"),
        (b"no end", b"no end" + TAG),
        (b"", TAG),
    ],
)
def test_the_client_is_the_last_thing_in_the_body(page: bytes, expected: bytes) -> None:
    assert with_client(page, State("r-1")) == expected


def test_the_page_in_place_of_a_site_lists_the_problems_as_text() -> None:
    page = BeautifulSoup(no_site_yet(State("", ('a.md:1:1: <svg onload="x">', "b"))), "html.parser")
    assert page.title is not None and page.title.text == "The site cannot be built"
    assert [li.text for li in page.find_all("li")] == ['a.md:1:1: <svg onload="x">', "b"]
    assert page.find("svg") is None


def test_the_page_in_place_of_a_site_says_that_it_is_being_built() -> None:
    assert b"<h1>Building the site" in no_site_yet(State())


def test_the_client_puts_nothing_into_the_page_but_text() -> None:
    assert "innerHTML" not in client()
    assert "textContent" in client()
