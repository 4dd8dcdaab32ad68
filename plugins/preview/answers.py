"""Answers to a request for bytes: the whole, a range of it, or that it is what the browser has already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from starlette.responses import Response

RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
MANY_DIGITS = 18


def tag(body: bytes) -> str:
    """A strong ETag (RFC 9110 §8.8.3)."""
    return f'"{blake2b(body, digest_size=12).hexdigest()}"'


def is_known(known: str, etag: str) -> bool:
    """Whether `If-None-Match` names a tag (RFC 9110 §13.1.2)."""
    return known.strip() == "*" or etag in (each.strip().removeprefix("W/") for each in known.split(","))


def answered(body: bytes, kind: str, status: int, asked: Mapping[str, str]) -> Response:
    """`body`, or what `asked`, the headers of the request, want of it. Only a page that is there can be had in part."""
    etag = tag(body)
    headers = {"ETag": etag, "Accept-Ranges": "bytes"}
    if status != 200:
        return Response(body, status, media_type=kind)
    if is_known(asked.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    part = wanted(asked.get("range", ""), len(body)) if asked.get("if-range", etag) == etag else None
    if part is None:
        return Response(body, 200, headers, kind)
    start, end = part
    if start >= end:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(body)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(body)}"
    return Response(body[start:end], 206, headers, kind)


def wanted(said: str, size: int) -> tuple[int, int] | None:
    """The range that a `Range` header asks for, empty if there is no such; None for all, and for what is unknown.

    Several ranges at once are not: a server may send the whole then (RFC 9110 §14.2).
    """
    found = RANGE.fullmatch(said.strip().replace(" ", ""))
    if not found or found[0] == "bytes=-" or max(map(len, found.groups())) > MANY_DIGITS:
        return None
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return None
    return int(first), min(size, int(last) + 1) if last else size
