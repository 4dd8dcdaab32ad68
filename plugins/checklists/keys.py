"""A mapping and the table of its keys -> what it says, and what is wrong with its keys and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar, Sequence, nearest, quote
from located.slips import quoting

from .fields import ITEM, SECTION, TABLES, Field, Table
from .values import Wrong, listed


@dataclass(slots=True)
class Said:
    """What a mapping says."""

    values: dict[str, Any] = field(default_factory=dict)
    """By the field's name."""
    places: dict[str, Location] = field(default_factory=dict)
    """Where the keys stand, by the key."""
    value_places: dict[str, Location] = field(default_factory=dict)
    """Where their values stand, by the key."""
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    """Whether nothing is missing that items and their ids hang on."""


def read_keys(mapping: Mapping, table: Table) -> Said:
    """What a mapping says; a required key that is missing is a problem too."""
    said = Said()
    said.places = {key.text: key.where for key, _ in mapping.pairs}
    said.value_places = {key.text: node.where for key, node in mapping.pairs}
    fields, meant = table.by_key, set(said.places)
    for key, node in mapping.pairs:
        if key.text in fields:
            _read(said, fields[key.text], node)
        else:
            meant.add(_read_unknown(said, key, node, mapping, table))
    is_misread = len(mapping.pairs) == 1 and not said.values
    for known in table.fields:
        if known.required and known.key not in meant and not (is_misread and meant.isdisjoint(fields)):
            said.problems.append(Problem(mapping.where, f'{table.owner} has no "{known.key}"', _ADD[known.key]))
            said.is_whole = False
    return said


def _read(said: Said, known: Field, node: Node) -> None:
    try:
        said.values[known.name] = known.form.read(known.key, node)
    except Wrong as error:
        said.problems.extend(error.problems)
        said.is_whole &= not known.vital


# --- keys that are in no table ---------------------------------------------------------------------------


def _read_unknown(said: Said, key: Scalar, node: Node, mapping: Mapping, table: Table) -> str:
    """Tells of an unknown key, and gives the known one that it probably stands for, or ""."""
    said.is_whole = False
    if table is ITEM and _is_prose(key, node, mapping):
        what = f"the colon makes a key of {quote(key.text)}, which is none of an item"
        said.problems.append(Problem(key.where, what, _quoted(key, node)))
        return "text"
    meant = _meant(key.text, table)
    is_there = meant in said.places or meant in said.values
    said.problems.append(
        Problem(key.where, f"unknown key {quote(key.text)}", _fix(key.text, meant, is_there, node, table))
    )
    if meant in _READ_ANYWAY and not is_there:
        _read(said, table.by_key[meant], node)
    return meant or (table.content if _hint(key.text, table) else "")


def _is_prose(key: Scalar, node: Node, mapping: Mapping) -> bool:
    """Whether a key of an item is the first half of a text with a colon in it: ``- Ask: who?``."""
    keys = [known.text for known, _ in mapping.pairs]
    if "text" in keys or key.text != keys[0] or _folded(key.text) in _FOR_TEXT:
        return False
    if re.search(r"[A-Z]|[^\w-]|[^\x00-\x7f]", key.text):
        return True
    return not _meant(key.text, ITEM, 3) and isinstance(node, Scalar)


def _quoted(key: Scalar, node: Node) -> str:
    if isinstance(node, Scalar):
        return quoting(f"{key.text}: {node.text}".strip().replace("\n", " "))
    if isinstance(node, Sequence):
        return f'Write "- text: {key.text}", and below it "items:" and the list.'
    return "Put the text in quotation marks, or remove the colon."


def _meant(word: str, table: Table, shortest: int = 2) -> str:
    """The key that a word probably stands for, or "". Those of up to `shortest` letters it must be exactly."""
    folded, exact = _folded(word), _exact(table)
    if folded in exact:
        return exact[folded]
    if _hint(word, table) or _owners(word, table):
        return ""
    alike = [each for each in exact if len(each) > (shortest if each in table.by_key else 4)]
    return exact[nearest(word, alike) or ""]


def _exact(table: Table) -> dict[str, str]:
    """Keys and synonyms -> keys."""
    synonyms = {_folded(word): key for word, key in table.synonyms.items()}
    return {"": "", **synonyms, **{_folded(key): key for key in table.by_key}}


def _fix(word: str, meant: str, is_there: bool, node: Node, table: Table) -> str:
    owners = _owners(word, table)
    if meant and is_there and not owners:
        return f'There is "{meant}" already. Keep one of them.'
    if meant and not is_there:
        return f'Did you mean "{meant}"?'
    if hint := _hint(word, table):
        return hint
    if owners:
        return f'"{word}" belongs to {" or ".join(owners)}. Move it there.'
    if table is SECTION and isinstance(node, Sequence):
        return f'Write "- title: {word}", and below it "items:" and the list.'
    return f"{table.owner[0].upper()}{table.owner[1:]} may have {listed(table.by_key)}."


def _hint(word: str, table: Table) -> str:
    return dict(table.hints).get(_folded(word), "")


def _owners(word: str, table: Table) -> list[str]:
    """Whose key a word is, if it is a key elsewhere."""
    return [other.owner for other in TABLES if other is not table and word in other.by_key]


def _folded(word: str) -> str:
    return re.sub(r"[\W_]+", "", word.casefold())


_ADD = {
    "title": 'Add "title: …".',
    "text": 'Add "text: …".',
    "items": 'Add "items:" and below it a line with "- …" for each.',
}
_READ_ANYWAY = frozenset(("text", "items", "sections"))
"""So that what is wrong in them is told at the same time."""
_FOR_TEXT = frozenset(word for word, key in _exact(ITEM).items() if key == "text") | dict(ITEM.hints).keys()
