"""Which way imports run (ARCHITECTURE.md): a wrong arrow fails here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[1] / "plugins"
ALLOWED: dict[str, set[str]] = {
    "located": set(),
    "articles": {"located"},
    "checklists": {"located"},
    "strategies": {"located", "articles"},
    "crosslinks": {"located", "articles", "strategies", "checklists"},
    "search": {"located"},
    "feeds": {"located"},
    "publish": {"located"},
    "press": set(),
    "preview": {"press"},
}
ENGINES = {"pelican", "markdown"}
KNOW_THE_ENGINES = {"plugin.py", "generator.py", "reader.py", "extension.py", "converting.py", "inline.py", "writer.py"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib"}

MODULES = sorted(path for path in PLUGINS.glob("*/**/*.py"))


def imports(path: Path, text: str | None = None) -> Iterator[str]:
    """The full names of all modules that a file imports, wherever in it; of `from a import b` both a and a.b."""
    package = path.relative_to(PLUGINS).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8") if text is None else text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def plugin_of(path: Path) -> str:
    return path.relative_to(PLUGINS).parts[0]


def wrong_arrows(path: Path, text: str | None = None) -> set[str]:
    """The plugins that a module imports and should not know."""
    own = plugin_of(path)
    known = {name.partition(".")[0] for name in imports(path, text)} & ALLOWED.keys()
    return known - ALLOWED[own] - {own}


def engines(path: Path, text: str | None = None) -> set[str]:
    return {name.partition(".")[0] for name in imports(path, text)} & ENGINES


def shown(path: Path) -> str:
    return path.relative_to(PLUGINS).as_posix()


def test_every_plugin_has_its_place() -> None:
    assert {plugin_of(path) for path in MODULES} == ALLOWED.keys()


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_imports_against_the_arrows(path: Path) -> None:
    assert wrong_arrows(path) == set()


@pytest.mark.parametrize("path", [path for path in MODULES if plugin_of(path) not in ("press", "preview")], ids=shown)
def test_only_the_glue_has_heard_of_the_engines(path: Path) -> None:
    if path.name not in KNOW_THE_ENGINES or plugin_of(path) == "located":
        assert engines(path) == set()


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_module_is_a_drawer(path: Path) -> None:
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("plugin", ALLOWED)
def test_the_modules_of_a_plugin_import_in_no_circle(plugin: str) -> None:
    """The package's own face aside, which offers what is in it."""
    graph = {
        f"{plugin}.{path.stem}": {name for name in imports(path) if name != plugin}
        for path in MODULES
        if plugin_of(path) == plugin and path.name != "__init__.py"
    }
    own = {name: {each for each in known if each in graph and each != name} for name, known in graph.items()}
    try:
        order = list(TopologicalSorter(own).static_order())
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))
    assert sorted(order) == sorted(own)


def test_a_wrong_arrow_is_seen_in_every_form() -> None:
    feeds = PLUGINS / "feeds" / "rss.py"
    assert wrong_arrows(feeds, "from articles.model import Card") == {"articles"}
    assert wrong_arrows(feeds, "def f():\n    import press.plugin") == {"press"}
    assert wrong_arrows(feeds, "from .model import Entry\nfrom located import report") == set()
    assert engines(feeds, "from markdown.extensions import Extension\nimport pelican") == {
        "markdown",
        "pelican",
    }
    assert set(imports(feeds, "from . import model")) == {"feeds", "feeds.model"}
