"""The elements' modules as the site will have them: without comments, in a folder named after what is in them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from located.minified import minified

FOLDER = Path(__file__).with_name("static") / "site-search"
SEARCH, NEAREST = "site-search.js", "nearest-addresses.js"


def scripts(output: str) -> dict[str, str]:
    """The files by their paths in the site, below ``<output>/site-search.<hash>/``; they import one another."""
    texts = {path.name: minified(path.read_text("utf-8")) + "\n" for path in sorted(FOLDER.glob("*.js"))}
    digest = sha256("\0".join(f"{name}\0{text}" for name, text in texts.items()).encode()).hexdigest()[:8]
    return {f"{output}/site-search.{digest}/{name}": text for name, text in texts.items()}


def element(paths: dict[str, str], name: str) -> str:
    """The path of the file that a page names."""
    return next(path for path in paths if path.endswith(f"/{name}"))
