"""The theme's stylesheets as one file: what a browser fetches once is cached for all pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

ORDER = ("layers", "reset", "tokens", "base", "layout", "components", "pages", "utilities", "print")
"""Files and folders by name, in cascade order. Others come at the end, by name."""

_STRING = r'"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'"
_COMMENT = re.compile(rf"({_STRING}|url\([^)'\"]*\))|/\*.*?\*/", re.S)


def joined(sources: Mapping[str, str]) -> str:
    """The stylesheets as one. Keys are paths below the folder of stylesheets: ``components/card.css``.

    An address in one of them counts from where the joined file is, among the theme's other static files.
    """
    return "".join(_tidy(sources[path]) for path in sorted(sources, key=_place))


def hashed(path: str, text: str) -> str:
    """The path with eight hexadecimal digits of the text's hash in it, so that it may be cached for good."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{sha256(text.encode()).hexdigest()[:8]}{dot}{suffix}"


def _place(path: str) -> tuple[int, str]:
    name = path.split("/", 1)[0].removesuffix(".css")
    return (ORDER.index(name) if name in ORDER else len(ORDER), path)


def _tidy(css: str) -> str:
    """The stylesheet without comments and blank lines. Strings and addresses may look like comments."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css.lstrip("\ufeff"))
    return "".join(f"{line.rstrip()}\n" for line in bare.splitlines() if line.strip())
