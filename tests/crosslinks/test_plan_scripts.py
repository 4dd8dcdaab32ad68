"""The plan's modules as they are published."""

from __future__ import annotations

import gzip
import re
from pathlib import PurePosixPath

import checklists.scripts
import pytest
from crosslinks.scripts import PAGE, TOGGLES, element, scripts
from pytest import MonkeyPatch


def test_a_page_asks_for_one_file_and_files_to_save_come_later() -> None:
    found = scripts("theme")
    assert {PurePosixPath(path).name for path in found} == {"my-plan.js", "plan-toggles.js", "plan_files.js"}
    assert len({PurePosixPath(path).parent for path in found}) == 1
    assert [re.findall(r"^import", found[element(found, name)], re.M) for name in (PAGE, TOGGLES)] == [[], []]


@pytest.mark.parametrize(("name", "most"), [(TOGGLES, 7_000), (PAGE, 10_000)])
def test_they_are_small(name: str, most: int) -> None:
    found = scripts("theme")
    assert len(gzip.compress(found[element(found, name)].encode(), 9)) <= most


def test_the_folder_is_named_after_all_that_is_in_it(
    monkeypatch: MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = element(scripts("theme"), PAGE)
    folder = tmp_path_factory.mktemp("check-list")
    for path in checklists.scripts.FOLDER.glob("*.js"):
        more = "\nexport const more = 1;\n" if path.name == "store.js" else ""
        (folder / path.name).write_text(path.read_text("utf-8") + more, "utf-8")
    monkeypatch.setattr(checklists.scripts, "FOLDER", folder)
    assert element(scripts("theme"), PAGE) != before
