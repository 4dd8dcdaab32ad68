"""An article of which only words change: its strategies, which other pages show."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from articles.model import Card, Outline, Section
from located import Location

from . import SETTINGS


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether an article advises the same as before, in the same words. Both are conversions of the articles plugin."""
    if before.title == after.title and _advice(before.outline) == _advice(after.outline):
        return True
    lang = str(before.draft.fields.lang or settings.get("DEFAULT_LANG", "en")).lower()
    return bool(_reading(before, lang) == _reading(after, lang))


def retold(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """The document with the new title of the article at an address."""
    if path != settings.get("STRATEGIES_JSON", SETTINGS["STRATEGIES_JSON"]):
        return None
    said = before.title, after.title, f"{settings['SITEURL']}/{url}"
    old, new, at = (json.dumps(each, ensure_ascii=False) for each in said)
    named = re.compile(rf'"title": {re.escape(old)}(?=,\n +"url": {re.escape(at)},\n +"lang": )')
    found, count = named.subn(lambda _: f'"title": {new}', text)
    return found if count else None


def _advice(outline: Outline) -> Any:
    """The outline without its paragraphs, of which strategies have the first sentences alone."""
    return outline.run_ins, tuple(map(_section, outline.sections))


def _section(section: Section) -> Any:
    return replace(section, paragraphs=(), sections=()), tuple(map(_section, section.sections))


def _reading(found: Any, lang: str) -> Any:
    """What an article advises, on a card that has of it what is asked, whatever its title is."""
    from .reading import read_strategies  # seldom needed, and its wordings take a while to compile

    fields = found.draft.fields
    card = Card(found.title, "", fields.date, fields.modified, "", 0, None, (), "", "", lang)
    reading = read_strategies(found.outline, card, found.draft.slug, fields.strategies, Location(found.path))
    untitled = replace(card, title="")
    entries = [replace(each, article=untitled) for each in (*reading.strategies, *reading.others)]
    groups = [replace(each, article=untitled, why="") for each in (*reading.groups, *reading.passed_over)]
    return entries, groups, reading.problems
