"""Listening, and stopping at once when told to."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

TRIES = 11
"""The port that was asked for and the next ten."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at `port`, or at the next free one; OSError if there is none."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    for candidate in range(port, min(port + TRIES, 65536)):
        try:
            return socket.create_server((host, candidate), family=family, backlog=512)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == min(port + TRIES, 65536) - 1:
                raise
    raise OSError(errno.EADDRINUSE, "no port to try")


class Server(uvicorn.Server):
    """Leaves signals to whoever runs it, and says when it is up."""

    def __init__(self, app: Starlette, announce: Callable[[], None]) -> None:
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1)
        super().__init__(config)
        self.announce = announce

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.announce()
