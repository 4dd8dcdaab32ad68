"""An article of which only words or the title change: how they are written in feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import SETTINGS

Form = Callable[[str], str]
"""How text is written in a feed."""


def written(path: str, html: str, url: str, settings: Mapping[str, Any]) -> str | None:
    """HTML of the article at this address as it is written in the feed at a path; None for what is no feed of ours."""
    form = _form(path, settings)
    if form is None:
        return None
    from .absolute import absolute_html  # few articles are among the newest, which feeds have
    from .characters import clean

    return form(clean(absolute_html(html, _whole(url, settings))))


def titled(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """A feed with the new title of the article at this address; None for what is none of ours, or not as expected."""
    form = _form(path, settings)
    if form is None:
        return None
    from .atom import looks_like_html
    from .characters import one_line

    old, new, at = (form(each) for each in (one_line(before.title), one_line(after.title), _whole(url, settings)))
    if not old or not new or any(looks_like_html(each.title) for each in (before, after)):
        return None
    own = AROUND[form].own.format(at)
    start, end = AROUND[form].entry
    place = text.find(own)
    first, last = text.rfind(start, 0, place), text.find(end, place)
    if place < 0 or first < 0 or last < 0 or text.find(own, place + 1) >= 0:
        return None
    entry = text[first:last]
    around = AROUND[form].title
    if entry.count(old.join(around)) != 1:
        return None
    return text[:first] + entry.replace(old.join(around), new.join(around)) + text[last:]


def _whole(url: str, settings: Mapping[str, Any]) -> str:
    from .site_feeds import read_site, site_url

    return site_url(url, read_site(settings, str(settings.get("FEEDS_LOCAL_URL", SETTINGS["FEEDS_LOCAL_URL"]))))


def _form(path: str, settings: Mapping[str, Any]) -> Form | None:
    """How the file at a path is written: that of one feed, or of one for each category."""
    said = {name: str(settings.get(name, SETTINGS[name])) for name in FORMS}
    exact = (name for name, where in said.items() if where == path)
    fits = (name for name, where in said.items() if _is_at(path, where))
    name = next(exact, None) or next(fits, None)
    return FORMS[name] if name else None


def _is_at(path: str, said: str) -> bool:
    return re.fullmatch(re.escape(said).replace(r"\{slug\}", "[^/]+"), path) is not None


def _atom(text: str) -> str:
    from xml.etree.ElementTree import Element, tostring

    element = Element("x")
    element.text = text
    return tostring(element, encoding="unicode").removeprefix("<x>").removesuffix("</x>") if text else ""


def _rss(text: str) -> str:
    from .rss import with_hexadecimal_references

    return with_hexadecimal_references(_atom(text))


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


FORMS: dict[str, Form] = {
    "FEEDS_RSS": _rss,
    "FEEDS_CATEGORY_RSS": _rss,
    "FEEDS_ATOM": _atom,
    "FEEDS_CATEGORY_ATOM": _atom,
    "FEEDS_JSON": _json,
}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an entry and its title, and what no other entry has."""

    entry: tuple[str, str]
    title: tuple[str, str]
    own: str


AROUND: dict[Form, Around] = {
    _rss: Around(("<item>", "</item>"), (">", "<"), "<link>{}</link>"),
    _atom: Around(("<entry", "</entry>"), (">", "<"), '<link rel="alternate" type="text/html" href="{}" />'),
    _json: Around(("\n    {", "\n    }"), ('"title": "', '"'), '"url": "{}",'),
}
