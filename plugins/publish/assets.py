"""The theme's stylesheets and scripts, as the site will have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import relpath

from located import read_source, report

from .stylesheet import hashed, joined


def stylesheets(theme: Path, folder: str, output: str) -> dict[str, str]:
    """The one stylesheet by its path in the output folder; none where the theme has none in `folder`."""
    root = theme / folder
    sources = {path.relative_to(root).as_posix(): _read(path) for path in root.rglob("*.css")}
    text = joined(sources)
    return {hashed(f"{output}/site.css", text): text} if text else {}


def _read(path: Path) -> str:
    source = read_source(path)
    report(source.problems)
    return source.text or ""


def scripts(theme: Path, folder: str, output: str, copied: Iterable[str]) -> Iterator[str]:
    """The scripts at the top of their folder, by the path that Pelican copies them to.

    Pelican puts what is in each of the folders `copied` (THEME_STATIC_PATHS) side by side into `output`.
    """
    for parent in copied:
        if f"{folder}/".startswith(f"{parent}/"):
            for script in sorted((theme / folder).glob("*.js")):
                yield f"{output}/{relpath(f'{folder}/{script.name}', parent)}"
