"""An article of which only the title changes: what the reader's plan calls its list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from . import SETTINGS


def retold(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """The plan's page with the new title of the article at an address."""
    if path != settings.get("PLAN_SAVE_AS", SETTINGS["PLAN_SAVE_AS"]):
        return None
    from .plan import in_script  # few articles have a list in it

    root = urlsplit(str(settings["SITEURL"])).path.rstrip("/")
    old, new, at = (in_script(each) for each in (before.title, after.title, f"{root}/{url}#page:guide"))
    named = re.compile(rf'"title":{re.escape(old)}(?=,"url":{re.escape(at)}\}})')
    found, count = named.subn(lambda _: f'"title":{new}', text)
    return found if count == 1 else None
