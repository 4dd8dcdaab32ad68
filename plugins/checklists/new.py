"""``python -m checklists.new``: starts a checklist, as a draft that is valid."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from located import shown_path, slugify

from .fields import TITLE_LIMIT
from .ids import LONGEST

SCHEMA = Path("plugins/checklists/checklist.schema.json")
"""Seen from the working directory."""
MODELINE = "# yaml-language-server: $schema={}\n"
START = """title: {title}
status: draft
summary: One sentence that says whom this is for and when.
items:
  - First thing to do
  - text: Second thing to do
    why: What it is good for.
    time: 10m
"""


def main(arguments: Sequence[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="make new-checklist", description=__doc__)
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--title", required=True)
    options = cli.parse_args(arguments)
    title = " ".join("".join(char if char.isprintable() else " " for char in options.title).split())
    slug = slugify(title)
    if wrong := wrong_title(title, slug):
        print(wrong, file=sys.stderr)
        return 2
    return start(options.content / "checklists", slug, title)


def wrong_title(title: str, slug: str) -> str:
    """Why no file can be named after a title; "" if one can."""
    if not slug:
        return 'make new-checklist needs a title with letters in it: make new-checklist TITLE="Before an event"'
    if len(slug) > LONGEST or len(title) > TITLE_LIMIT:
        return "make new-checklist: the title is too long for a file name. Write a shorter one."
    return ""


def start(folder: Path, slug: str, title: str) -> int:
    """Writes the checklist, unless there is one; gives the exit status."""
    path = folder / f"{slug}.yml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        other = path.with_suffix(".yaml")
        if other.exists():
            raise FileExistsError(None, None, str(other))
        with path.open("x", encoding="utf-8") as file:
            file.write(modeline(folder) + START.format(title=json.dumps(title, ensure_ascii=False)))
    except FileExistsError as error:
        print(f"{shown_path(error.filename)}: is there already. Choose another title.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{shown_path(path)}: cannot be written: {str(error.strerror).lower()}.", file=sys.stderr)
        return 1
    print(f"{shown_path(path)} is a draft: the preview shows it, the site does not, until you remove status: draft.")
    return 0


def modeline(folder: Path) -> str:
    """The line by which editors find the schema, if it and the checklist are in the working directory."""
    here = Path.cwd()
    if not SCHEMA.is_file() or not folder.resolve().is_relative_to(here):
        return ""
    return MODELINE.format(Path(os.path.relpath(here / SCHEMA, folder.resolve())).as_posix())


if __name__ == "__main__":
    sys.exit(main())
