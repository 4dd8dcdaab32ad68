"""A preview as it is run: a process in a folder with a site, and the news as a browser hears them."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

PATIENCE = 60
SETTINGS = """\
SITENAME = "Tiny"
TIMEZONE = "UTC"
LOCALE = "C"
PATH = "content"
THEME = "simple"
PLUGINS = []
ARTICLE_PATHS = ["articles"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""


def write(folder: Path, name: str, text: str) -> None:
    """Save as editors do: a reader sees the old text or the new one."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def article(title: str, text: str = "Text.", slug: str = "one") -> str:
    return f"Title: {title}\nDate: 2024-01-01\nSlug: {slug}\n\n{text}\n"


@dataclass
class Running:
    """A preview that runs in `folder`. What it says is read all the time, so that it never waits for us."""

    folder: Path
    process: subprocess.Popen[str]
    port: int = 0
    first: str = ""
    lines: Queue[str] = field(default_factory=Queue)
    wrong: Queue[str] = field(default_factory=Queue)

    def __post_init__(self) -> None:
        for stream, kept in ((self.process.stdout, self.lines), (self.process.stderr, self.wrong)):
            threading.Thread(target=read, args=(stream, kept), daemon=True).start()

    def write(self, name: str, text: str) -> None:
        write(self.folder, name, text)

    def line(self) -> str:
        return self.lines.get(timeout=PATIENCE)

    def serving(self) -> Running:
        """Wait until it serves; `first` is what it said of its first build."""
        while not (line := self.line()).startswith("Serving http://127.0.0.1:"):
            self.first = line
        assert line.endswith("/ (Ctrl+C to stop)")
        self.port = int(line.partition("127.0.0.1:")[2].partition("/")[0])
        return self

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str, http.client.HTTPMessage]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read().decode(), response.headers

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self.ask(path, **headers)[:2]

    def news(self, page: str = "/", since: str = "", missing: int = 0) -> Stream:
        return Stream(self, f"page={page}&since={since}&missing={missing}")

    def stop(self, number: int = signal.SIGINT) -> tuple[int, list[str]]:
        """Its exit status and all that it had to say on standard error."""
        self.process.send_signal(number)
        status = self.process.wait(timeout=PATIENCE)
        said = []
        while (line := self.wrong.get(timeout=PATIENCE)) != END:
            said.append(line)
        return status, said


END = "\0"


def read(stream: Any, kept: Queue[str]) -> None:
    for line in stream:
        kept.put(line.rstrip("\n"))
    kept.put(END)


class Stream:
    """The news as one page hears them."""

    def __init__(self, running: Running, query: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
        self.connection.request("GET", f"/_preview/events?{query}")
        self.response = self.connection.getresponse()

    def next(self) -> dict[str, Any]:
        while not (line := self.response.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        loaded = json.loads(line.removeprefix(b"data: "))
        assert isinstance(loaded, dict)
        return loaded

    def close(self) -> None:
        self.connection.close()
        self.response.close()


def told(state: dict[str, Any]) -> list[str]:
    """The problems of a state, as lines."""
    return [f"{each['place']}: {each['what']} {each['hint']}".rstrip() for each in state["problems"]]


@contextmanager
def previewing(folder: Path, *arguments: str, **environment: str) -> Iterator[Running]:
    """A preview of the site in `folder`, ended afterwards whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "preview", "--port", "0", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    try:
        yield Running(folder, process)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()
