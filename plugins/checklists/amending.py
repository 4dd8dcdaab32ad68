"""An article of which only words change: whether it has tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .embeds import has_tasks
from .extension import ChecklistExtension


def extensions() -> list[ChecklistExtension]:
    """What Markdown is given beside the settings."""
    return [ChecklistExtension()]


def same(before: Any, after: Any, settings: Mapping[str, Any]) -> bool:
    """Whether an article has no tasks: their words are kept count of, in the lock and by readers."""
    return not has_tasks(before.html) and not has_tasks(after.html)
