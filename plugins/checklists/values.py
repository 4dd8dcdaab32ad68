"""A value in a checklist file -> what its field takes, or `Wrong`: where, what and how to fix it. One form a kind.

A form also says, as JSON Schema, what editors may offer and refuse. They read YAML 1.2, where ``1.10`` is a number and
``true`` a truth value; here both are text, so a text may be any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from located import Location, Node, Problem, Scalar, Sequence, nearest, quote, slugify

from .ids import ID, LONGEST

LINE_LIMIT = 500
TEXT_LIMIT = 5_000
STRATEGY_ID = f"{ID}(?:--{ID})?"
LONGEST_STRATEGY_ID = 98

_ISO = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = "January February March April May June July August September October November December".split()
_LANGUAGE = "[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")

Reader = Callable[[str, Node], Any]
Schema = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written."""

    read: Reader
    """Key and value -> what the field takes; raises `Wrong`. An empty value gives what is given for no key at all."""
    schema: Schema


class Wrong(Exception):
    """Values that their field cannot take."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def wrong(where: Location, what: str, fix: str) -> Wrong:
    return Wrong(Problem(where, what, fix))


def read_each(nodes: Iterable[Node], read: Callable[[Node], T]) -> tuple[T, ...]:
    """What all of them say, or one `Wrong` with all that is wrong with any."""
    found: list[T] = []
    problems: list[Problem] = []
    for node in nodes:
        try:
            found.append(read(node))
        except Wrong as error:
            problems.extend(error.problems)
    if problems:
        raise Wrong(*problems)
    return tuple(found)


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words in a row: ``one, two or three``."""
    *others, final = (*words,) or ("",)
    return f"{', '.join(others)} {last} {final}" if others else final


def kind_of(node: Node) -> str:
    """What was found, in words."""
    if isinstance(node, Scalar):
        return "is empty" if node.is_empty else "is text"
    return "is a list" if isinstance(node, Sequence) else "has keys of its own"


def scalar(key: str, node: Node) -> Scalar:
    if isinstance(node, Scalar):
        return node
    raise wrong(node.where, f'"{key}" must be text, but {kind_of(node)}', f'Write "{key}: " and the text.')


def said(key: str, node: Node) -> str:
    """The text in one line; "" when there is none."""
    typed = scalar(key, node)
    return "" if typed.is_empty else " ".join(typed.text.split())


# --- text ------------------------------------------------------------------------------------------------


def text_form(limit: int = LINE_LIMIT, required: bool = False) -> Form:
    """Text of one line."""

    def read(key: str, node: Node) -> str:
        text = within(limit, key, node, said(key, node))
        if required and not text:
            raise wrong(node.where, f'"{key}" is empty', "Write the text.")
        return text

    return Form(read, WRITTEN if required else TEXT_SCHEMA)


def within(limit: int, key: str, node: Node, text: str) -> str:
    if len(text) > limit:
        raise wrong(node.where, f'"{key}" has {len(text):,} characters; the limit is {limit:,}', "Shorten it.")
    return text


def _lines(key: str, node: Node) -> str:
    """Text in which the author's own line breaks stay."""
    typed = scalar(key, node)
    lines = "" if typed.is_empty else "\n".join(" ".join(line.split()) for line in typed.text.split("\n"))
    return within(TEXT_LIMIT, key, node, lines.strip())


def _markdown(key: str, node: Node) -> str:
    typed = scalar(key, node)
    return within(TEXT_LIMIT, key, node, "" if typed.is_empty else typed.text.strip())


def _when_done(key: str, node: Node) -> str:
    text = _lines(key, node)
    if text.casefold() in (*_YES, *_NO):
        what = f'"{key}" says when the item is done, but this is {quote(text)}'
        raise wrong(node.where, what, "Write what must be true then, or remove the line. Every list starts unticked.")
    return text


WRITTEN: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
TEXT_SCHEMA: Schema = {"type": ["string", "number", "boolean", "null"]}
TEXT = text_form()
LINES = Form(_lines, TEXT_SCHEMA)
MARKDOWN = Form(_markdown, TEXT_SCHEMA)
WHEN_DONE = Form(_when_done, TEXT_SCHEMA)

# --- ids and names ---------------------------------------------------------------------------------------


def identifier(key: str, node: Node) -> str:
    typed = scalar(key, node)
    if typed.is_empty:
        return ""
    text = typed.text
    if not re.fullmatch(ID, text):
        what = f'"{key}" may hold only lower-case letters a to z, digits and single hyphens, found {quote(text)}'
        meant = slugify(text.strip("/").rpartition("/")[2])[:LONGEST].strip("-")
        raise wrong(
            node.where, what, f'Write "{meant}".' if meant not in ("", "null") else 'Write one such as "bring-cards".'
        )
    return within(LONGEST, key, node, text)


def _strategy(key: str, node: Node) -> str:
    """The id of a strategy: two ids, of an article and a heading, with two hyphens between; or one alone."""
    typed = scalar(key, node)
    if not typed.is_empty and not re.fullmatch(STRATEGY_ID, typed.text):
        what = f'"{key}" may hold only lower-case letters a to z, digits and hyphens, found {quote(typed.text)}'
        raise wrong(typed.where, what, "Write the id of a strategy, such as before-the-talk--practise-aloud.")
    return within(LONGEST_STRATEGY_ID, key, node, typed.text)


def _identifiers(key: str, node: Node) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text, _ in _placed_identifiers(key, node)))


