"""The client's morphing, in a browser, on random pages: what is made of a page is what its source says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import preview
import pytest
from playwright.sync_api import Browser, Page

from tests.hosting import hosted

pytestmark = pytest.mark.browser

STATIC = Path(preview.__file__).parent / "static"
RANDOM = """
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const names = ["p", "div", "ul", "li", "h2", "input", "details", "section"];
const some = (next, list) => list[Math.floor(next() * list.length)];
const tree = (page, next, depth) => {
  const node = page.createElement(some(next, names));
  if (next() < 0.3) node.setAttribute("class", some(next, ["a", "b", "c"]));
  if (next() < 0.3) node.setAttribute("title", String(Math.floor(next() * 5)));
  const count = node.localName === "input" ? 0 : Math.floor(next() * (depth > 3 ? 1 : 5));
  for (let i = 0; i < count; i += 1) {
    node.append(next() < 0.4 ? some(next, [" ", "one ", "two ", "three "]) : tree(page, next, depth + 1));
  }
  return node;
};
const page = (next) => {
  const made = document.implementation.createHTMLDocument("x");
  for (let i = 0; i < 6; i += 1) made.body.append(tree(made, next, 0));
  made.normalize();
  return made;
};
/** Another page with some of its nodes taken out, put in, changed or moved. */
const edited = (before, next) => {
  const after = before.cloneNode(true);
  for (let i = 0; i < 1 + next() * 5; i += 1) {
    const node = some(next, [...after.body.querySelectorAll("*")]);
    if (!node) continue;
    const kind = Math.floor(next() * 5);
    if (kind === 0) node.remove();
    else if (kind === 1) node.before(tree(after, next, 2));
    else if (kind === 2) node.setAttribute("title", "edited");
    else if (kind === 3) node.before(`words ${i} `);
    else after.body.append(node);
  }
  after.normalize();
  return after;
};
"""


@pytest.fixture(scope="module")
def morphing(browser: Browser) -> Iterator[Page]:
    with hosted(STATIC) as address:
        page = browser.new_page()
        page.goto(f"{address}/morph.js")
        yield page
        page.close()


def run(morphing: Page, code: str) -> Any:
    """What code gives that has `morph`, and what is above."""
    return morphing.evaluate(f"async () => {{ const {{ morph }} = await import('/morph.js'); {RANDOM} {code} }}")


def test_a_page_becomes_what_its_source_says(morphing: Page) -> None:
    code = """
    const wrong = [];
    for (let seed = 0; seed < 400; seed += 1) {
      const next = random(seed);
      const before = page(next);
      const after = edited(before, next);
      const live = before.cloneNode(true);
      if (!morph(live, before, after) || !(live.normalize(), live.isEqualNode(after))) wrong.push(seed);
    }
    return wrong;
    """
    assert run(morphing, code) == []


def test_what_scripts_added_stays_and_the_rest_is_as_the_source_says(morphing: Page) -> None:
    """Where it cannot be told any more what belongs where, the page is loaded anew; that is rare."""
    code = """
    let [wrong, lost] = [[], 0];
    for (let seed = 0; seed < 400; seed += 1) {
      const next = random(seed);
      const before = page(next);
      const after = edited(before, next);
      const live = before.cloneNode(true);
      for (const node of [...live.body.querySelectorAll("*")]) {
        if (next() < 0.1) node.before(Object.assign(live.createElement("b"), { textContent: "script" }));
        if (next() < 0.1) node.setAttribute("data-script", "did");
      }
      if (!morph(live, before, after)) { lost += 1; continue; }
      for (const node of live.querySelectorAll("b")) node.remove();
      for (const node of live.querySelectorAll("[data-script]")) node.removeAttribute("data-script");
      live.normalize();
      if (!live.isEqualNode(after)) wrong.push(seed);
    }
    return [wrong, lost];
    """
    wrong, lost = run(morphing, code)
    assert wrong == []
    assert lost <= 40


def test_what_did_not_change_is_not_touched(morphing: Page) -> None:
    code = """
    const before = document.implementation.createHTMLDocument("x");
    const fields = Array.from({ length: 20 }, (_, at) => {
      const label = before.createElement("label");
      label.append(`Field ${at} `, before.createElement("input"));
      return label;
    });
    before.body.append(...fields);
    const after = before.cloneNode(true);
    after.body.children[3].remove();
    after.body.children[7].before(after.createElement("hr"));
    after.body.children[12].firstChild.data = "Another name ";
    const live = before.cloneNode(true);
    const inputs = [...live.querySelectorAll("input")];
    for (const [at, input] of inputs.entries()) input.value = `typed ${at}`;
    const done = morph(live, before, after);
    return [done, live.isEqualNode(after), inputs.filter((input) => input.isConnected).map((input) => input.value)];
    """
    done, equal, typed = run(morphing, code)
    assert done and equal
    assert typed == [f"typed {number}" for number in range(20) if number != 3]
