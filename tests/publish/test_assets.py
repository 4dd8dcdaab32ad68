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
    write(tmp_path / "static/css/components/card.css", ".card{}")
    write(tmp_path / "static/css/base.css", "a{}")
    apart = {"cards": ["components/card*.css"]}
    assert stylesheets(tmp_path, "static/css", apart, "theme") == [
        Asset("site", "theme/site.bb4263d9.css", "a{}\n"),
        Asset("cards", "theme/cards.ef4ffde0.css", ".card{}\n"),
    ]


def test_a_theme_without_stylesheets_has_none(tmp_path: Path) -> None:
    assert stylesheets(tmp_path, "static/css", {}, "theme") == []


def test_a_stylesheet_that_is_no_text_is_told_by_name(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "static/css/base.css", "a{}")
    (tmp_path / "static/css/layout.css").write_bytes(b"b{content:'\xff'}")
    with caplog.at_level(logging.ERROR):
        assert [each.text for each in stylesheets(tmp_path, "static/css", {}, "theme")] == ["a{}\n"]
    assert "layout.css:1:" in caplog.text


def test_scripts_are_those_at_the_top_of_their_folder_without_comments(tmp_path: Path) -> None:
    for name in ("b.js", "a.js", "parts/c.js", "a.txt"):
        write(tmp_path / "static/js" / name, f"/* {name} */ let name = `{name}`;\n")
    found = scripts(tmp_path, "static/js", "theme")
    assert [(each.name, each.text) for each in found] == [("a", "let name=`a.js`;\n"), ("b", "let name=`b.js`;\n")]
    assert found[0].path.startswith("theme/a.")


def test_fonts_are_known_by_what_they_are_for(tmp_path: Path) -> None:
    for name in ("read.12345678.woff2", "read-italic.12345678.woff2", "OFL.txt"):
        write(tmp_path / "static/fonts" / name)
    assert fonts(tmp_path, "static/fonts", "theme") == {
        "read": "theme/read.12345678.woff2",
        "read-italic": "theme/read-italic.12345678.woff2",
    }
