"""What a page complains of in its console."""

from __future__ import annotations

from playwright.sync_api import Error

ABORTED = "Transition was "
"""How Chromium begins to say that a reader went on before one page had faded into the next: nobody's error."""


def complaint(error: Error) -> list[str]:
    """What an uncaught error says; nothing where it is none."""
    return [] if str(error).startswith(ABORTED) else [str(error)]
