"""Pelican's signals as they are in a fresh process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from blinker import Signal
from pelican import signals

SIGNALS = [value for value in vars(signals).values() if isinstance(value, Signal)]


@contextmanager
def isolated_signals() -> Iterator[None]:
    """Nobody is connected at first, and whoever was before is again afterwards.

    Receivers outlive a build: one must not hear of another, nor a test of another's.
    """
    before = {signal: list(signal.receivers_for(signal)) for signal in SIGNALS}
    _disconnect()
    try:
        yield
    finally:
        _disconnect()
        for signal, receivers in before.items():
            for receiver in receivers:
                signal.connect(receiver)


def _disconnect() -> None:
    for signal in SIGNALS:
        for receiver in list(signal.receivers_for(signal)):
            signal.disconnect(receiver)
