"""The built site over HTTP: its files and nothing else, each with its type, a folder by its index page."""

from __future__ import annotations

import mimetypes
import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

from .news import State
from .page import with_client

TYPES = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""By suffix; the same on every machine, whatever its own table says."""

FEEDS = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""By file name."""

LARGE = 8_000_000
"""Bytes from which a file is streamed. Smaller ones are read whole, so that a build cannot change them half way."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files below `folder`, which a build may exchange for another at any moment."""

    folder: Path

    def response(self, path: str, query: str, state: State) -> Response:
        """What to answer to a decoded path, without its first slash; pages come with the client."""
        names = names_in(path)
        found = self.find(names) if names is not None else None
        if names is None or found is None:
            return self.not_found(state)
        if stat.S_ISDIR(found.stat().st_mode):
            return redirect(names, query)
        return served(found, 200, state)

    def find(self, names: tuple[str, ...]) -> Path | None:
        """The file, or the folder with an index page, that `names` lead to.

        The last name is empty for the index page of a folder. Links are not followed: nothing outside is served.
        """
        root = Path(os.path.realpath(self.folder))
        wanted = root.joinpath(*names[:-1], names[-1] or "index.html")
        if is_file(wanted):
            return wanted
        return wanted if names[-1] and is_file(wanted / "index.html") else None

    def not_found(self, state: State) -> Response:
        """The site's own page for that, if it has one."""
        page = self.find(("404.html",))
        return served(page, 404, state) if page else PlainTextResponse("Not found.\n", 404)


def names_in(path: str) -> tuple[str, ...] | None:
    """The names that make up `path`; None if one of them is never served: hidden, empty, or no plain name."""
    names = tuple(path.split("/"))
    hidden = any(name.startswith(".") and name != ".well-known" for name in names)
    if hidden or not all(names[:-1]) or "\\" in path:
        return None
    return names


def is_file(path: Path) -> bool:
    """Whether `path`, whose folder is resolved, is an ordinary file reached without a link."""
    try:
        return os.path.realpath(path) == str(path) and stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):  # not there, not allowed, too long
        return False


def redirect(names: tuple[str, ...], query: str) -> Response:
    """To the folder's address with its slash; always on this host, whatever the names look like."""
    address = "".join(f"/{quote(name)}" for name in names) + "/"
    return RedirectResponse(f"{address}?{query}" if query else address, 308)


def served(path: Path, status: int, state: State) -> Response:
    kind = media_type(path.name)
    if path.stat().st_size >= LARGE and kind != "text/html":
        return FileResponse(path, status, media_type=kind)
    body = path.read_bytes()
    return Response(with_client(body, state) if kind == "text/html" else body, status, media_type=kind)


def media_type(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    guess = mimetypes.guess_type(name)[0]
    return FEEDS.get(name) or TYPES.get(suffix) or guess or "application/octet-stream"
