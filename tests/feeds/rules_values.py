"""The forms of single values in feeds. Each rule gives what is wrong with a value, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_RFC822 = re.compile(
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})"
    r" \d\d:\d\d(:\d\d)? ([+-]\d\d[03]0|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)"
)
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9;/?:@&=+$.\-_!~*'(),#\[\]]|%[0-9A-Fa-f]{2})+")
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(; *[\w-]+=[\w\"-]+)*")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")


def rfc822_date(value: str) -> Iterator[str]:
    """RFC 822 §5 with RSS 2.0's four digits; the day of the week must be that of the date."""
    if not (match := _RFC822.fullmatch(value)):
        yield f"not an RFC 822 date: {value!r}"
        return
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        yield f"no such date: {value!r}"
        return
    if match[2] and date.strftime("%a") != match[2]:
        yield f"the day of the week is wrong: {value!r}"
    yield from _plausible(date)


def rfc3339_date(value: str) -> Iterator[str]:
    """RFC 4287 §3.3: a date-time of RFC 3339 with upper-case T and Z."""
    if not _RFC3339.fullmatch(value):
        yield f"not an RFC 3339 date: {value!r}"
        return
    try:
        yield from _plausible(datetime.fromisoformat(value))
    except ValueError:
        yield f"no such date: {value!r}"


def _plausible(date: datetime) -> Iterator[str]:
    if date.year < 1990:
        yield f"implausible date: {date}"


def language(value: str) -> Iterator[str]:
    """RFC 3066, as RSS 2.0 <language>, xml:lang and JSON Feed want it."""
    if not _LANGUAGE.fullmatch(value):
        yield f"not a language code: {value!r}"


def uri(value: str) -> Iterator[str]:
    """RFC 3986: absolute, and of ASCII alone."""
    if not _URI.fullmatch(value):
        yield f"not an absolute URI: {value!r}"
    elif value.lower().startswith("urn:uuid:") and not _UUID.fullmatch(value):
        yield f"not a UUID: {value!r}"


def web_address(value: str) -> Iterator[str]:
    """An address that a browser can open."""
    yield from uri(value)
    parts = urlsplit(value) if _URI.fullmatch(value) else None
    if parts and (parts.scheme not in ("http", "https") or not parts.netloc):
        yield f"not an address of the web: {value!r}"


def media_type(value: str) -> Iterator[str]:
    """RFC 6838 §4.2."""
    if not _MEDIA_TYPE.fullmatch(value):
        yield f"not a media type: {value!r}"


def characters(value: str) -> Iterator[str]:
    """XML 1.0 §2.2 and its note on characters that are discouraged."""
    if found := _UNWANTED.search(value):
        yield f"unwanted character U+{ord(found[0]):04X}"
