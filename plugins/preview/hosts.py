"""Whom the preview answers. A page elsewhere that gets its own name to point at this machine is not among them."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    return host == "localhost" or (is_address(host) and ipaddress.ip_address(host).is_loopback)


def is_ours(header: str, host: str) -> bool:
    """Whether a Host header names this server, which listens at `host`.

    Names are refused but for localhost and `host` itself (DNS rebinding). A server that listens on all addresses
    is asked by any of them.
    """
    try:
        asked = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    if asked in {"localhost", "127.0.0.1", "::1", host.lower()}:
        return True
    return is_address(host) and ipaddress.ip_address(host).is_unspecified and is_address(asked)


def is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def in_url(host: str) -> str:
    """`host` as it stands in an address (RFC 3986 §3.2.2)."""
    return f"[{host}]" if ":" in host else host
