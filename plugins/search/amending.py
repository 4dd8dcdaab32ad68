"""An article of which only words change: the index, and the lists of titles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from . import SETTINGS


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether words make no difference: with drafts any index will do, and without the page there is none."""
    return bool(settings.get("DRAFTS")) or not settings.get("SEARCH_SAVE_AS", SETTINGS["SEARCH_SAVE_AS"])


def retold(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """The addresses with the new title of the article at one; None if it moves in the search page's list of titles."""
    if path != settings.get("SEARCH_ADDRESSES", SETTINGS["SEARCH_ADDRESSES"]):
        return None
    from .view import addresses_text, plain

    pages = json.loads(text)
    others = [plain(title) for at, title in pages if at != url]
    first, last = sorted((plain(before.title), plain(after.title)))
    if [url, before.title] not in pages or any(first <= each <= last for each in others):
        return None
    return addresses_text([[at, after.title if at == url else title] for at, title in pages])
