"""Titles and summaries tell when they are printed, and are text otherwise."""

from __future__ import annotations

import copy
import json
import pickle
from collections import Counter
from dataclasses import dataclass, field

import pytest
from jinja2 import Environment
from press.told import Told, occurrences

OWN = "Ham & Eggs"


@dataclass
class Page:
    printed: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass
class Reading:
    present: Page | None = None


def printed(template: str, autoescape: bool) -> tuple[str, int]:
    page = Page()
    title = Told.made(OWN, "one.md", "title", Reading(page))
    return Environment(autoescape=autoescape).from_string(template).render(title=title), page.printed["one.md", "title"]


@pytest.mark.parametrize(
    ("template", "autoescape", "text", "times"),
    [
        ("{{ title }}", True, "Ham &amp; Eggs", 1),
        ("{{ title }}", False, OWN, 1),
        ("{{ title or 'x' }}{{ title }}", True, "Ham &amp; EggsHam &amp; Eggs", 2),
        ("{% if title %}x{% endif %}", True, "x", 0),
        ("{{ title | upper }}", True, "HAM &amp; EGGS", 0),
        ("{{ title | e }}", True, "Ham &amp; Eggs", 1),
        ("{% macro m(t) %}<b>{{ t }}</b>{% endmacro %}{{ m(title) }}", True, "<b>Ham &amp; Eggs</b>", 1),
        ("{% set here = {'title': title} %}{{ here.title }}", True, "Ham &amp; Eggs", 1),
        ("{{ title | length }}", True, "10", 0),
    ],
)
def test_jinja_counts_what_it_prints(template: str, autoescape: bool, text: str, times: int) -> None:
    assert printed(template, autoescape) == (text, times)


def test_outside_of_a_page_nothing_is_counted() -> None:
    title = Told.made(OWN, "one.md", "title", Reading())
    assert (str(title), f"{title}", title + "!", json.dumps(title)) == (OWN, OWN, f"{OWN}!", f'"{OWN}"')


def test_a_title_is_like_any_text() -> None:
    title = Told.made(OWN, "one.md", "title", Reading())
    assert title == OWN
    assert hash(title) == hash(OWN)
    assert {title: 1}[OWN] == 1
    for each in (copy.copy(title), copy.deepcopy(title), pickle.loads(pickle.dumps(title)), str(title)):
        assert (type(each), each) == (str, OWN)


@pytest.mark.parametrize(
    ("text", "title", "times"),
    [("", "a", 0), ("a b a", "a", 2), ("aaa", "aa", 2), ("abab aba", "aba", 2), ("Networking 2", "Networking", 1)],
)
def test_occurrences_that_overlap_are_counted(text: str, title: str, times: int) -> None:
    assert occurrences(text, title) == times
