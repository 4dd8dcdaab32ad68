"""Pagefind's binary, asked over its standard streams, as its own packages for Python and Node do (pagefind 1.5).

The package for Python is not used: it waits a tenth of a second for each answer and cannot take one of more than
2 MiB, so a thousand pages would take minutes and never come to an end. The conversation is short: messages are JSON
in Base64, each with a comma after it; every message is answered, in order.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Event, Thread, Timer
from typing import Any

from .model import NoIndex

PACKAGE = "pagefind-bin"
IGNORED = ("nav", ".footnote-backref", ".footnote-ref", "span[aria-hidden=true]")
"""What no one looks for in an article. No void elements: Pagefind 1.5 would ignore the text around them too."""

Message = Mapping[str, Any]


def installed() -> str:
    """The version of the binary; "" where there is none for this machine."""
    try:
        return version(PACKAGE) if binary() else ""
    except PackageNotFoundError:
        return ""


def binary() -> Path | None:
    try:
        from pagefind_bin import get_executable
    except ImportError:
        return None
    with suppress(FileNotFoundError):
        return Path(get_executable())
    return None


def index_files(program: Path, pages: Iterable[tuple[str, str]], seconds: float) -> dict[str, bytes]:
    """The files of an index over pages, each a URL and HTML, by their paths in its folder.

    :raises NoIndex: with the reason, as a clause
    """
    config = {"exclude_selectors": list(IGNORED)}
    added: list[Message] = [
        {"type": "AddFile", "index_id": 0, "url": url, "file_contents": html} for url, html in pages
    ]
    messages: list[Message] = [{"type": "NewIndex", "config": config}, *added, {"type": "GetFiles", "index_id": 0}]
    answers = _asked(program, messages, seconds)
    if wrong := next((each["message"] for each in answers if each["type"] == "Error"), ""):
        raise NoIndex(f"Pagefind says: {' '.join(str(wrong).split())}")
    if len(answers) < len(messages) or answers[-1]["type"] != "GetFiles":
        raise NoIndex(f"Pagefind stopped after {len(answers)} of {len(messages)} answers")
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["files"]}


def _asked(program: Path, messages: Sequence[Message], seconds: float) -> list[dict[str, Any]]:
    """The answers, or as many as came before Pagefind stopped."""
    try:
        process = subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise NoIndex(f"Pagefind cannot be started: {str(error.strerror).lower()}") from error
    late = Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = Timer(seconds, stop)
    timer.start()
    feeder = Thread(target=_feed, args=(process, messages), daemon=True)
    feeder.start()
    try:
        answers = _read(process, len(messages))
    except (binascii.Error, ValueError, KeyError) as error:
        raise NoIndex("Pagefind answered what cannot be understood") from error
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        feeder.join()
        _close(process)
    if late.is_set():
        raise NoIndex(f"Pagefind took longer than {seconds:g} seconds")
    return answers


def _feed(process: subprocess.Popen[bytes], messages: Iterable[Message]) -> None:
    """In a thread of its own: who writes all and then reads waits for ever for one who does the same."""
    assert process.stdin is not None
    with suppress(OSError):  # it stopped: whoever reads will notice
        for number, payload in enumerate(messages, 1):
            text = json.dumps({"message_id": number, "payload": payload})
            process.stdin.write(base64.b64encode(text.encode()) + b",")
        process.stdin.flush()


def _read(process: subprocess.Popen[bytes], count: int) -> list[dict[str, Any]]:
    assert process.stdout is not None
    answers: list[dict[str, Any]] = []
    rest: list[bytes] = []
    while len(answers) < count and (read := os.read(process.stdout.fileno(), 1 << 20)):
        first, *others = read.split(b",")
        rest.append(first)
        for other in others:
            answers.append(json.loads(base64.b64decode(b"".join(rest), validate=True))["payload"])
            rest = [other]
    return answers


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not written yet is lost on purpose
            if stream is not None:
                stream.close()
