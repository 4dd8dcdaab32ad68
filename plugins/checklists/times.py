"""How long, by when and how often: ``1h30m``, ``event - 7d``, ``weekly``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from located import Node, Scalar, nearest, quote

from .ids import ID
from .model import DateLabel, Due, Repeat
from .values import Form, day, listed, number_schema, scalar, wrong

_HOURS = "([0-9]{1,3}) ?(?:h|hours?)"
_MINUTES = "([0-9]{1,3}) ?(?:m|min|minutes?)"
_TIME = f"(?:{_HOURS}(?: ?{_MINUTES})?|{_MINUTES})"
_TIMES = "[1-9]|[12][0-9]|3[01]"
_DUE = f"({ID})(?: ([+-]) ([0-9]{{1,4}}) ?(d|days?|w|weeks?))?"
_CLOSE_DUE = re.compile(r"(.+?) ?([+-]) ?([0-9]{1,4}) ?([dw])\w*")
_DATE_LIKE = re.compile("[0-9]{4}[-/.][0-9].*")
_EVERY = {"daily": "day", "weekly": "week", "monthly": "month"}
_EVERY_SYNONYMS = {
    "day": "daily", "everyday": "daily", "eachday": "daily", "days": "daily",
    "week": "weekly", "everyweek": "weekly", "eachweek": "weekly", "weeks": "weekly",
    "month": "monthly", "everymonth": "monthly", "eachmonth": "monthly", "months": "monthly",
}  # fmt: skip
_DUE_LIKE = 'Write "event - 7d", "event + 2w" or a date such as 2026-03-31.'


def _minutes(key: str, node: Node) -> int:
    typed = scalar(key, node)
    if typed.is_empty:
        return 0
    found = re.fullmatch(_TIME, typed.text)
    minutes = int(found[1] or 0) * 60 + int(found[2] or found[3] or 0) if found else 0
    if not minutes:
        fix = f'Write "{typed.text}m" for minutes or "{typed.text}h" for hours.'
        if not re.fullmatch("[1-9][0-9]{0,2}", typed.text):
            fix = "Write it like 10m, 1h or 1h30m."
        raise wrong(node.where, f'"{key}" is not a length of time: {quote(typed.text)}', fix)
    return minutes


def _repeat(key: str, node: Node) -> Repeat:
    typed = scalar(key, node)
    if typed.is_empty:
        return Repeat()
    if typed.text in _EVERY:
        return Repeat(every=_EVERY[typed.text])
    if re.fullmatch(_TIMES, typed.text):
        return Repeat(times=int(typed.text))
    near = nearest(typed.text, _EVERY, _EVERY_SYNONYMS)
    fix = f'Did you mean "{near}"?' if near else f'Write a number, or {listed(_EVERY)}. Once is "repeat: 1".'
    what = f'"{key}" may be a number from 1 to 31, or {listed(_EVERY)}, found {quote(typed.text)}'
    raise wrong(node.where, what, fix)


def _due_words(key: str, node: Node) -> Scalar | None:
    """Read only when the labels of the dates are known, by `read_due`."""
    typed = scalar(key, node)
    return None if typed.is_empty else typed


def read_due(typed: Scalar, labels: Mapping[str, DateLabel]) -> Due:
    """What an item's ``due`` says. Raises `Wrong`."""
    if _DATE_LIKE.fullmatch(typed.text):
        return Due(on=day("due", typed))
    found = re.fullmatch(_DUE, typed.text)
    if not found:
        close = _CLOSE_DUE.fullmatch(typed.text)
        fix = f'Write "{close[1]} {close[2]} {close[3]}{close[4]}".' if close else _DUE_LIKE
        raise wrong(typed.where, f'"due" is neither a date nor days before or after one: {quote(typed.text)}', fix)
    label, sign, number, unit = found.groups()
    if label not in labels:
        raise _unknown_label(typed, label, labels)
    days = int(number or 0) * (7 if (unit or "").startswith("w") else 1)
    return Due(label=label, days=-days if sign == "-" else days)


def _unknown_label(typed: Scalar, label: str, labels: Mapping[str, DateLabel]) -> Exception:
    what = f'"due" counts from {quote(label)}, which "dates" does not have'
    if (close := _CLOSE_DUE.fullmatch(label)) and close[1] in labels:
        return wrong(typed.where, what, f'Write "{close[1]} {close[2]} {close[3]}{close[4]}".')
    near = nearest(label, labels)
    fix = f'Did you mean "{near}"?' if near else f'Add it to "dates", or use {listed(labels)}.' if labels else ""
    return wrong(typed.where, what, fix or f'Add "dates:" to the checklist and below it "{label}: " and its name.')


TIME = Form(_minutes, {"type": ["string", "null"], "pattern": f"^{_TIME}$"})
REPEAT = Form(_repeat, {"anyOf": [{"enum": [*_EVERY]}, *number_schema(_TIMES, 31)["anyOf"]]})
DUE = Form(
    _due_words,
    {
        "type": ["string", "number", "boolean", "null"],
        "pattern": f"^(?:(?![0-9]{{4}}-[0-9]){_DUE}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$",
    },
)
