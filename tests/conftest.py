"""What holds for every test: Pelican's signals are those of a fresh process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from blinker import Signal
from pelican import signals

SIGNALS = [value for value in vars(signals).values() if isinstance(value, Signal)]


@pytest.fixture(autouse=True)
def quiet_signals() -> Iterator[None]:
    """Receivers of Pelican's signals outlive a build: a test must not hear of another's, nor it of them."""
    with isolated_signals():
        yield


@contextmanager
def isolated_signals() -> Iterator[None]:
    before = {signal: list(signal.receivers_for(signal)) for signal in SIGNALS}
    disconnect()
    try:
        yield
    finally:
        disconnect()
        for signal, receivers in before.items():
            for receiver in receivers:
                signal.connect(receiver)


def disconnect() -> None:
    for signal in SIGNALS:
        for receiver in list(signal.receivers_for(signal)):
            signal.disconnect(receiver)
