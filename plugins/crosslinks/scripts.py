"""The plan's modules as the site will have them, joined with those of checklists that keep what a reader does.

They lie in a folder named after what is in it: a page and its scripts are then always of one build.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import checklists.scripts
from checklists.joining import joined
from located.minified import minified

FOLDER = Path(__file__).with_name("static") / "my-plan"
PAGE, TOGGLES = "my-plan.js", "plan-toggles.js"


def scripts(output: str) -> dict[str, str]:
    """The files by their paths in the site, below ``<output>/my-plan.<hash>/``."""
    folders = (checklists.scripts.FOLDER, FOLDER)
    sources = {path.name: path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.js"))}
    files = joined(sources, PAGE) | joined(sources, TOGGLES)
    texts = {name: minified(text) + "\n" for name, text in sorted(files.items())}
    digest = sha256("\0".join(f"{name}\0{text}" for name, text in texts.items()).encode()).hexdigest()[:8]
    return {f"{output}/my-plan.{digest}/{name}": text for name, text in texts.items()}


def element(paths: dict[str, str], name: str) -> str:
    """The path of the file that a page names; what it loads later lies beside it."""
    return next(path for path in paths if path.endswith(f"/{name}"))
