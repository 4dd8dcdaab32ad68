"""What a header or a YAML file holds, as it was typed: text, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from located.location import Location

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. ``no``, ``1.10`` and ``2026-02-30`` are what was typed, whatever they look like."""

    text: str
    where: Location
    quoted: bool = False
    """Whether it was written in quotation marks or as a block (``|`` or ``>``)."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given: no text at all, or an unquoted ``~`` or ``null``."""
        return not self.quoted and self.text in _EMPTY


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order written."""

    items: tuple[Node, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order written; no key comes twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    where: Location


Node = Scalar | Sequence | Mapping
