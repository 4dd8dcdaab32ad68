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
_DASH = "[-‐‑‒–—―−]"
_ALMOST = re.compile(rf"[ \t\u00a0]*(?:[‐‑‒–—―−]|{_DASH}(?: ?{_DASH})+)[ \t\u00a0]*(?:\n|\Z)")
"""What people and word processors make of three dashes. A single hyphen starts a list item."""
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)", re.M)
_HEADER_LINE = r"(?:[^\W\d][\w -]*:|[\"'][^\n]*:|[ \t]*-(?:[ \t]|$)|[ \t]+\S|[#\]}])"
"""How a line of a header can begin: a key, a list item, something indented, a comment, a closing bracket."""
_OF_HEADER = re.compile(_HEADER_LINE, re.M)
_PROSE_BELOW = re.compile(rf"^[ \t]*\n(?![ \t]*$)(?!{_HEADER_LINE})", re.M)
"""A blank line, and then something that cannot be in a header."""
_THREE_DASHES = "Write exactly three dashes (---)."

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
        return _between_dashes(text, opening, path)
    return _displaced(text, path) or _misspelt(text, path) or _without_dashes(text)


def _between_dashes(text: str, opening: re.Match[str], path: str, *problems: Problem) -> FrontMatter:
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if closing is None or _PROSE_BELOW.search(text, start, closing.start()):
        return _unclosed(text, opening, path, *problems)
    return _parts(text, start, closing.start(), closing.end(), problems)


def _unclosed(text: str, opening: re.Match[str], path: str, *problems: Problem) -> FrontMatter:
    end = after = _likely_end(text, opening.end())
    number, fix = _line(text, end), "End it with a line of three dashes (---)"
    if almost := _ALMOST.match(text, end):
        after = almost.end()
        fix = f"Line {number} is {quote(almost[0].rstrip())}. {_THREE_DASHES}"
    else:
        fix += f", before line {number}." if end < len(text) else "."
    where = Location(path, _line(text, opening.start()))
    problem = Problem(where, "the front matter is not closed", fix)
    return _parts(text, opening.end(), end, after, (*problems, problem))


def _likely_end(text: str, start: int) -> int:
    """Where a header that is not closed seems to end: at the first line that has no place in one."""
    while not _ALMOST.match(text, start) and _OF_HEADER.match(text, start):
        start = text.find("\n", start) + 1 or len(text)
    return start


def _parts(text: str, start: int, end: int, after: int, problems: tuple[Problem, ...]) -> FrontMatter:
    header, body = text[start:end], text[after:]
    return FrontMatter("yaml", header, _line(text, start), body, _line(text, after), problems)


def _displaced(text: str, path: str) -> FrontMatter | None:
    """Front matter with blank lines above, or spaces before, its first dashes."""
    start = len(text) - len(text.lstrip())
    opening = _OPENING.match(text, start)
    if opening is None or not _KEY.match(text, opening.end()):
        return None
    line = _line(text, start)
    what, fix = "the front matter must start on the first line", "Remove the blank lines above it."
    if line == 1:
        what, fix = "the dashes that start the front matter are indented", "Remove the spaces before them."
    return _between_dashes(text, opening, path, Problem(Location(path, line), what, fix))


def _misspelt(text: str, path: str) -> FrontMatter | None:
    """Front matter that opens with other dashes than three hyphens."""
    almost = _ALMOST.match(text)
    if almost is None or not _KEY.match(text, almost.end()):
        return None
    what = f"the front matter starts with {quote(almost[0].strip())}"
    problem = Problem(Location(path), what, _THREE_DASHES)
    likely = _likely_end(text, almost.end())
    same = _ALMOST.match(text, likely)
    if same and not _CLOSING.match(text, likely):  # closed as it was opened: to say it once is enough
        return _parts(text, almost.end(), likely, same.end(), (problem,))
    return _between_dashes(text, almost, path, problem)


def _without_dashes(text: str) -> FrontMatter:
    length = header_length(text)
    if not length:
        return FrontMatter("none", "", 1, text, 1)
    return FrontMatter("pelican", text[:length], 1, text[length:], _line(text, length))


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
