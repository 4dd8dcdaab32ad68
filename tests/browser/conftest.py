"""The built sample site, served as a host would, in a folder of its own."""

from __future__ import annotations

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.sites import NOW

ROOT = Path(__file__).parents[2]
FOLDER = "/guide"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site, built as it is published to a folder of a host."""
    host = tmp_path_factory.mktemp("host")
    handler = functools.partial(Handler, directory=str(host))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
        build(f"{host}{FOLDER}", address)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address
        server.shutdown()


def build(output: str, siteurl: str) -> None:
    command = [sys.executable, "-m", "press", "--content", "content", "--output", output, "--siteurl", siteurl]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOW}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=120)


class Handler(http.server.SimpleHTTPRequestHandler):
    """A plain host with nothing outside the site's folder, the site's 404 page, and nothing to say."""

    def log_message(self, format: str, *args: object) -> None:
        return

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory + FOLDER) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
