"""Dates as feeds write them, always in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime


def rfc822(date: datetime) -> str:
    """RFC 822 with the year in four digits, as RSS wants it: ``Wed, 21 Jun 2023 00:00:00 GMT``."""
    return format_datetime(date.astimezone(UTC).replace(microsecond=0), usegmt=True)


def rfc3339(date: datetime) -> str:
    """RFC 3339, for Atom and JSON Feed: ``2023-06-21T00:00:00Z``."""
    return date.astimezone(UTC).isoformat().replace("+00:00", "Z")
