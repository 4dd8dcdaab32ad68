"""Stylesheets joined."""

from __future__ import annotations

from publish.stylesheet import hashed, joined, sheets


def test_the_files_stand_in_cascade_order() -> None:
    names = "print utilities pages/home components/b components/a layout base tokens reset fonts layers extra".split()
    sources = {f"{name}.css": f".{name.replace('/', '-')}{{a:b}}" for name in names}
    order = "layers fonts reset tokens base layout components-a components-b pages-home utilities print extra".split()
    assert joined(sources) == "".join(f".{name}{{a:b}}" for name in order) + "\n"


def test_a_sheet_apart_takes_the_files_that_fit_and_no_other_has_them() -> None:
    sources = {
        f"{name}.css": f".{name[-1]}{{}}" for name in ("base", "components/list_a", "components/b", "pages/list")
    }
    apart = {
        "list": ["components/list_*.css", "pages/list.css"],
        "none": ["pages/none.css"],
        "late": ["pages/list.css"],
    }
    assert list(sheets(sources, apart)) == [("site", ".e{}.b{}\n"), ("list", ".a{}.t{}\n")]


def test_nothing_joined_is_nothing() -> None:
    assert joined({}) == ""


def test_the_name_changes_with_the_text() -> None:
    assert hashed("theme/site.css", "a{}") == "theme/site.5f546eb4.css"
    assert hashed("theme/site.css", "a{}") != hashed("theme/site.css", "b{}")
