"""The element's modules as they are published."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from checklists import scripts as module
from checklists.scripts import FOLDER, element, scripts
from pytest import MonkeyPatch


def test_all_modules_are_in_one_folder_and_lose_their_comments() -> None:
    found = scripts("theme")
    assert {PurePosixPath(path).name for path in found} == {path.name for path in FOLDER.glob("*.js")}
    assert len({PurePosixPath(path).parent for path in found}) == 1
    assert not any("@param" in text for text in found.values())


def test_every_module_that_one_imports_is_there() -> None:
    found = scripts("theme")
    names = {PurePosixPath(path).name for path in found}
    imported = {name for text in found.values() for name in re.findall(r'(?:from|import\()\s*"\./([^"]+)"', text)}
    assert imported <= names


def test_the_folder_is_named_after_what_is_in_it(monkeypatch: MonkeyPatch, tmp_path_factory: object) -> None:
    before = element(scripts("theme"))
    assert before.endswith("/check-list.js")
    monkeypatch.setattr(module, "jsmin", lambda text: text + "//")
    assert element(scripts("theme")) != before
