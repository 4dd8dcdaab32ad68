"""Where an article lives and lived: permalinks, old addresses, Jekyll's own; all relative to the site's root.

An address here has no leading slash and ends in ``/`` or a file name: ``articles/follow-up/``, ``old/page.html``.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import unquote, urlsplit

JEKYLL_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$")
PLACEHOLDER = re.compile(r":([a-z_]+)")
STYLES = {
    "pretty": "/:categories/:year/:month/:day/:title/",
    "date": "/:categories/:year/:month/:day/:title.html",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
}  # https://jekyllrb.com/docs/permalinks/#built-in-formats


def read_address(text: str) -> str:
    """An address on this site as an author writes it ("/a/b", "a/b/", "https://this.site/a/b.html").

    Raises ValueError with what is wrong, as a clause.
    """
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        raise ValueError("is not an address") from None
    path = unquote(parts.path)
    if parts.query or parts.fragment:
        raise ValueError('has a "?" or "#" in it')
    if "\\" in path or any(ord(char) < 32 or ord(char) == 127 for char in path):
        raise ValueError("has a character that no address has")
    steps = [step for step in path.split("/") if step]
    if any(step in (".", "..") for step in steps):
        raise ValueError("leads out of the site")
    if any(step.startswith(".") and step != ".well-known" for step in steps):
        raise ValueError("names a hidden file")
    if any(len(step.encode()) > 200 for step in steps):
        raise ValueError("has a part of more than 200 bytes")
    if not steps:
        return ""
    is_file = not path.endswith("/") and re.search(r"\.[A-Za-z]\w{0,4}$", steps[-1])
    return "/".join(steps) + ("" if is_file else "/")


def save_as(address: str) -> str:
    """The file that answers at an address."""
    return address + "index.html" if not address or address.endswith("/") else address


def address_of(save_as: str) -> str:
    """The address at which a file answers."""
    return save_as.removesuffix("index.html") if re.search(r"(^|/)index\.html$", save_as) else save_as


def expanded(permalink: str, slug: str, stem: str, categories: tuple[str, ...], date: datetime | None) -> str:
    """A Jekyll permalink with its placeholders filled in."""
    text = STYLES.get(permalink.strip(), permalink)
    found = JEKYLL_NAME.match(stem)
    values = {
        "categories": "/".join(category.lower() for category in categories),
        "title": found[4] if found else stem,
        "slug": slug,
    }
    if date:
        values |= {name: date.strftime(form) for name, form in DATE_PARTS.items()}
        values |= {"i_month": str(date.month), "i_day": str(date.day)}
    return PLACEHOLDER.sub(lambda name: values.get(name[1], name[0]), text)


DATE_PARTS = {
    "year": "%Y", "month": "%m", "day": "%d", "short_year": "%y", "y_day": "%j", "week": "%V", "short_day": "%a",
    "hour": "%H", "minute": "%M", "second": "%S", "short_month": "%b", "long_month": "%B",
}  # fmt: skip
PLACEHOLDERS = ("categories", "title", "slug", *DATE_PARTS, "i_month", "i_day")


def jekyll_address(stem: str, categories: tuple[str, ...]) -> str:
    """Where Minimal Mistakes published a post (``/:categories/:title/``).

    It is "" for a file not named like a post, and where a category holds what no address here may ("C#", "..").
    """
    found = JEKYLL_NAME.match(stem)
    if not found:
        return ""
    try:
        return read_address("/".join([*(category.lower() for category in categories if category), found[4], ""]))
    except ValueError:
        return ""
