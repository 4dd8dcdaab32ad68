"""The element's modules as the site will have them: joined, without comments, in a folder named after what is in it.

A page and its scripts are then always of one build: the folder of another version has another name.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from located.minified import minified

from .joining import joined

FOLDER = Path(__file__).with_name("static") / "check-list"
ELEMENT, CARD = "check-list.js", "check-card.js"


def scripts(output: str) -> dict[str, str]:
    """The files by their paths in the site, below ``<output>/check-list.<hash>/``."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.js"))}
    files = joined(sources, ELEMENT) | joined(sources, CARD)
    texts = {name: minified(text) + "\n" for name, text in sorted(files.items())}
    digest = sha256("\0".join(f"{name}\0{text}" for name, text in texts.items()).encode()).hexdigest()[:8]
    return {f"{output}/check-list.{digest}/{name}": text for name, text in texts.items()}


def element(paths: dict[str, str], name: str = ELEMENT) -> str:
    """The path of the file that a page names; what it loads later lies beside it."""
    return next((path for path in paths if path.endswith(f"/{name}")), "")
