"""Where the parts of a page are and how they look, as far as it is the same whatever fonts a machine has.

A picture would differ from machine to machine. What is kept instead is, for each part (a landmark or a component), how
it lies to the part before it, where it begins and how wide it is in percent of the screen, its colours and its first
font. What depends on the length of the text is not kept: the page is looked at once as it is and once with every text
a little longer and looser, and only what is the same in both is a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")
NEAR = 2
"""Percent of the screen by which an edge may be elsewhere: less than a column moves, more than a scroll bar."""

# Of each kind of part in the same place of the page the first stands for all.
PARTS = """(names) => {
  const width = innerWidth;
  const selector = ["header", "nav", "main", "aside", "footer", "article", "section", "form", "h1",
    ...names.map((name) => "." + name)].join(",");
  const named = (node) => {
    const own = [...node.classList].find((one) => names.includes(one)) ?? node.classList[0];
    return node.localName + (own ? "." + own : "");
  };
  const found = new Map();
  const hex = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[0-9.]+/g).map(Number);
    const byte = (part) => Math.round(part).toString(16).padStart(2, "0");
    return alpha === 0 ? "none" : "#" + byte(red) + byte(green) + byte(blue) + (alpha < 1 ? byte(alpha * 255) : "");
  };
  let before = null;
  for (const node of document.body.querySelectorAll(selector)) {
    const box = node.getBoundingClientRect();
    if (!node.checkVisibility() || box.width <= 1 || box.height <= 1) continue;
    const around = node.parentElement.closest(selector);
    const path = (around ? named(around) + " > " : "") + named(node);
    if (found.has(path)) continue;
    const style = getComputedStyle(node);
    const at = { top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right };
    found.set(path, {
      lies: before === null ? "first" : place(at, before),
      x: Math.round((box.left / width) * 100),
      width: Math.round((box.width / width) * 100),
      colour: hex(style.color),
      ground: hex(style.backgroundColor),
      font: style.fontFamily.split(",")[0].replaceAll('"', ""),
    });
    before = at;
  }
  function place(now, was) {
    const slack = 4;
    if (now.top >= was.bottom - slack) return "below";
    if (now.bottom <= was.top + slack) return "above";
    if (now.left >= was.right - slack) return "right of";
    if (now.right <= was.left + slack) return "left of";
    if (now.top >= was.top - slack && now.bottom <= was.bottom + slack) return "in";
    return "over";
  }
  return Object.fromEntries(found);
}"""
# A word more in every text of more than a word or two, and letters a little further apart.
LONGER = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() && !node.parentElement.closest("svg, script, pre")) node.data += " longer";
  }
  document.body.style.letterSpacing = "0.02em";
}"""
# Fonts are there, and what scripts add has been drawn.
SETTLED = """document.fonts.ready.then(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
}))"""
Part = dict[str, Any]
Parts = dict[str, Part]
PLACED = ("lies", "x", "width")
LOOKS = ("colour", "ground", "font")


@dataclass(frozen=True)
class Layout:
    """The facts of one page: where its parts are at each width, and how they look in each scheme."""

    places: dict[str, Parts]
    looks: dict[str, Parts]

    def as_data(self) -> dict[str, dict[str, Parts]]:
        return {"places": self.places, "looks": self.looks}


def layout(page: Page, address: str, names: list[str]) -> Layout:
    """The layout of the page at an address; `names` are the classes of components."""
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    places, looks = {}, {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        _open(page, address)
        as_it_is = parts(page, names)
        page.evaluate(LONGER)
        places[str(width)] = facts(as_it_is, parts(page, names))
    _open(page, address)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        looks[scheme] = _only(parts(page, names), LOOKS)
    return Layout(places, looks)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(SETTLED)


def parts(page: Page, names: list[str]) -> Parts:
    """The parts of the page as it is now, by their place in it, in order."""
    found: Parts = page.evaluate(PARTS, names)
    return found


def facts(one: Parts, other: Parts) -> Parts:
    """What is the same in both; a part that is in one alone is none."""
    return {
        path: {key: value for key, value in _only({path: part}, PLACED)[path].items() if _same(value, other[path][key])}
        for path, part in one.items()
        if path in other
    }


def _only(found: Parts, keys: tuple[str, ...]) -> Parts:
    return {path: {key: part[key] for key in keys} for path, part in found.items()}


def _same(one: Any, other: Any) -> bool:
    return abs(one - other) <= NEAR if isinstance(one, int) and isinstance(other, int) else bool(one == other)


def differences(kept: dict[str, dict[str, Parts]], found: dict[str, dict[str, Parts]]) -> list[str]:
    """What moved or looks otherwise, a line each."""
    lines = []
    for group, screens in kept.items():
        for screen, before in screens.items():
            unit = " px" if group == "places" else ""
            lines += [f"{screen}{unit}: {line}" for line in _of_parts(before, found[group][screen])]
    return lines


def _of_parts(before: Parts, now: Parts) -> list[str]:
    lines = [f"{path} is gone" for path in before if path not in now]
    lines += [f"{path} is new" for path in now if path not in before]
    for path, part in before.items():
        changed = [key for key, value in part.items() if not _same(value, now.get(path, part).get(key, value))]
        lines += [f"{path}: {key} was {part[key]}, is {now[path][key]}" for key in changed]
    return lines
