"""The preview of a site with the whole product on: theme, checklists, strategies."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.running import Running, previewing, write

ROOT = Path(__file__).parents[3]

ARTICLE = """\
title: Walking In
date: 2025-01-01

Look around before you talk.

{words}

<details id="more"><summary>More</summary>

A secret.

</details>

<p><textarea id="thoughts" aria-label="Thoughts"></textarea></p>

{filler}

## The end

Last words.
"""

LIST = """\
title: Packing
items:
  - Socks
  - Rain jacket
"""


def article(words: str = "First words.") -> str:
    return ARTICLE.format(words=words, filler="\n\n".join(f"Paragraph {number}." for number in range(60)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pelican.conf.py", tmp_path)
    shutil.copytree(ROOT / "theme", tmp_path / "theme", ignore=shutil.ignore_patterns("examples"))
    write(tmp_path, "content/articles/walking-in.md", article())
    write(tmp_path, "content/checklists/packing.yml", LIST)
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Iterator[Running]:
    with previewing(folder) as running:
        yield running.serving()


@pytest.fixture
def pages(browser: Browser) -> Iterator[list[Page]]:
    """Two tabs of one reader. What goes wrong in them fails the test; `page.evaluate` finds `loads` of each."""
    expect.set_options(timeout=30_000)
    context = browser.new_context()
    context.set_default_timeout(30_000)
    context.add_init_script("if (location.host) sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1")
    faults: list[str] = []
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    yield [context.new_page(), context.new_page()]
    context.close()
    assert faults == []


@pytest.fixture
def page(pages: list[Page]) -> Page:
    return pages[0]
