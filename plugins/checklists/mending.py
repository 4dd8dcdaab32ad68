"""Ids written into an author's file, and nothing else: every other character stays where it was.

ruamel.yaml says where each item stands. What it writes itself loses quotes, folds and layout here and there, so ids
are inserted into the text as it is, and the result is read again: if anything but the ids came out different, nothing
is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_RARE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
_BREAK = re.compile(r"\r\n|\r|\n")
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}]*)\}\s*$")
_NEXT_BLOCK = re.compile(r"[\s>]*(?:[-*+]\s|\d{1,9}[.)]\s|#|```|~~~|$)")

Plain = str | list[Any]
"""What a node says: text, a list, or the pairs of a mapping, each a list of two."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An item in the tree: its node, and whether it stands between brackets."""

    node: Node
    in_flow: bool


def with_ids(text: str, ids: Mapping[int, str]) -> str | None:
    """The text of a checklist with ids for these items, counted from 0 in the order of the page.

    None if that cannot be done without changing something else.
    """
    root = _composed(text)
    places = list(_items(root)) if root else []
    if root is None or not all(at < len(places) and _value(places[at].node, "id") is None for at in ids):
        return None
    inserts = [each for at, name in ids.items() for each in _inserts(text, places[at], name)]
    new = _inserted(text, inserts)
    after = _composed(new)
    wanted = {id(places[at].node): name for at, name in ids.items()}
    return new if after is not None and _plain(after, {}) == _plain(root, wanted) else None


def with_marks(text: str, ids: Mapping[int, str]) -> str | None:
    """The text of an article with ``{: #id }`` for the items of task lists in these lines, counted from 1."""
    lines = _lines(text)
    if max(ids) > len(lines):
        return None
    for number, name in ids.items():
        at = _last_line(lines, number - 1)
        body = lines[at].rstrip()
        found = _ATTRIBUTES.search(body)
        if not body or (found and "#" in found["inside"]):
            return None
        marked = (
            f"{body[: found.start()]}{{: #{name} {found['inside'].strip()} }}" if found else f"{body} {{: #{name} }}"
        )
        lines[at] = marked + lines[at][len(body) :].lstrip(" \t")
    return "".join(lines)


def _lines(text: str) -> list[str]:
    """The lines with their ends, whatever those are."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)


def _last_line(lines: list[str], at: int) -> int:
    """The line in which the text of the item ends that starts in line `at`."""
    while at + 1 < len(lines) and not _NEXT_BLOCK.match(lines[at + 1]):
        at += 1
    return at


# --- the items of a tree ---------------------------------------------------------------------------------


def _composed(text: str) -> Node | None:
    """The tree of a text; None if it has none. Places in it count from the start of the text."""
    try:
        return YAML(typ="safe", pure=True).compose(text.translate(_RARE_BREAKS))  # type: ignore[no-any-return]
    except YAMLError:
        return None


def _items(root: Node) -> Iterator[_Place]:
    flow = _is_flow(root)
    sections = _value(root, "sections")
    for section in _entries(sections):
        yield from _in(section, flow or _is_flow(sections) or _is_flow(section))
    yield from _in(root, flow)


def _in(owner: Node, in_flow: bool) -> Iterator[_Place]:
    """The items of a checklist, a section or an item, those below others too."""
    items = _value(owner, "items")
    inside = in_flow or _is_flow(items)
    for item in _entries(items):
        yield _Place(item, inside)
        yield from _in(item, inside or _is_flow(item))


def _value(node: Node, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _entries(node: Node | None) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else []


def _is_flow(node: Node | None) -> bool:
    return bool(isinstance(node, MappingNode | SequenceNode) and node.flow_style)


# --- what is inserted ------------------------------------------------------------------------------------


def _inserts(text: str, place: _Place, name: str) -> Iterator[tuple[int, str]]:
    """What to insert, and where: only ever whole keys with their values, and indentation."""
    node, pair = place.node, f"id: {_scalar(name)}"
    value = _value(node, "text") if isinstance(node, MappingNode) else node
    if not isinstance(value, ScalarNode):
        return
    end = value.start_mark.index + len(text[value.start_mark.index : value.end_mark.index].rstrip())
    if isinstance(node, MappingNode) and _is_flow(node):
        yield end, f", {pair}"
    elif isinstance(node, MappingNode):
        yield _line_below(text, end, node.start_mark.column, pair)
    elif place.in_flow:
        yield value.start_mark.index, "{text: "
        yield end, f", {pair}}}"
    else:
        yield value.start_mark.index, "text: "
        yield from ((at, "  ") for at in _further_lines(text, value.start_mark.index, end))
        yield _line_below(text, end, value.start_mark.column, pair)


def _line_below(text: str, at: int, indentation: int, line: str) -> tuple[int, str]:
    """A line below the one at an index, ending as that one does."""
    found = _BREAK.search(text, at)
    usual = found or _BREAK.search(text)
    return (found.start() if found else len(text)), f"{usual[0] if usual else chr(10)}{' ' * indentation}{line}"


def _further_lines(text: str, start: int, end: int) -> list[int]:
    """Where the second and later lines of a text begin, empty ones aside: they must stand deeper than its key."""
    starts = [found.end() for found in _BREAK.finditer(text, start, end)]
    return [at for at in starts if text[at : at + 1] not in ("\r", "\n")]


def _inserted(text: str, inserts: list[tuple[int, str]]) -> str:
    """The text with all inserts; those for one place come in their order."""
    parts, last = [], 0
    for at, what in sorted(inserts, key=lambda insert: insert[0]):
        parts += [text[last:at], what]
        last = at
    return "".join([*parts, text[last:]])


def _scalar(name: str) -> str:
    """An id that YAML would take for something else than text ("2026", "null") in quotation marks."""
    return name if isinstance(yaml.safe_load(name), str) else f'"{name}"'


# --- what a text says ------------------------------------------------------------------------------------


def _plain(node: Node, ids: Mapping[int, str]) -> Plain:
    """What a node says, with the ids of `ids` (by `id()` of the node) set behind the texts of those items."""
    if isinstance(node, SequenceNode):
        return [_plain(each, ids) for each in node.value]
    if isinstance(node, MappingNode):
        pairs: list[Any] = [[str(key.value), _plain(value, ids)] for key, value in node.value]
        at = next((at for at, (key, _) in enumerate(pairs) if key == "text"), 0)
        return [*pairs[: at + 1], ["id", ids[id(node)]], *pairs[at + 1 :]] if id(node) in ids else pairs
    if id(node) in ids:
        return [["text", str(node.value).rstrip()], ["id", ids[id(node)]]]
    return str(node.value).rstrip()  # a block at the end of the file gets the line end it had not
