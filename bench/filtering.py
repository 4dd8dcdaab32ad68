"""What a keystroke in the filter of the strategy index costs, in Chromium with its processor slowed down six times.

    python -m bench.filtering [--words N]

On an index of 1,500 strategies; beside it, in turn, the same keys in a field of a page without styles and scripts,
which nothing can be quicker than. Prints what the browser works for a keystroke (script, style, layout) and how long
the next paint takes to come: medians, 95th percentiles, ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.ticking import SLOWER, last, served
from tests.browser.strategies.index_pages import files
from tests.chromium import FLAGS, program
from tests.strategies.many import entries

COUNT = 1500
WORDS = ("ke", "dimo", "la", "rabe", "so", "ti mo", "no", "fe")
LISTEN = """
window.took = [];
addEventListener("keydown", (event) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => took.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  });
}, true);
"""
Taken = tuple[list[float], list[float]]
"""Milliseconds of work, and milliseconds to the next paint, for each keystroke."""


def main() -> None:
    cli = argparse.ArgumentParser(prog="bench.filtering", description=__doc__)
    cli.add_argument("--words", type=int, default=len(WORDS))
    words = (WORDS * 9)[: cli.parse_args().words]
    with tempfile.TemporaryDirectory() as name:
        build(Path(name))
        with served(Path(name)) as address, sync_playwright() as playwright:
            as_root = hasattr(os, "geteuid") and os.geteuid() == 0
            flags = [*FLAGS, "--no-sandbox"] if as_root else FLAGS
            browser = playwright.chromium.launch(executable_path=program(), args=flags)
            bare: Taken = ([], [])
            ours: Taken = ([], [])
            for path, taken in (("bare.html", bare), ("guide/strategies/", ours)) * 2:
                page = browser.new_page(viewport={"width": 390, "height": 844})
                page.add_init_script(LISTEN)
                page.goto(address + path)
                for kept, found in zip(taken, keystrokes(page, words), strict=True):
                    kept += found
                page.close()
            browser.close()
        tell(bare, ours)


def build(folder: Path) -> None:
    """The index, and the bare page beside it."""
    for name, text in files(entries(COUNT)).items():
        path = folder / (f"{name[1:]}index.html" if name.endswith("/") else name[1:])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "bare.html").write_text('<!doctype html><title>Bare</title><input type="search">', "utf-8")


def keystrokes(page: Page, words: tuple[str, ...]) -> Taken:
    """Types the words and takes each out again, letter by letter; the first word, which warms up, does not count."""
    page.wait_for_timeout(500)
    browser = page.context.new_cdp_session(page)
    browser.send("Performance.enable")
    browser.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.locator("input[type=search]").focus()
    work: list[float] = []
    for word in (words[0], *words):
        for key in (*word, *["Backspace"] * len(word)):
            before = worked(browser)
            press(browser, key)
            page.wait_for_function(f"took.length > {len(work)}")
            work.append(worked(browser) - before)
            page.wait_for_timeout(100)
    first = 2 * len(words[0])
    return work[first:], [float(each) for each in page.evaluate("took")][first:]


def press(browser: CDPSession, key: str) -> None:
    given = {"key": key, "windowsVirtualKeyCode": 8} if key == "Backspace" else {"key": key, "text": key}
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", {"type": kind, **given})


def worked(browser: CDPSession) -> float:
    """Milliseconds that the page's scripts, styles and layout have taken so far."""
    found = {each["name"]: each["value"] for each in browser.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(sum(found[f"{name}Duration"] for name in ("Script", "RecalcStyle", "Layout")))


def tell(bare: Taken, ours: Taken) -> None:
    print(f"a keystroke in the filter, {COUNT} strategies, processor slowed down {SLOWER} times")
    for at, label in enumerate(("work", "to the next paint")):
        print(f"  {label}")
        for name, taken in (("the bare page", bare[at]), ("Praxis", ours[at])):
            print(f"    {name:<14} median {statistics.median(taken):6.1f} ms   95th percentile {last(taken):6.1f} ms")
        ratio = statistics.median(ours[at]) / statistics.median(bare[at])
        print(f"    Praxis / bare  median {ratio:6.2f}      95th percentile {last(ours[at]) / last(bare[at]):6.2f}")


if __name__ == "__main__":
    main()
