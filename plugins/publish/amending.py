"""An article of which only words change: whether its first image moves so far that browsers are told otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .image_tags import image_tags


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether browsers want the images of both as soon."""
    return _urgency(before.html) == _urgency(after.html)


def _urgency(html: str) -> dict[str, str] | None:
    first = next(image_tags(html), None)
    if first is None:
        return None
    from .pictures import urgency  # with Pillow, which takes a while to load

    return urgency(first, is_first=True)
