"""Slips of an author's hand: places in a YAML text where something else was meant than what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from located.characters import named
from located.problem import quote

_HARD_SPACES = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]"
"""They look like a space, or like nothing, and count as letters in YAML."""
_HARD_SPACE = re.compile(rf"[ \t]*(?:- +)*(?:-|[\w-]+:)?(?P<space>{_HARD_SPACES})")
_HARD_AFTER_DASH = re.compile(rf"-(?P<space>{_HARD_SPACES})")
_HARD_EDGE = re.compile(rf"(?P<space>{_HARD_SPACES})|.*(?P<last>{_HARD_SPACES})$")
_COMMENT = re.compile(r"[ \t]+#")
_CLOSE_COLON = re.compile(r" *(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?!//)(?P<text>[^\s:].*)")
_WIDE_COLON = re.compile(r" *(?:- +)*[\w-]+ ?(?P<colon>[：﹕∶꞉])")
_CLOSE_DASH = re.compile(r"\s*-(?P<text>[^\W\d_].*)")
_ITEM = re.compile(r"\s*-(?:\s|$)")
_FIT = 50


class Mark(Protocol):
    """A place in the text, from 0, as both parsers of PyYAML mark it."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in the text, line and column from 0, with what is wrong there and how to fix it."""

    line: int
    column: int
    what: str
    fix: str


def misread_text(lines: list[str], start: Mark, end: Mark) -> Slip | None:
    """The slip behind an unquoted text that YAML understands, though not as it was meant."""
    if found := _HARD_AFTER_DASH.match(lines[start.line], start.column):
        return _not_a_space(start.line, found.start("space"), found["space"])
    if slip := _misread_start(lines, start, end):
        return slip
    item = first_item(lines, start.line + 1, end.line + 1)
    return None if item is None else hard_space(lines, item) or item_under(lines, item, lines[start.line])


def _misread_start(lines: list[str], start: Mark, end: Mark) -> Slip | None:
    """The slip behind a text, no key, whose first character is one too many or stands for another."""
    line, is_key = lines[start.line], lines[end.line][end.column :].lstrip().startswith(":")
    if is_key or line[: start.column].strip():
        return None
    is_space = line[start.column].isspace()  # though not to YAML
    return hard_space(lines, start.line) if is_space else close_dash(lines, start.line)


def misread_key(lines: list[str], start: Mark, end: Mark) -> Slip | None:
    """The slip behind a key with a space at its start or end that only looks like one."""
    found = _HARD_EDGE.match(lines[start.line], start.column, end.column)
    if not found or start.line != end.line:
        return None
    group = "space" if found["space"] else "last"
    return _not_a_space(start.line, found.start(group), found[group])


def comment_after(text: str, end: Mark) -> Slip | None:
    """The slip behind a comment right after an unquoted text that ends at `end`."""
    comment = _COMMENT.match(text, end.index)
    if not comment:
        return None
    column = end.column + comment.end() - comment.start() - 1
    fix = "Quote the text, or put the comment on a line of its own."
    return Slip(end.line, column, 'the text after " #" is a comment and will be lost', fix)


def hard_space(lines: list[str], line: int) -> Slip | None:
    """The slip of a space that only looks like one in the indentation, after a dash or after a colon."""
    found = _HARD_SPACE.match(lines[line])
    return _not_a_space(line, found.start("space"), found["space"]) if found else None


def _not_a_space(line: int, column: int, character: str) -> Slip:
    name = "a non-breaking space" if character == "\u00a0" else named(character)
    return Slip(line, column, f"{name} stands where a space is needed", "Type an ordinary space.")


def close_dash(lines: list[str], line: int) -> Slip | None:
    """The slip of a dash at the start of a line that a word follows at once."""
    found = _CLOSE_DASH.match(lines[line])
    if not found:
        return None
    fix = f"Write {quote('- ' + found['text'].rstrip())}."
    return Slip(line, found.start("text"), "there is no space after the dash", fix)


def colon(lines: list[str], line: int) -> Slip | None:
    """The slip of a colon that does not end a key: no space follows, or it is from another script."""
    if close := _CLOSE_COLON.match(lines[line]):
        fix = f"Write {quote(': '.join(close.group('key', 'text')).rstrip())}."
        return Slip(line, close.end("key"), "there is no space after the colon", fix)
    if wide := _WIDE_COLON.match(lines[line]):
        what = f'"{wide["colon"]}" is not the colon of YAML'
        return Slip(line, wide.start("colon"), what, 'Write ":" and a space.')
    return None


def directive(line: int, column: int = 0) -> Slip:
    """The slip of a percent sign where YAML has its directives."""
    fix = "Remove the line, or put its key in quotation marks."
    return Slip(line, column, "a line cannot start with %", fix)


def first_item(lines: list[str], start: int, end: int) -> int | None:
    """The first line from `start` to before `end` that looks like an item of a list."""
    return next((number for number in range(start, end) if _ITEM.match(lines[number])), None)


def item_under(lines: list[str], line: int, above: str) -> Slip:
    """The slip of list items below a text."""
    what = f"this list item stands under {quote(above.strip())}, which has a value already"
    fix = "Make that value the first item of the list, or remove it."
    return Slip(line, indentation(lines[line]), what, fix)


def indentation(line: str) -> int:
    """How many characters stand before the text of a line."""
    return len(line) - len(line.lstrip())


def quoting(text: str) -> str:
    """The advice to put a text in quotation marks, with the result if that is short."""
    text = text.strip()
    if len(text) > _FIT:
        return "Put the text in quotation marks."
    if '"' in text or "\\" in text:
        return "Put the text in quotation marks: '{}'.".format(text.replace("'", "''"))
    return f'Put the text in quotation marks: "{text}".'
