"""Chrome or Chromium as the system has it, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def program() -> str:
    """The browser to use: CHROME names one, else the first that is installed."""
    found = [name for name in (os.environ.get("CHROME", ""), *NAMES) if name and shutil.which(name)]
    found += [app for app in APPS if Path(app).exists()]
    if not found:
        pytest.fail("no Chrome or Chromium was found: run make test, which installs one, or set CHROME")
    return shutil.which(found[0]) or found[0]


def launched(playwright: Playwright) -> Browser:
    """The browser, without a window. As root it does without its sandbox, which it does not have then."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if as_root else FLAGS
    return playwright.chromium.launch(executable_path=program(), args=flags)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()
