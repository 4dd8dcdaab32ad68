from __future__ import annotations

from pathlib import Path

import pytest
from preview.editor import editor, link

HERE = ("/a b/ü.md", 3, 7)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("vscode://file/{path}:{line}:{column}", "vscode://file/a%20b/%C3%BC.md:3:7"),
        ("idea://open?file={path}&line={line}", "idea://open?file=/a%20b/%C3%BC.md&line=3"),
        ("", ""),
        ("vscode://nothing", ""),
        ("javascript:alert('{path}')", ""),
        (" JavaScript:alert('{path}')", ""),
        ("data:text/html,{path}", ""),
    ],
)
def test_an_address_opens_the_file_at_its_line(form: str, expected: str) -> None:
    assert link(form, HERE) == expected


def test_a_path_cannot_add_to_the_address() -> None:
    assert link("x://{path}:{line}", ("/a?b#c{line}&d.md", 1, 1)) == "x:///a%3Fb%23c%7Bline%7D%26d.md:1"


def test_the_environment_comes_before_the_settings_and_those_before_what_is_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "conf.py"
    monkeypatch.delenv("PREVIEW_EDITOR", raising=False)
    assert editor(settings) == "vscode://file/{path}:{line}:{column}"
    settings.write_text('PREVIEW_EDITOR = "zed://file/{path}:{line}"')
    assert editor(settings) == "zed://file/{path}:{line}"
    settings.write_text("PREVIEW_EDITOR = 1")
    assert editor(settings).startswith("vscode:")
    monkeypatch.setenv("PREVIEW_EDITOR", "")
    assert editor(settings) == ""
