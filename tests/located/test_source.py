"""A file's text, or one problem; never a wait, never an exception."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import SIZE_LIMIT, Severity, read_source


@pytest.fixture(autouse=True)
def in_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    return site


def told(path: Path | str, within: Path | str | None = None) -> str:
    """The one problem of a file."""
    source = read_source(path, within)
    assert source.text is None
    (problem,) = source.problems
    assert problem.severity is Severity.ERROR
    return str(problem)


def written(data: bytes) -> Path:
    path = Path("a.md")
    path.write_bytes(data)
    return path


# --- text ------------------------------------------------------------------------------------------------


def test_a_text_is_read_as_utf_8() -> None:
    source = read_source(written("é😀\n".encode()))
    assert (source.text, source.problems, source.path) == ("é😀\n", (), "a.md")


def test_a_byte_order_mark_is_dropped() -> None:
    assert read_source(written(b"\xef\xbb\xbfa")).text == "a"


def test_line_ends_become_line_feeds() -> None:
    assert read_source(written(b"a\r\nb\rc\n")).text == "a\nb\nc\n"


def test_the_largest_file_is_read() -> None:
    assert len(read_source(written(b"x" * SIZE_LIMIT)).text or "") == SIZE_LIMIT


BAD_TEXT = {
    "empty": (b"", "1:1: the file is empty. Write something in it, or delete it."),
    "only a mark": (b"\xef\xbb\xbf", "1:1: the file is empty. Write something in it, or delete it."),
    "only blanks": (b" \r\n\t\n", "1:1: the file is empty. Write something in it, or delete it."),
    "too large": (
        b"x" * 10_000_000,
        "1:1: is 10.0 MB; the limit is 2 MB. Split it, or keep in it only the text.",
    ),
    "NUL": (
        b"a\r\nb\0c",
        "2:2: holds a NUL byte. Delete it, or save the file as UTF-8 text.",
    ),
    "control character": (
        "é😀\nzé😀\x07".encode(),
        "2:4: holds the control character U+0007. Delete it.",
    ),
    "form feed": (b"a\x0c", "1:2: holds the control character U+000C. Delete it."),
    "delete": (b"a\x7f", "1:2: holds the control character U+007F. Delete it."),
    "C1": ("\n\x9b".encode(), "2:1: holds the control character U+009B. Delete it."),
    "noncharacter": ("\uffff".encode(), "1:1: holds the noncharacter U+FFFF. Delete it."),
    "Latin-1": (
        "é: one\nZoë".encode() + "é".encode("latin-1"),
        "2:4: the byte 0xE9 is not UTF-8. It looks like Latin-1. Save the file as UTF-8.",
    ),
    "Windows-1252": (
        "a\r\n“b”".encode("cp1252"),
        "2:1: the byte 0x93 is not UTF-8. It looks like Windows-1252. Save the file as UTF-8.",
    ),
    "no encoding": (b"a\x81\xe9", "1:2: the byte 0x81 is not UTF-8. Save the file as UTF-8."),
    "a surrogate": (
        b"\xed\xa0\x80",
        "1:1: the byte 0xED is not UTF-8. It looks like Windows-1252. Save the file as UTF-8.",
    ),
    "UTF-16": ("a".encode("utf-16"), "1:1: the file is UTF-16, not UTF-8. Save it as UTF-8."),
    "UTF-16, the other way": (
        b"\xfe\xff\0a",
        "1:1: the file is UTF-16, not UTF-8. Save it as UTF-8.",
    ),
    "UTF-16 without a mark": (
        "aé".encode("utf-16-le"),
        "1:2: holds a NUL byte. Delete it, or save the file as UTF-8 text.",
    ),
    "a NUL before a bad byte": (b"a\n\0\xff", "2:1: holds a NUL byte. Delete it, or save the file as UTF-8 text."),
}


@pytest.mark.parametrize(("data", "problem"), BAD_TEXT.values(), ids=BAD_TEXT)
def test_a_text_that_is_none_is_told_with_its_place(data: bytes, problem: str) -> None:
    assert told(written(data)) == f"a.md:{problem}"


@given(st.binary())
def test_any_bytes_give_a_text_or_one_problem(data: bytes) -> None:
    path = Path("any.md")
    path.write_bytes(data)
    source = read_source(path)
    assert (source.text is None) == (len(source.problems) == 1)
    assert source.text is None or "\r" not in source.text


# --- files -----------------------------------------------------------------------------------------------


def test_a_missing_file_is_told() -> None:
    assert told("a.md") == "a.md:1:1: there is no such file. Check its name."


@pytest.mark.parametrize("path", ["a.md/b.md", "a\0b.md"])
def test_an_impossible_path_is_told(path: str) -> None:
    written(b"x")
    assert told(path).endswith(":1:1: there is no such file. Check its name.")


def test_a_folder_is_told() -> None:
    Path("a.md").mkdir()
    assert told("a.md") == "a.md:1:1: is a folder, not a file. Rename it or move it away."


def test_a_named_pipe_is_told_without_waiting() -> None:
    os.mkfifo("a.md")
    assert told("a.md") == "a.md:1:1: is a named pipe, not a file. Rename it or move it away."


def test_a_socket_is_told() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.md")
        assert told("a.md") == "a.md:1:1: is a socket, not a file. Rename it or move it away."


def test_a_device_is_told() -> None:
    Path("a.md").symlink_to(os.devnull)
    assert told("a.md") == "a.md:1:1: is a device, not a file. Rename it or move it away."


def test_what_becomes_a_pipe_meanwhile_is_told_without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(b"x")
    before = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda self, **_: before)
    assert told(path) == "a.md:1:1: is a named pipe, not a file. Rename it or move it away."


def test_a_link_to_itself_is_told() -> None:
    Path("a.md").symlink_to("b.md")
    Path("b.md").symlink_to("a.md")
    assert told("a.md") == "a.md:1:1: is a link that leads back to itself. Mend the link or remove it."
    assert told("a.md", within=".") == told("a.md")


def test_a_link_to_nothing_is_told() -> None:
    Path("a.md").symlink_to("b.md")
    assert told("a.md") == "a.md:1:1: is a link to a file that is not there. Mend the link or remove it."


def failing(error: OSError) -> Callable[..., int]:
    def fail(*_: object, **__: object) -> int:
        raise error

    return fail


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(b"x")
    monkeypatch.setattr(os, "open", failing(PermissionError(errno.EACCES, "Permission denied")))
    assert told(path) == "a.md:1:1: cannot be read: permission denied. Make it readable (chmod u+r)."


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permissions_is_told() -> None:
    path = written(b"x")
    path.chmod(0)
    assert told(path) == "a.md:1:1: cannot be read: permission denied. Make it readable (chmod u+r)."


def test_a_broken_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(b"x")
    monkeypatch.setattr(os, "open", failing(OSError(errno.EIO, "Input/output error")))
    assert told(path) == "a.md:1:1: cannot be read: Input/output error. Check the file and the disk it is on."


def test_a_link_out_of_the_folder_is_refused(in_site: Path) -> None:
    (in_site.parent / "secret.md").write_text("x")
    Path("content").mkdir()
    Path("content/a.md").symlink_to("../../secret.md")
    assert told("content/a.md", within="content") == (
        "content/a.md:1:1: is a link to a file outside the content folder. Put a copy in its place."
    )
    assert read_source("content/a.md").text == "x"


def test_a_link_inside_the_folder_is_followed(in_site: Path) -> None:
    Path("content").mkdir()
    Path("content/a.md").write_text("x")
    Path("content/b.md").symlink_to("a.md")
    Path("linked").symlink_to("content")
    assert read_source("content/b.md", within="content").text == "x"
    assert read_source("linked/b.md", within="linked").text == "x"
    assert read_source("linked/b.md", within=in_site / "content").text == "x"
