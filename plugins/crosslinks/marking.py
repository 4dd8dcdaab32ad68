"""Finished HTML with what belongs to its titles: a link; a strategy's number and the items that practise it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from strategies.model import Strategy

from .links import Practice
from .spots import Spot, replaced, spots

NUMBER = re.compile(r"(\d{1,3}[.):]|[IVXLC]{1,7}[.)])\s+")
"""At the start of a title: "3. ", "IV) "."""
UNFIT = re.compile(
    r"</?(?:a|audio|button|details|embed|h[1-6]|iframe|input|label|li|object|select|textarea|video)\b", re.I
)
"""What may not stand in a link, and tags that say that this is no simple title."""
LEVELS = frozenset(("h2", "h3"))
"""The headings that get a link, strategies or not."""
Piece = tuple[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Marker:
    """How the theme writes what is put in."""

    permalink: Callable[[str, str], str]
    """Of an anchor and the words of its title, as HTML; without words, by its name alone."""
    practise: Callable[[Sequence[Practice]], str]
    plate: Callable[[str], str]
    """Before a title, with its number; "" where it has none."""

    def marked(self, html: str, strategies: Sequence[Strategy], practices: Mapping[str, Sequence[Practice]]) -> str:
        """The HTML with links to its titles, a plate before each strategy's heading, and below it what practises it."""
        by_anchor: dict[str, list[Strategy]] = {}
        for each in strategies:
            if each.anchor:
                by_anchor.setdefault(each.anchor, []).append(each)
        pieces: dict[tuple[int, int], str] = {}
        for anchor, spot in spots(html, by_anchor, LEVELS).items():
            for place, piece in self.pieces(html, spot, anchor, by_anchor.get(anchor, ()), practices):
                pieces[place] = pieces.get(place, "") + piece
        return replaced(html, pieces)

    def pieces(
        self,
        html: str,
        spot: Spot,
        anchor: str,
        strategies: Sequence[Strategy],
        practices: Mapping[str, Sequence[Practice]],
    ) -> Iterator[Piece]:
        start, end = spot.name
        if strategies and spot.words >= 0:
            number = NUMBER.match(html, spot.words)
            plate = self.plate(number[1] if number else "")
            if plate:
                start = number.end() if number else start
                yield (spot.words, start), f"{plate} " if number else plate
        yield from self.links(html, spot, anchor, (start, end))
        items = [item for each in strategies for item in practices.get(each.id, ())]
        if items:
            yield (spot.below, spot.below), self.practise(items)

    def links(self, html: str, spot: Spot, anchor: str, name: tuple[int, int]) -> Iterator[Piece]:
        """The words of a title as a link; behind them, where they hold one already or there are none."""
        words = html[slice(*name)]
        if spot.is_in_link:
            return
        if words.strip() and not UNFIT.search(words):
            yield name, self.permalink(anchor, words) or words
        elif spot.is_own and not re.search(r"\s", anchor):  # else the id cannot say its name
            yield (spot.title, spot.title), self.permalink(anchor, "")
