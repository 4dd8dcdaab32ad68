"""``make bench``: a cold build of our whole site against stock Pelican with its `simple` theme, in turn, in one run.

    python -m bench [--articles N] [--runs N]

Prints the wall-clock and processor seconds and peak memory of each, and the ratios of medians. A cold build is a new
process with an empty output folder and no cache.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from . import corpus

Figures = tuple[float, float, float]
"""Wall-clock seconds, processor seconds, megabytes."""
ROOT = Path(__file__).parent.parent
STOCK = """
SITENAME = "Bench"
SITEURL = ""
TIMEZONE = "UTC"
THEME = "simple"
PLUGINS = []
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
"""


def main() -> None:
    cli = argparse.ArgumentParser(prog="bench", description=__doc__)
    cli.add_argument("--articles", type=int, default=1000)
    cli.add_argument("--runs", type=int, default=5)
    options = cli.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder / "content", options.articles)
        (folder / "stock.py").write_text(STOCK, encoding="utf-8")
        stock, ours = measure([lambda: _stock(folder), lambda: _ours(folder)], options.runs)
    print(f"cold build, {options.articles} articles of {corpus.WORDS} words, median of {options.runs} runs in turn")
    for label, runs in (("stock Pelican, simple theme", stock), ("Praxis, the whole site", ours)):
        seconds, cpu, memory = (statistics.median(each) for each in zip(*runs, strict=True))
        spread = f"{min(run[0] for run in runs):.2f} to {max(run[0] for run in runs):.2f}"
        print(f"  {label:<28} {seconds:6.2f} s ({spread})   processor {cpu:6.2f} s   {memory:5.0f} MB")
    wall, cpu, memory = (
        statistics.median(run[figure] for run in ours) / statistics.median(run[figure] for run in stock)
        for figure in range(3)
    )
    print(f"  Praxis / stock Pelican       {wall:6.2f}                    processor {cpu:6.2f}     {memory:5.2f}")


def measure(commands: Sequence[Callable[[], Figures]], runs: int) -> list[list[Figures]]:
    """The figures of each run of each command; one run of each first that is not counted."""
    taken: list[list[Figures]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, results in zip(commands, taken, strict=True):
            result = command()
            if turn:
                results.append(result)
    return taken


def _stock(folder: Path) -> Figures:
    output = folder / "stock"
    shutil.rmtree(output, ignore_errors=True)
    pelican = [
        sys.executable,
        "-m",
        "pelican",
        str(folder / "content"),
        "-s",
        str(folder / "stock.py"),
        "-o",
        str(output),
    ]
    return _run(pelican, output / "index.html")


def _ours(folder: Path) -> Figures:
    output = folder / "ours"
    shutil.rmtree(output, ignore_errors=True)
    press = [
        sys.executable,
        "-m",
        "press",
        "--content",
        str(folder / "content"),
        "--output",
        str(output),
        "--siteurl",
        "",
    ]
    return _run(press, output / "index.html")


def _run(command: Sequence[str], proof: Path) -> Figures:
    """The figures of one process; a failed build ends the bench."""
    start = time.perf_counter()
    habits = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=habits, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    said = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status or not proof.exists():
        sys.exit(f"a build failed:\n{said}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
