"""An article of which only words change: how they are written in feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from . import SETTINGS


def written(path: str, html: str, url: str, settings: Mapping[str, Any]) -> str | None:
    """HTML of the article at this address as it is written in the feed at a path; None for what is no feed of ours."""
    form = _form(path, {name: str(settings.get(name, SETTINGS[name])) for name in FORMS})
    if form is None:
        return None
    from .absolute import absolute_html  # few articles are among the newest, which feeds have
    from .characters import clean
    from .site_feeds import read_site, site_url

    site = read_site(settings, str(settings.get("FEEDS_LOCAL_URL", SETTINGS["FEEDS_LOCAL_URL"])))
    return form(clean(absolute_html(html, site_url(url, site))))


def _form(path: str, said: Mapping[str, str]) -> Callable[[str], str] | None:
    """How the file at a path is written: that of one feed, or of one for each category."""
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


FORMS: dict[str, Callable[[str], str]] = {
    "FEEDS_RSS": _rss,
    "FEEDS_CATEGORY_RSS": _rss,
    "FEEDS_ATOM": _atom,
    "FEEDS_CATEGORY_ATOM": _atom,
    "FEEDS_JSON": _json,
}
