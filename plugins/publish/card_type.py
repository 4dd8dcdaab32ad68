"""Words set in the site's own type: which font has which letter, how wide a line is, where lines break.

Pillow's plain layout is used, not its better one: that one takes a library from the machine, where there is one, and
cards should be the same everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont

_UNUSED = "\U0010fffe"
"""No font has it, so that it comes out as what stands for a letter that is missing."""
_ORNAMENTS = frozenset(("So", "Sk", "Cf", "Cn", "Co", "Cs", "Cc", "Me"))
"""Emoji and what belongs to them: without these a title says the same."""


@dataclass(slots=True)
class Face:
    """One typeface in one weight: files that have letters of different scripts, the first of them first."""

    files: Sequence[Path]
    weight: int
    fonts: dict[int, list[ImageFont.FreeTypeFont]] = field(default_factory=dict)
    has: dict[str, int | None] = field(default_factory=dict)
    advances: dict[tuple[str, int], float] = field(default_factory=dict)

    def at(self, size: int) -> list[ImageFont.FreeTypeFont]:
        """The fonts in a size in pixels."""
        if size not in self.fonts:
            self.fonts[size] = [_font(path, size, self.weight) for path in self.files]
        return self.fonts[size]

    def font_of(self, letter: str) -> int | None:
        """The number of the first font that has a letter; None if none has."""
        if letter not in self.has:
            marks = ((font.getmask(letter), font.getmask(_UNUSED)) for font in self.at(48))
            found = (n for n, (mark, none) in enumerate(marks) if (mark.size, bytes(mark)) != (none.size, bytes(none)))
            self.has[letter] = 0 if letter.isspace() else next(found, None)
        return self.has[letter]

    def can_set(self, text: str) -> bool:
        return all(self.font_of(letter) is not None for letter in text)

    def runs(self, text: str, size: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """The text in pieces that one font has each."""
        for number, letters in groupby(text, key=lambda letter: self.font_of(letter) or 0):
            yield "".join(letters), self.at(size)[number]

    def width(self, text: str, size: int) -> float:
        """Each letter is measured once: to ask a font takes long, and lines are tried in many sizes."""
        return sum(self.advance(letter, size) for letter in text)

    def advance(self, letter: str, size: int) -> float:
        if (letter, size) not in self.advances:
            self.advances[letter, size] = self.at(size)[self.font_of(letter) or 0].getlength(letter)
        return self.advances[letter, size]

    def draw(self, on: ImageDraw.ImageDraw, left: float, baseline: float, text: str, size: int) -> None:
        for run, font in self.runs(text, size):
            on.text((left, baseline), run, fill=255, font=font, anchor="ls")
            left += font.getlength(run)


def _font(path: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    try:
        font.set_variation_by_axes([weight])
    except OSError:  # it has one weight alone
        return font
    return font


def plain_words(text: str) -> str:
    """The text in one line, its letters composed, without emoji."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(each for each in composed if each.isspace() or not _is_ornament(each))
    return " ".join(kept.split())


def _is_ornament(letter: str) -> bool:
    return unicodedata.category(letter) in _ORNAMENTS or "\ufe00" <= letter <= "\ufe0f"


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken into lines, in a size in pixels."""

    lines: tuple[str, ...]
    size: int


def fitted(face: Face, text: str, sizes: Sequence[int], width: float, height: float, leading: float) -> Lines:
    """The text in the largest of the sizes in which it fits; cut off with an ellipsis where it does not in any.

    `leading` is the distance of two lines as a multiple of the size.
    """
    for size in sizes:
        most = max(1, int(height / (size * leading)))
        lines = broken(face, text, size, width)
        if len(lines) <= most:
            return Lines(tuple(lines), size)
    last = lines[most - 1]
    while last and face.width(f"{last}…", size) > width:
        last = last[:-1]
    return Lines((*lines[: most - 1], f"{last.rstrip()}…"), size)


def broken(face: Face, text: str, size: int, width: float) -> list[str]:
    """The text in lines of at most this width; a word that is wider is broken where it must be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if face.width(longer, size) <= width:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _pieces(face, word, size, width)
        lines += full
    return [*lines, line] if line else lines


def _pieces(face: Face, word: str, size: int, width: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and face.width(piece + letter, size) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
