"""Where in a settings file a setting is, and what stands there. The file is read, never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .finding import Place, shown_path


@dataclass(frozen=True, slots=True)
class Declared:
    """A setting as it is written down. `node` is None for a part of a tuple that is assigned whole."""

    where: Place
    node: ast.expr | None


def declared(path: str) -> dict[str, Declared]:
    """Every upper-case name that the settings file assigns, the last assignment of each; empty if it has no file."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return {}
    shown = shown_path(path)
    return {
        target.id: Declared((shown, target.lineno, target.col_offset + 1), value)
        for target, value in assignments(tree)
        if target.id.isupper()
    }


def assignments(tree: ast.Module) -> Iterator[tuple[ast.Name, ast.expr | None]]:
    """Names with what is assigned to them, `A = B = x` and `A, B = x, y` included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            yield from paired(node.target, node.value)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from paired(target, node.value)


def paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.Name, ast.expr | None]]:
    if isinstance(target, ast.Name):
        yield target, value
    elif isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
        for index, part in enumerate(target.elts):
            if isinstance(part, ast.Name):
                yield part, values[index] if values else None


def literal(setting: Declared | None) -> Any:
    """The setting's value if it is written out in full, else None."""
    if setting is None or setting.node is None:
        return None
    try:
        return ast.literal_eval(setting.node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def item_place(settings: dict[str, Declared], name: str, item: str) -> Place | None:
    """Where `item` stands in the list that is the setting `name`; else where the setting is."""
    setting = settings.get(name)
    if setting is None:
        return None
    for node in ast.walk(setting.node) if setting.node else ():
        if isinstance(node, ast.Constant) and node.value == item:
            return (setting.where[0], node.lineno, node.col_offset + 1)
    return setting.where
