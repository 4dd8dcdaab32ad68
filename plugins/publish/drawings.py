"""How large a drawing (SVG) says it is."""

from __future__ import annotations

import re

from located import quote

_ROOT = re.compile(r"""<svg\b((?:"[^"]*"|'[^']*'|[^>"'])*)>""", re.I)
_SIDE = re.compile(r"""\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.I)
_UNIT = re.compile(r"(px|pt|pc|in|cm|mm|em|rem|)\s*", re.I)
_PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16, "rem": 16}
_LARGEST = 99_999


def svg_size(text: str) -> tuple[int, int] | None:
    """Width and height in CSS pixels: its own, or those of its viewBox; None if neither is there, or makes sense."""
    said = _said(text)
    width, height = _pixels(said.get("width", "")), _pixels(said.get("height", ""))
    match _box(said.get("viewbox", "")):
        case [wide, high] if wide > 0 and high > 0:
            width, height = width or (height or high) * wide / high, height or (width or wide) * high / wide
    if not (0.5 < width <= _LARGEST and 0.5 < height <= _LARGEST):
        return None
    return round(width), round(height)


def nothing_to_see(text: str) -> str:
    """What a drawing says of its size that leaves nothing of it, as it is written; "" if it says no such thing."""
    said = _said(text)
    told = {"width": _numbers(said.get("width", ""))[:1], "height": _numbers(said.get("height", ""))[:1]}
    told["viewBox"] = _box(said.get("viewbox", ""))
    flat = (name for name, numbers in told.items() if any(number <= 0 for number in numbers))
    return next((f"{name}={quote(said[name.lower()].strip())}" for name in flat), "")


def _said(text: str) -> dict[str, str]:
    """The attributes that tell of its size, by their names in small letters."""
    root = _ROOT.search(text)
    return {name.lower(): double or single for name, double, single in _SIDE.findall(root[1] if root else "")}


def _numbers(text: str) -> list[float]:
    return [float(each) for each in _NUMBER.findall(text)]


def _box(text: str) -> list[float]:
    """Width and height of a viewBox; nothing if it is none."""
    numbers = _numbers(text)
    return numbers[2:] if len(numbers) == 4 else []


def _pixels(length: str) -> float:
    number = _NUMBER.match(length.strip())
    unit = _UNIT.fullmatch(length.strip()[number.end() :]) if number else None
    return float(number[0]) * _PIXELS[unit[1].lower()] if number and unit else 0.0
