"""Where in an article's source an image was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from located import Location, split_front_matter

_BEFORE = r"(?<![\w/.-])"
_AFTER = r"(?![\w/-])"


def image_places(text: str, path: str, sources: Iterable[str]) -> list[Location]:
    """The place of each image by its address as it was written, in the order in which they come in the article.

    An address that cannot be found, since a plugin made it up, is told at the article's first line.
    """
    parts = split_front_matter(text, path)
    seen: Counter[str] = Counter()
    places = []
    for source in sources:
        found = _found(parts.body, source, seen[source])
        seen[source] += 1
        places.append(_location(parts.body, parts.body_line, path, found))
    return places


def _found(text: str, source: str, number: int) -> int | None:
    """Where the address stands for the time with this number; the last time, if it does not come so often."""
    for written in dict.fromkeys((source, unquote(source), source.replace(" ", "%20"), source.rpartition("/")[2])):
        offsets = [each.start() for each in re.finditer(_BEFORE + re.escape(written) + _AFTER, text)] if written else []
        if offsets:
            return offsets[min(number, len(offsets) - 1)]
    return None


def _location(body: str, first: int, path: str, offset: int | None) -> Location:
    if offset is None:
        return Location(path)
    line = body.count("\n", 0, offset)
    return Location(path, first + line, offset - (body.rfind("\n", 0, offset) + 1) + 1)


def header_place(text: str, path: str, value: str) -> Location:
    """The place of a value in an article's header."""
    parts = split_front_matter(text, path)
    return _location(parts.header, parts.header_line, path, _found(parts.header, value, 0))
