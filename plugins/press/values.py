"""What a value comes to, as bytes to compare: two values with the same bytes print the same in any template.

Data compares as data. An article or page compares as which one it is: what a template reads of it is a read of its own
(see `reads`). A value whose insides cannot be seen, such as a function, cannot be compared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime, time, tzinfo
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from jinja2.runtime import Undefined
from jinja2.utils import missing
from markupsafe import Markup
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

from .told import Told

DEEPEST = 60
WRAPPED = ("settings", "_name", "_slug", "_slug_from_name")
"""What a category's name and slug come from; a slug is made when first asked for."""
LARGE = 64
"""Entries from which on a list is remembered while a page is compared: paginators show theirs to every page."""


class CannotCompare(Exception):
    """A value that may change without showing it."""


class Values:
    """Digests of values, remembered for as long as this lives: frozen ones, and lists that are being written."""

    def __init__(self, identity: Callable[[Content], str]) -> None:
        self.identity = identity
        self.frozen: dict[int, tuple[Any, bytes]] = {}
        self.lists: dict[int, tuple[Any, bytes]] = {}
        self.within = 0

    def digest(self, value: Any) -> bytes:
        """16 bytes, or CannotCompare."""
        return blake2b(self._bytes(value, 0), digest_size=16).digest()

    def forget_lists(self) -> None:
        """Lists may change from now on."""
        self.lists.clear()

    def forget(self) -> None:
        """Anything may change from now on: what is frozen may hold what is not."""
        self.lists.clear()
        self.frozen.clear()

    def _bytes(self, value: Any, depth: int) -> bytes:
        kind = type(value)
        if kind is str or kind is Markup or kind is Told:
            data = value.encode("utf-8", "surrogatepass")
            return b"%s%d:%s" % (b"m" if kind is Markup else b"s", len(data), data)
        if value is None or kind in (bool, int, float):
            return repr(value).encode() + b";"
        if depth > DEEPEST:
            raise CannotCompare("it is nested too deeply")
        if kind in (tuple, list):
            return self._listed(value, depth)
        return self._other(kind, value, depth + 1)

    def _listed(self, value: Any, depth: int) -> bytes:
        if len(value) < LARGE:
            return b"[%s]" % b"".join([self._bytes(each, depth + 1) for each in value])
        if known := self.lists.get(id(value)):
            return known[1]
        data = blake2b(b"".join([self._bytes(each, depth + 1) for each in value]), digest_size=16).digest()
        self.lists[id(value)] = value, b"L" + data  # with the list itself, so that its id stays its own
        return b"L" + data

    def _other(self, kind: type, value: Any, depth: int) -> bytes:
        if isinstance(value, Content):
            if self.within:  # whose properties may tell what is in an article, past the template's own reads
                raise CannotCompare("there is an article in a dataclass")
            return b"c" + self._bytes(self.identity(value), depth)
        if kind is dict:
            parts = [self._bytes(key, depth) + self._bytes(each, depth) for key, each in value.items()]
            return b"{%s}" % b"".join(parts)  # in their order, in which a template goes through them
        if dataclasses.is_dataclass(kind):
            return self._dataclass(kind, value, depth)
        if isinstance(value, Enum):
            return self._named(kind, value.value, depth)
        if kind in (datetime, date, time, SafeDatetime):
            return self._named(kind, [value.isoformat(), _zone(getattr(value, "tzinfo", None))], depth)
        if kind in (set, frozenset):
            return b"(%s)" % b"".join(sorted(self._bytes(each, depth) for each in value))
        if isinstance(value, PurePath):
            return self._named(kind, str(value), depth)
        if value is missing or isinstance(value, Undefined):
            return b"?"
        return self._engines(kind, value, depth)

    def _dataclass(self, kind: type, value: Any, depth: int) -> bytes:
        if known := self.frozen.get(id(value)):
            return known[1]
        fields = [getattr(value, field.name) for field in dataclasses.fields(kind)]
        self.within += 1
        try:
            data = blake2b(self._named(kind, fields, depth), digest_size=16).digest()
        finally:
            self.within -= 1
        if kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            self.frozen[id(value)] = value, b"D" + data
        return b"D" + data

    def _engines(self, kind: type, value: Any, depth: int) -> bytes:
        """What Pelican 4.12 hands to templates."""
        if isinstance(value, URLWrapper):
            held = {name: each for name, each in vars(value).items() if name not in WRAPPED}
            return self._named(kind, [value.name, value.slug, held], depth)
        if kind is Page:
            shown = [value.number, value.name, value.base_url, value.full_name, value.object_list, value.paginator]
            return self._named(kind, shown, depth)
        if kind is Paginator:
            shown = [value.name, value.url, value.per_page, value.orphans, value.object_list]
            return self._named(kind, shown, depth)
        raise CannotCompare(f"nobody knows what is in a {kind.__qualname__}")

    def _named(self, kind: type, value: Any, depth: int) -> bytes:
        return f"<{kind.__module__}.{kind.__qualname__} ".encode() + self._bytes(value, depth) + b">"


def _zone(zone: tzinfo | None) -> str:
    return "" if zone is None else str(zone)
