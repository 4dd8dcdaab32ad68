"""What the author reads in the terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import PurePosixPath

from press.finding import closing_line, counted, in_order

from .hosts import in_url, is_loopback
from .outcome import Outcome

NAMES = 3
"""How many of the changed pages are named."""


def warn(host: str, wanted: int, port: int) -> None:
    if wanted not in (0, port):
        print(f"Port {wanted} is taken: using {port}.", flush=True)
    if not is_loopback(host):
        print(f"warning: {host} can be reached from other machines, which then see drafts too.", file=sys.stderr)


def announce(host: str, port: int) -> None:
    print(f"Serving http://{in_url(host)}:{port}/ (Ctrl+C to stop)", flush=True)


def tell(outcome: Outcome, has_site: bool) -> None:
    """Say how a build went, with the time of day: a terminal shows many of them."""
    found = in_order(outcome.problems)
    for finding in found:
        print(finding, file=sys.stderr, flush=True)
    if outcome.good and found:
        print(closing_line(found, published=True), file=sys.stderr, flush=True)
    print(f"{time.strftime('%H:%M:%S')}  {summary(outcome, has_site)}", flush=True)


def summary(outcome: Outcome, has_site: bool) -> str:
    """One line: how long it took, and what changed."""
    if not outcome.good:
        return "Not built. The last good site stays up." if has_site else "Not built. There is no site yet."
    return ". ".join((outcome.said, *changes(outcome))) + "."


def changes(outcome: Outcome) -> Iterable[str]:
    pages = sorted(shown(file) for file in outcome.changed if file.endswith(".html"))
    others = len(outcome.changed) - len(pages)
    if pages:
        more = f" and {len(pages) - NAMES} more" if len(pages) > NAMES else ""
        yield f"Changed: {', '.join(pages[:NAMES])}{more}"
    elif others:
        yield f"Changed: {counted(others, 'file')}, no page"
    if gone := sorted(shown(file) for file in outcome.gone if file.endswith(".html")):
        yield f"Gone: {', '.join(gone[:NAMES])}{' and more' if len(gone) > NAMES else ''}"


def shown(file: str) -> str:
    """A page by its address."""
    return f"/{file.removesuffix('index.html') if PurePosixPath(file).name == 'index.html' else file}"
