"""Which filters, tests and functions give the same for the same."""

from __future__ import annotations

import datetime
import math
import os.path
from functools import partial
from typing import Any

import pytest
from articles.fields import read_fields
from jinja2 import Environment
from pelican.plugins._utils import plugin_enabled
from pelican.plugins.image_process.image_process import scale
from pelican.utils import DateFormatter, slugify
from press.called import added, calls_unknown, is_known, mentions


@pytest.mark.parametrize(
    "value",
    ["data", 3, ["x"], len, str, math.floor, slugify, partial(plugin_enabled, plugin_list=[]), read_fields],
)
def test_these_give_the_same_for_the_same(value: Any) -> None:
    assert is_known(value)


@pytest.mark.parametrize(
    "value",
    [open, datetime.datetime, datetime.datetime.now, os.path.getmtime, scale, [].pop, partial(scale, upscale=True)],
)
def test_of_these_nobody_knows(value: Any) -> None:
    assert not is_known(value)


def test_the_engines_own_dates_are_known() -> None:
    assert is_known(DateFormatter())


def test_what_is_jinjas_own_was_not_added() -> None:
    env = Environment()
    env.filters["upper"], env.filters["own"], env.tests["odd"] = len, len, env.tests["even"]
    assert dict(added(env)) == {"upper": len, "own": len, "odd": env.tests["even"]}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{ x | own }}", True),
        ("{{ x|own(1) }}", True),
        ("{{ xs | map('own') }}", True),
        ("{{ owned | my_own }}", False),
    ],
)
def test_a_name_is_looked_for_as_a_word(text: str, named: bool) -> None:
    assert mentions(text, "own") == named


def test_only_what_a_template_names_counts() -> None:
    env = Environment()
    env.filters["now"] = datetime.datetime.now
    assert calls_unknown(env, "{{ 'x' | now }}")
    assert not calls_unknown(env, "{{ 'x' | upper }}")
