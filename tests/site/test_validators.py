"""Every page, stylesheet and icon of the sample site is right by the W3C's checker and by html-validate."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.node_programs import NODE, installed, vnu
from tests.site.links import Site

pytestmark = pytest.mark.long

# Properties that browsers know and the checker does not yet; those that do not know them lose nothing.
NOT_KNOWN_YET = {
    r"Unrecognized at-rule “@view-transition”": "CSS View Transitions 2: from page to page",
    r"“field-sizing”: Property “field-sizing” doesn't exist": "CSS Basic User Interface 4: a note grows with its text",
}


def messages(folder: Path, names: list[str]) -> list[str]:
    """What vnu says of files, `path:line: message`, warnings and all."""
    command = [*vnu(), "--also-check-css", "--also-check-svg", "--format", "json", *names]
    said = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False)
    found: list[dict[str, Any]] = json.loads(said.stderr or said.stdout)["messages"]
    return [f"{_path(one['url'], names)}:{one.get('lastLine', 0)}: {one['message']}" for one in found]


def _path(url: str, names: list[str]) -> str:
    return max((name for name in names if url.endswith(f"/{name}")), key=len, default=url)


def test_vnu_has_nothing_to_say(sample: Site) -> None:
    names = [path for path in sample.files if path.endswith((".html", ".css", ".svg"))]
    said = messages(sample.folder, names)
    left = [one for one in said if not any(re.search(known, one) for known in NOT_KNOWN_YET)]
    assert not left, "\n".join(left)
    needless = [known for known in NOT_KNOWN_YET if not any(re.search(known, one) for one in said)]
    assert not needless, f"no longer said: {needless}"


def test_html_validate_has_nothing_to_say(sample: Site, tmp_path: Path) -> None:
    command = [installed("html-validate"), "--config", str(NODE / "html-validate.json"), "--formatter", "json", "."]
    with (tmp_path / "said.json").open("w+", encoding="utf-8") as said:  # it leaves a pipe before all is read
        subprocess.run(command, cwd=sample.folder, stdout=said, timeout=300, check=False)
        said.seek(0)
        files = json.load(said)
    left = [
        f"{Path(file['filePath']).relative_to(sample.folder)}:{one['line']}: {one['ruleId']}: {one['message']}"
        for file in files
        for one in file["messages"]
    ]
    assert not left, "\n".join(left)


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>Page</title><p><div></div></p>", "utf-8")
    (tmp_path / "style.css").write_text("p { colour: red }\n", "utf-8")
    said = messages(tmp_path, ["page.html", "style.css"])
    assert any(re.match(r"page\.html:\d+: No “p” element in scope", one) for one in said), said
    assert any(one.startswith("style.css:1: CSS: “colour”") for one in said), said
