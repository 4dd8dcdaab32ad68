"""Plugins that ask to hear of each page that is written (`content_written`): for them every page is made each time."""

from __future__ import annotations

from collections.abc import Sequence

from blinker import ANY
from pelican.plugins import signals

NAMESPACE = "pelican.plugins."


def listeners(plugins: Sequence[str]) -> list[str]:
    """Those of `plugins`, by the short names that settings may give them; else the modules that listen."""
    modules = {getattr(receiver, "__module__", "") for receiver in signals.content_written.receivers_for(ANY)}
    return sorted({_plugin_of(module, plugins).removeprefix(NAMESPACE) for module in modules})


def _plugin_of(module: str, plugins: Sequence[str]) -> str:
    return next((name for name in plugins if f"{module}.".startswith(f"{name}.")), module)


def cost(names: Sequence[str]) -> str:
    """What it says of them at the end of a sentence on a build."""
    return f", every page made anew for {', '.join(names)}" if names else ""
