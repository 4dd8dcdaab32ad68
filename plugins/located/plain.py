"""Frozen dataclasses as plain data (what JSON knows), and back: for keeping them between runs.

The data names no types: what it is read as is decided by the annotations of the dataclass asked for, so that data
from anywhere can make nothing but values of that type, or fail.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Type = TypeVar("Type")
Reader = Callable[[Any], Any]
SIMPLE = (str, int, float, bool, NoneType)


class NotPlain(Exception):
    """Data that does not fit its type, or a type that has no plain form."""


def plain(value: Any) -> Any:
    """A value without its types: a dataclass is the list of its fields, a date its ISO form."""
    kind = type(value)
    if kind in SIMPLE:
        return value
    if kind is tuple:
        return [plain(each) for each in value]
    if kind is dict:
        return {key: plain(each) for key, each in value.items()}
    if kind is datetime:
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(kind):
        return [plain(getattr(value, field)) for field in _names(kind)]
    raise NotPlain(f"no plain form of {kind.__qualname__}")


def restored(kind: type[Type], data: Any) -> Type:
    """A value of a type from what `plain` made of it; NotPlain where the data is of something else."""
    try:
        read: Reader = _reader(kind)  # type: ignore[arg-type]
        return read(data)  # type: ignore[no-any-return]
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise NotPlain(str(error)) from error


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> Reader:
    """What reads one type. Types are those of fields: simple ones, dates, enums, tuples, dicts with text for keys."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in SIMPLE:
        return _exactly(kind)
    if kind is datetime:
        return datetime.fromisoformat
    if origin is Literal:
        return _one_of(inner)
    if origin in (Union, UnionType):
        return _either(inner)
    if origin is tuple:
        return _many(inner[0]) if inner[1:] == (...,) else _each(inner)
    if origin is dict and inner[0] is str:
        return _by_name(inner[1])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _fields(kind)
    raise NotPlain(f"no plain form of {kind}")


def _exactly(kind: type) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError(f"{type(data).__name__} for {kind.__name__}")
        return data

    return read


def _one_of(allowed: tuple[Any, ...]) -> Reader:
    def read(data: Any) -> Any:
        if data not in allowed:
            raise ValueError(f"none of {allowed}")
        return data

    return read


def _either(kinds: tuple[Any, ...]) -> Reader:
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) != 1:
        raise NotPlain("a choice of types has no plain form, but for None")
    read_other = _reader(others[0])
    return lambda data: None if data is None else read_other(data)


def _many(kind: Any) -> Reader:
    if kind is str:
        return _texts
    read = _lazily(kind)
    return lambda data: tuple([read(each) for each in _list(data)])


def _texts(data: Any) -> tuple[str, ...]:
    if not {*map(type, _list(data))} <= {str}:
        raise TypeError("not all of it is text")
    return tuple(data)


def _each(kinds: tuple[Any, ...]) -> Reader:
    readers = [_lazily(kind) for kind in kinds]
    return lambda data: tuple([read(each) for read, each in zip(readers, _list(data), strict=True)])


def _by_name(kind: Any) -> Reader:
    read, name = _lazily(kind), _exactly(str)
    return lambda data: {name(key): read(each) for key, each in data.items()}


def _fields(kind: type) -> Reader:
    readers: list[Reader] = []

    def read(data: Any) -> Any:
        if not readers:  # not before it is asked for: a type may have fields of its own type
            hints = get_type_hints(kind)
            readers.extend(_reader(hints[name]) for name in _names(kind))
        return kind(*[each(value) for each, value in zip(readers, _list(data), strict=True)])

    return read


def _lazily(kind: Any) -> Reader:
    return (lambda data: _reader(kind)(data)) if isinstance(kind, type) else _reader(kind)


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise TypeError(f"{type(data).__name__} for a list")
    return data
