"""Lighthouse gives every kind of page all it can give, as it measures telephones."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

import pytest

from tests.browser.kinds import KINDS
from tests.chromium import FLAGS, program
from tests.node_programs import installed

pytestmark = [pytest.mark.browser, pytest.mark.long]

FULL = {"performance": 1, "accessibility": 1, "best-practices": 1, "seo": 1}
NOT_TO_BE_FOUND = ("404", "plan")
"""Kinds of page that tell search engines to stay away, and lose Lighthouse's points for that."""


def report(address: str) -> dict[str, Any]:
    """Lighthouse's report on a page, in its own settings: a telephone, slow 4G, a processor four times slower."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = ["--headless=new", *FLAGS, *(["--no-sandbox"] if as_root else [])]
    command = [installed("lighthouse"), address, "--output=json", "--quiet", f"--chrome-flags={' '.join(flags)}"]
    environment = {**os.environ, "CHROME_PATH": program()}
    ended = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=180, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def lost(found: dict[str, Any]) -> list[str]:
    """Where points were lost: the category, what is wrong, the first thing that is."""
    lines = []
    for name, category in found["categories"].items():
        for audit in (found["audits"][ref["id"]] for ref in category["auditRefs"] if ref["weight"]):
            if audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])[:1]
                lines.append(f"{name}: {audit['title']} {audit.get('displayValue', '')} {items}")
    return lines


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_gets_all_points(site: str, kind: str) -> None:
    found = report(f"{site}/{KINDS[kind]}")
    scores = {name: category["score"] for name, category in found["categories"].items()}
    wanted = {name: score for name, score in FULL.items() if name != "seo" or kind not in NOT_TO_BE_FOUND}
    assert wanted.items() <= scores.items(), "\n".join([f"{scores}", *lost(found)])
