"""Noticing that something which the site is made of was saved."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from press.changes import Unsure, lines
from press.settings_file import declared, literal
from watchfiles import Change, DefaultFilter, awatch

from .files import SiteFiles
from .news import News
from .saves import Saves

SETTLE = 50  # milliseconds in which saves count as one
STEP = 2  # milliseconds of quiet that end them sooner
MOVING = 30  # milliseconds that an editor gets to put what it wrote beside a file in the file's place
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
        there = [path for path in paths if path.exists()]
        before, beside = files_below(there), set[str]()
        async for saved in awatch(
            *there,
            watch_filter=DefaultFilter(ignore_paths=[own]),
            debounce=SETTLE,
            step=STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
        ):
            passing = {each[1] for each in saved if is_passing(each)}
            await gone(passing)
            beside = {path for path in beside | passing if not os.path.lexists(path)}
            now = identities(paths)
            if saved or now != present:
                changed = changed_files(there, before, saved, beside)
                if now != present or changed is None or changed:
                    saves.set(None if now != present else changed)
                before = {}
            if now != present:
                present = now
                break


def changed_files(
    folders: Sequence[Path],
    before: dict[str, str] | None,
    saved: Iterable[tuple[Change, str]],
    beside: Iterable[str] = (),
) -> frozenset[str] | None:
    """The files that changed; at the first news, also those of which nothing was told because it was too early."""
    if before is None:
        return None
    now = files_below(folders) if before else {}
    early = {path for path in before.keys() | (now or {}).keys() if before.get(path) != (now or {}).get(path)}
    return None if now is None else still_there(saved, beside) | early


def files_below(folders: Sequence[Path]) -> dict[str, str] | None:
    """What tells each file from others, by its path; None if that cannot be said."""
    try:
        return dict(each.split("\0", 1) for each in lines([str(folder) for folder in folders]))
    except (OSError, Unsure):
        return None


def still_there(saved: Iterable[tuple[Change, str]], beside: Iterable[str] = ()) -> frozenset[str]:
    """The files that changed, without those that came, now or before (`beside`), and went: editors write beside."""
    found = list(saved)
    came = {path for change, path in found if change is Change.added}.union(beside)
    return frozenset(path for _, path in found if path not in came or os.path.lexists(path))


async def gone(passing: Iterable[str]) -> None:
    """Until these files are no more, if that is soon."""
    for _ in range(MOVING // STEP):
        if not any(map(os.path.lexists, passing)):
            return
        await asyncio.sleep(STEP / 1000)


def is_passing(change: tuple[Change, str]) -> bool:
    """Whether a file came that an editor is about to put in another's place, by its name, and is still there."""
    name = os.path.basename(change[1])
    is_beside = name.startswith(".") or name.endswith(("~", ".tmp", ".swp"))
    return change[0] is Change.added and is_beside and os.path.lexists(change[1])


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
