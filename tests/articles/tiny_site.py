"""A site of a few files, built by Pelican in this process with the site's own settings and no theme to speak of."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.settings import read_settings

from tests.pelican_signals import isolated_signals

ROOT = Path(__file__).parents[2]
THEME = {"article.html": "{{ article.content|safe }}", "page.html": "{{ page.content|safe }}"}
THEME |= {"category.html": "{{ category.name }}", "tag.html": "{{ tag.name }}"}


@dataclass(frozen=True)
class Built:
    """What came out: contents by the name of their file, the context of all templates, and what was told."""

    contents: dict[str, Content]
    context: dict[str, Any]
    told: list[str]
    output: Path


def build(folder: Path, files: Mapping[str, str], **settings: Any) -> Built:
    """Writes the files below ``folder/content`` and builds them; the working directory should be the folder."""
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, text in THEME.items():
        (folder / "theme" / "templates").mkdir(parents=True, exist_ok=True)
        (folder / "theme" / "templates" / name).write_text(text, encoding="utf-8")
    (folder / "theme" / "static").mkdir(exist_ok=True)
    given = {
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / "output"),
        "THEME": str(folder / "theme"),
        "THEME_STATIC_PATHS": [],
        "PELICAN_CLASS": "pelican.Pelican",
        "PLUGINS": ["articles"],
        "DIRECT_TEMPLATES": [],
        "CACHE_CONTENT": False,
    }
    contexts: list[dict[str, Any]] = []

    def remember(generators: list[Any]) -> None:
        contexts.append(generators[0].context)

    with isolated_signals(), _listening() as told:
        pelican = Pelican(read_settings(str(ROOT / "pelican.conf.py"), override={**given, **settings}))
        signals.all_generators_finalized.connect(remember)
        pelican.run()
    (context,) = contexts
    contents = {
        Path(each.source_path).name: each
        for each in context["generated_content"].values()
        if each is not None and isinstance(each, Content)
    }
    return Built(contents, context, told, folder / "output")


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What `located` tells, as it is told."""
    told: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("located")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)
