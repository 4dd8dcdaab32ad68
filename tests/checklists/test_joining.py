"""Modules joined into few files."""

from __future__ import annotations

import pytest
from checklists.joining import joined

SOURCES = {
    "main.js": 'import { a } from "./a.js";\nimport { b } from "./b.js";\n'
    'const rare = async () => await import("./rare.js");\n',
    "a.js": 'import { b } from "./b.js";\n/** @type {import("./types.js")} */\nexport const a = b;\n',
    "b.js": "export const b = 1;\n",
    "rare.js": 'import { b } from "./b.js";\nimport { own } from "./own.js";\nexport const rare = own + b;\n',
    "own.js": "export const own = 2;\n",
    "unused.js": "export const unused = 3;\n",
}


def test_what_is_imported_stands_before_what_imports_it_and_only_once() -> None:
    main = joined(SOURCES, "main.js")["main.js"]
    assert [line for line in main.splitlines() if "const" in line] == [
        "export const b = 1;",
        "const a = b;",
        'const rare = async () => await import("./rare.js");',
    ]
    assert "from" not in main


def test_only_what_is_imported_later_is_exported() -> None:
    main = joined(SOURCES, "main.js")["main.js"]
    assert [line for line in main.splitlines() if line.startswith("export")] == ["export const b = 1;"]


def test_what_is_loaded_later_is_a_file_of_its_own_that_shares_with_the_first() -> None:
    files = joined(SOURCES, "main.js")
    assert files.keys() == {"main.js", "rare.js"}
    assert files["rare.js"] == ('import { b } from "./main.js";\nexport const own = 2;\nexport const rare = own + b;\n')


def test_a_name_declared_in_two_modules_is_refused() -> None:
    with pytest.raises(ValueError, match="declared in two modules: b"):
        joined({**SOURCES, "a.js": 'import { b } from "./b.js";\nfunction b() {}\n'}, "main.js")
