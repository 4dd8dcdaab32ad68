"""Connects the strategy index to Pelican."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator

from .generator import StrategiesGenerator


def register() -> None:
    signals.get_generators.connect(generator)
    signals.all_generators_finalized.connect(join)  # after the articles plugin's own receiver: in the order of PLUGINS


def generator(pelican: Any) -> type[StrategiesGenerator]:
    return StrategiesGenerator


def join(generators: Iterable[Any]) -> None:
    """Finds the strategies once every article is read."""
    found = {type(each): each for each in generators}
    own = next((each for each in found.values() if isinstance(each, StrategiesGenerator)), None)
    if own is not None:
        own.join(found.get(ArticlesGenerator))
