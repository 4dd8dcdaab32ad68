"""Noticing that something which the site is made of was saved."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from press.settings_file import declared, literal
from watchfiles import Change, DefaultFilter, awatch

from .files import SiteFiles
from .news import News
from .saves import Saves

SETTLE = 50  # milliseconds in which saves count as one
STEP = 2  # milliseconds of quiet that end them sooner
LOOK = 500  # milliseconds between looks at whether the folders are still the same ones


def sources(content: Path, settings: Path) -> list[Path]:
    """What a site is made of: its content, its theme, the plugins beside the settings, and the settings."""
    project = settings.parent
    theme = literal(declared(str(settings)).get("THEME"))
    named = project / theme if isinstance(theme, str) else project / "theme"
    return [content, named, project / "plugins", settings]


async def watch(paths: Sequence[Path], own: Path, saves: Saves) -> None:
    """Note every save below `paths`, but not below `own`. A folder put in another's place is watched too."""
    present = identities(paths)
    while True:
        is_first = True  # what was saved before the watch began is not told
        there = [path for path in paths if path.exists()]
        async for saved in awatch(
            *there,
            watch_filter=DefaultFilter(ignore_paths=[own]),
            debounce=SETTLE,
            step=STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
        ):
            now = identities(paths)
            if saved or now != present:
                saves.set(None if is_first or now != present else still_there(saved))
                is_first = False
            if now != present:
                present = now
                break


def still_there(saved: Iterable[tuple[Change, str]]) -> frozenset[str]:
    """The files that changed, without those that came and went: editors write beside a file first."""
    found = list(saved)
    came = {path for change, path in found if change is Change.added}
    return frozenset(path for _, path in found if path not in came or os.path.lexists(path))


async def guard(files: SiteFiles, news: News, lost: Callable[[], None]) -> None:
    """Call `lost` when somebody removes the site that is being served."""
    while True:
        await asyncio.sleep(LOOK / 1000)
        if news.state.build and not files.is_there():
            lost()


def identities(paths: Iterable[Path]) -> list[tuple[int, int] | None]:
    """Which file or folder each path leads to: editors put a new file in the place of the old one."""
    found: list[tuple[int, int] | None] = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return found
