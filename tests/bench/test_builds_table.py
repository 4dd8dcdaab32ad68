"""The table says what was measured, and calls a figure reached only when it is."""

import pytest

from bench.builders import LESS, OURS, PEER, STOCK
from bench.builds_table import MEMORY, Medians, medians, standing, table, widest
from bench.processes import Cost
from bench.rounds import CHANGES, COLD, NOTHING, Measured


def measured(name: str, seconds: tuple[float, ...], megabytes: tuple[float, ...]) -> list[Measured]:
    timed = [Measured(name, change, False, Cost(each, 1)) for change in CHANGES for each in seconds]
    return timed + [Measured(name, change, True, Cost(99, each)) for change in CHANGES for each in megabytes]


def found(ours: float, peer: float) -> Medians:
    columns = (*CHANGES, MEMORY)
    others = {(name, column): peer for name in (STOCK, PEER) for column in columns}
    return others | {(name, column): ours for name in (OURS, LESS) for column in columns}


def test_times_come_from_timed_builds_and_memory_from_watched_ones() -> None:
    middle = medians(measured("One", (3, 1, 2), (40, 60, 50)))
    assert (middle["One", COLD], middle["One", MEMORY]) == (2, 50)


def test_memory_is_that_of_the_change_which_needs_most() -> None:
    more = [Measured("One", NOTHING, True, Cost(99, 70))] * 4
    assert medians([*measured("One", (1,), (50,)), *more])["One", MEMORY] == 70


@pytest.mark.parametrize(("ours", "told"), [(0.35, "reached"), (0.36, "not reached")])
def test_a_figure_is_reached_at_its_limit_and_not_above(ours: float, told: str) -> None:
    [line] = [line for line in standing(found(ours, 1.0), 1_000) if line.startswith(NOTHING)]
    assert line.split("≤ 0.35")[1].split() == [f"{ours:.2f}", *told.split()] * 2


def test_other_numbers_of_articles_have_no_figure_to_reach() -> None:
    lines = standing(found(0.1, 1.0), 500)[1:]
    assert lines
    assert all("no figure" in line and "reached" not in line for line in lines)


def test_without_the_others_nothing_is_compared() -> None:
    alone = {key: value for key, value in found(0.1, 1.0).items() if key[0] == OURS}
    assert standing(alone, 1_000) == []


def test_each_figure_is_followed_by_the_ratio_of_ours_to_it() -> None:
    [line] = [line for line in table(found(1.0, 4.0)) if line.startswith(PEER)]
    assert line.split()[1:4] == ["4.000", "s", "0.25"]


def test_the_widest_spread_is_named() -> None:
    quiet, loud = measured("One", (1, 1), (5,)), measured("Other", (1, 2, 2), (5,))
    assert widest([*quiet, *loud]) == f"slowest and quickest run are at most 50% of the median apart (Other, {COLD})"
