"""Connects checklists to Pelican."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from blinker import signal
from located import Problem
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.settings import read_settings

from .extension import ChecklistExtension
from .generator import ChecklistsGenerator
from .model import Checklist


def register() -> None:
    signals.initialized.connect(understand)
    signals.get_generators.connect(generator)
    signals.all_generators_finalized.connect(join)
    signal("site_ready").connect(keep_ids)  # the press sends it


def understand(pelican: Any) -> None:
    """Teaches Markdown, whichever reader uses it, what articles may say of checklists."""
    given = pelican.settings.get("MARKDOWN")
    if given is not None:  # without one, Markdown is switched off
        given["extensions"] = [*(given.get("extensions") or []), ChecklistExtension()]


def generator(pelican: Any) -> type[ChecklistsGenerator]:
    return ChecklistsGenerator


def join(generators: Iterable[Any]) -> None:
    """Puts the lists into the articles that show them, once everything is read."""
    found = {type(each): each for each in generators}
    own = next((each for each in found.values() if isinstance(each, ChecklistsGenerator)), None)
    if own is not None:
        own.join(found.get(ArticlesGenerator), found.get(PagesGenerator))


def keep_ids(press: Any) -> None:
    """Brings the lock up to date when a site goes out: from then on its ids are published."""
    for each in press.generators:
        if isinstance(each, ChecklistsGenerator) and each.settings.get("PUBLISHING"):
            each.write_lock()


def task_lists(content: Path, settings_file: Path) -> tuple[Sequence[Checklist], Sequence[Problem]]:
    """The task lists of all articles and pages of a site, read as a build reads them; nothing is written.

    What is wrong with them is told by the build itself.
    """
    before, logging.root.manager.disable = logging.root.manager.disable, logging.CRITICAL
    try:
        return _task_lists(content, settings_file), ()
    finally:
        logging.root.manager.disable = before


def _task_lists(content: Path, settings_file: Path) -> Sequence[Checklist]:
    given = {"PATH": str(content.absolute()), "SETTINGS_FILE": str(settings_file.absolute())}
    pelican = Pelican(read_settings(str(settings_file), override=given))
    context = {**pelican.settings, "localsiteurl": pelican.settings["SITEURL"]}
    context |= {"generated_content": {}, "static_links": set(), "static_content": {}, "filenames": {}}
    shared = {"context": context, "settings": pelican.settings, "path": pelican.path, "theme": pelican.theme}
    kinds = [ArticlesGenerator, PagesGenerator, *(kind for _, kind in signals.get_generators.send(pelican))]
    generators: list[Any] = [kind(**shared, output_path=pelican.output_path) for kind in kinds]
    for each in generators:
        each.generate_context()
    signals.all_generators_finalized.send(generators)
    tasks: Sequence[Checklist] = next(each for each in generators if isinstance(each, ChecklistsGenerator)).tasks
    return tasks
