"""Dates as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from articles.dates import read_date
from hypothesis import given
from hypothesis import strategies as st

BERLIN = timezone(timedelta(hours=1))

READ = [
    ("2024-03-05", datetime(2024, 3, 5)),
    ("2024/3/5", datetime(2024, 3, 5)),
    (" 2024-03-05 ", datetime(2024, 3, 5)),
    ("2024-03-05 14:07", datetime(2024, 3, 5, 14, 7)),
    ("2024-03-05T14:07:09", datetime(2024, 3, 5, 14, 7, 9)),
    ("2024-03-05 14:07:09.25", datetime(2024, 3, 5, 14, 7, 9, 250_000)),
    ("2024-03-05T14:07:09,123456789Z", datetime(2024, 3, 5, 14, 7, 9, 123_456, tzinfo=UTC)),
    ("2024-03-05T14:07z", datetime(2024, 3, 5, 14, 7, tzinfo=UTC)),
    ("2024-03-05 14:07:09 UTC", datetime(2024, 3, 5, 14, 7, 9, tzinfo=UTC)),
    ("2024-03-05 14:07:09 gmt", datetime(2024, 3, 5, 14, 7, 9, tzinfo=UTC)),
    ("2024-03-05 14:07:09 +0100", datetime(2024, 3, 5, 14, 7, 9, tzinfo=BERLIN)),
    ("2024-03-05T14:07:09+01:00", datetime(2024, 3, 5, 14, 7, 9, tzinfo=BERLIN)),
    ("2024-03-05 14:07:09+01", datetime(2024, 3, 5, 14, 7, 9, tzinfo=BERLIN)),
    ("2024-03-05 14:07 -0330", datetime(2024, 3, 5, 14, 7, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
    ("March 5, 2024", datetime(2024, 3, 5)),
    ("5 Mar 2024 14:07", datetime(2024, 3, 5, 14, 7)),
    ("Tue, 05 Mar 2024 14:07:09 +0100", datetime(2024, 3, 5, 14, 7, 9, tzinfo=BERLIN)),
    ("March 2024", datetime(2024, 3, 1)),
]
REFUSED = [
    ("2023-02-30", "is not in the calendar: there is no 30 February 2023"),
    ("2023-02-29", "is not in the calendar: there is no 29 February 2023"),
    ("2024-00-10", "names month 0, but a year has 12"),
    ("2024-13-01", "names month 13, but a year has 12"),
    ("2024-04-00", "is not in the calendar: there is no 0 April 2024"),
    ("0000-01-01", "is in the year 0"),
    ("2024-03-05 24:00", "has a time of day that no clock shows"),
    ("2024-03-05 14:60", "has a time of day that no clock shows"),
    ("2024-03-05 14:07 +2500", "has a time of day that no clock shows"),
    ("", "is not a date"),
    ("2024", "is not a date"),
    ("05.03.2024", "is not a date"),
    ("03/05/2024", "is not a date"),  # March or May? nobody can tell
    ("yesterday", "is not a date"),
    ("Smarch 5, 2024", "is not a date"),
    ("March 32, 2024", "is not a date"),
    ("2024-03-05 at noon", "is not a date"),
]


@pytest.mark.parametrize(("text", "moment"), READ, ids=[text for text, _ in READ])
def test_a_date_is_the_moment_it_names(text: str, moment: datetime) -> None:
    found = read_date(text)
    assert (found.replace(tzinfo=None), found.utcoffset()) == (moment.replace(tzinfo=None), moment.utcoffset())


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_is_no_date_is_told_as_a_clause(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="^" + why.replace(".", r"\.") + "$"):
        read_date(text)


@given(st.datetimes(timezones=st.none() | st.just(UTC)), st.sampled_from("T "))
def test_every_iso_moment_comes_back_as_it_was(moment: datetime, between: str) -> None:
    assert read_date(moment.isoformat(between)) == moment


@given(st.dates())
def test_a_date_alone_is_its_midnight(day: date) -> None:
    assert read_date(day.isoformat()) == datetime.combine(day, time())


@given(
    st.text() | st.from_regex(r"[ A-Za-z0-9:+,./-]{0,12}(jan|May|Sept|Sat|pm)[ 0-9:+,.-]{0,8}(19|20)\d\d[ 0-9:Z+-]*")
)
def test_any_text_is_a_moment_or_a_value_error(text: str) -> None:
    try:
        assert isinstance(read_date(text), datetime)
    except ValueError as error:
        assert str(error).startswith(("is ", "names ", "has "))


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/New_York"])
def test_a_named_zone_means_the_same_on_every_computer(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time as clock

    try:
        monkeypatch.setenv("TZ", zone)
        clock.tzset()
        with pytest.raises(ValueError, match=r"^is not a date$"):
            read_date("5 March 2024 10:00 EST")
    finally:
        monkeypatch.undo()
        clock.tzset()
