"""The same article in our theme and in others', on a slow telephone, in turn, in one run.

    python -m bench.peers [--runs N] [--only name …]

Served on loopback, compressed by gzip. Chromium is slowed down as Lighthouse does it: the processor four times, the
network to slow 4G (562.5 ms before a request is answered, 1,475 kbit/s down, 675 up). Each run is a new reader. Prints
bytes as they come over the line, requests, first contentful paint, blocking time (what tasks take beyond 50 ms) and
when the page can be used: painted, parsed, no long task after it. Medians, and ratios to ours.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

from bench.peer_sites import ARTICLE, PEERS, Unobtainable
from tests.chromium import launched
from tests.hosting import hosted

SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1474.56 * 1024 / 8,
    "uploadThroughput": 675 * 1024 / 8,
}
TYPES = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts", "image": "images"}
QUIET = 3_000
"""Milliseconds after loading in which late tasks are waited for."""
LISTEN = """
window.long = [];
new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => [one.startTime, one.duration])))
  .observe({ type: "longtask", buffered: true });
"""
TIMES = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const parsed = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  const after = long.filter(([start, took]) => start + took > paint);
  return {
    paint,
    blocked: after.reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0),
    usable: Math.max(paint, parsed, ...after.map(([start, took]) => start + took)),
  };
}"""
COLUMNS = ("kB", "HTML", "CSS", "JS", "fonts", "images", "other", "requests", "paint", "usable", "blocked")


@dataclass(frozen=True)
class Figures:
    """One visit: bytes by type, requests, milliseconds."""

    bytes: dict[str, int]
    requests: int
    paint: float
    usable: float
    blocked: float

    @property
    def row(self) -> list[float]:
        sizes = [self.bytes.get(name, 0) / 1000 for name in COLUMNS[1:7]]
        return [sum(sizes), *sizes, self.requests, self.paint, self.usable, self.blocked]


def main() -> None:
    cli = argparse.ArgumentParser(prog="bench.peers", description=__doc__)
    cli.add_argument("--runs", type=int, default=5)
    cli.add_argument("--only", nargs="*", default=list(PEERS), metavar="name", help="; ".join(PEERS))
    options = cli.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = {peer: [statistics.median(each) for each in zip(*(visit.row for visit in visits), strict=True)]
                for peer, visits in measured(Path(name), options.only, options.runs).items()}  # fmt: skip
    tell(rows, options.runs)


def measured(folder: Path, names: list[str], runs: int) -> dict[str, list[Figures]]:
    """The visits to each peer that can be had here, in turn."""
    sites = {}
    for number, name in enumerate(names):
        here = folder / str(number)
        here.mkdir()
        try:
            sites[name] = PEERS[name](here)
        except Unobtainable as why:
            print(f"{name} is left out: {why}")
    visits: dict[str, list[Figures]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for _ in range(runs):
            for name, built in sites.items():
                with hosted(built.folder) as address:
                    visits[name].append(visit(browser, f"{address}/{built.path}"))
        browser.close()
    return visits


def visit(browser: Browser, address: str) -> Figures:
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True)
    page = context.new_page()
    page.add_init_script(LISTEN)
    slow_down(page)
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(QUIET)
    times = page.evaluate(TIMES)
    sizes: dict[str, int] = {}
    for response in got:
        name = TYPES.get(response.request.resource_type, "other")
        sizes[name] = sizes.get(name, 0) + int(response.headers.get("content-length", 0))
    context.close()
    return Figures(sizes, len(got), times["paint"], times["usable"], times["blocked"])


def slow_down(page: Page) -> None:
    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.send("Network.emulateNetworkConditions", NETWORK)
    browser.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def tell(rows: dict[str, list[float]], runs: int) -> None:
    print(f"{ARTICLE.name}: processor {SLOWER} times slower, slow 4G, median of {runs} visits; kB, requests, ms")
    print(" " * 34 + "".join(f"{column:>9}" for column in COLUMNS))
    for name, row in rows.items():
        print(f"{name:<34}" + "".join(f"{value:9.1f}" for value in row[:7]) + "".join(f"{v:9.0f}" for v in row[7:]))
    ours = rows.get("Praxis")
    for name, row in rows.items() if ours else ():
        if row is not ours and ours:
            print(f"{name + ' / Praxis':<34}" + "".join(_ratio(*pair) for pair in zip(row, ours, strict=True)))


def _ratio(one: float, other: float) -> str:
    return f"{one / other:9.2f}" if other else f"{'–':>9}"


if __name__ == "__main__":
    main()
