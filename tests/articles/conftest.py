"""A reader of articles as the site's settings make it, and a site of a few files built around it."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from articles.reader import ArticleReader
from pelican.settings import DEFAULT_CONFIG

ROOT = Path(__file__).parents[2]
MARKDOWN = runpy.run_path(str(ROOT / "pelican.conf.py"))["MARKDOWN"]

MakeReader = Callable[..., ArticleReader]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder; its parent is the working directory, so that problems name ``content/…``."""
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "pages").mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def make_reader(content: Path) -> MakeReader:
    def make(**settings: Any) -> ArticleReader:
        given = {"PATH": str(content), "MARKDOWN": MARKDOWN, "SITE_ID": "tests", "TIMEZONE": "UTC"}
        return ArticleReader({**DEFAULT_CONFIG, **given, **settings})

    return make
