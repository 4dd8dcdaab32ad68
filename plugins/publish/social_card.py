"""The card that social networks show of a page: 1200 × 630 pixels in the site's own type, everywhere the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from .card_type import Face, Lines, fitted, plain_words

WIDTH, HEIGHT = 1200, 630
RECIPE = "2"
"""To be counted up whenever the code below draws another card."""
_RUNS = 3
"""zlib's Z_RLE, which looks for runs alone: half the time, a twentieth more bytes, for what is mostly ground."""
MOST_SQUARES = 12
_EDGE = 84
_SIZES = (92, 84, 76, 68, 60, 54, 48, 44)
_LEADING = 1.14
_NAME, _COUNT = 34, 32
_TOP, _BOTTOM = 176, HEIGHT - 168
"""Between these is the title."""
_INKS = 15
"""Shades from the ground to the ink; with the signal colour they make sixteen, which a PNG has in half a byte."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says. `count` is the number of squares in words, like "8 strategies"."""

    site: str
    title: str = ""
    squares: int = 0
    count: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The faces of the title and of everything else, and three colours as CSS writes them."""

    title: Face
    words: Face
    ground: str
    ink: str
    signal: str


def card_png(words: Words, style: Style) -> bytes:
    """The card. What the type cannot write is left out: a card without a title has the site's name in its place."""
    image = Image.new("L", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    title, site = settable(words.title, style.title), settable(words.site, style.words)
    _draw_title(draw, title or settable(words.site, style.title), style.title)
    if title and site:
        line = fitted(style.words, site, (_NAME,), WIDTH - 2 * _EDGE - 52, _NAME * 1.5, 1.2).lines[0]
        style.words.draw(draw, _EDGE + 52, 118, line, _NAME)
    marks = [(_EDGE, 90, 30, 4)]
    squares = min(words.squares, MOST_SQUARES)
    marks += [(_EDGE + at * 52, HEIGHT - 118, 34, 4) for at in range(squares)]
    if squares and (count := settable(words.count, style.words)):
        style.words.draw(draw, _EDGE + squares * 52 + 12, HEIGHT - 118 + 29, count, _COUNT)
    return _png(image, marks, style)


def settable(text: str, face: Face) -> str:
    """The text without emoji; "" if the face lacks a letter of what is left."""
    words = plain_words(text)
    return words if face.can_set(words) else ""


def _draw_title(draw: ImageDraw.ImageDraw, title: str, face: Face) -> None:
    if not title:
        return
    set_in: Lines = fitted(face, title, _SIZES, WIDTH - 2 * _EDGE, _BOTTOM - _TOP, _LEADING)
    step = set_in.size * _LEADING
    free = _BOTTOM - _TOP - step * len(set_in.lines)
    for number, line in enumerate(set_in.lines):
        face.draw(draw, _EDGE, round(_TOP + free / 2 + step * number + set_in.size * 0.86), line, set_in.size)


def _png(image: Image.Image, marks: list[tuple[int, int, int, int]], style: Style) -> bytes:
    """The drawing in its colours; each mark is an open square: left, top, side and stroke."""
    card = image.point([round(value / 255 * (_INKS - 1)) for value in range(256)])
    draw = ImageDraw.Draw(card)
    for left, top, side, stroke in marks:
        draw.rectangle((left, top, left + side - 1, top + side - 1), outline=_INKS, width=stroke)
    card.putpalette(_palette(style))
    out = BytesIO()
    card.save(out, "PNG", bits=4, compress_level=6, compress_type=_RUNS)
    return out.getvalue()


def _palette(style: Style) -> list[int]:
    ground, ink, signal = (ImageColor.getrgb(each)[:3] for each in (style.ground, style.ink, style.signal))
    shades = [
        round(a + (b - a) * step / (_INKS - 1)) for step in range(_INKS) for a, b in zip(ground, ink, strict=True)
    ]
    return [*shades, *signal]
