"""What holds for every test: Pelican's signals are those of a fresh process, and one browser serves all."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.chromium import browser
from tests.pelican_signals import isolated_signals

__all__ = ["browser"]  # a fixture: one browser serves all tests


# No deadline: a busy machine is no defect. On CI the same cases every time; `make test-long` tries harder.
settings.register_profile("usual", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("long", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(autouse=True)
def quiet_signals() -> Iterator[None]:
    with isolated_signals():
        yield
