"""Whom the preview answers. A page elsewhere that gets its own name to point at this machine is not among them."""

from __future__ import annotations

import ipaddress
import re

HEADER = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]{1,5})?", re.IGNORECASE | re.ASCII)
"""A host and perhaps a port (RFC 9110 §7.2), and nothing that could say more when it is repeated."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    return host == "localhost" or (is_address(host) and ipaddress.ip_address(host).is_loopback)


def is_ours(header: str, host: str) -> bool:
    """Whether a Host header names this server, which listens at `host`.

    Names are refused but for localhost and `host` itself (DNS rebinding). A server that listens on all addresses
    is asked by any of them.
    """
    found = HEADER.fullmatch(header)
    if found is None:
        return False
    asked = (found[1] or found[2]).lower()
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
