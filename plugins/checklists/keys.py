"""A mapping and the table of its keys -> what it says, and what is wrong with its keys and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar, nearest, quote
from located.slips import quoting

from .fields import ITEM, TABLES, Field, Table
from .values import Wrong

_COMPARED = re.compile(r"[\W_]+")


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
    fields = table.by_key
    for key, node in mapping.pairs:
        if key.text in fields:
            _read(said, fields[key.text], node)
        else:
            said.problems.append(_unknown(key, node, mapping, table))
            said.is_whole = False
    if not any(problem.where == mapping.where for problem in said.problems):
        _require(said, mapping, table)
    return said


def _read(said: Said, known: Field, node: Node) -> None:
    try:
        said.values[known.name] = known.form.read(known.key, node)
    except Wrong as error:
        said.problems.extend(error.problems)
        said.is_whole &= not known.vital


def _require(said: Said, mapping: Mapping, table: Table) -> None:
    for known in table.fields:
        if known.required and known.key not in said.places:
            what = f'{table.owner} has no "{known.key}"'
            said.problems.append(Problem(mapping.where, what, f'Add "{known.key}: …". {known.doc}'.rstrip()))
            said.is_whole = False


# --- keys that are in no table ---------------------------------------------------------------------------


def _unknown(key: Scalar, node: Node, mapping: Mapping, table: Table) -> Problem:
    if table is ITEM and _is_prose(key, node, mapping):
        what = f"the colon makes a key of {quote(key.text)}, and this is no key of an item"
        return Problem(key.where, what, _quoted(key, node))
    return Problem(key.where, f"unknown key {quote(key.text)}", _meant(key.text, table))


def _is_prose(key: Scalar, node: Node, mapping: Mapping) -> bool:
    """Whether a key of an item is the first half of a text with a colon in it: ``- Ask: who?``."""
    if "text" in (known.text for known, _ in mapping.pairs) or key is not mapping.pairs[0][0]:
        return False
    if _folded(key.text) in {_folded(word) for word in _words(ITEM)}:
        return False
    if re.search(r"[A-Z]|[^\w-]|[^\x00-\x7f]", key.text):
        return True
    return nearest(key.text, ITEM.by_key) is None and not any(_elsewhere(key.text, ITEM)) and isinstance(node, Scalar)


def _words(table: Table) -> Iterator[str]:
    yield from table.by_key
    yield from table.synonyms
    yield from dict(table.hints)


def _quoted(key: Scalar, node: Node) -> str:
    if isinstance(node, Scalar):
        return quoting(f"{key.text}: {node.text}".strip().replace("\n", " "))
    return "Put the text in quotation marks, or remove the colon."


def _meant(word: str, table: Table) -> str:
    """What to do about an unknown key."""
    keys, folded = table.by_key, _folded(word)
    synonyms = {_folded(other): key for other, key in table.synonyms.items()}
    exact = {_folded(key): key for key in keys} | synonyms
    if hint := {_folded(each): fix for each, fix in table.hints}.get(folded):
        return hint
    if folded in exact and folded not in {_folded(key) for key in _elsewhere(word, table)} - {_folded(k) for k in synonyms}:
        return f'Did you mean "{exact[folded]}"?'
    for owner in _elsewhere(word, table).values():
        return f'"{word}" belongs to {owner}. Move it there.'
    near = nearest(word, keys, synonyms) or nearest(word, synonyms)
    if near:
        return f'Did you mean "{synonyms.get(near, near)}"?'
    return f"Known keys of {table.owner}: {', '.join(keys)}."


def _elsewhere(word: str, table: Table) -> dict[str, str]:
    """The owner of a key in another table."""
    owners = [other.owner for other in TABLES if other is not table and word in other.by_key]
    return {word: " or ".join(owners)} if owners else {}


def _folded(word: str) -> str:
    return _COMPARED.sub("", word.casefold())
