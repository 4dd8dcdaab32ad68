"""How the site gets built: in a folder of its own, all problems told, and published in one step or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .plugin import Press
    from .report import BuildFailed

__all__ = ["BuildFailed", "Press"]


def __getattr__(name: str) -> Any:
    """Load what is asked for: the preview uses parts of the press that do without Pelican, which takes 0.3 s."""
    if name == "Press":
        from .plugin import Press

        return Press
    if name == "BuildFailed":
        from .report import BuildFailed

        return BuildFailed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
