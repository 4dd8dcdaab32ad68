"""``make bench``: how long builds take, ours beside stock Pelican, Hugo and Eleventy, in turn, in one run.

    python -m bench [--articles N] [--runs N] [--only NAME …]

Each build is a new process. A cold one finds no output and no cache; the others find what the one before left. Prints
medians and ratios, and what of the figures to reach is reached. Hugo and Eleventy are put into .cache/bench; one that
cannot be had is left out with a word. Each build is checked for having done its work.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import corpus
from .builders import NAMES, obtainable
from .builds_table import medians, standing, table, widest
from .processes import Failed
from .rounds import Skipped, measured


def main() -> None:
    options = parser().parse_args()
    builders = list(obtainable(options.only))
    with tempfile.TemporaryDirectory() as name:
        try:
            found = list(measured(Path(name), builders, options.articles, options.runs, options.memory_runs))
        except (Failed, Skipped) as why:
            sys.exit(f"\nbench: {why}")
    for builder in builders:
        print(f"{builder.name}: {builder.about}")
    middle = medians(found)
    print(
        f"\n{options.articles} articles of {corpus.WORDS} words: medians of {options.runs} runs in turn; Praxis / each"
    )
    print("\n".join([*table(middle), widest(found), "", *standing(middle, options.articles)]))


def parser() -> argparse.ArgumentParser:
    cli = argparse.ArgumentParser(
        prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--articles", type=positive, default=1000)
    cli.add_argument("--runs", type=positive, default=5, help="timed builds of each kind")
    cli.add_argument(
        "--memory-runs", type=positive, default=3, help="builds of each kind, watched for memory, not timed"
    )
    cli.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    return cli


def positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} is none; say 1 or more")
    return number


if __name__ == "__main__":
    main()
