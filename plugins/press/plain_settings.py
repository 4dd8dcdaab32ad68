"""The settings of a site as its file and the command say them, without Pelican and its defaults."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def overrides(options: argparse.Namespace) -> dict[str, Any]:
    """The settings that the command decides."""
    return {
        "PATH": str(Path(options.content).absolute()),
        "OUTPUT_PATH": str(Path(options.output).absolute()),
        "SITEURL": options.siteurl.rstrip("/"),
        "SETTINGS_FILE": str(Path(options.settings).absolute()),
        "DEBUG": options.debug,
        "PUBLISHING": options.publish,
        "DRAFTS": options.drafts,  # whatever the settings say: what is published has none
    }


def plain_settings(options: argparse.Namespace) -> dict[str, Any]:
    """What the file says when it is run, as Pelican 4.12 runs it, and the command. It may raise anything."""
    path = Path(options.settings).absolute()
    names: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    exec(compile(path.read_bytes(), path, "exec"), names)
    return {name: value for name, value in names.items() if name.isupper()} | overrides(options)
