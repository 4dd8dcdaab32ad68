from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from press.finding import Finding
from preview.answers import tag
from preview.news import State
from preview.page import no_site_yet, script, with_client
from preview.problems import problems

NEWS = State("r-1", 4)
OURS = "http://localhost:1"


def tagged(page: bytes) -> bytes:
    about = f"build=r-1&amp;number=4&amp;status=200&amp;page={tag(page)[1:-1]}"
    return b'<script type="module" src="/_preview/client.js?' + about.encode() + b'"></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>x</body></html>", b"<body>x" + b"@" + b"</body></html>"),
        (b"<BODY>x</BODY >", b"<BODY>x" + b"@" + b"</BODY >"),
        (b"<pre></body></pre>x</body>", b"<pre></body></pre>x" + b"@" + b"</body>"),
        (b"no end", b"no end" + b"@"),
        (b"", b"@"),
    ],
)
def test_the_client_is_the_last_thing_in_the_body(page: bytes, expected: bytes) -> None:
    assert with_client(page, 200, NEWS, OURS) == expected.replace(b"@", tagged(page))


def test_a_policy_in_the_page_lets_the_client_run() -> None:
    page = b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\"><body></body>"
    assert with_client(page, 200, NEWS, OURS).startswith(
        b'<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; img-src &#x27;self&#x27;; '
        b'script-src http://localhost:1/_preview/; connect-src http://localhost:1/_preview/"><body><script'
    )


def test_the_page_in_place_of_a_site_lists_the_problems_as_text() -> None:
    found = (Finding(("a.md", 1, 1), '<svg onload="x">.'), Finding(None, "b"))
    page = BeautifulSoup(no_site_yet(State("", 1, problems(found, Path("none"))), OURS), "html.parser")
    assert page.title is not None and page.title.text == "The site cannot be built"
    assert [li.text for li in page.find_all("li")] == ['a.md:1:1: <svg onload="x">.', "b"]
    assert page.find("svg") is None


def test_the_page_in_place_of_a_site_says_that_it_is_being_built() -> None:
    assert b"<h1>Building the site" in no_site_yet(State(), OURS)


@pytest.mark.parametrize("name", ["client.js", "morph.js", "overlay.js"])
def test_the_clients_scripts_put_nothing_into_a_page_but_text(name: str) -> None:
    text = script(name)
    assert text is not None
    assert not re.search(r"innerHTML|outerHTML *=|insertAdjacent|document\.write|\.style\b", text)


@pytest.mark.parametrize("name", ["", "../page.py", "static/client.js", "none.js", "client.js/"])
def test_no_other_file_is_a_script(name: str) -> None:
    assert script(name) is None
