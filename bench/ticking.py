"""From a tap on a box to the next paint, in Chromium with its processor slowed down six times.

    python -m bench.ticking [--ticks N]

On a list of 259 items in 12 sections, the size of the largest popular one; beside it, in turn, the same boxes in a page
without styles and scripts, which nothing can be quicker than. Prints medians and 95th percentiles, ratios, and the
page's size.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.chromium import FLAGS, program

ITEMS, SECTIONS, SLOWER = 259, 12, 6
ROOT = Path(__file__).parent.parent
# The time of the event, and the time when what follows the next frame runs: that frame has then been painted.
LISTEN = """
window.took = [];
addEventListener("click", (event) => {
  if (event.target.type !== "checkbox") return;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => took.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  });
}, true);
"""


def main() -> None:
    cli = argparse.ArgumentParser(prog="bench.ticking", description=__doc__)
    cli.add_argument("--ticks", type=int, default=40)
    options = cli.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder)
        with served(folder / "output") as address, sync_playwright() as playwright:
            as_root = hasattr(os, "geteuid") and os.geteuid() == 0
            flags = [*FLAGS, "--no-sandbox"] if as_root else FLAGS
            browser = playwright.chromium.launch(executable_path=program(), args=flags)
            bare, ours = ([], [])  # type: tuple[list[float], list[float]]
            for path, taken in (("bare.html", bare), ("checklists/big/", ours)) * 2:
                page = browser.new_page(viewport={"width": 390, "height": 844})
                page.add_init_script(LISTEN)
                page.goto(address + path)
                taken += ticks(page, options.ticks // 2)
                page.close()
            browser.close()
        tell(bare, ours, folder / "output")


def build(folder: Path) -> None:
    """The site with the list, and the bare page beside it."""
    lists = folder / "content" / "checklists"
    lists.mkdir(parents=True)
    (lists / "big.yml").write_text(yaml(), "utf-8")
    press = [sys.executable, "-m", "press", "--content", str(folder / "content"), "--output", str(folder / "output")]
    subprocess.run(press, cwd=ROOT, check=True, capture_output=True)
    boxes = "".join(f"<li><label><input type=checkbox> Item {n}</label>" for n in range(ITEMS))
    (folder / "output" / "bare.html").write_text(f"<!doctype html><title>Bare</title><ul>{boxes}</ul>", "utf-8")


def yaml() -> str:
    """A list of 259 items in 12 sections, each with a reason and a level, a third with more."""
    lines = ["title: A long list", "sections:"]
    for section in range(SECTIONS):
        lines += [f"  - title: Section {section + 1}", "    items:"]
        for number in range(section, ITEMS, SECTIONS):
            lines += [
                f"      - id: item-{number}",
                f"        text: See to point {number} of what is to be looked after",
                f"        why: Point {number} is easily forgotten, and then somebody has to come back for it.",
                f"        level: {('essential', 'recommended', 'optional')[number % 3]}",
            ]
            lines += [f"        time: {5 + number % 4 * 5}m", "        tags: [field, desk]"] if number % 3 == 0 else []
    return "\n".join(lines) + "\n"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


def ticks(page: Page, count: int) -> list[float]:
    """Milliseconds from each of so many taps to the next paint; the first two, which warm up, do not count."""
    page.wait_for_timeout(500)
    browser = page.context.new_cdp_session(page)  # Playwright's own clicks ask the page many things on the way
    browser.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    boxes = page.locator("input[type=checkbox]:visible")
    for number in range(count + 2):
        box = boxes.nth(number * 5 + 2)
        box.scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        place = box.bounding_box()
        assert place is not None
        at = {"x": place["x"] + place["width"] / 2, "y": place["y"] + place["height"] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            browser.send("Input.dispatchMouseEvent", {"type": kind, "button": "left", "clickCount": 1, **at})
        page.wait_for_function(f"took.length > {number}")
    return [float(each) for each in page.evaluate("took")[2:]]


def tell(bare: list[float], ours: list[float], output: Path) -> None:
    print(f"tick to paint, {ITEMS} items in {SECTIONS} sections, processor slowed down {SLOWER} times")
    for label, taken in (("the bare page", bare), ("Praxis", ours)):
        print(f"  {label:<14} median {statistics.median(taken):5.1f} ms   95th percentile {last(taken):5.1f} ms")
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"  Praxis / bare  median {ratio:5.2f}      95th percentile {last(ours) / last(bare):5.2f}")
    page = (output / "checklists" / "big" / "index.html").read_bytes()
    scripts = [path.read_bytes() for path in output.glob("theme/check-list.*/*.js")]
    styles = [path.read_bytes() for path in output.glob("theme/*.css")]
    sizes = [sum(len(gzip.compress(each, 9)) for each in part) / 1000 for part in ([page], styles, scripts)]
    print(f"  the page {sizes[0]:.1f} kB, styles {sizes[1]:.1f} kB, scripts {sizes[2]:.1f} kB, compressed by gzip")


def last(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


if __name__ == "__main__":
    main()
