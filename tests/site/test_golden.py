"""The sample site looks as it did. After a change that is meant: `python -m pytest tests/site --update-golden`."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest

from tests.site.links import Site

GOLDEN = Path(__file__).with_name("golden")
FILES = (
    "index.html",
    "articles/index.html",
    "articles/people-you-barely-know/index.html",  # headings as Markdown has them, a footnote, a table
    "articles/networking-inside-your-own-company/index.html",  # bare and numbered lines
    "articles/how-to-hold-an-informational-interview/index.html",  # run-ins
    "articles/asking-for-an-introduction/index.html",  # bold lines
    "articles/before-the-conference/index.html",  # a series
    "categories/careers/index.html",
    "categories/careers/rss.xml",
    "tags/conversation/index.html",
    "tags/index.html",
    "archive/index.html",
    "about/index.html",
    "careers/people-you-barely-know/index.html",  # a redirect
    "404.html",
    "feeds/index.html",
    "feeds/rss.xml",
    "feeds/atom.xml",
    "feeds/feed.json",
    "sitemap.xml",
    "robots.txt",
)
HASH = re.compile(r"\b(?:([a-z-]+)\.[0-9a-f]{8}(?=\.css)|(check-list|strategy-index)\.[0-9a-f]{8}(?=/))")
SHOWN = 80


@pytest.mark.parametrize("path", FILES)
def test_is_as_it_was(path: str, sample: Site, request: pytest.FixtureRequest) -> None:
    compare(path, sample.text(path), request.config)


def test_the_site_has_the_files_that_it_had(sample: Site, request: pytest.FixtureRequest) -> None:
    compare("files.txt", "".join(f"{path}\n" for path in sample.files), request.config)


def test_there_is_no_golden_file_that_nothing_is_compared_with() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == {*FILES, "files.txt"}


def compare(path: str, text: str, config: pytest.Config) -> None:
    """Compare with a golden file, or write it. Stylesheets are named after their bytes, which are not compared."""
    text, golden = HASH.sub(r"\1\2", text), GOLDEN / path
    if config.getoption("--update-golden", default=False):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    kept = golden.read_text("utf-8") if golden.is_file() else ""
    diff = list(difflib.unified_diff(kept.splitlines(), text.splitlines(), f"golden/{path}", path, lineterm="", n=1))
    assert not diff, "\n".join((*diff[:SHOWN], *(["…"] if len(diff) > SHOWN else [])))
