"""What a build says in the end, and how it ends."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from .finding import Finding, closing_line, counted, in_order
from .pointing import pointed


class BuildFailed(Exception):
    """The site has errors, and they were told. Pelican's `main` ends with `exitcode`."""

    exitcode = 1


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line, in whatever characters the stream can show."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


def tell(found: Iterable[Finding], published: bool) -> None:
    """Print all problems, sorted, a line each, and how many there are.

    On a terminal, the line of the source and a caret follow each.
    """
    findings = in_order(found)
    is_watched = sys.stderr.isatty()
    for finding in findings:
        say(str(finding), sys.stderr)
        for line in pointed(finding.where) if is_watched and finding.where else ():
            say(line, sys.stderr)
    if findings:
        say(closing_line(findings, published), sys.stderr)


def tell_strangers(output: str, kept: tuple[str, ...], replaced: tuple[str, ...]) -> None:
    """Say what became of files in the output that no build had put there."""
    for files, fate in ((kept, "kept"), (replaced, "replaced by the site's own")):
        if files:
            names = ", ".join(files[:3]) + (", …" if len(files) > 3 else "")
            text = f"{output} has {counted(len(files), 'file')} that no build put there ({names}): {fate}."
            say(f"note: {text}", sys.stderr)


@contextmanager
def stoppable() -> Iterator[None]:
    """Have SIGTERM and Ctrl+C end a build in an orderly way, and never with exit status 0."""
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, stop) if in_main else None
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    finally:
        if in_main:
            signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def stop(number: int, frame: Any) -> None:
    raise SystemExit(128 + number)


def told_already() -> None:
    """Keep Pelican's `main` and its autoreload from logging a BuildFailed, with a traceback, once more."""
    for handler in logging.getLogger().handlers:
        handler.removeFilter(is_news)
        handler.addFilter(is_news)


def is_news(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    args = record.args if isinstance(record.args, tuple) else ()
    return not any(isinstance(said, BuildFailed) for said in (error, *args))
