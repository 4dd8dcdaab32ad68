"""Which folders the press will not replace by a site."""

from __future__ import annotations

from pathlib import Path

from .finding import shown_path
from .manifest import read_manifest


def refusal(output: Path, sources: dict[str, Path]) -> str:
    """Why the site may not be put at `output`, as one line; empty if it may.

    `sources` are the folders a build reads, by what an author calls them.
    """
    shown = shown_path(output)
    reason = wrong_kind(output) or wrong_place(output.resolve(), sources) or not_ours(output)
    return f"{shown}: {reason}" if reason else ""


def wrong_kind(output: Path) -> str:
    if output.is_symlink():
        return "the output folder is a symbolic link. Name the folder that it leads to."
    if output.exists() and not output.is_dir():
        return "the output is not a folder. Name a folder, or one that does not exist yet."
    return ""


def wrong_place(output: Path, sources: dict[str, Path]) -> str:
    """`output` is resolved."""
    if output == Path(output.anchor):
        return "the output folder is the root of the file system. Name a folder of its own."
    for name, folder in {"your home": Path.home(), **sources}.items():
        if output == folder.resolve():
            return f"the output folder is {name} folder itself. Name a folder of its own."
        if output in folder.resolve().parents:
            return f"{name} folder lies inside the output folder. Name a folder of its own."
    return ""


def not_ours(output: Path) -> str:
    if not output.exists() or not any(output.iterdir()) or read_manifest(output) is not None:
        return ""
    return "the output folder is not empty and was not made by a build. Empty it yourself, or name another."
