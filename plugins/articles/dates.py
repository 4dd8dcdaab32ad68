"""Dates as people write them in front matter -> `datetime`, aware when a zone was given."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

ISO = re.compile(
    r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
    r"(?:[T ]\s*(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,](?P<f>\d{1,9}))?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$",
    re.I,
)
MONTH = re.compile(r"[A-Za-z]{3,}")
MONTHS = "January February March April May June July August September October November December".split()


def read_date(text: str) -> datetime:
    """The moment a text names: an ISO 8601 form, or one with the month in words; naive if it names no zone.

    Raises ValueError with what is wrong, as a clause: "there is no 30 February 2023".
    """
    text = text.strip()
    if found := ISO.match(text):
        return _from_iso(found)
    if MONTH.search(text) and re.search(r"\d{4}", text):
        import dateutil.parser  # it takes a while to load, and most dates are of the form above

        try:
            moment: datetime = dateutil.parser.parse(text, default=datetime(2000, 1, 1), tzinfos=_offset)
        except (ValueError, OverflowError):
            pass
        else:
            return moment
    try:
        return datetime.fromisoformat(text)  # the rarer forms: 20260331, 2026-W14-2
    except ValueError:
        raise ValueError("is not a date") from None


def _offset(name: str | None, seconds: int | None) -> timezone | None:
    """The zone of a date in words. dateutil by itself takes a bare name ("EST") for the computer's own zone or none."""
    if name and seconds is None:
        raise ValueError(f"the zone {name} has no offset")
    return None if seconds is None else timezone(timedelta(seconds=seconds))


def _from_iso(found: re.Match[str]) -> datetime:
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if not 1 <= month <= 12:
        raise ValueError(f"names month {month}, but a year has 12")
    if year < 1:
        raise ValueError("is in the year 0")
    try:
        date = datetime(year, month, day)
    except ValueError:
        raise ValueError(f"is not in the calendar: there is no {day} {MONTHS[month - 1]} {year}") from None
    try:
        return date.replace(
            hour=int(found["H"] or 0),
            minute=int(found["M"] or 0),
            second=int(found["S"] or 0),
            microsecond=int((found["f"] or "").ljust(6, "0")[:6]),
            tzinfo=_zone(found["zone"]),
        )
    except ValueError:
        raise ValueError("has a time of day that no clock shows") from None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)
