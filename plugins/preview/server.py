"""Listening, and stopping at once when told to."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

CONNECTIONS = 8192

TRIES = 11
"""The port that was asked for and the next ten."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at `port`, or at the next free one; OSError if there is none."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    for candidate in range(port, min(port + TRIES, 65536)):
        try:
            listener = socket.create_server((host, candidate), family=family, backlog=512)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == min(port + TRIES, 65536) - 1:
                raise
        else:
            # Connections inherit it. asyncio (Python 3.11) sets it where sockets name their protocol; these do not:
            # the end of each answer would wait 40 ms for the browser to acknowledge its beginning.
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return listener
    raise OSError(errno.EADDRINUSE, "no port to try")


def room_for_many() -> None:
    """Let this process have as many connections as it may: some systems begin with few hundred."""
    try:
        import resource
    except ImportError:  # Windows, which has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS if hard == resource.RLIM_INFINITY else min(CONNECTIONS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def is_our_fault(record: logging.LogRecord) -> bool:
    """Whether a record tells of something else than a request that broke off or made no sense while it was answered."""
    kind = record.exc_info[0] if record.exc_info else None
    return kind is None or kind.__module__.partition(".")[0] != "h11"  # uvicorn's parser


class Server(uvicorn.Server):
    """Leaves signals to whoever runs it, and says when it is up."""

    def __init__(self, app: Starlette, announce: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",  # the strictest of those that may be installed
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="error",  # a request that makes no sense is the sender's affair
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=1,
            )
        )
        self.announce = announce
        logging.getLogger("uvicorn.error").addFilter(is_our_fault)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.announce()
