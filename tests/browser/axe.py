"""What axe finds on a page, in lines that a person reads."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that may say otherwise of a page in other colours."""
SHOWN = 3


def findings(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """A line for each rule that is broken: rule, what to do, and the first elements that break it."""
    off = {rule: {"enabled": False} for rule in without}
    return _found(page, {"runOnly": {"type": "tag", "values": TAGS}, "rules": off})


def findings_in_the_dark(page: Page) -> list[str]:
    """Lines for the rules about colours alone, of a page that was looked at in light."""
    page.emulate_media(color_scheme="dark")
    return [f"dark: {one}" for one in _found(page, {"runOnly": {"type": "rule", "values": COLOURS}})]


def _found(page: Page, options: dict[str, Any]) -> list[str]:
    return [_line(one) for one in Axe().run(page, options=options).response["violations"]]


def _line(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    where = [f"{' '.join(map(str, node['target']))} {node['html'][:120]}" for node in nodes[:SHOWN]]
    why = nodes[0]["failureSummary"].partition("\n")[2].strip().splitlines()[0]
    more = f" … and {len(nodes) - SHOWN} more" if len(nodes) > SHOWN else ""
    return f"{violation['id']}: {why}: {'; '.join(where)}{more}"
