from __future__ import annotations

from pathlib import Path

import pytest
from press.settings_file import declared, item_place, literal

TEXT = """\
SITENAME = "Tiny"
PLUGINS = [
    "articles", "feeds",
]
A = B = None
ONE, TWO = "one/", "two/index.html"
if True:
    LATER: int = 12
lower = 1
COMPUTED = len("abc")
LEFT, RIGHT = (1, 2)[::-1]
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf.py").write_text(TEXT, encoding="utf-8")
    return "conf.py"


def test_every_way_of_assigning_a_setting_is_found(settings: str) -> None:
    assert {name: setting.where for name, setting in declared(settings).items()} == {
        "SITENAME": ("conf.py", 1, 1),
        "PLUGINS": ("conf.py", 2, 1),
        "A": ("conf.py", 5, 1),
        "B": ("conf.py", 5, 5),
        "ONE": ("conf.py", 6, 1),
        "TWO": ("conf.py", 6, 6),
        "COMPUTED": ("conf.py", 10, 1),
        "LEFT": ("conf.py", 11, 1),
        "RIGHT": ("conf.py", 11, 7),
        "LATER": ("conf.py", 8, 5),
    }


def test_values_are_read_where_they_are_written_out(settings: str) -> None:
    found = declared(settings)
    assert [literal(found.get(name)) for name in ("SITENAME", "TWO", "LATER")] == ["Tiny", "two/index.html", 12]
    assert [literal(found.get(name)) for name in ("COMPUTED", "LEFT", "NOWHERE")] == [None, None, None]


def test_an_item_of_a_list_has_a_place_of_its_own(settings: str) -> None:
    found = declared(settings)
    assert item_place(found, "PLUGINS", "feeds") == ("conf.py", 3, 17)
    assert item_place(found, "PLUGINS", "other") == ("conf.py", 2, 1)
    assert item_place(found, "RIGHT", "other") == ("conf.py", 11, 7)
    assert item_place(found, "NOWHERE", "other") is None


@pytest.mark.parametrize("text", ["A = = 1", "\0"])
def test_a_file_that_is_no_settings_file_declares_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text, encoding="utf-8")
    assert declared(str(tmp_path / "conf.py")) == {}


def test_a_missing_file_declares_nothing() -> None:
    assert declared("") == declared("/nowhere/conf.py") == {}
