"""How long, by when and how often."""

from __future__ import annotations

from datetime import date

import pytest
from checklists.model import DateLabel, Due, Repeat
from checklists.times import REPEAT, TIME, read_due
from checklists.values import Wrong
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Scalar

WHERE = Location("x.yml", 2, 3)
LABELS = {"event": DateLabel("event", "Event", WHERE), "day-1": DateLabel("day-1", "Day 1", WHERE)}


def typed(text: str) -> Scalar:
    return Scalar(text, WHERE)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10m", 10), ("1h", 60), ("1h30m", 90), ("90m", 90), ("10 min", 10), ("1 h 30 min", 90), ("2 hours", 120),
        ("1 hour 5 minutes", 65), ("1 minute", 1), ("", 0), ("null", 0),
    ],
)  # fmt: skip
def test_a_time_is_read_in_minutes(text: str, minutes: int) -> None:
    assert TIME.read("time", typed(text)) == minutes


@pytest.mark.parametrize("text", ["10", "1:30", "m", "h", "1.5h", "10s", "30m1h", "-5m", "1d", "0h", "1000m", "٣m"])
def test_what_is_no_time_is_wrong(text: str) -> None:
    with pytest.raises(Wrong, match="is not a length of time"):
        TIME.read("time", typed(text))


@given(st.integers(0, 999), st.integers(0, 999))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    if hours + minutes:
        assert TIME.read("time", typed(f"{hours}h{minutes}m")) == hours * 60 + minutes


@pytest.mark.parametrize(
    ("text", "repeat"),
    [
        ("1", Repeat()), ("31", Repeat(31)), ("daily", Repeat(every="day")), ("weekly", Repeat(every="week")),
        ("monthly", Repeat(every="month")), ("", Repeat()),
    ],
)  # fmt: skip
def test_a_count_or_an_interval_is_a_repetition(text: str, repeat: Repeat) -> None:
    assert REPEAT.read("repeat", typed(text)) == repeat


@pytest.mark.parametrize("text", ["0", "32", "-1", "03", "1.0", "yearly", "Daily", "²"])
def test_what_is_no_repetition_is_wrong(text: str) -> None:
    with pytest.raises(Wrong, match="may be a number from 1 to 31"):
        REPEAT.read("repeat", typed(text))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("event", Due(label="event")),
        ("event - 7d", Due(label="event", days=-7)),
        ("event + 2w", Due(label="event", days=14)),
        ("event - 1 week", Due(label="event", days=-7)),
        ("event + 3 days", Due(label="event", days=3)),
        ("day-1 - 0d", Due(label="day-1", days=0)),
        ("2026-02-28", Due(on=date(2026, 2, 28))),
    ],
)
def test_due_is_a_date_or_counts_from_one(text: str, due: Due) -> None:
    assert read_due(typed(text), LABELS) == due


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("event-7d", 'Write "event - 7d".'),
        ("event -7d", 'Write "event - 7d".'),
        ("event- 7 days", 'Write "event - 7d".'),
        ("evnet + 1w", 'Did you mean "event"?'),
        ("Event", 'Write "event - 7d", "event + 2w" or a date such as 2026-03-31.'),
        ("2026-02-30", "Correct the date."),
    ],
)
def test_a_due_that_is_none_is_told_how_to_write_it(text: str, fix: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_due(typed(text), LABELS)
    assert [problem.fix for problem in wrong.value.problems] == [fix]
