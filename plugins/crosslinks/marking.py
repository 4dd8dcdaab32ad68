"""An article's HTML with what belongs to its strategies: its number, a link to it, the items that practise it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from strategies.model import Strategy

from .links import Practice
from .spots import Spot, replaced, spots

NUMBER = re.compile(r"(\d{1,3}[.):]|[IVXLC]{1,7}[.)])\s+")
"""At the start of a title: "3. ", "IV) "."""
Piece = tuple[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Marker:
    """How the theme writes what is put in."""

    permalink: Callable[[str], str]
    """Of an anchor."""
    practise: Callable[[Sequence[Practice]], str]
    plate: Callable[[str], str]
    """Before a title, with its number; "" where it has none."""

    def marked(self, html: str, strategies: Sequence[Strategy], practices: Mapping[str, Sequence[Practice]]) -> str:
        """The HTML with a plate before each heading, a permalink behind each title, and below it what practises it."""
        found = spots(html, {each.anchor for each in strategies if each.anchor})
        pieces: dict[tuple[int, int], str] = {}
        for each in strategies:
            if spot := found.get(each.anchor):
                for place, piece in self.pieces(html, spot, each.anchor, practices.get(each.id, ())):
                    pieces[place] = pieces.get(place, "") + piece
        return replaced(html, pieces)

    def pieces(self, html: str, spot: Spot, anchor: str, items: Sequence[Practice]) -> Iterator[Piece]:
        if spot.words >= 0:
            number = NUMBER.match(html, spot.words)
            plate = self.plate(number[1] if number else "")
            if plate:
                yield (spot.words, number.end() if number else spot.words), f"{plate} " if number else plate
        yield (spot.title, spot.title), self.permalink(anchor)
        if items:
            yield (spot.below, spot.below), self.practise(items)
