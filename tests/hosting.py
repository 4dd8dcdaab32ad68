"""A folder, served on loopback as a host serves a site: compressed, its own page for what is missing."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

COMPRESSED = (
    "text/",
    "application/json",
    "application/xml",
    "application/ld+json",
    "image/svg+xml",
    "application/wasm",
)
MISSING = "404.html"


class Host(http.server.SimpleHTTPRequestHandler):
    """Says nothing, and lets a browser keep nothing but for the visit."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  (as the class above has it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()  # sends them to the folder
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._send(HTTPStatus.OK, path)
        else:
            self._send(HTTPStatus.NOT_FOUND, self._missing())

    def _missing(self) -> Path:
        """The page of the site that says so: the first found going up from the folders of the host."""
        found = sorted(Path(self.directory).glob(f"**/{MISSING}"), key=lambda path: len(path.parts))
        return found[0] if found else Path(self.directory, MISSING)

    def _send(self, status: HTTPStatus, path: Path) -> None:
        body = path.read_bytes() if path.is_file() else b""
        kind = self.guess_type(str(path))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder, without a slash at its end, as long as it is asked for."""
    handler = functools.partial(Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
