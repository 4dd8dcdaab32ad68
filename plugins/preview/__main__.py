"""Follow the site while it is written: `python -m preview --content DIR --port N --host ADDR`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import socket
import sys
from functools import partial
from pathlib import Path

from .app import preview
from .builds import Builder, request
from .files import SiteFiles
from .following import follow
from .hosts import in_url
from .news import News
from .outcome import Outcome
from .problems import problems
from .saves import Saves
from .server import Server, listening, room_for_many
from .terminal import announce, tell, warn
from .watch import guard, sources, watch

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
        room_for_many()
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
    news, saves, built = News(partial(problems, settings=settings)), Saves(), asyncio.Event()

    def lost() -> None:
        news.lost()
        saves.set()

    files = SiteFiles(site)
    server = Server(preview(files, news, options.host, lost), partial(announce, options.host, port))

    def told(outcome: Outcome) -> None:
        tell(outcome, has_site=bool(news.state.build))
        built.set()

    def stop() -> None:
        news.close()
        server.should_exit = True
        built.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    warn(options.host, options.port, port)
    builder = Builder(request(str(content), str(site), str(settings)), str(settings))
    async with asyncio.TaskGroup() as group:
        work = [
            group.create_task(watch(sources(content, settings), CACHE.absolute(), saves)),
            group.create_task(guard(files, news, lost)),
            group.create_task(follow(saves, builder.build, news, told)),
        ]
        await built.wait()
        if not server.should_exit:
            await server.serve(sockets=[listener])
        for task in work:
            task.cancel()
    await builder.end()


if __name__ == "__main__":
    sys.exit(main())
