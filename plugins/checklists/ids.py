"""Text -> the id of the item that says it."""

from __future__ import annotations

from located import slugify

LONGEST = 60
ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""What an id is made of, as a regular expression."""


def item_id(text: str) -> str:
    """The slug of a text, at most 60 characters and cut between words where there are any; "item" for none."""
    slug = slugify(text)
    if len(slug) <= LONGEST:
        return slug or "item"
    cut, hyphen, _ = slug[: LONGEST + 1].rpartition("-")
    return cut if hyphen else slug[:LONGEST]
