"""Absolute addresses out of the ones that pages hold."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

_IGNORED = re.compile(r"[\t\n\r]")  # URL Standard §4.4: browsers leave these out, so `java\nscript:` is a script
_EDGES = "".join(map(chr, range(0x21)))
_SAFE = "%/:?#@!$&'()*+,;=~"
_SCRIPTS = ("javascript:", "vbscript:")
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+([^,]*))?(?:,|$)")


def uri(address: str) -> str:
    """The absolute address in ASCII: what may not stand in a path percent-encoded, what is encoded left alone."""
    scheme, colon, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{colon}{host}{slash}{quote(path, safe=_SAFE, errors='ignore')}"


def absolute_url(address: str, page_url: str) -> str:
    """The address as seen from the page, absolute. Empty for one that runs a script or cannot be read."""
    address = _IGNORED.sub("", address).strip(_EDGES)
    if address.lower().startswith(_SCRIPTS):
        return ""
    try:
        return urljoin(page_url, address).replace(" ", "%20")
    except ValueError:  # such as `http://[`
        return ""


def absolute_srcset(srcset: str, page_url: str) -> str:
    """The candidates of a `srcset` with their addresses absolute (HTML Standard §4.8.4.2.1)."""
    found = ((absolute_url(url, page_url), size.strip()) for url, size in _CANDIDATE.findall(srcset))
    return ", ".join(f"{url} {size}".strip() for url, size in found if url)
