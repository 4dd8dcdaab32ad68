"""The address that opens a file in its author's editor, at the line of a problem."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from press.finding import Place
from press.settings_file import declared, literal

NAME = "PREVIEW_EDITOR"
"""Of the environment, or else of the settings."""

USUAL = "vscode://file/{path}:{line}:{column}"


def editor(settings: Path) -> str:
    """The form of such addresses; "" where their author wants none."""
    if (given := os.environ.get(NAME)) is not None:
        return given
    written = literal(declared(str(settings)).get(NAME))
    return written if isinstance(written, str) else USUAL


def link(form: str, where: Place) -> str:
    """The address for one place. It holds the whole path; a script is never run by it."""
    if "{path}" not in form or form.strip().lower().startswith(("javascript:", "data:", "vbscript:")):
        return ""
    path, line, column = where
    full = quote(os.path.abspath(path))
    after_name = "/{path}" in form and "//{path}" not in form  # the path brings its own slash
    return (
        form.replace("/{path}" if after_name else "{path}", full)
        .replace("{line}", str(line))
        .replace("{column}", str(column))
    )
