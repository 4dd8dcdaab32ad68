"""An article of which only words change: how they are written in feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
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


def retold(path: str, text: str, before: Any, after: Any, url: str, settings: Mapping[str, Any]) -> str | None:
    """A feed with the title and summary that the article at this address has now.

    None for what is none of ours, or not as expected.
    """
    form = _form(path, settings)
    if form is None:
        return None
    around = AROUND[form]
    own, (start, end) = around.own.format(form(_whole(url, settings))), around.entry
    place = text.find(own)
    first, last = text.rfind(start, 0, place), text.find(end, place)
    if min(place, first, last) < 0 or text.find(own, place + 1) >= 0:
        return None
    entry = text[first:last]
    if '"content_text": "' in entry:  # of an entry without content; it may be either of its texts
        return None
    for kind, said in around.texts.items():
        old, new = (_said(form, kind, getattr(each, kind)) for each in (before, after))
        if not old or not new or entry.count(said.format(old)) != 1:
            return None
        entry = entry.replace(said.format(old), said.format(new))
    return text[:first] + entry + text[last:]


def _said(form: Form, kind: str, text: str) -> str:
    """A title or summary as it is written in a feed; "" where that depends on what it is."""
    from .atom import looks_like_html
    from .characters import one_line

    text = one_line(text)
    if form is _atom and looks_like_html(text):
        return ""
    return form(escape(text, quote=False) if form is _rss and kind == "summary" else text)


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
    """What stands around an entry and its texts, and what no other entry has."""

    entry: tuple[str, str]
    own: str
    texts: Mapping[str, str]


AROUND: dict[Form, Around] = {
    _rss: Around(
        ("<item>", "</item>"),
        "<link>{}</link>",
        {"title": "<title>{}</title>", "summary": "<description>{}</description>"},
    ),
    _atom: Around(
        ("<entry", "</entry>"),
        '<link rel="alternate" type="text/html" href="{}" />',
        {"title": '<title type="text">{}</title>', "summary": '<summary type="text">{}</summary>'},
    ),
    _json: Around(("\n    {", "\n    }"), '"url": "{}",', {"title": '"title": "{}"', "summary": '"summary": "{}"'}),
}
