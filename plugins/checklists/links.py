"""Links below an item: addresses, alone or with the text that is shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from located import Location, Mapping, Node, Scalar, Sequence, quote

from .model import Link
from .values import Form, Schema, kind_of, read_each, said, wrong

URL_LIMIT = 2_000
_SCHEMES = ("http", "https", "mailto")
_URL = r"^(?:[hH][tT][tT][pP][sS]?://[^\s/]\S*|[mM][aA][iI][lL][tT][oO]:\S+@\S+|/(?:[^\s/]\S*)?|#\S+)$"
_BARE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/|$))\S*", re.I)
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_LIKE = "Write https://… for another site, or /… for a page of this one."


def _links(key: str, node: Node) -> tuple[Link, ...]:
    if isinstance(node, Sequence):
        return read_each(node.items, lambda item: _link(key, item))
    if isinstance(node, Scalar) and node.is_empty:
        return ()
    return (_link(key, node),)


def _link(key: str, node: Node) -> Link:
    if isinstance(node, Mapping):
        return _with_text(key, node)
    url = _address(key, node)
    return Link(_shown(url), url, node.where)


def _with_text(key: str, node: Mapping) -> Link:
    """``text: address``, or both as keys of their own."""
    found = {name.text: value for name, value in node.pairs}
    if found.keys() <= {"text", "url"} and "url" in found:
        url = _address(key, found["url"])
        text = said("text", found["text"]) if "text" in found else ""
        return Link(text or _shown(url), url, found["url"].where)
    if len(node.pairs) != 1:
        fix = 'Start each with "- ", or write "text: " and "url: ".'
        raise wrong(node.where, f'a link in "{key}" has the keys {", ".join(found)}', fix)
    ((name, value),) = node.pairs
    return Link(name.text, _address(key, value), value.where)


def _address(key: str, node: Node) -> str:
    if not isinstance(node, Scalar) or node.is_empty:
        raise wrong(node.where, f'a link in "{key}" must be an address, but {kind_of(node)}', _LIKE)
    url = node.text
    if len(url) > URL_LIMIT:
        raise wrong(node.where, f"this address has {len(url):,} characters; the limit is {URL_LIMIT:,}", "Shorten it.")
    if not re.fullmatch(_URL, url) or not _is_whole(url):
        raise _refused(key, node.where, url)
    return url


def _is_whole(url: str) -> bool:
    """Whether an address that looks like one can be taken apart, and names a host where it must."""
    try:
        parts = urlsplit(url)
        return parts.scheme not in ("http", "https") or (bool(parts.hostname) and parts.port != 0)
    except ValueError:
        return False


def _refused(key: str, where: Location, url: str) -> Exception:
    what = f'{quote(url)} in "{key}" is no address for a link'
    scheme = re.match(r"([A-Za-z][\w+.-]*):", url)
    if re.search(r"\s", url):
        return wrong(where, what, 'An address has no spaces; write "text: https://…" for a link with a text.')
    if _MAIL.fullmatch(url):
        return wrong(where, what, f"Write mailto:{url}.")
    if url.startswith("//"):
        return wrong(where, what, f"Write https:{url}.")
    if scheme and scheme[1].lower() not in _SCHEMES and not _BARE.match(url):
        return wrong(where, what, f"A link may start with https:, http:, mailto:, / or #, not with {scheme[0]}.")
    return wrong(where, what, f"Write https://{url}." if _BARE.match(url) else _LIKE)


def _shown(url: str) -> str:
    """What stands for a link without a text: its address, without what a reader would not miss."""
    return re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", url, flags=re.I).rstrip("/") or url


_ADDRESS: Schema = {"type": "string", "pattern": _URL}
_WITH_TEXT: Schema = {
    "type": "object",
    "required": ["url"],
    "additionalProperties": False,
    "properties": {
        "text": {"description": "What is shown.", "type": ["string", "number", "boolean", "null"]},
        "url": {"description": "The address: https://…, mailto:… or /… on this site.", **_ADDRESS},
    },
}
_TEXT_TO_URL: Schema = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _ADDRESS}
_LINK: Schema = {"anyOf": [_ADDRESS, _WITH_TEXT, _TEXT_TO_URL]}
LINKS = Form(_links, {"anyOf": [{"type": "null"}, _LINK, {"type": "array", "items": _LINK}]})
