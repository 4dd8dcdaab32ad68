"""An author edits, a reader comes back: every tick is where it belongs, or the build refused at the right line.

Each case publishes a list, has a reader tick some of it in Chromium, edits the file, publishes again and opens the same
profile. Cases are data: what is ticked, how the file is edited, and what the reader finds or the author is told.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.site.sites import ENVIRONMENT, ROOT

pytestmark = pytest.mark.browser

LIST = """\
title: Packing
sections:
  - title: Clothes
    items:
      - Two pairs of socks
      - Rain jacket
      - text: Walking boots
        id: boots
  - title: Papers
    items:
      - Passport and tickets
      - Map of the valley
"""
SOCKS, JACKET, TICKETS, MAP = "two-pairs-of-socks", "rain-jacket", "passport-and-tickets", "map-of-the-valley"
Edit = tuple[str, str]


class Handler(http.server.SimpleHTTPRequestHandler):
    """A host that always gives what is there now: two builds may be of one second."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


def publish(folder: Path, lists: dict[str, str]) -> list[str]:
    """Publishes a site with these lists; gives what was told, without the closing line."""
    for path in (folder / "content/checklists").glob("*"):
        path.unlink()
    for name, text in lists.items():
        (folder / f"content/checklists/{name}.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "press", "--content", "content", "--output", "output", "--publish"]
    ended = subprocess.run(
        [*command, "--settings", str(ROOT / "pelican.conf.py")],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT, "CI": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    told = ended.stderr.splitlines()[:-1]
    assert bool(ended.returncode) == any("warning:" not in line for line in told), ended.stderr
    return told


@dataclass
class Site:
    """A site with one list, published and served, and a reader with a profile of their own."""

    folder: Path
    address: str
    reader: BrowserContext
    lists: dict[str, str] = field(default_factory=lambda: {"packing": LIST})

    def publish(self) -> list[str]:
        return publish(self.folder, self.lists)

    def edit(self, *edits: Edit, name: str = "packing") -> None:
        for old, new in edits:
            assert old in self.lists[name], old
            self.lists[name] = self.lists[name].replace(old, new)

    def tick(self, *names: str, slug: str = "packing") -> None:
        page = self.reader.new_page()
        page.goto(f"{self.address}/checklists/{slug}/")
        for name in names:
            page.locator(f'input[name="{name}"]').check()
        page.close()

    def ticked(self, slug: str = "packing") -> set[str]:
        page = self.reader.new_page()
        page.goto(f"{self.address}/checklists/{slug}/")
        page.locator(".check-list-sum").first.wait_for()
        found = {str(node.get_attribute("name")) for node in page.locator("input.check-item-box:checked").all()}
        page.close()
        return found


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it was published first."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "content/checklists").mkdir(parents=True)
    assert publish(folder, {"packing": LIST}) == []
    return folder


@pytest.fixture
def site(tmp_path: Path, first: Path, browser: Browser) -> Iterator[Site]:
    shutil.copytree(first, tmp_path, dirs_exist_ok=True)
    handler = functools.partial(Handler, directory=str(tmp_path / "output"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        reader = browser.new_context()
        reader.set_default_timeout(5_000)
        made = Site(tmp_path, f"http://127.0.0.1:{server.server_port}", reader)
        yield made
        reader.close()
        server.shutdown()


def in_order(site: Site) -> None:
    site.edit(
        ("      - Two pairs of socks\n", ""),
        ("      - text: Walking boots\n", "      - Two pairs of socks\n      - text: Walking boots\n"),
    )


def between_sections(site: Site) -> None:
    site.edit(("      - Rain jacket\n", ""), ("      - Map of", "      - Rain jacket\n      - Map of"))


def other_sections(site: Site) -> None:
    site.edit(("  - title: Papers\n    items:\n", ""), ("title: Clothes", "title: Everything"))


ACCEPTED: dict[str, tuple[Callable[[Site], None], set[str]]] = {
    "items change their order": (in_order, {SOCKS, "boots", TICKETS}),
    "an item moves to another section": (between_sections, {SOCKS, "boots", TICKETS}),
    "sections are joined and renamed": (other_sections, {SOCKS, "boots", TICKETS}),
    "an item with an id is reworded": (
        lambda site: site.edit(("text: Walking boots", "text: Boots that are worn in")),
        {SOCKS, "boots", TICKETS},
    ),
    "an item is reworded and gets its old id": (
        lambda site: site.edit(("- Two pairs of socks", f"- text: Three pairs of socks\n        id: {SOCKS}")),
        {SOCKS, "boots", TICKETS},
    ),
    "an item is reworded and says what it was": (
        lambda site: site.edit(("- Two pairs of socks", f"- text: Three pairs of socks\n        was: {SOCKS}")),
        {"three-pairs-of-socks", "boots", TICKETS},
    ),
    "an item is split and one half inherits": (
        lambda site: site.edit(
            ("- Passport and tickets", f"- text: Passport\n        inherits: {TICKETS}\n      - Tickets"),
            ("title: Packing", f"title: Packing\nretired: [{TICKETS}]"),
        ),
        {SOCKS, "boots", "passport"},
    ),
    "an item is split and stays what it was": (
        lambda site: site.edit(
            ("- Passport and tickets", f"- text: Passport\n        id: {TICKETS}"),
            ("      - Map", f"      - text: Tickets\n        inherits: {TICKETS}\n      - Map"),
        ),
        {SOCKS, "boots", TICKETS, "tickets"},
    ),
    "two ticked items become one": (
        lambda site: site.edit(
            ("      - text: Walking boots\n        id: boots\n", ""),
            ("- Two pairs of socks", f"- text: Socks and boots\n        was: [{SOCKS}, boots]"),
        ),
        {"socks-and-boots", TICKETS},
    ),
    "a ticked and an open item become one": (
        lambda site: site.edit(
            ("      - Rain jacket\n", ""),
            ("- Two pairs of socks", f"- text: Socks and a jacket\n        was: [{SOCKS}, {JACKET}]"),
        ),
        {"boots", TICKETS},
    ),
    "an item is given up": (
        lambda site: site.edit(
            ("      - Two pairs of socks\n", ""), ("title: Packing", f"title: Packing\nretired: [{SOCKS}]")
        ),
        {"boots", TICKETS},
    ),
    "new items come in between": (
        lambda site: site.edit(("      - Rain jacket\n", "      - Hat\n      - Rain jacket\n      - Gloves\n")),
        {SOCKS, "boots", TICKETS},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ACCEPTED)
def test_every_tick_is_where_it_belongs_when(case: str, site: Site) -> None:
    edit, expected = ACCEPTED[case]
    site.tick(SOCKS, "boots", TICKETS)
    edit(site)
    assert [line for line in site.publish() if "warning:" not in line] == []
    assert site.ticked() == expected


def test_a_chain_of_renames_over_several_publishings_keeps_a_tick_of_long_ago(site: Site) -> None:
    site.tick(SOCKS)
    site.edit(("- Two pairs of socks", f"- text: Three pairs of socks\n        was: {SOCKS}"))
    assert site.publish() == []
    site.edit(("Three pairs of socks\n        was: two-pairs-of-socks", "Socks\n        was: three-pairs-of-socks"))
    assert site.publish() == []
    assert site.ticked() == {"socks"}


def test_the_file_and_the_list_are_renamed(site: Site) -> None:
    site.tick(SOCKS, MAP)
    site.lists = {"what-to-pack": f"id: packing\n{LIST.replace('title: Packing', 'title: What to Pack')}"}
    assert site.publish() == []
    assert site.ticked("what-to-pack") == {SOCKS, MAP}


def test_the_list_says_what_it_was(site: Site) -> None:
    site.tick(SOCKS, MAP)
    site.lists = {"what-to-pack": f"was: packing\n{LIST}"}
    assert site.publish() == []
    assert site.ticked("what-to-pack") == {SOCKS, MAP}


def test_an_id_that_was_given_up_cannot_come_back_with_another_meaning(site: Site) -> None:
    site.tick(SOCKS)
    site.edit(("      - Two pairs of socks\n", ""), ("title: Packing", f"title: Packing\nretired: [{SOCKS}]"))
    assert site.publish() == []
    hat = f"- Rain jacket\n      - text: Sun hat\n        id: {SOCKS}"
    site.edit((f"\nretired: [{SOCKS}]", ""), ("- Rain jacket", hat))
    (told,) = site.publish()
    assert told.startswith("content/checklists/packing.yml:6:9: ")
    assert site.ticked() == set()


REFUSED: dict[str, tuple[Callable[[Site], None], str]] = {
    "an item is reworded": (
        lambda site: site.edit(("- Two pairs of socks", "- Three pairs of socks")),
        "content/checklists/packing.yml:5:9: ",
    ),
    "an item is gone": (
        lambda site: site.edit(("      - Map of the valley\n", "")),
        "content/checklists/packing.yml:2:1: ",
    ),
    "an item takes the id of one that was given up": (
        lambda site: site.edit(("title: Packing", "title: Packing\nretired: [boots]")),
        "content/checklists/packing.yml:8:9: ",
    ),
    "a written id changes": (
        lambda site: site.edit(("id: boots", "id: walking-boots")),
        "content/checklists/packing.yml:7:9: ",
    ),
    "two items say they were the same": (
        lambda site: site.edit(
            ("- Two pairs of socks", f"- text: Socks\n        was: {SOCKS}\n      - Two more"),
            ("- Two more", f"- text: More socks\n        was: {SOCKS}"),
        ),
        "content/checklists/packing.yml:7:",
    ),
    "the file is renamed": (
        lambda site: site.lists.update({"other": site.lists.pop("packing")}),
        "content/checklists.lock.json:4:",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_the_build_is_refused_at_the_right_line_and_the_reader_keeps_the_list_when(case: str, site: Site) -> None:
    edit, place = REFUSED[case]
    site.tick(SOCKS, "boots", TICKETS)
    edit(site)
    told = [line for line in site.publish() if "warning:" not in line]
    assert [line[: len(place)] for line in told] == [place], told
    assert site.ticked() == {SOCKS, "boots", TICKETS}
