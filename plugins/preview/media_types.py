"""What kind of thing a file is, by its name."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

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


def media_type(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    guess = mimetypes.guess_type(name)[0]
    return FEEDS.get(name) or TYPES.get(suffix) or guess or "application/octet-stream"
