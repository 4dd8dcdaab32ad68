"""Many who look at once, and many saves: everything is answered, and the last save is what is served."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.preview.running import SETTINGS, Running, article, write

Run = Callable[..., Running]
Finish = Callable[[Coroutine[Any, Any, Any]], Any]
IDLE, STREAMS = 200, 500


@asynccontextmanager
async def connected(preview: Running, request: str = ""):  # type: ignore[no-untyped-def]
    reader, writer = await asyncio.open_connection("127.0.0.1", preview.port)
    writer.write(request.encode())
    try:
        yield reader, writer
    finally:
        writer.close()


def get(path: str, *more: str) -> str:
    return "\r\n".join((f"GET {path} HTTP/1.1", "Host: localhost", *more, "", ""))


async def news(reader: asyncio.StreamReader) -> dict[str, Any]:
    """The next event of a stream."""
    while True:
        line = await reader.readline()
        assert line, "the stream ended"
        if line.startswith(b"data: "):
            return dict(json.loads(line.removeprefix(b"data: ")))


async def change(reader: asyncio.StreamReader) -> None:
    """Wait until a stream tells that its page changed."""
    while (await news(reader))["page"] != "changed":
        pass


async def page(preview: Running, path: str) -> str:
    async with connected(preview, get(path, "Connection: close")) as (reader, _):
        return (await reader.read()).decode()


@contextmanager
def files_enough() -> Iterator[None]:
    """Let this process have as many connections open as the test needs."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * (IDLE + STREAMS)
    if hard != resource.RLIM_INFINITY and hard < wanted:
        pytest.skip(f"this system allows {hard} open files, the test needs {wanted}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_crowd_is_answered_and_told_of_every_save(run: Run, finish: Finish) -> None:
    preview = run().serving()

    async def crowd() -> None:
        async with AsyncExitStack() as stack:
            for _ in range(IDLE):
                await stack.enter_async_context(connected(preview))
            request = get("/_preview/events?page=/one.html&since=")
            streams = [(await stack.enter_async_context(connected(preview, request)))[0] for _ in range(STREAMS)]
            first = await asyncio.gather(*map(news, streams))
            assert len({each["build"] for each in first}) == 1
            for number in range(3):
                preview.write("content/articles/one.md", article(f"Save {number}"))
                answers = await asyncio.gather(*(page(preview, "/one.html") for _ in range(20)))
                assert all(answer.startswith("HTTP/1.1 200 ") for answer in answers)
                await asyncio.gather(*map(change, streams))
                assert f"Save {number}" in await page(preview, "/one.html")

    with files_enough():
        finish(asyncio.wait_for(crowd(), 55))


def test_many_saves_are_few_builds_and_the_last_is_served(run: Run) -> None:
    """Thirty saves in a second and a half. A machine that is busy hears of some of them late: it may try again."""
    preview, tries = run().serving(), []
    for attempt in range(6):
        last, pauses = time.monotonic(), []
        for number in range(30):
            preview.write("content/articles/one.md", article(f"Save {attempt}-{number}"))
            time.sleep(0.05)
            pauses.append(time.monotonic() - last)
            last = time.monotonic()
        built = []
        while f"Save {attempt}-29" not in preview.get("/one.html")[1]:
            built.append(preview.line())
        built += [preview.line() for _ in range(preview.lines.qsize())]
        if 1 <= len(built) <= 3:
            return
        tries.append((len(built), max(pauses)))
    if all(pause > 0.08 for _, pause in tries):
        pytest.skip("this machine is too busy to save thirty times in a second and a half")
    pytest.fail(f"builds, and the longest pause between saves in seconds, of each try: {tries}")


def test_a_save_in_the_middle_of_a_build_is_served(folder: Path, run: Run) -> None:
    """The build waits, once it has read the article, until the article was saved again."""
    wait = "    while Path('hold').exists(): time.sleep(.01)\n"
    write(
        folder,
        "pause/__init__.py",
        f"import time\nfrom pathlib import Path\ndef read(generator):\n    Path('read').touch()\n{wait}",
    )
    with open(folder / "pause/__init__.py", "a", encoding="utf-8") as file:
        file.write(
            "def register():\n    from pelican import signals\n    signals.article_generator_finalized.connect(read)\n"
        )
    write(folder, "pelican.conf.py", SETTINGS.replace("PLUGINS = []", "PLUGINS = ['pause']\nPLUGIN_PATHS = ['.']"))
    preview = run().serving()
    (folder / "hold").touch()
    (folder / "read").unlink()
    preview.write("content/articles/one.md", article("Second"))
    while not (folder / "read").exists():
        time.sleep(0.01)
    preview.write("content/articles/one.md", article("Third"))
    (folder / "hold").unlink()
    while "Third" not in preview.get("/one.html")[1]:
        assert "Not built" not in preview.line()


def test_a_preview_grows_no_fatter_with_its_builds(run: Run) -> None:
    """Each build is a process of its own: what stays is the worker, and what it has learnt."""
    preview = run().serving()
    news = preview.news("/one.html")
    news.next()

    def sizes() -> list[int]:
        """Resident kilobytes of the preview and its worker."""
        pids = [preview.process.pid, *children(preview.process.pid)]
        return [int(field(pid, "VmRSS")) for pid in pids]

    if not os.path.exists("/proc/self/status"):
        pytest.skip("this system does not say how large a process is")

    def save(number: int) -> None:
        preview.write("content/articles/one.md", article(f"Save {number}"))
        news.next()

    for number in range(5):
        save(number)
    before = sizes()
    for number in range(5, 25):
        save(number)
    assert len(before) == len(after := sizes()) == 2
    assert all(now - then < 10_000 for then, now in zip(before, after, strict=True))


def children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def field(pid: int, name: str) -> str:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{name}:"))
