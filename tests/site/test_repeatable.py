"""The same content gives the same bytes, wherever, whenever and in whatever order it is read."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.conftest import SITEURL
from tests.site.links import Site
from tests.site.sites import ROOT, run

ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "C",
    "SOURCE_DATE_EPOCH": "1900000000",
}


@pytest.fixture(scope="module")
def moved() -> Iterator[Path]:
    """The project in another folder, its files made in another order and at another time."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "elsewhere"
        for name in ("content", "theme", "pelican.conf.py"):
            paths = [ROOT / name, *(ROOT / name).rglob("*")]
            for path in sorted((p for p in paths if p.is_file()), reverse=True):
                target = copy / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (1_000_000_000, 1_000_000_000))
        yield copy


def test_another_place_time_zone_locale_and_file_order_give_the_same_bytes(sample: Site, moved: Path) -> None:
    _build(moved, "output", **ELSEWHERE)
    assert _bytes(moved / "output") == _bytes(sample.folder)


def test_a_second_build_of_a_site_gives_the_same_bytes(sample: Site, moved: Path) -> None:
    _build(moved, "again", PYTHONHASHSEED="7")
    first = _bytes(moved / "again")
    _build(moved, "again", PYTHONHASHSEED="8")
    assert first == _bytes(moved / "again") == _bytes(sample.folder)


def test_pelican_alone_builds_the_same_site(sample: Site, moved: Path) -> None:
    settings = moved / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8").replace('SITEURL = ""', f'SITEURL = "{SITEURL}"', 1), "utf-8")
    built = run(moved, "pelican -s pelican.conf.py -o plain")
    assert (built.status, built.err) == (0, "")
    assert _bytes(moved / "plain") == _bytes(sample.folder)


def _build(folder: Path, output: str, **environment: str) -> None:
    command = f"python -m press --content content --output {output} --siteurl {SITEURL}"
    assert run(folder, command, **environment).status == 0


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