def _placed_identifiers(key: str, node: Node) -> tuple[tuple[str, Location], ...]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    if isinstance(node, (Sequence, Scalar)):
        found = read_each(nodes, lambda each: (identifier(key, each), each.where))
        return tuple(each for each in found if each[0])
    raise wrong(node.where, f'"{key}" must be an id or a list of ids, but {kind_of(node)}', f"Write {key}: [one, two].")


def _names(key: str, node: Node) -> tuple[str, ...]:
    """A list, or text with commas."""
    if isinstance(node, Scalar):
        parts = said(key, node).split(",")
        return tuple(dict.fromkeys(within(100, key, node, part.strip()) for part in parts if part.strip()))
    if isinstance(node, Sequence):
        return tuple(dict.fromkeys(name for name in read_each(node.items, lambda each: _name(key, each)) if name))
    raise wrong(node.where, f'"{key}" must be a list, but {kind_of(node)}', f"Write {key}: [one, two].")


def _name(key: str, node: Node) -> str:
    return within(100, key, node, said(key, node))


def _language(key: str, node: Node) -> str:
    typed = scalar(key, node)
    if not typed.is_empty and not re.fullmatch(_LANGUAGE, typed.text):
        what = f'"{key}" is not a language code: {quote(typed.text)}'
        raise wrong(node.where, what, "Write a code such as en, de or pt-BR.")
    return "" if typed.is_empty else typed.text.replace("_", "-")


_ID_SCHEMA: Schema = {"type": ["string", "number", "boolean", "null"], "pattern": f"^{ID}$", "maxLength": LONGEST}
_IDS_SCHEMA: Schema = {"anyOf": [_ID_SCHEMA, {"type": "array", "items": _ID_SCHEMA}]}
IDENTIFIER = Form(identifier, _ID_SCHEMA)
STRATEGY = Form(_strategy, {**_ID_SCHEMA, "pattern": f"^{STRATEGY_ID}$", "maxLength": LONGEST_STRATEGY_ID})
IDENTIFIERS = Form(_identifiers, _IDS_SCHEMA)
PLACED_IDENTIFIERS = Form(_placed_identifiers, _IDS_SCHEMA)
NAMES = Form(_names, {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]})
LANGUAGE = Form(_language, {"type": ["string", "boolean", "null"], "pattern": f"^{_LANGUAGE}$"})

# --- choices ---------------------------------------------------------------------------------------------


def choice(words: type[StrEnum], synonyms: Mapping[str, str]) -> Form:
    """One of a few words; None when none was said."""
    allowed = [word.value for word in words]
    long_synonyms = [word for word in synonyms if len(word) > 3]

    def read(key: str, node: Node) -> StrEnum | None:
        typed = scalar(key, node)
        if typed.is_empty:
            return None
        if typed.text in allowed:
            return words(typed.text)
        near = nearest(typed.text, allowed, synonyms) or synonyms.get(nearest(typed.text, long_synonyms) or "")
        fix = f'Did you mean "{near}"?' if near else f"Write {listed(allowed)}."
        raise wrong(node.where, f'"{key}" may be {listed(allowed)}, found {quote(typed.text)}', fix)

    return Form(read, {"anyOf": [{"enum": allowed}, {"type": "null"}]})


def _flag(key: str, node: Node) -> bool | None:
    typed = scalar(key, node)
    word = typed.text.lower()
    if typed.is_empty or word in (*_YES, *_NO):
        return None if typed.is_empty else word in _YES
    raise wrong(node.where, f'"{key}" may be yes or no, found {quote(typed.text)}', "Write yes or no.")


def _spellings(words: Iterable[str]) -> list[str]:
    return [spelt for word in words for spelt in (word, word.title(), word.upper())]


FLAG = Form(_flag, {"anyOf": [{"type": ["boolean", "null"]}, {"enum": _spellings((*_YES, *_NO))}]})

# --- numbers and days ------------------------------------------------------------------------------------


def _revision(key: str, node: Node) -> int:
    typed = scalar(key, node)
    if typed.is_empty:
        return 1
    if re.fullmatch("[1-9][0-9]{0,3}", typed.text):
        return int(typed.text)
    raise wrong(node.where, f'"{key}" must be a number from 1 to 9999, found {quote(typed.text)}', f'Write "{key}: 2".')


def day(key: str, node: Node) -> date | None:
    """A day of the calendar; None when none was said."""
    typed = scalar(key, node)
    if typed.is_empty:
        return None
    found = _ISO.fullmatch(typed.text)
    if not found:
        raise wrong(node.where, f'"{key}" is not a date: {quote(typed.text)}', "Write it as 2026-03-31.")
    year, month, number = map(int, found.groups())
    try:
        return date(year, month, number)
    except ValueError:
        there = (
            f"there is no {number} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else f"there is no month {month}"
        )
        raise wrong(node.where, f'"{key}" is not in the calendar: {there}', "Correct the date.") from None


def number_schema(pattern: str, most: int) -> Schema:
    """A number from 1 on, in quotation marks or not; or nothing."""
    number, quoted = (
        {"type": "integer", "minimum": 1, "maximum": most},
        {"type": "string", "pattern": f"^(?:{pattern})$"},
    )
    return {"anyOf": [number, quoted, {"type": "null"}]}


DAY = Form(day, {"type": ["string", "null"], "pattern": f"^{_ISO.pattern}$"})
REVISION = Form(_revision, number_schema("[1-9][0-9]{0,3}", 9999))
