"""What articles in reStructuredText and HTML say above their text, of the keys that are ours alone.

Pelican's readers have read them, without their places, and take the values for text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Said

from located import Location, Mapping, Node, Problem, Scalar, Sequence, nearest

from .fields import FOREIGN, OWN, Fields, read_fields

WRITTEN = r"""^:{0}:|<meta\b[^<>]*\bname\s*=\s*["']?{0}["'\s/>]"""


def read_own(metadata: Said[str, object], text: str, path: str) -> tuple[Fields, tuple[Problem, ...]]:
    """Our keys in the metadata of another reader, and slips of them; `text` is the source, for their places."""
    own = {key: value for key, value in metadata.items() if _is_ours(key.casefold().replace("-", "_"))}
    pairs = [(key, _node(value, _place(key, text, path))) for key, value in own.items()]
    said = tuple((Scalar(key, node.where), node) for key, node in pairs)
    return read_fields(Mapping(said, Location(path)), pelican=True, not_missed=("title", "date"))


def _is_ours(word: str) -> bool:
    return word in OWN or (word not in FOREIGN and nearest(word, OWN) is not None)


def _place(key: str, text: str, path: str) -> Location:
    found = re.search(WRITTEN.format(re.escape(key)), text, re.I | re.M)
    if found is None:
        return Location(path)
    return Location(path, text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start()))


def _node(value: object, where: Location) -> Node:
    """As Pelican has it: a list where a key comes more than once."""
    if isinstance(value, list | tuple):
        return Sequence(tuple(Scalar(str(each), where) for each in value), where)
    return Scalar(str(value), where)
