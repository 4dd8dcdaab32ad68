"""Each component, example and page of the theme, for whatever test asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.theme.samples import (
    PAGES,
    THEME,
    component_names,
    environment,
    examples,
    render_example,
    render_page,
    templates,
)

ENV = environment()
EXAMPLES = [(name, example) for name in component_names() for example in examples(name)]


@pytest.fixture
def theme() -> Path:
    return THEME


@pytest.fixture
def components() -> set[str]:
    return set(templates())


@pytest.fixture
def template(component: str) -> str:
    """Each component's template."""
    return templates()[component].read_text(encoding="utf-8")


@pytest.fixture(params=component_names())
def component(request: pytest.FixtureRequest) -> str:
    """Each component's name."""
    return str(request.param)


@pytest.fixture(params=EXAMPLES, ids=": ".join)
def example(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any], str]:
    """Each example of each component: its component, its arguments, its HTML."""
    name, title = request.param
    return name, examples(name)[title], render_example(ENV, name, title)


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest) -> str:
    """Each page's HTML."""
    return render_page(ENV, request.param)


@pytest.fixture
def render() -> Callable[..., str]:
    """Renders the page of a name, with changes to its context."""
    return lambda name, **changes: render_page(ENV, name, **changes)


@pytest.fixture
def examples_of() -> Callable[[str], dict[str, dict[str, Any]]]:
    return examples
