"""Follow the site while it is written: `python -m preview --content DIR --port N --host ADDR`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .app import preview
from .builds import Outcome, build, command, follow
from .files import SiteFiles
from .hosts import in_url, is_loopback
from .news import News
from .server import Server, listening
from .watch import sources, watch

CACHE = Path(".cache/preview")


def main(arguments: list[str] | None = None) -> int:
    """Serve until told to stop; the exit status is 2 for a command that cannot be followed."""
    options = parser().parse_args(arguments)
    if not Path(options.content).is_dir():
        return refuse(f"there is no content folder {options.content}. Name one that is there.")
    if not Path(options.settings).is_file():
        return refuse(f"there is no settings file {options.settings}. Run this where the settings are.")
    try:
        listener = listening(options.host, options.port)
    except (OSError, OverflowError) as error:
        return refuse(f"cannot listen at {in_url(options.host)}:{options.port}: {error}.")
    asyncio.run(run(options, listener))
    return 0


def parser() -> argparse.ArgumentParser:
    about = argparse.ArgumentParser(prog="python -m preview", description="Serve the site and follow every save.")
    about.add_argument("--content", default="content", metavar="DIR", help="folder with articles/, pages/, images/")
    about.add_argument("--port", default=8000, type=int, metavar="N", help="where to listen; 0: wherever there is room")
    about.add_argument("--host", default="127.0.0.1", metavar="ADDR", help="who may look: by default, this machine")
    about.add_argument("--settings", default="pelican.conf.py", metavar="FILE", help="the settings file")
    return about


def refuse(why: str) -> int:
    print(f"preview: {why}", file=sys.stderr)
    return 2


async def run(options: argparse.Namespace, listener: socket.socket) -> None:
    """Build, then serve and follow until a signal comes."""
    port = listener.getsockname()[1]
    site = (CACHE / f"site-{port}").absolute()
    content, settings = Path(options.content).absolute(), Path(options.settings).absolute()
    news, changed, built, stopped = News(), asyncio.Event(), asyncio.Event(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)

    def tell(outcome: Outcome) -> None:
        say(outcome)
        built.set()

    warn(options, port)
    server = Server(preview(SiteFiles(site), news, options.host), partial(announce, options.host, port))
    once = partial(build, command(str(content), str(site), str(settings)))
    tasks = [
        asyncio.create_task(watch(sources(content, settings), CACHE.absolute(), changed)),
        asyncio.create_task(follow(changed, once, news, tell)),
        asyncio.create_task(serve_after(built, server, listener)),
    ]
    stop = asyncio.create_task(stopped.wait())
    await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
    news.close()
    server.should_exit = True
    await ended(tasks, server)
