"""What a reader does with a list, and sees of it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page

KEY = "praxis:guide:"


def box(page: Page, name: str) -> Locator:
    return page.locator(f'input[name="{name}"]')


def item(page: Page, id: str) -> Locator:
    return page.locator(f'[data-item="{id}"]')


def progress(page: Page) -> str:
    return page.locator(".check-list-sum").first.inner_text()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def act(page: Page, id: str, name: str) -> None:
    """One of the actions of an item, which its "⋯" shows."""
    opener = item(page, id).locator(".check-item-act").first
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    item(page, id).get_by_role("button", name=name, exact=True).first.click()


def choose_more(page: Page, name: str) -> None:
    """A command of the menu."""
    if not page.locator(".check-list-menu").is_visible():
        page.locator(".check-list-more > summary").click()
    press(page, name)


def shown(page: Page) -> list[str]:
    """The ids of the items in sight."""
    return [str(node.get_attribute("data-item")) for node in page.locator("[data-item]").all() if node.is_visible()]


def ticked(page: Page) -> list[str]:
    return [str(node.get_attribute("name")) for node in page.locator(".check-item-box:checked").all()]


def stored(page: Page, slug: str) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY + slug) or "null")


def record(items: dict[str, list[Any]], **more: Any) -> str:
    """A record with one run."""
    run = {"made": 1024, "items": items, "ask": {}, "dates": {}}
    return json.dumps({"v": 1, "active": ["1", 1024], "runs": {"1": run}, **more})


def with_record(slug: str, text: str) -> str:
    """A script that stores a text before the page's own run, once."""
    key = json.dumps(KEY + slug)
    return f"if (!localStorage.getItem({key})) localStorage.setItem({key}, {json.dumps(text)})"
