"""What templates can call, beside what comes with Jinja: filters, tests and functions of settings and plugins.

Some give the same for the same. Others nobody knows: they may look at the clock, at a file, at what their plugin keeps,
or make a picture on the way.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from types import BuiltinFunctionType, FunctionType
from typing import Any

from jinja2 import Environment
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.tests import TESTS as DEFAULT_TESTS
from pelican.utils import DateFormatter

PURE = frozenset("builtins html itertools jinja2 json markupsafe math _operator re string textwrap urllib".split())
"""Packages whose functions look at nothing but what they are given, but for `open`."""


def added(env: Environment) -> Iterator[tuple[str, Any]]:
    """Everything that templates of `env` can call and that is not Jinja's own, by name."""
    for table, own in ((env.globals, DEFAULT_NAMESPACE), (env.filters, DEFAULT_FILTERS), (env.tests, DEFAULT_TESTS)):
        for name in sorted(table):
            if table[name] is not own.get(name):
                yield name, table[name]


def is_known(value: Any) -> bool:
    """Whether it gives the same for the same: data, or a function of which that is known.

    Those of a plugin that says what it reads (`READS`) are.
    """
    if isinstance(value, partial):
        return is_known(value.func)
    if isinstance(value, FunctionType | BuiltinFunctionType | type):
        return value is not open and _is_known_module(value.__module__ or "")
    return isinstance(value, DateFormatter) or not callable(value)


def _is_known_module(module: str) -> bool:
    names = module.split(".")
    if names[0] == "pelican" and (names[1:2] != ["plugins"] or names[2:3] == ["_utils"]):
        return True
    packages = (".".join(names[: n + 1]) for n in range(len(names)))
    says = any(getattr(sys.modules.get(package), "READS", None) is not None for package in packages)
    return says or names[0] in PURE


def mentions(text: str, name: str) -> bool:
    """Whether a template may call `name`."""
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def calls_unknown(env: Environment, source: str) -> bool:
    """Whether a template may call something of which nobody knows what it does."""
    return any(not is_known(value) and mentions(source, name) for name, value in added(env))
