"""The theme's stylesheets and scripts, as the site will have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from located import Location, Problem, read_source, report, shown_path
from located.minified import Kind, NotMinified, minified

from .stylesheet import hashed, sheets

CSS: Kind = "text/css"
SCRIPT: Kind = "application/javascript"
KINDS = {CSS: "a stylesheet", SCRIPT: "a script"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A stylesheet or a script of the site."""

    name: str
    path: str
    """In the output folder, with a hash of the text."""
    text: str


def stylesheets(theme: Path, folder: str, apart: Mapping[str, Sequence[str]], output: str) -> list[Asset]:
    """The sheet for every page, then those that only some pages need; none where the theme has none in `folder`."""
    root = theme / folder
    sources = {path.relative_to(root).as_posix(): _ended(_minified(path, CSS)) for path in root.rglob("*.css")}
    return [Asset(name, hashed(f"{output}/{name}.css", text), text) for name, text in sheets(sources, apart)]


def _minified(path: Path, kind: Kind) -> str:
    """The file without comments and blanks; as it is, and told, where a bracket is not closed."""
    text = _read(path).lstrip("\ufeff")
    try:
        return minified(text, kind)
    except NotMinified as error:
        where = Location(shown_path(path), text.count("\n") + 1, 1)
        report([Problem(where, f"the file cannot be read as {KINDS[kind]}: {error}", "Close all brackets and quotes.")])
        return text


def _read(path: Path) -> str:
    source = read_source(path)
    report(source.problems)
    return source.text or ""


def scripts(theme: Path, folder: str, output: str) -> list[Asset]:
    """The scripts at the top of their folder, each without comments."""
    sources = {path.stem: _minified(path, SCRIPT) for path in sorted((theme / folder).glob("*.js"))}
    texts = {name: f"{text}\n" for name, text in sources.items() if text}
    return [Asset(name, hashed(f"{output}/{name}.js", text), text) for name, text in texts.items()]


def _ended(css: str) -> str:
    """With a semicolon where the last rule has no braces: another sheet follows."""
    return css if css.endswith("}") or not css else f"{css};"


def fonts(theme: Path, folder: str, output: str) -> dict[str, str]:
    """The paths in the site of the theme's fonts, by what their names say before the first dot.

    A page has the browser fetch those that it needs at once: a stylesheet would tell of them too late.
    """
    return {path.name.split(".")[0]: f"{output}/{path.name}" for path in sorted((theme / folder).glob("*.woff2"))}
