"""``python -m articles.new``: starts an article, with today's date, an address and front matter that is valid."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from located import shown_path, slugify

from .reading import SLUG_LIMIT
from .values import TITLE_LIMIT

START = """---
title: {title}
date: {date}
categories: general
tags: []
published: false
---
One paragraph that says whom this is for and what they will be able to do.

## First section

1. ...
"""


def main(arguments: Sequence[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="make new-article", description=__doc__)
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--title", required=True)
    options = cli.parse_args(arguments)
    title = " ".join("".join(char if char.isprintable() else " " for char in options.title).split())
    slug = slugify(title)
    if wrong := wrong_title(title, slug):
        print(wrong, file=sys.stderr)
        return 2
    return start(options.content / "articles" / f"{date.today().isoformat()}-{slug}.md", title)


def wrong_title(title: str, slug: str) -> str:
    """Why no file can be named after a title; "" if one can."""
    if not slug:
        return 'make new-article needs a title with letters in it: make new-article TITLE="How to Follow Up"'
    if len(slug) > SLUG_LIMIT or len(title) > TITLE_LIMIT:
        return "make new-article: the title is too long for a file name. Write a shorter one."
    return ""


def start(path: Path, title: str) -> int:
    """Writes the article, unless there is one; gives the exit status."""
    text = START.format(title=json.dumps(title, ensure_ascii=False), date=date.today().isoformat())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        print(f"{shown_path(path)}: is there already. Choose another title.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{shown_path(path)}: cannot be written: {str(error.strerror).lower()}.", file=sys.stderr)
        return 1
    print(f"{shown_path(path)} is a draft: the preview shows it, the site does not, until you remove published: false.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
