"""What YAML allows but not we: too much, unseen characters, and names that stand for something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yaml.events import ScalarEvent

from located.characters import first_control, named
from located.nodes import Node, Scalar
from located.problem import quote
from located.slips import Mark, Slip, directive

TEXT_LIMIT = 200_000
"""In characters."""
DEPTH_LIMIT = 20
NODE_LIMIT = 10_000

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*%")
_PROPERTY = re.compile(r"[*&!][^\s,\[\]{}]*")
_PROPERTIES = {"*": "aliases", "&": "anchors", "!": "tags"}


def refused_text(text: str) -> Slip | None:
    """Why a text is not even parsed."""
    if len(text) > TEXT_LIMIT:
        what = f"this is {len(text) // 1000} kB of YAML; the limit is {TEXT_LIMIT // 1000} kB"
        return Slip(0, 0, what, "Shorten it, or split it.")
    if (index := first_control(text)) is not None:
        return _at(text, index, f"holds {named(text[index])}", "Delete it.")
    if (index := text.find("\ufeff")) >= 0:  # libyaml and PyYAML count it differently
        return _at(text, index, f"holds {named(text[index])}, which cannot be seen", "Delete it.")
    if "%" in text and (found := _DIRECTIVE.match(text)):
        return directive(text.count("\n", 0, found.end()))
    return None


def refused_size(place: Mark, depth: int, nodes: int) -> Slip | None:
    """Why reading stops at `place`: what is there lies too deep, or too much was read by then."""
    if nodes > NODE_LIMIT:
        what = f"there are more than {NODE_LIMIT:,} values in here"
        return Slip(place.line, place.column, what, "Shorten it, or split it.")
    if depth > DEPTH_LIMIT:
        what = f"this lies more than {DEPTH_LIMIT} lists or mappings deep"
        return Slip(place.line, place.column, what, "Remove brackets or indentation.")
    return None


def refused_property(text: str, place: Mark) -> Slip:
    """What to do about the alias, anchor or tag at `place`."""
    found = _PROPERTY.match(text, place.index)
    name = found[0] if found else ""
    fix = f"Remove {quote(name)}, or put the text in quotation marks."
    return Slip(place.line, place.column, f"{_PROPERTIES[name[:1]]} are not understood here", fix)


def refused_escape(event: ScalarEvent, place: Mark) -> Slip | None:
    """Why a text cannot stay as it is: an escape sequence makes what nobody could have typed."""
    index = first_control(event.value) if event.style == '"' else None
    if index is None:
        return None
    what = f"an escape in this text makes {named(event.value[index])}"
    return Slip(place.line, place.column, what, "Remove it.")


def refused_key(key: Node, place: Mark, lines: Mapping[str, int]) -> Slip | None:
    """Why something cannot be a key in a mapping that has the keys of `lines` in those lines."""
    if not isinstance(key, Scalar):
        what, fix = "a list or mapping cannot be a key", "Put it in quotation marks if it is text."
    elif key.text == "<<" and not key.quoted:
        what, fix = "merge keys (<<) are not understood here", "Write the keys out."
    elif not key.text:
        what, fix = "a key is empty", "Write the key, or remove the line."
    elif key.text in lines:
        what = f"the key {quote(key.text)} comes twice, first in line {lines[key.text]}"
        fix = "Remove one of them."
    else:
        return None
    return Slip(place.line, place.column, what, fix)


def _at(text: str, index: int, what: str, fix: str) -> Slip:
    return Slip(text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1, what, fix)
