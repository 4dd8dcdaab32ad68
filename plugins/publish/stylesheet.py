"""The theme's stylesheets as few files: what a browser fetches once is cached for all pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from hashlib import sha256

ORDER = ("layers", "fonts", "reset", "tokens", "base", "layout", "components", "pages", "utilities", "print")
"""Files and folders by name, in cascade order. Others come at the end, by name."""
SITE = "site"


def sheets(sources: Mapping[str, str], apart: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each sheet's name and text: first the one for every page, then those that only some pages need.

    Keys of `sources` are paths below the folder of stylesheets: ``components/card.css``. `apart` has the patterns of
    the paths that make up a sheet of their own, by its name; each path goes into the first that fits.
    """
    places = {path: _sheet(path, apart) for path in sources}
    for name in (SITE, *apart):
        if text := joined({path: sources[path] for path in sources if places[path] == name}):
            yield name, text


def joined(sources: Mapping[str, str]) -> str:
    """The stylesheets as one.

    An address in one of them counts from where the joined file is, among the theme's other static files.
    """
    text = "".join(sources[path] for path in sorted(sources, key=_place))
    return f"{text}\n" if text else ""


def hashed(path: str, text: str) -> str:
    """The path with eight hexadecimal digits of the text's hash in it, so that it may be cached for good."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{sha256(text.encode()).hexdigest()[:8]}{dot}{suffix}"


def _sheet(path: str, apart: Mapping[str, Sequence[str]]) -> str:
    fitting = (name for name, patterns in apart.items() if any(fnmatchcase(path, each) for each in patterns))
    return next(fitting, SITE)


def _place(path: str) -> tuple[int, str]:
    name = path.split("/", 1)[0].removesuffix(".css")
    return (ORDER.index(name) if name in ORDER else len(ORDER), path)
