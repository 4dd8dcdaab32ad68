"""The element's modules as they are published."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from checklists import scripts as module
from checklists.scripts import CARD, element, scripts
from pytest import MonkeyPatch


def test_a_page_asks_for_one_file_and_what_is_rarely_needed_comes_later() -> None:
    found = scripts("theme")
    names = {"check-list.js", "check-card.js", "files.js", "key_help.js", "link.js", "paper.js"}
    assert {PurePosixPath(path).name for path in found} == names
    assert len({PurePosixPath(path).parent for path in found}) == 1
    assert re.findall(r"^import", found[element(found)], re.M) == []
    assert element(found, CARD).endswith("/check-card.js")


def test_comments_are_left_out() -> None:
    assert not any("@param" in text for text in scripts("theme").values())


def test_every_module_that_one_imports_is_there() -> None:
    found = scripts("theme")
    names = {PurePosixPath(path).name for path in found}
    imported = {name for text in found.values() for name in re.findall(r'(?:from|import\()\s*"\./([^"]+)"', text)}
    assert imported <= names


def test_the_folder_is_named_after_what_is_in_it(monkeypatch: MonkeyPatch, tmp_path_factory: object) -> None:
    before = element(scripts("theme"))
    assert before.endswith("/check-list.js")
    monkeypatch.setattr(module, "minified", lambda text: text + "//")
    assert element(scripts("theme")) != before
