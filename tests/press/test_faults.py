from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from press.faults import attempt, code_place, place_of, position_in, reason, remedy


def raised(action: Callable[[], object]) -> Exception:
    caught: list[Exception] = []
    assert attempt(action, caught.append) is None
    return caught[0]


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Exception]:
    """What rendering a template raises."""
    monkeypatch.chdir(tmp_path)

    def render(text: str) -> Exception:
        (tmp_path / "a.html").write_text(text, encoding="utf-8")
        environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
        return raised(lambda: environment.get_template("a.html").render())

    return render


def test_what_an_action_gives_is_passed_on() -> None:
    assert attempt(lambda: 7, print) == 7


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        ("\n{{ foo.bar }}", 2, '"foo" is undefined', 'Correct the name, or test it with "is defined" first.'),
        ("\n\n{% if %}", 3, "Expected an expression, got 'end of statement block'", "Correct the template."),
        ("{% include 'b' %}", 1, 'there is no template "b"', "Correct the name, or add the template."),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero", "Correct the template."),
        ("{% block x %}\n{{ [].pop() }}{% endblock %}", 2, "IndexError: pop from empty list", "Correct the template."),
    ],
)
def test_a_template_fails_at_its_line(
    templates: Callable[[str], Exception], text: str, line: int, what: str, fix: str
) -> None:
    error = templates(text)
    assert (place_of(error), reason(error), remedy(error)) == (("a.html", line, 1), what, fix)


def test_code_fails_where_it_does_not_parse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = raised(lambda: compile("x = 1\ny = = 2\n", str(tmp_path / "p.py"), "exec"))
    assert (place_of(error), reason(error)) == (("p.py", 2, 5), "invalid syntax")


def test_a_failure_in_the_projects_own_code_has_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code = compile("\nimport json\njson.loads('')", str(tmp_path / "p.py"), "exec")
    error = raised(lambda: exec(code, {}))
    assert place_of(error) is None
    assert code_place(error) == ("p.py", 3, 1)
    assert remedy(error) == "Correct the code."


def test_a_failure_elsewhere_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error = raised(lambda: int("x"))
    assert (code_place(error), remedy(error)) == (None, "")


def test_a_template_that_is_not_utf8_has_the_place_of_the_byte(
    tmp_path: Path, templates: Callable[[str], Exception]
) -> None:
    (tmp_path / "latin.html").write_bytes(b"one\ntw\xf6")
    error = templates("{% include 'latin.html' %}")
    assert (place_of(error), reason(error), remedy(error)) == (
        ("latin.html", 2, 3),
        "byte 0xf6 is not UTF-8",
        "Save the file as UTF-8.",
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/x"), "No space left on device"),
        (ValueError("a\nb"), "a b"),
        (ValueError(), "ValueError"),
        (ValueError("It is odd."), "It is odd"),
        (KeyError("slug"), "KeyError: 'slug'"),
        (UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "x"), "byte 0xff is not UTF-8"),
        (OSError("odd"), "OSError: odd"),
    ],
)
def test_reasons_are_one_line(error: Exception, expected: str) -> None:
    assert reason(error) == expected


def test_a_position_without_a_line_is_the_start() -> None:
    assert position_in(ValueError("x")) == (1, 1, "x")
