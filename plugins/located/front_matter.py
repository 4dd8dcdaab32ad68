"""Where the front matter of an article ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from located.characters import unified
from located.headers import header_length
from located.location import Location
from located.problem import Problem, quote

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_ALMOST = re.compile(r"[ \t\u00a0]*[-‐‑‒–—―−_]{1,}(?: ?[-‐‑‒–—―−_])*[ \t\u00a0]*(?:\n|\Z)")
"""What people, editors and word processors make of three dashes."""
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)", re.M)
_OF_HEADER = re.compile(r"[A-Za-z_][\w -]*:|[ \t]*-(?:[ \t]|$)|[ \t]+\S|#|[\]}]", re.M)
"""How a line of a header can begin: a key, a list item, something indented, a comment, a closing bracket."""
_DASHES = "Write exactly three dashes (---)."

Kind = Literal["yaml", "pelican", "none"]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """An article, taken apart. Lines count from 1; a header is without its dashed lines."""

    kind: Kind
    """``yaml`` between dashed lines, Pelican's own ``Key: value`` lines, or ``none``."""
    header: str
    header_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    """With a problem, the parts are the likeliest ones, so that whatever else is wrong can be told too."""


def split_front_matter(text: str, path: str) -> FrontMatter:
    """The header and the body of an article; `path` as `shown_path` gives it."""
    text = unified(text.removeprefix("\ufeff"))
    if opening := _OPENING.match(text):
        return _between_dashes(text, opening.end(), path)
    return _displaced(text, path) or _misspelt(text, path) or _without_dashes(text)


def _between_dashes(text: str, start: int, path: str, problems: tuple[Problem, ...] = ()) -> FrontMatter:
    closing = _CLOSING.search(text, start)
    if closing is None:
        end, after, unclosed = _likely_end(text, start, path)
        return _parts(text, start, end, after, (*problems, unclosed))
    return _parts(text, start, closing.start(), closing.end(), problems)


def _parts(text: str, start: int, end: int, after: int, problems: tuple[Problem, ...]) -> FrontMatter:
    return FrontMatter("yaml", text[start:end], _line(text, start), text[after:], _line(text, after), problems)


def _likely_end(text: str, start: int, path: str) -> tuple[int, int, Problem]:
    """Where a header that is not closed seems to end, where the body goes on, and the problem."""
    end = start
    while (match := _OF_HEADER.match(text, end)) and match.end() <= len(text):
        end = _next_line(text, end)
    where, what = Location(path, _line(text, start) - 1), "the front matter is not closed"
    number = _line(text, end)
    if almost := _ALMOST.match(text, end):
        found = quote(almost[0].strip())
        return end, almost.end(), Problem(where, what, f"Line {number} is {found}. {_DASHES}")
    fix = "End it with a line of three dashes (---)"
    return end, end, Problem(where, what, f"{fix}, before line {number}." if end < len(text) else f"{fix}.")


def _displaced(text: str, path: str) -> FrontMatter | None:
    """Front matter with blank lines or spaces above or before its first dashes."""
    start = len(text) - len(text.lstrip())
    opening = _OPENING.match(text, start) if start else None
    if opening is None or not _KEY.match(text, opening.end()):
        return None
    line = _line(text, start)
    if line > 1:
        what, fix = "the front matter must start on the first line", "Remove the blank lines above it."
    else:
        what, fix = "the dashes that start the front matter are indented", "Remove the spaces before them."
    return _between_dashes(text, opening.end(), path, (Problem(Location(path, line), what, fix),))


def _misspelt(text: str, path: str) -> FrontMatter | None:
    """Front matter that opens with other dashes than ``---``."""
    almost = _ALMOST.match(text)
    if almost is None or not _KEY.match(text, almost.end()):
        return None
    what = f"the front matter starts with {quote(almost[0].strip())}"
    problem = Problem(Location(path), what, _DASHES)
    if _CLOSING.search(text, almost.end()):
        return _between_dashes(text, almost.end(), path, (problem,))
    end, after, unclosed = _likely_end(text, almost.end(), path)
    return _parts(text, almost.end(), end, after, (problem,) if after > end else (problem, unclosed))


def _without_dashes(text: str) -> FrontMatter:
    length = header_length(text)
    if not length:
        return FrontMatter("none", "", 1, text, 1)
    return FrontMatter("pelican", text[:length], 1, text[length:], _line(text, length))


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _next_line(text: str, index: int) -> int:
    return text.find("\n", index) + 1 or len(text)
