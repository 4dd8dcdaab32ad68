"""Stylesheets joined."""

from __future__ import annotations

import pytest
from publish.stylesheet import hashed, joined


def test_the_files_stand_in_cascade_order() -> None:
    names = "print utilities pages/home components/b components/a layout base tokens reset layers extra".split()
    sources = {f"{name}.css": f"/* {name} */\n.{name.replace('/', '-')} {{}}\n" for name in names}
    assert joined(sources).split() == [
        part
        for name in (
            "layers",
            "reset",
            "tokens",
            "base",
            "layout",
            "components-a",
            "components-b",
            "pages-home",
            "utilities",
            "print",
            "extra",
        )
        for part in (f".{name}", "{}")
    ]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{}/* x */b{}", "a{}b{}\n"),
        ("\ufeffa{}\n\n  \n\tb{}  ", "a{}\n\tb{}\n"),
        ("/* * / ** x\n y */a{}", "a{}\n"),
        ('a{content:"/* no */"}', 'a{content:"/* no */"}\n'),
        (r"a{content:'\'/* no */'}", r"a{content:'\'/* no */'}" + "\n"),
        ("a{b:url(x/*y.png)}/* */", "a{b:url(x/*y.png)}\n"),
        ("a{}/* never closed", "a{}/* never closed\n"),
    ],
)
def test_comments_and_blank_lines_go_and_strings_stay(css: str, expected: str) -> None:
    assert joined({"a.css": css}) == expected


def test_nothing_joined_is_nothing() -> None:
    assert joined({}) == ""


def test_the_name_changes_with_the_text() -> None:
    assert hashed("theme/site.css", "a{}") == "theme/site.5f546eb4.css"
    assert hashed("theme/site.css", "a{}") != hashed("theme/site.css", "b{}")
