"""What an author changes: a word in the middle of a text, a title. Pure: text in, text out."""

from __future__ import annotations

import re

LONG = 40
"""Words of a paragraph that nobody takes for a title, or for a beginning that a list of articles shows."""


def with_word(source: str, word: str) -> str:
    """The article with ``word`` for a plain word within the paragraph in the middle of its text."""
    head, text = _parted(source)
    blocks = text.split("\n\n")
    long = [at for at, block in enumerate(blocks) if len(block.split()) > LONG]
    at = long[len(long) // 2]
    words = blocks[at].split(" ")
    place = next(spot for spot in range(len(words) // 2, len(words)) if words[spot].isalpha())
    blocks[at] = " ".join([*words[:place], word, *words[place + 1 :]])
    return head + "\n\n".join(blocks)


def with_title(source: str, word: str) -> str:
    """The article with ``word`` for the last word of its title."""
    head, text = _parted(source)
    return re.sub(r"(?m)^(title: .*) \S+$", lambda line: f"{line[1]} {word}", head, count=1) + text


def edited_article(articles: int, turn: int) -> int:
    """The article whose text is edited: another one each time, from the middle of the site on."""
    return (articles // 2 + turn) % articles


def retitled_article(articles: int, turn: int, days: int) -> int:
    """The article whose title is edited: one of the newest, so that it is in all feeds; ``days``: when dates repeat."""
    return (min(articles, days) - 1 - turn % 5) % articles


def _parted(source: str) -> tuple[str, str]:
    """The front matter with both its lines of dashes, and the text."""
    end = source.index("\n---\n") + len("\n---\n")
    return source[:end], source[end:]
