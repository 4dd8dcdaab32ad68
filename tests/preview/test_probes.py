"""The preview under attack: each probe gets the right answer, tells nothing, and leaves the server well."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.preview.running import PATIENCE, SETTINGS, Running, article, previewing, write

CASES = read_cases(Path(__file__).parent / "cases/probes.md")
MANY = re.compile(r"⟨([^⟨⟩]*)×(\d+)⟩")
LENGTH = re.compile(r"⟪(.*?)⟫", re.S)


def wire(text: str) -> bytes:
    """A request as it goes over the wire."""
    text = text.removesuffix("\n")
    text = LENGTH.sub(lambda found: str(len(wire(found[1] + "\n"))), text)
    text = MANY.sub(lambda found: found[1] * int(found[2]), text).replace("↵", "\n")
    return text.replace("\n", "\r\n").encode() + b"\r\n\r\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("probed")
    write(folder, "pelican.conf.py", SETTINGS)
    write(folder, "content/articles/one.md", article("First"))
    with previewing(folder) as running:
        running.serving()
        furnish(next((folder / ".cache/preview").glob("site-*")))
        yield running


def furnish(site: Path) -> None:
    """Put into a site what should not be in one."""
    (site.parent / "secret.txt").write_text("TOP SECRET")
    for name, text in {
        "folder/index.html": "<body>folder</body>",
        "folder/a ü.txt": "x",
        "style.css": "body { color: red }",
        ".git/config": "TOP SECRET",
        "_headers": "# TOP SECRET",
        "empty/x.txt": "x",
    }.items():
        write(site, name, text)
    (site / "link.txt").symlink_to(site.parent / "secret.txt")
    (site / "up").symlink_to("..")
    (site / "inside.html").symlink_to("one.html")
    (site / "loop").symlink_to("loop")
    os.mkfifo(site / "fifo")
    os.mkfifo(site / "fifo.html")
    here = os.getcwd()
    os.chdir(site)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as left:
        left.bind("socket")
    os.chdir(here)


def asked(preview: Running, request: bytes) -> bytes:
    """All that comes back: one answer, and what else comes until the server has nothing more to say."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as connection:
        said = b""
        with suppress(ConnectionError):  # it may have heard enough
            connection.sendall(request)
        with suppress(OSError):  # it may hang up
            while not is_whole(said, request) and (more := connection.recv(65536)):
                said += more
            connection.shutdown(socket.SHUT_WR)
            while more := connection.recv(65536):
                said += more
        return said


def is_whole(said: bytes, request: bytes) -> bool:
    head, found, body = said.partition(b"\r\n\r\n")
    length = re.search(rb"^content-length: (\d+)", head, re.IGNORECASE | re.MULTILINE)
    return bool(found) and (request.startswith(b"HEAD") or length is None or len(body) >= int(length[1]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_probe_is_answered_rightly_and_harms_nothing(preview: Running, case: Case) -> None:
    request, expected = case.blocks
    statuses = [word for word in expected.split() if word.isdecimal()]
    said = asked(preview, wire(request))
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.split(b" ", 2)[1].decode() in statuses, head[:500]
    assert b"TOP SECRET" not in said
    assert b"root:" not in said
    assert b"x-evil" not in head.lower()
    assert b"access-control-allow-origin" not in head.lower()
    if "empty" in expected:
        assert body == b""
    if "once" in expected:
        assert said.count(b"HTTP/1.1 ") == 1
    assert preview.get("/one.html")[0] == 200


def test_there_are_probes_enough() -> None:
    assert len(CASES) >= 60


def test_slow_clients_keep_nobody_waiting(preview: Running) -> None:
    slow = [socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) for _ in range(50)]
    for number, connection in enumerate(slow):
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: y"[: number + 1])
    assert preview.get("/one.html")[0] == 200
    for connection in slow:
        connection.sendall(b"")
        connection.close()
    assert preview.get("/one.html")[0] == 200


def test_who_hangs_up_in_the_middle_of_an_answer_is_forgotten(preview: Running) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # without a goodbye
            connection.sendall(b"GET /one.html HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
    assert preview.get("/one.html")[0] == 200


def test_nothing_is_said_of_all_this_in_the_terminal(preview: Running) -> None:
    asked(preview, b"nonsense\r\n\r\n")
    assert preview.get("/one.html")[0] == 200
    assert "\n".join(preview.wrong.queue) == ""
