"""How the site gets built: in a folder of its own, with every problem told, and published in one step or not at all."""

from .plugin import Press
from .report import BuildFailed

__all__ = ["BuildFailed", "Press"]
