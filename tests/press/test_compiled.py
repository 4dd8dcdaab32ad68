from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.environment import Template
from press.compiled import Compiled


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    found: list[str] = []
    compile = Environment.compile

    def noting(self: Environment, source: str, name: str | None = None, *rest: Any, **names: Any) -> Any:
        found.append(str(name))
        return compile(self, source, name, *rest, **names)

    monkeypatch.setattr(Environment, "compile", noting)
    return found


def loaded(shared: Compiled, folder: Path, **options: Any) -> Template:
    env = Environment(loader=FileSystemLoader(folder), **options)
    shared.attach(env)
    return env.get_template("a.html")


def test_environments_alike_compile_once(tmp_path: Path, compiles: list[str]) -> None:
    (tmp_path / "a.html").write_text("{{ x }}\n")
    shared = Compiled()
    assert [loaded(shared, tmp_path).render(x=x) for x in "ab"] == ["a", "b"]
    assert compiles == ["a.html"]


def test_another_text_folder_or_option_is_another_template(tmp_path: Path, compiles: list[str]) -> None:
    shared, other = Compiled(), tmp_path / "other"
    other.mkdir()
    (tmp_path / "a.html").write_text("{{ x }} \n")
    (other / "a.html").write_text("{{ x }} \n")
    kinds: list[tuple[Path, dict[str, Any]]] = [
        (tmp_path, {}),
        (tmp_path, {"autoescape": True}),
        (other, {}),
        (tmp_path, {"keep_trailing_newline": True}),
    ]
    said = [loaded(shared, folder, **options).render(x="<") for folder, options in kinds]
    (tmp_path / "a.html").write_text("changed")
    assert [*said, loaded(shared, tmp_path).render()] == ["< ", "&lt; ", "< ", "< \n", "changed"]
    assert len(compiles) == 5


def test_another_process_can_take_over(tmp_path: Path, compiles: list[str]) -> None:
    (tmp_path / "a.html").write_text("{{ x }}")
    one, two = Compiled(), Compiled()
    loaded(one, tmp_path)
    two.learn(one.fresh())
    assert loaded(two, tmp_path).render(x=1) == "1"
    assert (compiles, one.fresh(), two.fresh()) == (["a.html"], {}, {})


def test_environments_of_their_own_kind_are_left_alone(tmp_path: Path) -> None:
    class Theirs(Environment):
        pass

    for env in (Theirs(), Environment(enable_async=True), Environment(finalize=str)):
        Compiled().attach(env)
        assert env.bytecode_cache is None


def test_what_nobody_knows_may_give_something_else_for_a_constant(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ 1 | count }}")
    shared, calls = Compiled(), itertools.count()

    def rendered() -> str:
        env = Environment(loader=FileSystemLoader(tmp_path))
        env.filters["count"] = lambda number: next(calls)
        shared.attach(env)
        return env.get_template("a.html").render()

    assert [rendered(), rendered()] == ["0", "1"]
    assert shared.fresh() == {}
