"""The theme's files."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from publish.assets import Asset, fonts, scripts, stylesheets


def write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_sheet_has_a_hash_of_its_text_in_its_name(tmp_path: Path) -> None:
    write(tmp_path / "static/css/components/card.css", ".card{c:d}")
    write(tmp_path / "static/css/base.css", "a{b:c}")
    apart = {"cards": ["components/card*.css"]}
    assert stylesheets(tmp_path, "static/css", apart, "theme") == [
        Asset("site", "theme/site.8a0000ab.css", "a{b:c}\n"),
        Asset("cards", "theme/cards.d2d36723.css", ".card{c:d}\n"),
    ]


def test_a_theme_without_stylesheets_has_none(tmp_path: Path) -> None:
    assert stylesheets(tmp_path, "static/css", {}, "theme") == []


def test_a_stylesheet_that_is_no_text_is_told_by_name(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "static/css/base.css", "a{b:c}")
    (tmp_path / "static/css/layout.css").write_bytes(b"b{content:'\xff'}")
    with caplog.at_level(logging.ERROR):
        assert [each.text for each in stylesheets(tmp_path, "static/css", {}, "theme")] == ["a{b:c}\n"]
    assert "layout.css:1:" in caplog.text


def test_scripts_are_those_at_the_top_of_their_folder_without_comments(tmp_path: Path) -> None:
    for name in ("b.js", "a.js", "parts/c.js", "a.txt"):
        write(tmp_path / "static/js" / name, f"/* {name} */ let name = `{name}`;\n")
    found = scripts(tmp_path, "static/js", "theme")
    assert [(each.name, each.text) for each in found] == [("a", "let name=`a.js`\n"), ("b", "let name=`b.js`\n")]
    assert found[0].path.startswith("theme/a.")


def test_fonts_are_known_by_what_they_are_for(tmp_path: Path) -> None:
    for name in ("read.12345678.woff2", "read-italic.12345678.woff2", "OFL.txt"):
        write(tmp_path / "static/fonts" / name)
    assert fonts(tmp_path, "static/fonts", "theme") == {
        "read": "theme/read.12345678.woff2",
        "read-italic": "theme/read-italic.12345678.woff2",
    }


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{b:c}/* x */d{e:f}", "a{b:c}d{e:f}"),
        ("\ufeffa { b: c }\n\n  \n\td { e: f }  ", "a{b:c}d{e:f}"),
        ('a{content:"/* no */"}', 'a{content:"/* no */"}'),
        ("a{b:url(x/*y.png)}/* */", "a{b:url(x/*y.png)}"),
        ("a{b:calc(1px + 2px)}", "a{b:calc(1px + 2px)}"),
        ("@layer x { .a :is(b, c) { d: e } }", "@layer x{.a :is(b,c){d:e}}"),  # no declaration
    ],
)
def test_comments_and_blanks_go_and_nothing_else(tmp_path: Path, css: str, expected: str) -> None:
    write(tmp_path / "static/css/base.css", css)
    [sheet] = stylesheets(tmp_path, "static/css", {}, "theme")
    assert sheet.text == f"{expected}\n"


def test_a_stylesheet_that_ends_too_early_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "static/css/base.css", "@media x{\na{b:c")
    with caplog.at_level(logging.ERROR):
        [sheet] = stylesheets(tmp_path, "static/css", {}, "theme")
    assert "base.css:2:1: the file cannot be read as a stylesheet: EOF. Close all brackets and quotes." in caplog.text
    assert "a{b:c" in sheet.text
