"""An article's HTML with what belongs to its strategies: a link to each, and the items that practise it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from strategies.model import Strategy

from .links import Practice
from .spots import inserted, spots


@dataclass(frozen=True, slots=True)
class Marker:
    """How the theme writes what is put in."""

    permalink: Callable[[str], str]
    """Of an anchor."""
    practise: Callable[[Sequence[Practice]], str]

    def marked(self, html: str, strategies: Sequence[Strategy], practices: Mapping[str, Sequence[Practice]]) -> str:
        """The HTML with a permalink behind each title, and below it what practises it, by the strategy's id."""
        found = spots(html, {each.anchor for each in strategies if each.anchor})
        pieces: dict[int, str] = {}
        for each in strategies:
            if spot := found.get(each.anchor):
                pieces[spot.title] = self.permalink(each.anchor)
                if items := practices.get(each.id, ()):
                    pieces[spot.below] = pieces.get(spot.below, "") + self.practise(items)
        return inserted(html, pieces)
