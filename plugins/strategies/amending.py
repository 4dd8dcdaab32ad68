"""An article of which only words change: whether they are those of its strategies, which other pages show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from articles.model import Card, Outline, Section
from located import Location


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether an article advises the same as before, in the same words. Both are conversions of the articles plugin."""
    if _advice(before.outline) == _advice(after.outline):
        return True
    lang = str(before.draft.fields.lang or settings.get("DEFAULT_LANG", "en")).lower()
    return bool(_reading(before, before.outline, lang) == _reading(before, after.outline, lang))


def _advice(outline: Outline) -> Any:
    """The outline without its paragraphs, of which strategies have the first sentences alone."""
    return outline.run_ins, tuple(map(_section, outline.sections))


def _section(section: Section) -> Any:
    return replace(section, paragraphs=(), sections=()), tuple(map(_section, section.sections))


def _reading(found: Any, outline: Outline, lang: str) -> Any:
    """What an outline says, on a card that has of the article what is asked of it."""
    from .reading import read_strategies  # seldom needed, and its wordings take a while to compile

    fields = found.draft.fields
    card = Card(found.title, "", fields.date, fields.modified, "", 0, None, (), "", "", lang)
    return read_strategies(outline, card, found.draft.slug, fields.strategies, Location(found.path))
