"""A component is a macro, its styles and its examples, all of one name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

Example = tuple[str, dict[str, Any], str]


def texts(value: Any) -> Iterator[str]:
    """Every string in an example's arguments."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def test_a_component_has_one_macro_of_its_name(component: str, template: str) -> None:
    assert re.findall(r"{%-? macro (\w+)", template) == [component]


def test_a_component_has_styles_and_examples_of_its_name(component: str, theme: Path) -> None:
    assert (theme / f"static/css/components/{component}.css").is_file()
    assert (theme / f"examples/{component}.yml").is_file()


def test_styles_and_examples_belong_to_a_component(theme: Path, components: set[str]) -> None:
    styles = {path.stem for path in (theme / "static/css/components").glob("*.css")}
    parts = tuple(f"{name}_" for name in components)  # prose_table, check_list_tools
    assert {name for name in styles - components if not name.startswith(parts)} == set()
    assert {path.stem for path in (theme / "examples").iterdir()} == components


def test_classes_begin_with_their_components_name(component: str, template: str) -> None:
    classes = re.sub(r"{%.*?%}|{{.*?}}", " ", " ".join(re.findall(r'class="([^"]*)"', template))).split()
    own = component.replace("_", "-")
    shared = {"page-head", "visually-hidden", "check-list-items", "check-", "note", "item", "check-note-"}
    assert [name for name in classes if not name.startswith(own) and name not in shared] == []


def test_components_are_imported_without_context(theme: Path) -> None:
    for path in (theme / "templates").rglob("*.html"):
        assert "with context" not in path.read_text(encoding="utf-8"), path


def test_markup_in_text_is_shown_as_text(example: Example) -> None:
    name, arguments, html = example
    for text in texts(arguments if name != "prose" else {}):
        assert "<" not in text or (text not in html and escape(text) in html.replace("&#34;", "&quot;"))


def test_a_component_that_shows_text_has_an_example_with_markup_in_it(
    component: str, examples_of: Callable[[str], dict[str, dict[str, Any]]]
) -> None:
    fixed = {"skip_link", "day", "squares", "pagination", "prose"}  # their arguments are numbers, addresses or HTML
    assert component in fixed or any("<" in text for text in texts(examples_of(component)))
