"""The rules every stylesheet keeps."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "theme/static/css"
LAYERS = ("fonts", "reset", "tokens", "base", "layout", "components", "pages", "utilities", "print")
FILES = sorted(path for path in CSS.rglob("*.css") if path.name != "layers.css")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def rules(path: Path) -> str:
    """The stylesheet without comments and without the conditions of its at-rules."""
    bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"@(?:media|supports|container)[^{]*", "@", bare)


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CSS)))


def test_the_layers_are_named_in_one_line() -> None:
    assert (CSS / "layers.css").read_text(encoding="utf-8") == f"@layer {', '.join(LAYERS)};\n"


@each_file
def test_a_stylesheet_opens_with_the_layer_of_its_place(path: Path) -> None:
    layer = path.parent.name if path.parent != CSS else path.stem
    assert path.read_text(encoding="utf-8").startswith(f"@layer {layer} {{\n")


@each_file
def test_a_stylesheet_is_one_layer_whose_braces_pair(path: Path) -> None:
    text = rules(path)
    assert text.count("@layer") == 1
    assert text.count("{") == text.count("}")
    assert re.search(r"\n}\n\Z", text)


@each_file
def test_colours_are_written_in_the_tokens_only(path: Path) -> None:
    written = re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|color-mix)a?\(", rules(path), re.IGNORECASE)
    assert path.name == "tokens.css" or written == []


@each_file
def test_raw_scales_are_named_by_roles_only(path: Path) -> None:
    assert path.name in ("tokens.css", "print.css") or "var(--raw-" not in rules(path)


@each_file
def test_nothing_is_important(path: Path) -> None:
    assert "!important" not in rules(path)


@each_file
def test_properties_are_logical(path: Path) -> None:
    assert PHYSICAL.findall(rules(path)) == []


@each_file
def test_every_role_used_is_defined(path: Path) -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", (CSS / "tokens.css").read_text(encoding="utf-8")))
    own = set(re.findall(r"(--[\w-]+)\s*:", rules(path)))
    assert set(re.findall(r"var\((--[\w-]+)", rules(path))) <= defined | own


@each_file
def test_nothing_is_loaded_but_the_fonts(path: Path) -> None:
    loaded = re.findall(r'url\("?(.*?)"?\)|@import', rules(path))
    fonts = {each.name for each in (CSS.parent / "fonts").glob("*.woff2")}
    assert set(loaded) == (fonts if path.name == "fonts.css" else set())


@pytest.mark.parametrize("path", sorted((CSS.parent / "fonts").glob("*.woff2")), ids=lambda path: path.name)
def test_a_font_has_the_hash_of_its_bytes_in_its_name(path: Path) -> None:
    assert path.name.split(".")[1] == sha256(path.read_bytes()).hexdigest()[:8]


def test_a_font_that_may_come_late_moves_nothing() -> None:
    faces = rules(CSS / "fonts.css").split("@font-face")[1:]
    loaded = [face for face in faces if "url(" in face]
    assert len(loaded) == 6
    assert [face for face in loaded if "font-display: optional" not in face or "unicode-range" not in face] == []
    assert [face for face in faces if "local(" in face and "size-adjust" not in face] == []


def test_physical_properties_are_seen() -> None:
    for wrong in ("margin-left: 0;", "{ top: 0; }", "text-align: right;", "max-width: 3rem;", "border-top-color: x;"):
        assert PHYSICAL.search(wrong), wrong
    for right in ("margin-inline: 0;", "text-align: end;", "border-block-start: 0;", "max-inline-size: 1px;"):
        assert not PHYSICAL.search(right), right
