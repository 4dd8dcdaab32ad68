"""The preview as a web application: the site's files, the news, and the script that follows them."""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .files import SiteFiles
from .hosts import is_ours
from .news import News
from .page import CLIENT, EVENTS, client, no_site_yet


class Doorkeeper:
    """Answers only who asks for this server by its name, and has nothing kept by a cache or guessed at."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self.app = app
        self.host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "no-store"
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        app = self.app if self.is_asked(Headers(scope=scope)) else PlainTextResponse("Not for you.\n", 421)
        await app(scope, receive, with_headers)

    def is_asked(self, headers: Headers) -> bool:
        """Whether a request is for this server and, where it says so, from one of its own pages."""
        origin = headers.get("origin")
        own_page = origin is None or is_ours(origin.partition("://")[2], self.host)
        return own_page and is_ours(headers.get("host", ""), self.host)


def preview(files: SiteFiles, news: News, host: str) -> Starlette:
    """The application that serves `files` and `news` at `host`."""

    async def site(request: Request) -> Response:
        state = news.state
        if not state.build:
            return HTMLResponse(no_site_yet(state), 503)
        path = request.scope["path"].removeprefix("/")
        return await run_sync(files.response, path, request.url.query, state)

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(news.stream(), media_type="text/event-stream")

    async def script(request: Request) -> Response:
        return Response(client(), media_type="text/javascript")

    routes = [Route(EVENTS, events), Route(CLIENT, script), Route("/{path:path}", site)]
    return Starlette(routes=routes, middleware=[Middleware(Doorkeeper, host=host)])
