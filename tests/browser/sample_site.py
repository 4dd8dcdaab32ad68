"""The sample site, built as it is published to a folder of a host, and served."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.hosting import hosted
from tests.site.sites import NOW

ROOT = Path(__file__).parents[2]
FOLDER = "guide"


@contextmanager
def sample_site(host: Path, content: Path = ROOT / "content") -> Iterator[str]:
    """The address of the site of a content folder, which is in the folder ``guide`` of a host's."""
    with hosted(host) as address:
        build(content, host / FOLDER, f"{address}/{FOLDER}")
        yield f"{address}/{FOLDER}"


def build(content: Path, output: Path, siteurl: str) -> None:
    command = [sys.executable, "-m", "press", "--content", str(content), "--output", str(output), "--siteurl", siteurl]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOW}
    built = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert built.returncode == 0, built.stderr
