"""A small site, built by Pelican in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from blinker import Signal
from pelican import Pelican, signals
from pelican.settings import read_settings

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
    with _nobody_else_listening():
        Pelican(read_settings(override={**given, **paths, **settings})).run()
    return folder / "output"


@contextmanager
def _nobody_else_listening() -> Iterator[None]:
    """Receivers of Pelican's signals outlive a build: other tests must not hear of this one, nor it of them."""
    all_signals = [value for value in vars(signals).values() if isinstance(value, Signal)]
    before = {signal: list(signal.receivers_for(signal)) for signal in all_signals}
    _disconnect(all_signals)
    try:
        yield
    finally:
        _disconnect(all_signals)
        for signal, receivers in before.items():
            for receiver in receivers:
                signal.connect(receiver)


def _disconnect(all_signals: list[Signal]) -> None:
    for signal in all_signals:
        for receiver in list(signal.receivers_for(signal)):
            signal.disconnect(receiver)
