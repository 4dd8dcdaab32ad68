"""The theme's files."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from publish.assets import scripts, stylesheets


def write(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_all_stylesheets_are_one_file_with_a_hash_in_its_name(tmp_path: Path) -> None:
    write(tmp_path / "static/css/components/card.css", ".card{}")
    write(tmp_path / "static/css/base.css", "a{}")
    [(path, text)] = stylesheets(tmp_path, "static/css", "theme").items()
    assert text == "a{}\n.card{}\n"
    assert path == "theme/site.6d1be4da.css"


def test_a_theme_without_stylesheets_has_none(tmp_path: Path) -> None:
    assert stylesheets(tmp_path, "static/css", "theme") == {}


def test_a_stylesheet_that_is_no_text_is_told_by_name(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "static/css/base.css", "a{}")
    (tmp_path / "static/css/layout.css").write_bytes(b"b{content:'\xff'}")
    with caplog.at_level(logging.ERROR):
        assert list(stylesheets(tmp_path, "static/css", "theme").values()) == ["a{}\n"]
    assert "layout.css:1:" in caplog.text


def test_scripts_are_where_pelican_copies_them(tmp_path: Path) -> None:
    for name in ("b.js", "a.js", "parts/c.js", "a.txt"):
        write(tmp_path / "static/js" / name)
    assert list(scripts(tmp_path, "static/js", "theme", ["static/js"])) == ["theme/a.js", "theme/b.js"]
    assert list(scripts(tmp_path, "static/js", "theme", ["static"])) == ["theme/js/a.js", "theme/js/b.js"]
    assert list(scripts(tmp_path, "static/js", "theme", ["static/images"])) == []
