"""Articles -> cards, neighbours, relations, years and terms: what the whole site knows of its articles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from .model import Card, Series, Term, Year

RELATED = 3
WINDOW = 30  # articles looked at, before and after, among those that share a tag: keeps the cost linear


def when(card: Card) -> datetime:
    """The date of a card, to sort by; pages, which have none, come before all."""
    return card.date or datetime.min.replace(tzinfo=UTC)


def neighbours(cards: Sequence[Card]) -> list[tuple[Card | None, Card | None]]:
    """(older, newer) of each card, the cards being newest first."""
    older = [*cards[1:], None]
    newer = [None, *cards[:-1]]
    return list(zip(older, newer, strict=False))[: len(cards)]


def related(cards: Sequence[Card]) -> list[tuple[Card, ...]]:
    """For each card the others that share most with it: each shared tag or category counts by its rarity."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        for url in _terms(card):
            holders[url].append(at)
    weight = {url: math.log(1 + len(cards) / len(found)) for url, found in holders.items()}
    places = {url: {at: place for place, at in enumerate(found)} for url, found in holders.items()}
    out = []
    for at, card in enumerate(cards):
        scores: dict[int, float] = defaultdict(float)
        for url in _terms(card):
            place, found = places[url][at], holders[url]
            for other in found[max(0, place - WINDOW) : place + WINDOW + 1]:
                scores[other] += weight[url]
        scores.pop(at, None)
        best = sorted(scores, key=lambda other: (-scores[other], abs(other - at), other))
        out.append(tuple(cards[other] for other in best[:RELATED]))
    return out


def _terms(card: Card) -> list[str]:
    return [*(tag.url for tag in card.tags), *([card.category.url] if card.category else [])]


def all_series(named: Iterable[tuple[str, Card]]) -> dict[str, dict[str, Series]]:
    """Series by name, and in each the article's url -> its place; parts run from the oldest to the newest."""
    parts: dict[str, list[Card]] = defaultdict(list)
    for name, card in named:
        parts[name].append(card)
    return {
        name: {card.url: Series(name, position, tuple(ordered)) for position, card in enumerate(ordered, 1)}
        for name, cards in parts.items()
        if (ordered := sorted(cards, key=lambda card: (when(card), card.url)))
    }


def years(cards: Sequence[Card]) -> tuple[Year, ...]:
    """The cards by year, both newest first."""
    ordered = sorted(cards, key=when, reverse=True)
    return tuple(Year(year, tuple(found)) for year, found in groupby(ordered, key=lambda card: when(card).year))


def terms(counted: Iterable[tuple[str, str, str]]) -> tuple[Term, ...]:
    """Terms by name, from one (slug, name, url) for each time an article carries it."""
    found = Counter(counted)
    made = [Term(name, slug, url, count) for (slug, name, url), count in found.items()]
    return tuple(sorted(made, key=lambda term: (term.name.casefold(), term.slug)))


def common_spelling(names: Iterable[str]) -> str:
    """The spelling most articles use; of equals the one with capitals, then the first in the alphabet."""
    found = Counter(names)
    return min(found, key=lambda name: (-found[name], name))
