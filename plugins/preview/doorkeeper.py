"""Who is let in, and the headers that every answer has."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .hosts import is_ours

LONGEST = 8192
"""Bytes of an address; what is longer is no page's."""

MOST, LARGEST = 200, 65_536
"""Headers, and bytes of them all."""

Published = Callable[[str, str], dict[str, str]]
"""The headers that the published site has, by path and by the origin that was asked."""


class Doorkeeper:
    """Answers only who asks for this server by its name, and has nothing kept by a cache or guessed at."""

    def __init__(self, app: ASGIApp, host: str, published: Published) -> None:
        self.app = app
        self.host = host
        self.published = published

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = Headers(scope=scope)
        app = self.refusal(asked, scope) or self.app
        site = self.published(scope["path"], origin(asked)) if app is self.app else {}

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in site.items():
                    headers.setdefault(name, value)
                headers["Cache-Control"] = "no-store"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        await app(scope, receive, with_headers)

    def refusal(self, asked: Headers, scope: Scope) -> ASGIApp | None:
        if not self.is_asked(asked):
            return PlainTextResponse("Not for you.\n", 421)
        if scope["http_version"] not in ("1.0", "1.1"):
            return PlainTextResponse("HTTP/1.1 is spoken here.\n", 505)
        if len(scope.get("raw_path") or b"") > LONGEST:
            return PlainTextResponse("The address is too long.\n", 414)
        if len(asked.raw) > MOST or sum(len(name) + len(value) for name, value in asked.raw) > LARGEST:
            return PlainTextResponse("The headers are too large.\n", 431)
        return None

    def is_asked(self, headers: Headers) -> bool:
        """Whether a request is for this server and, where it says so, from one of its own pages or a link to them."""
        page = headers.get("origin")
        own_page = page is None or is_ours(page.partition("://")[2], self.host)
        foreign = headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate"
        return own_page and not foreign and is_ours(headers.get("host", ""), self.host)


def origin(asked: Headers) -> str:
    """What a page's own address starts with."""
    return f"http://{asked.get('host', '')}"
