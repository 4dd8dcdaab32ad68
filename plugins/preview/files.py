"""The built site over HTTP: its files and nothing else, each with its type, a folder by its index page."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

from .answers import answered, is_known
from .media_types import media_type

PutIn = Callable[[bytes, int], bytes]
"""What makes the page that is sent of one of the site, by its status."""

LARGE = 8_000_000
"""Bytes from which a file is streamed. Smaller ones are read whole, so that a build cannot change them half way."""


HIDDEN = {"_headers", "_redirects"}
"""At the top of the site: what it says to its host."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files below `folder`, which a build may exchange for another at any moment."""

    folder: Path

    def is_there(self) -> bool:
        """Whether there is anything to serve: a folder that somebody emptied is no site."""
        try:
            return any(not name.startswith(".") for name in os.listdir(self.folder))
        except OSError:
            return False

    def response(self, path: str, query: str, asked: Mapping[str, str], put_in: PutIn) -> Response:
        """What to answer to a decoded path, without its first slash, and the headers of the request."""
        names = names_in(path)
        found = self.find(names) if names is not None else None
        if names is None or found is None:
            return self.not_found(asked, put_in)
        if not names[-1] or is_file(found):
            return served(found, 200, asked, put_in) or self.not_found(asked, put_in)
        return redirect(names, query)

    def find(self, names: tuple[str, ...]) -> Path | None:
        """The file, or the folder with an index page, that `names` lead to.

        The last name is empty for the index page of a folder. Links are not followed: nothing outside is served.
        """
        root = Path(os.path.realpath(self.folder))
        wanted = root.joinpath(*names[:-1], names[-1] or "index.html")
        if is_file(wanted):
            return wanted
        return wanted if names[-1] and is_file(wanted / "index.html") else None

    def not_found(self, asked: Mapping[str, str], put_in: PutIn) -> Response:
        """The site's own page for that, if it has one."""
        page = self.find(("404.html",))
        own = served(page, 404, asked, put_in) if page else None
        return own or PlainTextResponse("Not found.\n", 404)

    def page(self, path: str) -> bytes | None:
        """The page at a decoded path as it is in the site."""
        names = names_in(path)
        found = self.find(names) if names is not None else None
        return contents(found) if found and media_type(found.name) == "text/html" else None

    def text(self, name: str) -> str:
        """A text at the top of the site; "" where there is none."""
        found = self.find((name,))
        return (contents(found) or b"").decode("utf-8", "replace") if found else ""


def names_in(path: str) -> tuple[str, ...] | None:
    """The names that make up `path`; None if one of them is never served: hidden, empty, or no plain name."""
    names = tuple(path.split("/"))
    hidden = any(name.startswith(".") and name != ".well-known" for name in names)
    if hidden or not all(names[:-1]) or "\\" in path or path in HIDDEN:
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


def served(path: Path, status: int, asked: Mapping[str, str], put_in: PutIn) -> Response | None:
    """A file of the site; None if it is gone by now. Pages come with what the preview puts in."""
    kind = media_type(path.name)
    try:
        if (about := path.stat()).st_size >= LARGE and kind != "text/html":
            return streamed(path, about, kind, asked)
    except OSError:
        return None
    body = contents(path)
    if body is None:
        return None
    return answered(put_in(body, status) if kind == "text/html" else body, kind, status, asked)


def streamed(path: Path, about: os.stat_result, kind: str, asked: Mapping[str, str]) -> Response:
    response = FileResponse(path, media_type=kind, stat_result=about)
    etag = response.headers["etag"]
    known = is_known(asked.get("if-none-match", ""), etag)
    return Response(status_code=304, headers={"ETag": etag}) if known else response


def contents(path: Path) -> bytes | None:
    """The bytes of an ordinary file; None if it is gone, or something else was put in its place."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None
    except OSError:
        return None
