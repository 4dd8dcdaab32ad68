"""The preview as it is run: a process that builds, serves, follows and stops."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from preview.__main__ import main
from preview.server import listening

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
PATIENCE = 30


@dataclass
class Running:
    """A preview that runs in `folder`."""

    folder: Path
    process: subprocess.Popen[str]
    port: int = 0

    def write(self, name: str, text: str) -> None:
        write(self.folder, name, text)

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read().decode()

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(number)
        _, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, err


def write(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def article(title: str) -> str:
    return f"Title: {title}\nDate: 2024-01-01\nSlug: one\n\nText.\n"


def start(folder: Path, *arguments: str) -> Running:
    process = subprocess.Popen(
        [sys.executable, "-m", "preview", "--port", "0", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return Running(folder, process)


def serving(running: Running) -> str:
    """Wait until it serves; what it said of its first build."""
    first, line = running.line(), running.line()
    assert line.startswith("Serving http://127.0.0.1:"), line
    assert line.endswith("/ (Ctrl+C to stop)")
    running.port = int(line.partition("127.0.0.1:")[2].partition("/")[0])
    return first


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "pelican.conf.py", SETTINGS)
    write(tmp_path, "content/articles/one.md", article("First"))
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def begin(*arguments: str) -> Running:
        started.append(start(folder, *arguments))
        return started[-1]

    yield begin
    for running in started:
        running.process.kill()
        running.process.communicate()


class Stream:
    """The news as a browser hears them."""

    def __init__(self, running: Running) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
        self.connection.request("GET", "/_preview/events")
        self.response = self.connection.getresponse()

    def next(self) -> dict[str, object]:
        while not (line := self.response.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        loaded = json.loads(line.removeprefix(b"data: "))
        assert isinstance(loaded, dict)
        return loaded


def test_each_save_is_built_told_and_served(run: Callable[..., Running]) -> None:
    preview = run()
    assert serving(preview)[8:].startswith("  Built 1 article and 0 pages: ")
    news = Stream(preview)
    first = news.next()
    assert "First" in preview.get("/one.html")[1]

    preview.write("content/articles/one.md", article("Second"))
    second = news.next()
    assert second["build"] != first["build"]
    assert second["problems"] == []
    status, page = preview.get("/one.html")
    assert status == 200
    assert "Second" in page
    assert f"client.js?build={second['build']}" in page
    assert preview.line()[8:].startswith("  Built 1 article")

    preview.write("content/articles/one.md", "Date: 2024-01-01\n\nNo title.\n")
    third = news.next()
    assert third["build"] == second["build"]
    assert third["problems"] == [
        'content/articles/one.md:1:1: has no title. Add a line "title: …" at the top of the file.'
    ]
    assert "Second" in preview.get("/one.html")[1]
    assert preview.line()[8:] == "  Not built. The last good site stays up."

    preview.write("content/articles/one.md", article("Third"))
    assert news.next()["problems"] == []
    assert "Third" in preview.get("/one.html")[1]
    assert not list((preview.folder / ".cache").rglob("*preview/client*"))
    pages = [p.read_text() for p in (preview.folder / ".cache").rglob("*.html")]
    assert pages
    assert not any("_preview" in page for page in pages)


def test_a_first_build_that_fails_is_shown_and_mended_without_a_restart(
    folder: Path, run: Callable[..., Running]
) -> None:
    write(folder, "content/articles/one.md", "Date: 2024-01-01\n\nNo title.\n")
    preview = run()
    serving(preview)
    status, page = preview.get("/")
    assert status == 503
    assert "content/articles/one.md:1:1: has no title." in page
    news = Stream(preview)
    assert news.next()["build"] == ""
    preview.write("content/articles/one.md", article("Mended"))
    assert news.next()["build"] != ""
    assert preview.get("/")[0] == 200


def test_a_broken_settings_file_is_a_problem_like_any_other(run: Callable[..., Running]) -> None:
    preview = run()
    serving(preview)
    news = Stream(preview)
    news.next()
    preview.write("pelican.conf.py", SETTINGS + "X = = 1\n")
    assert news.next()["problems"] == [
        "pelican.conf.py:9:5: the settings cannot be used: invalid syntax. Correct the line."
    ]
    preview.write("pelican.conf.py", SETTINGS)
    assert news.next()["problems"] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_at_once_and_cleanly_with_streams_open(run: Callable[..., Running], number: int) -> None:
    preview = run()
    serving(preview)
    news = [Stream(preview) for _ in range(3)]
    for stream in news:
        stream.next()
    assert preview.stop(number) == (0, "")
    assert [stream.response.read().strip() for stream in news] == [b"", b"", b""]


def test_a_build_that_runs_is_stopped_with_it(folder: Path, run: Callable[..., Running]) -> None:
    write(folder, "pelican.conf.py", "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(60)\n")
    preview = run()
    while not (folder / "pid").exists() or not (folder / "pid").read_text():
        assert preview.process.poll() is None
        time.sleep(0.02)
    assert preview.stop() == (0, "")
    assert not Path(f"/proc/{(folder / 'pid').read_text()}").exists()


def test_a_taken_port_is_passed_over_and_said(folder: Path) -> None:
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with listening("127.0.0.1", port) as other:
            assert port < other.getsockname()[1] <= port + 10


def test_when_all_ports_are_taken_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("preview.server.TRIES", 1)
    with listening("127.0.0.1", 0) as taken, pytest.raises(OSError, match="in use"):
        listening("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--content", "none"], "preview: there is no content folder none. Name one that is there.\n"),
        (["--content", ""], "preview: the content folder has no name. Name one.\n"),
        (["--settings", "none"], "preview: there is no settings file none. Run this where the settings are.\n"),
        (["--port", "70000"], "preview: cannot listen at 127.0.0.1:70000: "),
        (["--host", "203.0.113.1"], "preview: cannot listen at 203.0.113.1:8000: "),
    ],
)
def test_a_wrong_command_is_one_line_and_status_2(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(folder)
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith(expected)
    assert err.count("\n") == 1


def test_listening_to_the_world_is_said(run: Callable[..., Running]) -> None:
    preview = run("--host", "0.0.0.0")
    preview.line()
    preview.line()
    _, err = preview.stop()
    assert err == "warning: 0.0.0.0 can be reached from other machines, which then see drafts too.\n"


def test_the_next_port_is_said(run: Callable[..., Running]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = run("--port", str(port))
        assert preview.line().startswith(f"Port {port} is taken: using ")
