"""A small site, built by Pelican in this process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from tests.pelican_signals import isolated_signals

NO_FEEDS = dict.fromkeys(
    ("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS", "TRANSLATION_FEED_ATOM")
)
ARTICLE = "Title: {title}\nDate: {date}\nCategory: {category}\n\n{text}\n"


def article(title: str, date: str = "2024-05-01", category: str = "News", text: str = "Some text.") -> str:
    """An article for Pelican's own Markdown reader."""
    return ARTICLE.format(title=title, date=date, category=category, text=text)


def build(folder: Path, files: Mapping[str, str], **settings: Any) -> Path:
    """Write the files below ``folder/content``, build them with Pelican's simple theme, give the output folder."""
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    given = {"SITENAME": "A site", "TIMEZONE": "UTC", "THEME": "simple", "DELETE_OUTPUT_DIRECTORY": True, **NO_FEEDS}
    paths = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "output")}
    with isolated_signals():
        Pelican(read_settings(override={**given, **paths, **settings})).run()
    return folder / "output"
