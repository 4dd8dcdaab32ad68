"""Follow the site while it is written: `python -m preview --content DIR --port N --host ADDR`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import socket
import sys
import time
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
    if not options.content:
        return refuse("the content folder has no name. Name one.")
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
    site, content, settings = (Path(p).absolute() for p in (CACHE / f"site-{port}", options.content, options.settings))
    news, changed, built = News(), asyncio.Event(), asyncio.Event()
    server = Server(preview(SiteFiles(site), news, options.host), partial(announce, options.host, port))

    def told(outcome: Outcome) -> None:
        tell(outcome)
        built.set()

    def stop() -> None:
        news.close()
        server.should_exit = True
        built.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    warn(options, port)
    build_once = partial(build, command(str(content), str(site), str(settings)))
    async with asyncio.TaskGroup() as group:
        work = [
            group.create_task(watch(sources(content, settings), CACHE.absolute(), changed)),
            group.create_task(follow(changed, build_once, news, told)),
        ]
        await built.wait()
        if not server.should_exit:
            await server.serve(sockets=[listener])
        for task in work:
            task.cancel()


def warn(options: argparse.Namespace, port: int) -> None:
    if options.port not in (0, port):
        print(f"Port {options.port} is taken: using {port}.", flush=True)
    if not is_loopback(options.host):
        print(
            f"warning: {options.host} can be reached from other machines, which then see drafts too.", file=sys.stderr
        )


def announce(host: str, port: int) -> None:
    print(f"Serving http://{in_url(host)}:{port}/ (Ctrl+C to stop)", flush=True)


def tell(outcome: Outcome) -> None:
    """Say how a build went, with the time of day: a terminal shows many of them."""
    for line in outcome.problems:
        print(line, file=sys.stderr, flush=True)
    said = outcome.said if outcome.good else "Not built. The last good site stays up."
    print(f"{time.strftime('%H:%M:%S')}  {said}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
