from __future__ import annotations

from pathlib import Path

import pytest
from press.finding import Finding
from preview.problems import problem, problems


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("has no title. Add a line.", "has no title.", "Add a line."),
        ("has no title.", "has no title.", ""),
        ("what is it? Say so. Or not.", "what is it?", "Say so. Or not."),
        ("there is no file a.b or c. d", "there is no file a.b or c. d", ""),
    ],
)
def test_what_is_wrong_is_told_apart_from_how_to_mend_it(text: str, what: str, hint: str) -> None:
    found = problem(Finding(("a.md", 1, 2), text), "")
    assert (found.what, found.hint) == (what, hint)
    assert str(found) == f"a.md:1:2: {text}"


def test_a_warning_is_one_and_a_problem_without_a_place_has_none() -> None:
    assert str(problem(Finding(None, "x. Y.", error=False), "")) == "warning: x. Y."


def test_problems_come_with_their_source_and_the_way_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREVIEW_EDITOR", "e:{path}:{line}")
    (tmp_path / "a.md").write_text("one\ntwo")
    (found,) = problems([Finding((str(tmp_path / "a.md"), 2, 1), "x")], tmp_path / "none")
    assert found.source is not None
    assert found.source.lines == ((1, "one"), (2, "two"))
    assert found.editor == f"e:{tmp_path}/a.md:2"
