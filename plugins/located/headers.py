"""Pelican's own front matter: ``Key: value`` lines, as Python-Markdown's Meta-Data extension reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

from located.location import Location
from located.nodes import Mapping, Node, Scalar, Sequence
from located.problem import Problem, quote

_HEADER = re.compile(r" {0,3}([A-Za-z0-9_-]+):(?!//)[ \t]*(.*)")
_MORE = re.compile(r"(?: {4,}|\t)\s*(\S.*)")
_USUAL = frozenset({"title", "date"})

_Values = dict[str, tuple[Scalar, list[Scalar]]]


def header_length(text: str) -> int:
    """The length of the header that `text` starts with, the blank line below included; 0 if there is none.

    A header that runs into the text must have a title or a date: else ``Note: …`` at the start of an article
    that has no header would be taken for one.
    """
    length, keys = 0, set[str]()
    for line in StringIO(text):
        key = _HEADER.match(line)
        if not line.strip() or not (key or (length and _MORE.match(line))):
            break
        keys.add(key[1].lower() if key else "")
        length += len(line)
    rest = text[length:].split("\n", 1)[0]
    if not rest.strip():
        return min(length + len(rest) + 1, len(text)) if length else 0
    return length if keys & _USUAL else 0


def read_headers(header: str, path: str, first_line: int = 1) -> tuple[Mapping, tuple[Problem, ...]]:
    """The keys, in lower case, with their values.

    A key that comes twice, or goes on in indented lines, has all its values in a `Sequence`.
    """
    values: _Values = {}
    problems = tuple(_read_lines(header, path, first_line, values))
    pairs = tuple((key, _node(found)) for key, found in values.values())
    return Mapping(pairs, Location(path, first_line)), problems


def _read_lines(header: str, path: str, first_line: int, values: _Values) -> Iterator[Problem]:
    current: list[Scalar] = []
    for number, line in enumerate(header.split("\n"), first_line):
        if match := _HEADER.match(line):
            key = Scalar(match[1].lower(), Location(path, number, match.start(1) + 1))
            current = values.setdefault(key.text, (key, []))[1]
            current.append(_value(match, 2, path, number))
        elif (match := _MORE.match(line)) and current:
            current.append(_value(match, 1, path, number))
        elif line.strip():
            fix = "Write a colon after the key, or a blank line above the text."
            yield Problem(Location(path, number), f"{quote(line)} is not a line of front matter", fix)


def _value(match: re.Match[str], group: int, path: str, number: int) -> Scalar:
    return Scalar(match[group].rstrip(), Location(path, number, match.start(group) + 1))


def _node(values: list[Scalar]) -> Node:
    given = [value for value in values if value.text] or values[:1]
    return given[0] if len(given) == 1 else Sequence(tuple(given), given[0].where)
