from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest


@pytest.fixture
def finish() -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """What a coroutine gives. It runs in a thread: Playwright may keep a loop running in this one."""

    def result(coroutine: Coroutine[Any, Any, Any]) -> Any:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, coroutine).result(timeout=60)

    return result
