"""What holds for every test: Pelican's signals are those of a fresh process, and one browser serves all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chromium import browser
from tests.pelican_signals import isolated_signals

__all__ = ["browser"]  # a fixture: one browser serves all tests


@pytest.fixture(autouse=True)
def quiet_signals() -> Iterator[None]:
    with isolated_signals():
        yield
