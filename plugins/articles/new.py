"""``python -m articles.new``: starts an article, with today's date, an address and front matter that is valid."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from located import shown_path

from .fields import TITLE_LIMIT
from .reading import SLUG_LIMIT
from .slugs import slugify

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
    if not slug:
        print(
            'make new-article needs a title with letters in it: make new-article TITLE="How to Follow Up"',
            file=sys.stderr,
        )
        return 2
    if len(slug) > SLUG_LIMIT or len(title) > TITLE_LIMIT:
        print("make new-article: the title is too long for a file name. Write a shorter one.", file=sys.stderr)
        return 2
    today = date.today().isoformat()
    path = options.content / "articles" / f"{today}-{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(START.format(title=json.dumps(title, ensure_ascii=False), date=today))
    except FileExistsError:
        print(f"{shown_path(path)}: is there already. Choose another title.", file=sys.stderr)
        return 1
    print(f"{shown_path(path)} is a draft: the preview shows it, the site does not, until you remove published: false.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
