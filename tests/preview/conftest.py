from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.preview.running import SETTINGS, Running, article, previewing, write


@pytest.fixture
def finish() -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """What a coroutine gives. It runs in a thread: Playwright may keep a loop running in this one."""

    def result(coroutine: Coroutine[Any, Any, Any]) -> Any:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, coroutine).result(timeout=60)

    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one article."""
    write(tmp_path, "pelican.conf.py", SETTINGS)
    write(tmp_path, "content/articles/one.md", article("First"))
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Iterator[Callable[..., Running]]:
    """Starts a preview of the site in `folder`."""
    with ExitStack() as stack:
        yield lambda *arguments, **environment: stack.enter_context(previewing(folder, *arguments, **environment))
