"""Two versions of an article's HTML that differ in words alone, and putting the new words where the old ones are.

The words of an article are the text between its tags. Where tags are the same, what looks at tags alone does the same:
a file which has the old words has the new ones in their places, and nothing else changes in it. So it is where plain
paragraphs come, go or are joined, with emphasis in them, as long as the article has no other tags than before. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

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
MARK = "\0{}\0"
FARTHEST = 12
"""Pieces on either side by which a piece is told from others of the same words."""
PLAIN = re.compile(
    r"</?(?:b|blockquote|br|code|del|em|hr|i|ins|kbd|p|pre|q|s|small|strong|sub|sup|table|tbody|td|th|thead|tr)>", re.I
)
"""Tags that everybody leaves as they are: links, images, headings and items of lists may get something."""
SIMPLE = re.compile(r"</?(?:b|br|code|del|em|i|ins|kbd|p|q|s|small|strong|sub|sup)>", re.I)
"""Those of text that may come and go."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text and tags in turn, as they were and as they are, and at which places the text differs.

    Where tags differ, all that does is in one place, with its tags.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    changed: tuple[int, ...]


def words(before: str, after: str) -> Words | None:
    """What differs between two versions; None if that is more than words, or the words of a heading."""
    old, new = tuple(pieces(before)), tuple(pieces(after))
    if old[1::2] != new[1::2]:
        return _around(old, new)
    changed = tuple(at for at in range(0, len(old), 2) if old[at] != new[at])
    if len(changed) > MOST or any(unfit(old[at]) or unfit(new[at]) for at in changed):
        return None
    return None if changed and not in_headings(old).isdisjoint(changed) else Words(old, new, changed)


def _around(old: tuple[str, ...], new: tuple[str, ...]) -> Words | None:
    """What differs where tags do, in one place; None if it is more than simple text."""
    if set(old[1::2]) != set(new[1::2]):  # somebody may look for one of them
        return None
    start = _alike(old, new)
    start -= start % 2  # a text comes first, and last
    rest = _alike(old[start:][::-1], new[start:][::-1])
    rest -= rest % 2
    was, is_now = old[start : len(old) - rest], new[start : len(new) - rest]
    both = (*was, "", *is_now)
    if len(both) > MOST or any(map(unfit, both[::2])) or not all(map(SIMPLE.fullmatch, (*was[1::2], *is_now[1::2]))):
        return None
    if start in in_headings(old):
        return None
    before = (*old[:start], "".join(was), *old[len(old) - rest :])
    after = (*new[:start], "".join(is_now), *new[len(new) - rest :])
    return Words(before, after, (start,))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pieces are the same at the beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


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

    `written` tells how a part of the HTML is written in the file. What stands around words tells them from others, as
    far as nothing changes it on its way from the article into the file.
    """
    own, now = written("".join(changed.before)), list(changed.before)
    for at in changed.changed:
        for around in surroundings(changed.before, at):
            old = written("".join(now[around]))
            place = text.find(old) if old else -1
            if old and (place < 0 or old not in own):
                return None
            if old and text.find(old, place + 1) < 0 and own.count(old) == 1:
                now[at] = changed.after[at]
                own = own.replace(old, written("".join(now[around])))
                text = text[:place] + written("".join(now[around])) + text[place + len(old) :]
                break
        else:
            return None
    return text


def set_apart(changed: Words) -> Words:
    """The same with a mark for each of the new words, which is in no text, to tell them from what else is to change."""
    after = list(changed.after)
    for at in changed.changed:
        after[at] = MARK.format(at)
    return replace(changed, after=tuple(after))


def put_back(text: str, changed: Words) -> str:
    """A text with the new words for their marks."""
    for at in changed.changed:
        text = text.replace(MARK.format(at), changed.after[at])
    return text


def surroundings(found: Sequence[str], at: int) -> Iterator[slice]:
    """The text at a place, and more and more of what is around it, up to tags that may be written in another way."""
    start, end = at, at + 1
    yield slice(start, end)
    for _ in range(FARTHEST):
        wider = start - 2 if start > 1 and PLAIN.fullmatch(found[start - 1]) else start
        further = end + 2 if end < len(found) - 1 and PLAIN.fullmatch(found[end]) else end
        if (wider, further) == (start, end):
            return
        start, end = wider, further
        yield slice(start, end)
