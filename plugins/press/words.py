"""Two versions of an article's HTML that differ in words alone, and putting the new words where the old ones are.

The words of an article are the text between its tags. Where tags are the same, what looks at tags does the same, so
that a file which has the old words has the new ones in their places, and nothing else changes in it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title|template|svg|math)\b.*?(?:</\1\s*>|\Z)"
    r"""|<(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^>"'])*+(?:>|\Z)""",
    re.S | re.I,
)
"""Whatever is no text, with all that is in it."""
HEADING = re.compile(r"<(/?)h[1-6]\b", re.I)
MOST = 100
"""Pieces of text that may differ; in a text that is another one altogether, nothing is worth looking for."""
FARTHEST = 12
"""Pieces on either side by which a piece is told from others of the same words."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text and tags in turn, as they were and as they are, and at which places the text differs."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    changed: tuple[int, ...]


def words(before: str, after: str) -> Words | None:
    """What differs between two versions; None if that is more than words, or the words of a heading."""
    old, new = tuple(pieces(before)), tuple(pieces(after))
    if len(old) != len(new) or old[1::2] != new[1::2]:
        return None
    changed = tuple(at for at in range(0, len(old), 2) if old[at] != new[at])
    if len(changed) > MOST or any(unfit(old[at]) or unfit(new[at]) for at in changed):
        return None
    return None if changed and not in_headings(old).isdisjoint(changed) else Words(old, new, changed)


def pieces(html: str) -> Iterator[str]:
    """Text, tag, text, tag, …, text; a text may be empty."""
    end = 0
    for tag in TAG.finditer(html):
        yield html[end : tag.start()]
        yield tag[0]
        end = tag.end()
    yield html[end:]


def unfit(text: str) -> bool:
    """Whether it may be part of a tag after all."""
    return "<" in text or ">" in text


def in_headings(found: tuple[str, ...]) -> set[int]:
    """The places of text that is in a heading."""
    inside, is_in = set(), False
    for at, piece in enumerate(found):
        if at % 2 and (heading := HEADING.match(piece)):
            is_in = not heading[1]
        elif is_in:
            inside.add(at)
    return inside


def with_words(text: str, changed: Words, written: Callable[[str], str]) -> str | None:
    """A file's text with the new words; None if it does not show beyond doubt where the old ones are.

    `written` tells how a part of the HTML is written in the file.
    """
    now = list(changed.before)
    for at in changed.changed:
        for far in range(FARTHEST):
            around = slice(max(0, at - far), at + far + 1)
            old = written("".join(now[around]))
            place = text.find(old) if old else -1
            if old and place < 0:
                return None
            if old and text.find(old, place + 1) < 0:
                now[at] = changed.after[at]
                text = text[:place] + written("".join(now[around])) + text[place + len(old) :]
                break
        else:
            return None
    return text
