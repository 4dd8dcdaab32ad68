"""The figures of all builders as one table, and how they stand to what is to be reached."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from .builders import LESS, OURS, PEER, STOCK
from .rounds import BODY, CHANGES, COLD, NOTHING, TITLE, Measured

MEMORY = "peak memory"
TO_REACH = {
    (COLD, STOCK): {1_000: 0.60, 10_000: 0.55},
    (BODY, PEER): {1_000: 0.50, 10_000: 0.15},
    (NOTHING, PEER): {1_000: 0.35, 10_000: 0.10},
    (TITLE, PEER): {1_000: 0.60, 10_000: 0.25},
    (MEMORY, PEER): {1_000: 0.60, 10_000: 0.35},
}
"""Ours to another's: at so many articles, at most this."""
Medians = dict[tuple[str, str], float]
"""By builder and column: seconds, or megabytes."""


def medians(found: Sequence[Measured]) -> Medians:
    """Seconds of the timed builds; memory of those that were watched, after the change where it is highest."""
    names = dict.fromkeys(each.builder for each in found)
    times = {(name, change): statistics.median(seconds(found, name, change)) for name in names for change in CHANGES}
    return times | {
        (name, MEMORY): max(statistics.median(megabytes(found, name, change)) for change in CHANGES) for name in names
    }


def megabytes(found: Sequence[Measured], name: str, change: str) -> list[float]:
    return [each.cost.megabytes for each in found if each.builder == name and each.change == change and each.watched]


def seconds(found: Sequence[Measured], name: str, change: str) -> list[float]:
    return [each.cost.seconds for each in found if each.builder == name and each.change == change and not each.watched]


def table(found: Medians) -> list[str]:
    """A line for each builder; behind each figure, what ours is to it."""
    columns = (*CHANGES, MEMORY)
    lines = [" " * 18 + "".join(f"{column:>20}" for column in columns)]
    for name in dict.fromkeys(name for name, _ in found):
        cells = (cell(found[name, column], found.get((OURS, column)), column) for column in columns)
        lines.append(f"{name:<18}" + "".join(f"{text:>20}" for text in cells))
    return lines


def cell(value: float, ours: float | None, column: str) -> str:
    ratio = f"{ours / value:8.2f}" if ours else " " * 8
    return (f"{value:.0f} MB" if column == MEMORY else f"{value:.3f} s") + ratio


def widest(found: Sequence[Measured]) -> str:
    """How far apart the runs were where they were furthest: whether the machine was quiet."""
    spreads = {}
    for name, change in dict.fromkeys((each.builder, each.change) for each in found):
        taken = seconds(found, name, change)
        spreads[f"{name}, {change}"] = (max(taken) - min(taken)) / statistics.median(taken)
    worst = max(spreads, key=lambda label: spreads[label])
    return f"slowest and quickest run are at most {spreads[worst]:.0%} of the median apart ({worst})"


def standing(found: Medians, articles: int) -> list[str]:
    """A line for each figure to reach: ours, with the search index and without, and whether that is enough."""
    lines = []
    for (column, other), limits in TO_REACH.items():
        told = [verdict(found, name, column, other, limits.get(articles)) for name in (OURS, LESS)]
        if any(told):
            limit = f"≤ {limits[articles]:.2f}" if articles in limits else "no figure"
            lines.append(f"{f'{column} / {other}':<28}{limit:>10}" + "".join(f"{text:>22}" for text in told))
    if lines:
        lines.insert(0, f"{'ratio of medians':<28}{'to reach':>10}{OURS:>22}{LESS:>22}")
    return lines


def verdict(found: Medians, name: str, column: str, other: str, limit: float | None) -> str:
    if (name, column) not in found or (other, column) not in found:
        return ""
    ratio = found[name, column] / found[other, column]
    word = "" if limit is None else "reached" if ratio <= limit else "not reached"
    return f"{ratio:.2f} {word:<11}"
