"""Dates in feeds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from feeds.dates import rfc822, rfc3339
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds import rules_values

EAST = datetime(2023, 6, 21, 1, 5, tzinfo=timezone(timedelta(hours=2)))


def test_rfc822_has_four_digits_of_year_and_utc() -> None:
    assert rfc822(EAST) == "Tue, 20 Jun 2023 23:05:00 GMT"


def test_rfc3339_is_in_utc() -> None:
    assert rfc3339(EAST) == "2023-06-20T23:05:00Z"


def test_rfc3339_keeps_a_fraction() -> None:
    assert rfc3339(EAST.replace(microsecond=1500)) == "2023-06-20T23:05:00.001500Z"


@given(st.datetimes(datetime(1991, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_all_dates_are_of_the_right_form(date: datetime) -> None:
    assert not list(rules_values.rfc822_date(rfc822(date)))
    assert not list(rules_values.rfc3339_date(rfc3339(date)))
