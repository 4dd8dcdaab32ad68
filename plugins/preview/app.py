"""The preview as a web application: the site's files, the news, and the scripts that follow them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from .answers import tag
from .doorkeeper import Doorkeeper, origin
from .files import SiteFiles, names_in
from .headers import FILE, headers_for, rules
from .news import News, Reader
from .page import OWN, no_site_yet, script, with_client


def preview(files: SiteFiles, news: News, host: str, lost: Callable[[], None]) -> Starlette:
    """The application that serves `files` and `news` at `host`; `lost` is called when the files are gone."""

    async def site(request: Request) -> Response:
        state, own = news.state, origin(request.headers)
        if state.build and not files.is_there():
            lost()
            state = news.state
        if not state.build:
            return HTMLResponse(no_site_yet(state, own), 503)

        def put_in(page: bytes, status: int) -> bytes:
            return with_client(page, status, state, own)

        return await run_sync(files.response, inside(request), request.url.query, request.headers, put_in)

    async def page(request: Request) -> Response:
        body = await run_sync(files.page, request.path_params["path"])
        if body is None:
            return PlainTextResponse("Not found.\n", 404)
        return HTMLResponse(body, headers={"ETag": tag(body)})

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(news.stream(reader(request)), media_type="text/event-stream")

    async def own_script(request: Request) -> Response:
        text = script(request.path_params["name"])
        return Response(text, media_type="text/javascript") if text else PlainTextResponse("Not found.\n", 404)

    routes = [
        Route(f"{OWN}events", events),
        Route(f"{OWN}page/{{path:path}}", page),
        Route(f"{OWN}{{name:path}}", own_script),
        Route("/{path:path}", site),
    ]
    published = partial(published_headers, files)
    return Starlette(routes=routes, middleware=[Middleware(Doorkeeper, host=host, published=published)])


def inside(request: Request) -> str:
    """The decoded path without its first slash."""
    return str(request.scope["path"]).removeprefix("/")


def reader(request: Request) -> Reader:
    """Who listens, as the address says; a browser that comes back says itself what it heard last."""
    said = request.query_params
    names = names_in(said.get("page", "").removeprefix("/")) or ("",)
    file = "/".join((*names[:-1], names[-1] or "index.html"))
    since = request.headers.get("last-event-id") or said.get("since", "")
    return Reader(file, since, missing=said.get("missing") == "1")


def published_headers(files: SiteFiles, path: str, own: str) -> dict[str, str]:
    return headers_for(path, known(files.text(FILE)), own + OWN)


known = lru_cache(1)(rules)
