"""What a reader does with a plan, and what there is to see of it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page


def key(page: Page) -> str:
    """Where the plan is kept."""
    return f"praxis:{page.locator('html').get_attribute('data-site')}:~plan"


def stored(page: Page) -> dict[str, Any]:
    found = page.evaluate("(key) => localStorage.getItem(key)", key(page))
    return dict(json.loads(found)) if found else {}


def toggle(page: Page, title: str) -> Locator:
    """The button of a strategy, where it is in sight."""
    return page.locator(".plan-toggle-button:visible").and_(page.get_by_label(title, exact=False))


def lines(page: Page) -> Locator:
    return page.locator(".plan-item .check-item-text")


def line(page: Page, title: str) -> Locator:
    return page.locator(".plan-item").filter(has_text=title)


def box(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=title)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def notices(page: Page) -> str:
    seen = [each.inner_text() for each in page.locator(".plan-notices > div").all() if each.is_visible()]
    return "\n".join(seen)
