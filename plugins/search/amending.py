"""An article of which only words change: whether the index would have to be made anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import SETTINGS


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether words make no difference: with drafts any index will do, and without the page there is none."""
    return bool(settings.get("DRAFTS")) or not settings.get("SEARCH_SAVE_AS", SETTINGS["SEARCH_SAVE_AS"])
