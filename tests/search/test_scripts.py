"""The elements' modules as they are published."""

from __future__ import annotations

import re

from search.scripts import FOLDER, NEAREST, SEARCH, element, scripts

PATHS = scripts("theme")


def test_modules_lie_together_in_a_folder_named_after_them() -> None:
    assert {re.sub(r"\.[0-9a-f]{8}/", "/", path) for path in PATHS} == {
        f"theme/site-search/{path.name}" for path in FOLDER.glob("*.js")
    }
    assert len({path.rpartition("/")[0] for path in PATHS}) == 1


def test_every_module_that_is_imported_is_there() -> None:
    names = {path.rpartition("/")[2] for path in PATHS}
    imported = {name for text in PATHS.values() for name in re.findall(r'from"\./([\w-]+\.js)"', text)}
    assert imported == names - {SEARCH, NEAREST}


def test_both_elements_have_their_file() -> None:
    assert 'customElements.define("site-search"' in PATHS[element(PATHS, SEARCH)]
    assert 'customElements.define("nearest-addresses"' in PATHS[element(PATHS, NEAREST)]


def test_no_module_makes_html_of_text() -> None:
    for text in PATHS.values():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text)
