"""An article of which only words change: whether they are those of its strategies, which other pages show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.model import Card, Outline
from located import Location

from .reading import Reading, read_strategies


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether an article advises the same as before, in the same words. Both are conversions of the articles plugin."""
    lang = str(before.draft.fields.lang or settings.get("DEFAULT_LANG", "en")).lower()
    return _reading(before, before.outline, lang) == _reading(before, after.outline, lang)


def _reading(found: Any, outline: Outline, lang: str) -> Reading:
    """What an outline says, on a card that has of the article what is asked of it."""
    fields = found.draft.fields
    card = Card(found.title, "", fields.date, fields.modified, "", 0, None, (), "", "", lang)
    return read_strategies(outline, card, found.draft.slug, fields.strategies, Location(found.path))
