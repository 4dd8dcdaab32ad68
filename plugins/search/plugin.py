"""Connects searching to Pelican."""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import SearchGenerator


def register() -> None:
    signals.get_generators.connect(generator)  # after those whose pages are found: in the order of PLUGINS


def generator(pelican: Any) -> type[SearchGenerator]:
    return SearchGenerator
