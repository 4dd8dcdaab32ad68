"""From saving an article to its new bytes served by the preview, and to the change painted in Chromium.

    python -m bench.saving [--articles N] [--saves N]

A word in the middle of one article is replaced, a second after the last save was shown, as often as asked. Served: the
page is asked for when the preview says that there is news. Painted: the page stays open in Chromium, and notes when the
word is in it and the next frame has been drawn. Prints medians and 95th percentiles, and what is to be reached.
"""

from __future__ import annotations

import argparse
import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from preview.page import OWN

from tests.chromium import NAMES, launched

from .builders import our_site
from .edits import edited_article, with_word
from .rounds import rewrite
from .ticking import last

PAUSE, PATIENCE = 1.0, 60.0
TO_REACH = {"served": {1_000: 60, 10_000: 150}, "painted": {1_000: 150, 10_000: 300}}
"""Milliseconds, 95th percentile, at so many articles."""
# The time by the clock that Python's time.time() reads, too, in what runs after the frame that has the word.
LISTEN = """
new MutationObserver(() => {
  const word = document.body?.textContent.match(/saved\\d+/)?.[0];
  if (!word || word === window.seen) return;
  window.seen = word;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted(word, Date.now());
    port2.postMessage(0);
  });
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


class Unseen(Exception):
    """A save that did not come to be seen."""


def main() -> None:
    cli = argparse.ArgumentParser(
        prog="bench.saving", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--articles", type=int, default=1000)
    cli.add_argument("--saves", type=int, default=50)
    options = cli.parse_args()
    number = edited_article(options.articles, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        our_site(folder, options.articles)
        with previewed(folder) as address:
            save = Saves(folder / f"content/articles/article-{number}.md")
            page = f"{address}articles/article-{number}/"
            print(f"{options.articles} articles, {options.saves} saves")
            try:
                tell("served", served(page, save, options.saves), options.articles)
                if any(shutil.which(browser) for browser in NAMES):
                    tell("painted", painted(page, save, options.saves), options.articles)
                else:
                    print("  painted: left out, there is no Chrome or Chromium")
            except Unseen as why:
                sys.exit(f"bench.saving: {why}")


@contextmanager
def previewed(folder: Path) -> Iterator[str]:
    """The address of a preview of the site, as long as it is asked for."""
    command = [sys.executable, "-m", "preview", "--content=content", "--port=0"]
    with (folder / "preview.log").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
    try:
        while not (found := re.search(r"http://\S+", (folder / "preview.log").read_text("utf-8"))):
            if process.poll() is not None:
                sys.exit((folder / "preview.log").read_text("utf-8"))
            time.sleep(0.1)
        yield found[0]
    finally:
        process.terminate()
        process.wait(timeout=30)


class Saves:
    """Saves of one article, each with a word that no other had."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source = path.read_text("utf-8")
        self.count = 0

    def __call__(self) -> tuple[str, float]:
        """The new word, and when the file that has it began to take its place, in seconds."""
        time.sleep(PAUSE)
        self.count += 1
        word = f"saved{self.count:04}"
        text = with_word(self.source, word)
        start = time.time()
        rewrite(self.path, text)
        return word, start


def served(address: str, save: Callable[[], tuple[str, float]], count: int) -> list[float]:
    """Milliseconds from each save to an answer that has its word; the first, which warms up, does not count.

    The page is asked for whenever the preview sends news: to ask it all the time would take the cores that it needs.
    """
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.netloc, timeout=PATIENCE)
    news = http.client.HTTPConnection(place.netloc, timeout=PATIENCE)
    news.request("GET", f"{OWN}events?page={place.path}")
    told = news.getresponse()
    taken = []
    for _ in range(count + 1):
        word, start = save()
        while word.encode() not in answer(connection, place.path):
            if time.time() - start > PATIENCE or not heard(told):
                raise Unseen(f"{word} was saved and not served")
        taken.append(1000 * (time.time() - start))
    connection.close()
    news.close()
    return taken[1:]


def heard(told: http.client.HTTPResponse) -> bool:
    """Wait for news; False if there will be no more."""
    while line := told.readline():
        if line.startswith(b"data:"):
            return True
    return False


def answer(connection: http.client.HTTPConnection, path: str) -> bytes:
    """What the server says; it may have hung up since it was last asked."""
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
        connection.close()
        return b""


def painted(address: str, save: Callable[[], tuple[str, float]], count: int) -> list[float]:
    """Milliseconds from each save to the frame that has its word; the first does not count."""
    seen: dict[str, float] = {}
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page()
        page.expose_function("painted", lambda word, when: seen.setdefault(word, when))
        page.add_init_script(LISTEN)
        page.goto(address)
        taken = [shown(page, seen, *save()) for _ in range(count + 1)]
        browser.close()
    return taken[1:]


def shown(page: Page, seen: dict[str, float], word: str, start: float) -> float:
    while word not in seen:
        if time.time() - start > PATIENCE:
            raise Unseen(f"{word} was saved and not painted")
        page.wait_for_timeout(5)
    return seen[word] - 1000 * start


def tell(what: str, taken: list[float], articles: int) -> None:
    limit = TO_REACH[what].get(articles)
    told = "" if limit is None else f"   to reach ≤ {limit} ms: {'reached' if last(taken) <= limit else 'not reached'}"
    print(
        f"  {what:<8} median {statistics.median(taken):6.1f} ms   95th percentile {last(taken):6.1f} ms{told}",
        flush=True,
    )


if __name__ == "__main__":
    main()
