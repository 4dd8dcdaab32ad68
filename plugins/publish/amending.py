"""An article of which only words change.

Its first image may move so far that browsers are told otherwise; its social card and redirects to it have its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .image_tags import image_tags

MOST_STRATEGIES = 1000


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether browsers want the images of both as soon."""
    return _urgency(before.html) == _urgency(after.html)


def _urgency(html: str) -> dict[str, str] | None:
    first = next(image_tags(html), None)
    if first is None:
        return None
    from .pictures import urgency  # with Pillow, which takes a while to load

    return urgency(first, is_first=True)


# --- titles --------------------------------------------------------------------------------------------------


def retold(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """A redirect to the article at an address with its new title; None for what is none."""
    from .redirects import redirect_page

    base = str(settings["SITEURL"])
    lang = before.draft.fields.lang.lower() or str(settings["DEFAULT_LANG"])
    target, canonical = f"{urlsplit(base).path.rstrip('/')}/{url}", f"{base}/{url}" if base else ""
    old, new = (redirect_page(target, each.title, lang, canonical) for each in (before, after))
    return new if text == old else None


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A social card in the place of another. Paths in the site."""

    before: str
    after: str
    data: bytes


def redrawn(before: Any, after: Any, shown: str, settings: Mapping[str, Any]) -> Iterator[Redrawn]:
    """The card with the new title. How many strategies it counts is known by which card the page names."""
    if not settings["SITEURL"] or after.badge:
        return
    from .cards import maker_for, plain_text, words_of  # with Pillow, which takes a while to load

    theme = Path(str(settings["SETTINGS_FILE"])).parent / str(settings.get("THEME", ""))
    maker, site = maker_for(theme, settings), plain_text(settings["SITENAME"])
    if maker is None:
        return
    slug = str(after.draft.slug)
    for number in range(MOST_STRATEGIES):
        old, new = (words_of(site, each.title, number) for each in (before, after))
        if maker.path(old, slug) in shown and maker.can_show(new):
            path, kept = maker.path(new, slug), maker.draw(new)
            yield Redrawn(maker.path(old, slug), path, kept.read())
            return
    raise ValueError("its page has another card")
