"""What the templates of an environment are made of, for telling whether they are the same as last time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from types import BuiltinFunctionType, FunctionType
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from pelican.utils import DateFormatter

from .called import added, is_known, mentions
from .compiled import said_by
from .values import CannotCompare, Values


def templates_digest(env: Environment, values: Values) -> bytes:
    """A digest of all templates that an environment can load, of its options, and of what else its templates can call.

    CannotCompare for an environment with something in it that may change without showing it.
    """
    digest = blake2b(digest_size=16)
    texts = []
    for path in sorted(files_of(env.loader)):
        data = path.read_bytes()
        texts.append(data.decode("utf-8", "replace"))
        digest.update(b"%s\0%d\0" % (str(path).encode("utf-8", "surrogateescape"), len(data)) + data)
    digest.update(values.digest([*said_by(env), repr(env.undefined), repr(env.policies)]))
    if any(not name.startswith("jinja2.ext.") for name in env.extensions):
        raise CannotCompare("an extension of Jinja may read anything")
    for name, value in added(env):
        if is_known(value):
            digest.update(name.encode() + b"\0" + _called(value, values))
        elif any(mentions(text, name) for text in texts):
            raise CannotCompare(f"nobody knows what {name} reads")
    return digest.digest()


def files_of(loader: BaseLoader | None) -> Iterator[Path]:
    if isinstance(loader, FileSystemLoader):
        for folder in loader.searchpath:
            yield from (path for path in Path(folder).rglob("*") if path.is_file())
    elif isinstance(loader, ChoiceLoader):
        for each in loader.loaders:
            yield from files_of(each)
    elif isinstance(loader, PrefixLoader):
        for each in loader.mapping.values():
            yield from files_of(each)
    elif loader is not None:
        raise CannotCompare("nobody knows where its templates come from")


def _called(value: Any, values: Values) -> bytes:
    """A filter, test or global: its code is part of what makes the site, but not what it may have been given."""
    if isinstance(value, DateFormatter):
        return values.digest(value.locale)
    if isinstance(value, partial):
        return _called(value.func, values) + values.digest([value.args, value.keywords])
    if isinstance(value, BuiltinFunctionType | type):
        return repr(value).encode()
    if isinstance(value, FunctionType):
        held = [cell.cell_contents for cell in value.__closure__ or ()]
        return f"{value.__module__}.{value.__qualname__}".encode() + values.digest([held, value.__defaults__])
    return values.digest(value)
