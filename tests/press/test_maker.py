from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import press
import pytest
from press.maker import code_of, installed, made_by, places_of


def test_packages_of_our_own_count_and_installed_ones_do_not() -> None:
    assert places_of(["press.plugin", "json", "jinja2.environment", "nowhere"]) == {Path(press.__file__).parent}


def test_the_code_of_a_whole_package_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theirs/deep").mkdir(parents=True)
    for name in ("__init__.py", "deep/other.py", "data.txt"):
        (tmp_path / "theirs" / name).write_text("")
    module = ModuleType("theirs")
    module.__file__ = str(tmp_path / "theirs/__init__.py")
    monkeypatch.setitem(sys.modules, "theirs", module)
    assert [path.name for path in code_of(["theirs"])] == ["__init__.py", "other.py"]
    before = made_by(["theirs"])
    assert made_by(["theirs.deep.other"]) == before
    (tmp_path / "theirs/deep/other.py").write_text("x = 1")
    assert made_by(["theirs"]) != before


def test_what_is_installed_is_named_with_its_version() -> None:
    assert any(name.lower().startswith("pelican-") for name in installed())


def test_it_does_not_matter_who_asks_for_the_build(tmp_path: Path) -> None:
    code = "import sys, press.plugin\nfrom press.maker import made_by\nprint(made_by([*sys.modules]).hex())"
    (tmp_path / "asks.py").write_text(code)
    said = {
        subprocess.run([sys.executable, *how], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        for how in (["asks.py"], ["-c", code], ["-m", "asks"])
    }
    assert len(said) == 1
