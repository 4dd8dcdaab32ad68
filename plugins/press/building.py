"""One build, from the command to its end."""

from __future__ import annotations

import argparse
import filecmp
import gc
import logging
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pelican.settings import Settings, read_settings

from .built import Built, tell_built
from .changes import Watch
from .collect import collecting
from .faults import attempt, place_of, position_in, reason, remedy
from .finding import Finding, counted, in_order, shown_path
from .manifest import NAME, files_in
from .phrases import Site
from .plain_settings import overrides
from .plugin import Press
from .settings_file import declared, literal

SELDOM = 20_000
"""So many objects more than before, and Python looks for some that can go."""


def build_and_tell(options: argparse.Namespace, record: Path | None, started: float) -> int:
    """The exit status: 0 for a published site, 1 for one with errors. `started` is when the process began."""
    if options.debug:
        logging.basicConfig(level=logging.DEBUG)
    built = build(options, record, started)
    if options.verify and built.published:
        built = verified(built, options)
    tell_built(built)
    return 0 if built.published and not any(finding.error for finding in built.findings) else 1


def build(options: argparse.Namespace, record: Path | None = None, started: float = 0.0) -> Built:
    """Build as told; nothing is printed. At `record` it is kept what the site was made of."""
    found: list[Finding] = []
    with collecting(Site(options.content, options.settings), found):
        settings = attempt(lambda: settings_for(options), lambda error: found.append(unset(error, options)))
    if settings is None:
        return Built(tuple(in_order(found)), None, shown_path(options.output))
    press = Press(settings, found)
    watched = press.watched() if record is not None else None
    watch = Watch(watched, started) if watched is not None else None
    with seldom_collected():
        built = press.build()
    if watch is not None and record is not None and built.published and not built.findings:
        watch.note(record, vars(options) | {"verify": False}, options.output, press.due, built.what, built.made_by)
    return built


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Have Python look seldom for what can go, and not at all among what is here now: most of a build stays."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def verified(built: Built, options: argparse.Namespace) -> Built:
    """The same, with a finding for each file that a build from nothing makes otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        given = argparse.Namespace(**{**vars(options), "output": str(Path(folder, "site"))})
        settings = settings_for(given)
        settings["CACHE_PATH"] = str(Path(folder, "cache"))
        clean = Press(settings).build()
        differing = sorted(differences(Path(options.output), Path(folder, "site"))) if clean.published else [NAME]
    told = [Finding((shown_path(Path(options.output, file)), 1, 1), OTHERWISE) for file in differing]
    said = f"{built.said}; {counted(len(told), 'difference')} from a build from nothing"
    return replace(built, findings=(*built.findings, *told), said=said)


OTHERWISE = "a build from nothing makes it otherwise. Remove the folder of the setting CACHE_PATH and report this."


def differences(one: Path, other: Path) -> set[str]:
    """The files that two folders do not have alike."""
    here, there = set(files_in(one)), set(files_in(other))
    return {f for f in here & there if not filecmp.cmp(one / f, other / f, shallow=False)} | (here ^ there)


def settings_for(options: argparse.Namespace) -> Settings:
    return read_settings(options.settings, override=overrides(options))


def unset(error: Exception, options: argparse.Namespace) -> Finding:
    """Why the settings cannot be used: where the file fails, or which value Pelican does not take."""
    own = str(Path(options.settings).absolute())
    if not_text := undecodable(own):
        line, column, why = position_in(not_text)
        return Finding((shown_path(own), line, column), f"the settings cannot be used: {why}. {remedy(not_text)}")
    if str(error).startswith("Could not find the theme") and (theme := declared(own).get("THEME")):
        text = f'there is no theme "{literal(theme)}". Correct the name, or add the folder.'
        return Finding(theme.where, f"the settings cannot be used: {text}")
    files = {own, options.settings}
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename in files]
    where = (shown_path(own), lines[-1], 1) if lines else place_of(error)
    fix = " Correct the line." if where else ""
    return Finding(where or (shown_path(own), 1, 1), f"the settings cannot be used: {reason(error)}.{fix}")


def undecodable(path: str) -> UnicodeDecodeError | None:
    """What keeps a file from being text; Python's own complaint about a settings file has no line."""
    try:
        Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return error
    return None
