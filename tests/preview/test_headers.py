from __future__ import annotations

import pytest
from preview.headers import allowing, headers_for, page_allowing, rules

OURS = "http://localhost:8000/_preview/"
FILE = """\
# What a host sends
/*
  Referrer-Policy: no-referrer
  X-Two: a
/theme/*
  X-Two: b
  Cache-Control: public, immutable
https://example.org/articles/:slug/
  X-Article: yes
  Strict-Transport-Security: max-age=1
  Access-Control-Allow-Origin: *
  Bad Name: x
  X-Foreign: ü
  no colon
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", {"referrer-policy": "no-referrer", "x-two": "a"}),
        ("/theme/a/b.css", {"referrer-policy": "no-referrer", "x-two": "a, b"}),
        ("/articles/one/", {"referrer-policy": "no-referrer", "x-two": "a", "x-article": "yes"}),
        ("/articles/one/two/", {"referrer-policy": "no-referrer", "x-two": "a"}),
    ],
)
def test_a_path_has_the_headers_of_all_that_fits_it(path: str, expected: dict[str, str]) -> None:
    assert headers_for(path, rules(FILE), OURS) == expected


@pytest.mark.parametrize("text", ["", "  X-Early: no path\n", "/*\n", "\n\n#\n"])
def test_a_file_that_says_nothing_gives_no_headers(text: str) -> None:
    assert headers_for("/", rules(text), OURS) == {}


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("img-src 'self'", "img-src 'self'"),
        ("default-src 'self'", f"default-src 'self'; script-src 'self' {OURS}; connect-src 'self' {OURS}"),
        ("script-src 'none'", f"script-src {OURS}"),
        ("SCRIPT-SRC-ELEM a; script-src b", f"script-src-elem a {OURS}; script-src b {OURS}"),
        ("connect-src 'self'; upgrade-insecure-requests; report-uri /x", f"connect-src 'self' {OURS}"),
        ("script-src a; script-src b", f"script-src a {OURS}"),
        ("script-src a, connect-src b", f"script-src a {OURS}, connect-src b {OURS}"),
        (";; ;", ""),
    ],
)
def test_a_policy_allows_the_previews_own_scripts_and_no_more(policy: str, expected: str) -> None:
    assert allowing(policy, OURS) == expected


def test_a_policy_in_a_page_is_found_however_it_is_written() -> None:
    page = b"<META content='script-src &quot;x&quot;' http-equiv=Content-Security-Policy>\xff<meta charset=x>"
    assert page_allowing(page, OURS) == (
        b'<META content="script-src &quot;x&quot; http://localhost:8000/_preview/" '
        b"http-equiv=Content-Security-Policy>\xff<meta charset=x>"
    )
