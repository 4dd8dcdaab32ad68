"""Modules joined into few files, so that a browser asks once for what it needs at once.

What the first module imports, directly or not, becomes one file; what is only loaded later
(``await import("./files.js")``) another each. Only the forms that our own modules use are known, and two modules may
not declare the same name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+\.js)";?\n?', re.M)
LATER = re.compile(r'\bawait import\("\./([\w-]+\.js)"\)')
EXPORTED = re.compile(r"^export (?=(?:const|let|class|function\*?|async function) (\w+))", re.M)
DECLARED = re.compile(r"^(?:export )?(?:const|let|class|function\*?|async function) (\w+)|^(?:export )?const \{", re.M)


def joined(sources: Mapping[str, str], first: str) -> dict[str, str]:
    """The files by name. Those loaded later import what they share with the first from it; it exports nothing else.

    :raises ValueError: two modules of one file declare the same name
    """
    main = list(_closure(sources, first))
    files = {first: "".join(_part(sources[name]) for name in main)}
    _refuse_clashes([sources[name] for name in main])
    wanted: set[str] = set()
    for entry in sorted(set(LATER.findall(files[first]))):
        own = [name for name in _closure(sources, entry) if name not in main]
        shared = sorted({name for each in own for name in _names(sources[each], main)})
        _refuse_clashes([sources[name] for name in own])
        wanted.update(shared)
        head = f'import {{ {", ".join(shared)} }} from "./{first}";\n' if shared else ""
        files[entry] = head + "".join(_part(sources[name]) for name in own)
    files[first] = EXPORTED.sub(lambda found: found[0] if found[1] in wanted else "", files[first])
    return files


def _closure(sources: Mapping[str, str], name: str, seen: set[str] | None = None) -> Iterator[str]:
    """A module and all it imports, each after what it needs."""
    seen = set() if seen is None else seen
    if name in seen:
        return
    seen.add(name)
    for _, other in IMPORT.findall(sources[name]):
        yield from _closure(sources, other, seen)
    yield name


def _names(source: str, modules: list[str]) -> Iterator[str]:
    """What a module imports from these."""
    for names, other in IMPORT.findall(source):
        if other in modules:
            yield from re.findall(r"\w+", names)


def _part(source: str) -> str:
    return IMPORT.sub("", source).rstrip("\n") + "\n"


def _refuse_clashes(sources: list[str]) -> None:
    counts = Counter(name for source in sources for name in DECLARED.findall(source) if name)
    if twice := [name for name, count in counts.items() if count > 1]:
        raise ValueError(f"declared in two modules: {', '.join(sorted(twice))}")
