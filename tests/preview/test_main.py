"""The preview as it is run: a process that builds, serves, follows and stops."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from preview.__main__ import main
from preview.server import listening

from tests.preview.running import SETTINGS, Running, article, told, write

Run = Callable[..., Running]


def test_each_save_is_built_told_and_served(run: Run) -> None:
    preview = run().serving()
    assert preview.first[8:].startswith("  Built 1 article and 0 pages: ")
    assert "Changed: /" in preview.first
    news = preview.news("/one.html")
    first = news.next()
    assert first["page"] == "unknown"
    assert "First" in preview.get("/one.html")[1]

    preview.write("content/articles/one.md", article("Second"))
    second = news.next()
    assert second["build"] != first["build"]
    assert (second["problems"], second["page"]) == ([], "changed")
    status, page = preview.get("/one.html")
    assert status == 200
    assert "Second" in page
    assert f"client.js?build={second['build']}" in page
    line = preview.line()
    assert line[8:].startswith("  Built 1 article")
    assert line.endswith(" Changed: /, /archives.html, /category/articles.html and 1 more.")

    preview.write("content/articles/one.md", "Date: 2024-01-01\n\nNo title.\n")
    third = news.next()
    assert third["build"] == second["build"]
    assert told(third) == ['content/articles/one.md:1:1: has no title. Add a line "title: …" at the top of the file.']
    assert "Second" in preview.get("/one.html")[1]
    assert preview.line()[8:] == "  Not built. The last good site stays up."

    preview.write("content/articles/one.md", article("Third"))
    assert news.next()["problems"] == []
    assert "Third" in preview.get("/one.html")[1]
    pages = [p.read_text() for p in (preview.folder / ".cache").rglob("*.html")]
    assert pages
    assert not any("_preview" in page for page in pages)


def test_each_page_hears_what_concerns_it(run: Run) -> None:
    preview = run().serving()
    preview.write("content/articles/two.md", article("Two", slug="two"))
    line = preview.line()
    assert "Changed: /" in line
    build = preview.news().next()["build"]
    one, two = (preview.news(f"/{name}.html", since=build) for name in ("one", "two"))
    assert one.next()["page"] == two.next()["page"] == "same"
    (preview.folder / "content/articles/two.md").unlink()
    assert one.next()["page"] == "same"
    assert two.next()["page"] == "gone"
    assert "Gone: /two.html" in preview.line()
    assert preview.news("/two.html", since=build).next()["page"] == "gone"  # who was away hears it when it comes back


def test_a_first_build_that_fails_is_shown_and_mended_without_a_restart(folder: Path, run: Run) -> None:
    write(folder, "content/articles/one.md", "Date: 2024-01-01\n\nNo title.\n")
    preview = run().serving()
    status, page = preview.get("/")
    assert status == 503
    assert "content/articles/one.md:1:1: has no title." in page
    assert preview.first[8:] == "  Not built. There is no site yet."
    news = preview.news()
    assert news.next()["build"] == ""
    preview.write("content/articles/one.md", article("Mended"))
    assert news.next()["build"] != ""
    assert preview.get("/")[0] == 200


def test_a_broken_settings_file_is_a_problem_like_any_other(run: Run) -> None:
    preview = run().serving()
    news = preview.news()
    news.next()
    preview.write("pelican.conf.py", SETTINGS + "X = = 1\n")
    assert told(news.next()) == ["pelican.conf.py:9:5: the settings cannot be used: invalid syntax. Correct the line."]
    preview.write("pelican.conf.py", SETTINGS)
    assert news.next()["problems"] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_at_once_and_cleanly_with_streams_open(run: Run, number: int) -> None:
    preview = run().serving()
    news = [preview.news() for _ in range(3)]
    for stream in news:
        stream.next()
    assert preview.stop(number) == (0, [])
    assert [stream.response.read().strip() for stream in news] == [b"", b"", b""]


def test_a_build_that_runs_is_stopped_with_it(folder: Path, run: Run) -> None:
    write(folder, "pelican.conf.py", "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(60)\n")
    preview = run()
    while not (folder / "pid").exists() or not (folder / "pid").read_text():
        assert preview.process.poll() is None
        time.sleep(0.02)
    assert preview.stop() == (0, [])
    assert not Path(f"/proc/{(folder / 'pid').read_text()}").exists()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system does not tell of a process's children")
def test_a_preview_that_is_killed_leaves_no_process_behind(run: Run) -> None:
    preview = run().serving()
    workers = Path(f"/proc/{preview.process.pid}/task/{preview.process.pid}/children").read_text().split()
    assert len(workers) == 1
    preview.process.kill()
    for _ in range(500):
        if not Path(f"/proc/{workers[0]}").exists():
            return
        time.sleep(0.02)
    pytest.fail("the worker goes on without anybody to work for")


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


def test_listening_to_the_world_is_said(run: Run) -> None:
    preview = run("--host", "0.0.0.0")
    preview.line()
    preview.line()
    assert preview.stop()[1] == ["warning: 0.0.0.0 can be reached from other machines, which then see drafts too."]


def test_the_next_port_is_said(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = run("--port", str(port))
        assert preview.line().startswith(f"Port {port} is taken: using ")


def test_answers_do_not_wait_for_the_browser_to_acknowledge_their_beginning() -> None:
    with listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
