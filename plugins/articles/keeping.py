"""Conversions kept from build to build, for whoever gives the reader a shelf to keep them on.

A conversion depends on the text of one file, its path, and the settings named here; the shelf knows the code that made
it. What depends on the present moment is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

from located.plain import NotPlain, plain, restored

from .model import Outline

Type = TypeVar("Type")
SETTINGS = ("DRAFTS", "HEADINGS", "TIMEZONE")
MARKDOWNS_OWN = frozenset(
    (
        "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html "
        "meta nl2br sane_lists smarty tables toc wikilinks"
    ).split()
)
"""By their short names, which other packages may give to theirs."""
READ_FILES = ("pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets")


class Shelf(Protocol):
    """Values by key, as a build keeps them for the next one."""

    def has(self, key: bytes) -> bool: ...

    def get(self, key: bytes) -> bytes | None: ...

    def put(self, key: bytes, value: bytes) -> None: ...


class Keeping:
    """What makes the key of a text; there is none where a conversion cannot be kept."""

    def __init__(self, settings: Mapping[str, Any], extensions: Sequence[Any]) -> None:
        named = [_named(each) for each in extensions]
        markdown = settings.get("MARKDOWN") or {}
        rest = {key: value for key, value in markdown.items() if key != "extensions"}
        said = [named, rest, [settings.get(name) for name in SETTINGS]]
        self.settings: bytes | None = None
        if all(named):
            try:
                self.settings = json.dumps(said, sort_keys=True).encode()
            except TypeError:  # a function among them: what it does cannot be compared
                self.settings = None
        self.name = blake2b(self.settings, digest_size=8).hexdigest() if self.settings is not None else ""
        """What tells these settings from others."""

    def key(self, path: str, text: str, is_article: bool) -> bytes | None:
        """The key of a file's conversion; `path` is as its author knows it, since problems name it."""
        if self.settings is None:
            return None
        parts = (self.settings, path.encode("utf-8", "surrogateescape"), text.encode(), b"%d" % is_article)
        return blake2b(b"\0".join(b"%d:%s" % (len(part), part) for part in parts), digest_size=20).digest()


def _named(extension: Any) -> str:
    """An extension by name; "" for one that may read more than the text."""
    if isinstance(extension, str):
        return extension if is_well_known(extension) and extension not in READ_FILES else ""
    kind = type(extension)
    return f"{kind.__module__}:{kind.__qualname__}" if getattr(kind, "reads_text_alone", False) else ""


def is_well_known(extension: str) -> bool:
    """Whether an extension is Markdown's own or PyMdown's."""
    return extension in MARKDOWNS_OWN or extension.startswith(("markdown.extensions.", "pymdownx."))


def kept(shelf: Shelf, key: bytes, kind: type[Type]) -> Type | None:
    """What is on the shelf; None for nothing, or nothing that can be used."""
    data = shelf.get(key)
    try:
        return None if data is None else _read(kind, data)
    except (NotPlain, ValueError, RecursionError):
        return None


def keep(shelf: Shelf, key: bytes, value: Any) -> None:
    shelf.put(key, _written(value))


def outline_bytes(outline: Outline) -> bytes:
    return _written(outline)


def bytes_outline(data: bytes) -> Outline:
    return _read(Outline, data)


def _written(value: Any) -> bytes:
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(kind: type[Type], data: bytes) -> Type:
    return restored(kind, json.loads(data))
