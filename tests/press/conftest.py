"""A small site of stock Pelican's own theme, and the press run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from press.__main__ import main

SETTINGS = """\
SITENAME = "Tiny"
TIMEZONE = "UTC"
LOCALE = "C"
PATH = "content"
THEME = "simple"
PELICAN_CLASS = "press.Press"
PLUGINS = []
PLUGIN_PATHS = ["plug"]
ARTICLE_PATHS = ["articles"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""


@dataclass(frozen=True)
class Built:
    """What a build printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


@dataclass(frozen=True)
class Site:
    """A site's source and what is done with it. Paths are relative to its folder, the working directory."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def article(self, name: str, title: str = "", body: str = "Text.", extra: str = "") -> Path:
        head = f"Title: {title or name}\nDate: 2024-01-01\n{extra}"
        return self.write(f"content/articles/{name}.md", f"{head}\n{body}\n")

    def settings(self, more: str) -> None:
        self.write("pelican.conf.py", SETTINGS + more)

    def build(self, *arguments: str) -> Built:
        """In this process."""
        self.capsys.readouterr()
        status = main(list(arguments))
        printed = self.capsys.readouterr()
        return Built(status, printed.out, printed.err)

    def run(self, *command: str, **environment: str) -> Built:
        """In a process of its own."""
        ended = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Built(ended.returncode, ended.stdout, ended.stderr)

    def files(self, folder: str = "output") -> dict[str, bytes]:
        root = self.folder / folder
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}

    def beside(self) -> list[str]:
        """What builds left beside the output."""
        return sorted(p.name for p in self.folder.iterdir() if p.name.startswith(".output."))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    monkeypatch.chdir(tmp_path)
    made = Site(tmp_path, capsys)
    made.settings("")
    made.article("one", "One")
    made.article("two", "Two")
    return made
