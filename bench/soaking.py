"""What a preview weighs after many saves: one that is open all day must not grow.

    python -m bench.soaking [--articles N] [--saves N]

Each save changes a word of one article, every tenth a title, and waits until the page with it is served. Prints the
memory of the preview's lasting processes, the server and the one that builds are forked from, after the first saves
and at the end (Linux).
"""

from __future__ import annotations

import argparse
import http.client
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from .builders import our_site
from .edits import edited_article, with_title, with_word
from .processes import proportional
from .rounds import rewrite
from .saving import PATIENCE, Unseen, answer, previewed

WARM_UP = 20
"""Saves after which memory should stay."""
TO_REACH = 10
"""Megabytes by which it may differ."""
POLL = 0.01


def main() -> None:
    cli = argparse.ArgumentParser(
        prog="bench.soaking", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--articles", type=int, default=100)
    cli.add_argument("--saves", type=int, default=1000)
    options = cli.parse_args()
    number = edited_article(options.articles, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        our_site(folder, options.articles)
        with previewed(folder) as address:
            source = folder / f"content/articles/article-{number}.md"
            weights = list(soaked(source, f"{address}articles/article-{number}/", options.saves))
    first, last = weights[WARM_UP : WARM_UP + 5], weights[-5:]
    grown = sum(last) / len(last) - sum(first) / len(first)
    verdict = "reached" if abs(grown) <= TO_REACH else "not reached"
    print(f"{options.articles} articles, {options.saves} saves: {min(weights):.0f} to {max(weights):.0f} MB")
    print(f"  after {WARM_UP} {first[0]:.1f} MB, at the end {last[-1]:.1f} MB   to reach ± {TO_REACH} MB: {verdict}")


def soaked(source: Path, address: str, saves: int) -> Iterator[float]:
    """Megabytes of the lasting processes after each save."""
    place, text = urlsplit(address), source.read_text("utf-8")
    connection = http.client.HTTPConnection(place.netloc, timeout=PATIENCE)
    for count in range(saves):
        word = f"saved{count:05}"
        rewrite(source, with_title(text, word) if count % 10 == 9 else with_word(text, word))
        start = time.monotonic()
        while word.encode() not in answer(connection, place.path):
            if time.monotonic() - start > PATIENCE:
                sys.exit(f"bench.soaking: {Unseen(f'{word} was saved and not served')}")
            time.sleep(POLL)
        yield sum(proportional(process) for process in lasting())


def lasting() -> list[Path]:
    """The server, and the oldest of its workers; builds come and go."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            said = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"preview" in said or b"preview.worker" in said:
            found.append(process)
    started = {process: (process / "stat").read_text().rpartition(")")[2].split()[19] for process in found}
    return sorted(found, key=lambda process: int(started[process]))[:2]


if __name__ == "__main__":
    main()
