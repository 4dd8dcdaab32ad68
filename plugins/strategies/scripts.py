"""The element's module as the site will have it: without comments, in a folder named after what is in it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from located.minified import minified

MODULE = Path(__file__).with_name("static") / "strategy-index" / "strategy-index.js"


def script(output: str) -> tuple[str, str]:
    """Its path in the site, ``<output>/strategy-index.<hash>/strategy-index.js``, and its text."""
    text = minified(MODULE.read_text("utf-8")) + "\n"
    digest = sha256(text.encode()).hexdigest()[:8]
    return f"{output}/strategy-index.{digest}/{MODULE.name}", text
