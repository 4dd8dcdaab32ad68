"""Every kind of page is laid out as it was. After a change that is meant: `pytest tests/browser --update-layout`.

What is compared, and why it is the same on every machine, layout.py says.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.layout import PLACED, differences, facts, layout, parts
from tests.theme.samples import component_names

pytestmark = pytest.mark.browser

KEPT = Path(__file__).with_name("layout")
NAMES = [name.replace("_", "-") for name in component_names()]
SMALL = """<!doctype html><style>
  body { display: grid; grid-template-columns: 2fr 1fr; margin: 0; color: #222; font-family: serif; }
  h1 { margin: 0; } .card { background: #fff; } .tag { display: inline-block; }
</style><main class=main><h1>Title</h1><p class=card>A card with some words in it.</p></main>
<aside class=aside>Beside <span class=tag>a tag</span></aside>"""
CLASSES = ["card", "tag"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_laid_out_as_it_was(browser: Browser, site: str, kind: str, request: pytest.FixtureRequest) -> None:
    page = browser.new_page()
    found = layout(page, f"{site}/{KINDS[kind]}", NAMES).as_data()
    page.close()
    path = KEPT / f"{kind}.json"
    if request.config.getoption("--update-layout", default=False):
        KEPT.mkdir(exist_ok=True)
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    assert kept, f"there is no layout of this page yet: {path.name}. Write it with --update-layout."
    changed = differences(kept, found)
    assert not changed, "\n".join(changed)


def test_there_is_no_layout_of_a_page_that_is_not_looked_at() -> None:
    assert {path.stem for path in KEPT.glob("*.json")} <= KINDS.keys()


def changed_by(browser: Browser, script: str) -> list[str]:
    """The differences that a change to the small page makes, at one width and in one scheme."""
    page = browser.new_page(viewport={"width": 820, "height": 600})
    page.set_content(SMALL)
    before = seen(page)
    page.evaluate(script)
    after = seen(page)
    page.close()
    return differences(before, after)


def seen(page: Page) -> dict[str, dict[str, dict[str, dict[str, object]]]]:
    now = parts(page, CLASSES)
    looks = {path: {key: value for key, value in part.items() if key not in PLACED} for path, part in now.items()}
    return {"places": {"820": facts(now, now)}, "looks": {"light": looks}}


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "document.body.style.gridTemplateColumns = '1fr'",
            ["820 px: aside.aside: lies was right of, is below", "820 px: aside.aside: x was 67, is 0"],
        ),
        (
            "document.querySelector('.card').style.backgroundColor = '#eee'",
            ["light: main.main > p.card: ground was #ffffff, is #eeeeee"],
        ),
        (
            "document.querySelector('h1').style.fontFamily = 'monospace'",
            ["light: main.main > h1: font was serif, is monospace"],
        ),
        (
            "document.querySelector('.tag').remove()",
            ["820 px: aside.aside > span.tag is gone", "light: aside.aside > span.tag is gone"],
        ),
        (
            "document.querySelector('.card').hidden = true",
            ["820 px: main.main > p.card is gone", "light: main.main > p.card is gone"],
        ),
        (
            "document.body.style.gridTemplateColumns = '1fr 1fr'",
            ["820 px: aside.aside: width was 33, is 50", "820 px: aside.aside: x was 67, is 50"],
        ),
    ],
)
def test_what_moved_vanished_or_changed_its_looks_is_told(browser: Browser, script: str, told: list[str]) -> None:
    found = changed_by(browser, script)
    assert set(told) <= set(found), found


def test_what_hangs_on_the_length_of_texts_is_not_told(browser: Browser, tmp_path: Path) -> None:
    short, long = tmp_path / "short.html", tmp_path / "long.html"
    short.write_text(SMALL, "utf-8")
    long.write_text(SMALL.replace("Title", "A longer title").replace("a tag", "a tag here"), "utf-8")
    page = browser.new_page()
    kept, found = (layout(page, path.as_uri(), CLASSES).as_data() for path in (short, long))
    page.close()
    assert differences(kept, found) == []
    for placed in kept["places"].values():
        assert placed["aside.aside"] == {"lies": "right of", "x": 67, "width": 33}
        assert "width" not in placed["aside.aside > span.tag"]
