"""Every pair of roles that meet on a page has the contrast of WCAG 2.2 AA, in light, dark and print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "theme/static/css"
SYNTAX = ("comment", "keyword", "name", "string", "number", "added", "removed")
TEXT, SHAPE = 4.5, 3.0  # §1.4.3 for text, §1.4.11 for what one must see to act
PAIRS = [
    *(("text", ground, TEXT) for ground in ("ground", "ground-sunken", "mark")),
    *(("text-muted", ground, TEXT) for ground in ("ground", "ground-sunken", "mark")),
    *(("signal", ground, TEXT) for ground in ("ground", "ground-sunken", "mark")),
    *((f"syntax-{name}", "ground-sunken", TEXT) for name in SYNTAX),
    ("ground", "text", TEXT),
    ("focus", "ground", SHAPE),
    ("focus", "ground-sunken", SHAPE),
]


def declarations(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", css))


def said_for(scheme: str, roles: dict[str, str]) -> dict[str, str]:
    """The roles with what `light-dark()` means in a scheme."""
    at = {"light": 1, "dark": 2}[scheme]
    pair = re.compile(r"light-dark\((.+), (.+)\)")
    return {name: found[at] if (found := pair.fullmatch(value)) else value for name, value in roles.items()}


def schemes() -> dict[str, dict[str, str]]:
    """The roles' values in each scheme: light, dark, and light with what print points elsewhere."""
    roles = declarations((CSS / "tokens.css").read_text(encoding="utf-8"))
    paper = declarations((CSS / "print.css").read_text(encoding="utf-8"))
    light, dark = said_for("light", roles), said_for("dark", roles)
    return {"light": light, "dark": dark, "print": light | paper}


def colour(roles: dict[str, str], name: str) -> str:
    value = roles[name]
    while found := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = roles[found[1]]
    return value


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance", of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("over", "under", "least"), PAIRS)
def test_roles_that_meet_can_be_told_apart(scheme: str, over: str, under: str, least: float) -> None:
    roles = schemes()[scheme]
    assert contrast(colour(roles, over), colour(roles, under)) >= least


def test_dark_points_every_role_of_colour_elsewhere() -> None:
    found = schemes()
    coloured = {name for name in found["light"] if colour(found["light"], name).startswith("#")}
    same = {name for name in coloured if colour(found["light"], name) == colour(found["dark"], name)}
    assert {name for name in same if not name.startswith("raw-")} == set()
