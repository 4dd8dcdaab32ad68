"""What is kept of articles for amending them, and paths that come from a cache of somebody else's making."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from press.amendable import Amendable, SiteRow, amending_modules, put_row, put_site, row_of, site_at, word_attributes
from press.amending import Amender, Unamendable
from press.made import Made, MadeFiles, digest, stamp
from press.manifest import write_manifest
from press.staging import put_each
from press.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache/store", b"code")


def test_rows_come_back_as_they_were_put(store: Store) -> None:
    shelf, row = (
        store.shelf("amendable"),
        Amendable(
            *("b", "k", "a/", ("a/index.html",), ("feed.xml",)),
            *(("title",), (("title", "a/index.html", 2, True),), (("title", "feed.xml"),)),
        ),
    )
    put_row(shelf, "../output", "a.md", row)
    put_site(shelf, "../output", SiteRow("b", 1.5, 3, "one article"))
    assert row_of(shelf, "../output", "a.md") == row
    assert site_at(shelf, "../output") == SiteRow("b", 1.5, 3, "one article")
    put_row(shelf, "../output", "a.md", None)
    put_site(shelf, "../output", None)
    assert (row_of(shelf, "../output", "a.md"), site_at(shelf, "../output")) == (None, None)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[",
        "{}",
        "[1, 2, 3, 4]",
        '["b", "k", "u", "p", "o"]',
        "[[], [], [], [], []]",
        '["b", "k", "u", [], [], [], [["title"]], []]',
        '["b", "k", "u", [], [], [], [], [1]]',
        '["b", "k", "u", [], [], [], [["title", "a", "x", true]], []]',
    ],
)
def test_what_is_no_row_is_none(store: Store, said: str) -> None:
    shelf = store.shelf("amendable")
    shelf.put(b"place\0a.md", said.encode())
    shelf.put(b"place\0", said.encode())
    assert (row_of(shelf, "place", "a.md"), site_at(shelf, "place")) == (None, None)


def test_all_plugins_have_to_say_what_they_do_with_words() -> None:
    says, passes, silent = SimpleNamespace(AMENDS="a.b", WORDS=("x",)), SimpleNamespace(AMENDS=""), SimpleNamespace()
    assert amending_modules([says, passes]) == ["a.b"]
    assert amending_modules([says, silent]) is None
    assert "x" in word_attributes([says, silent])


@pytest.mark.parametrize("path", ["../victim.txt", "{}/victim.txt", "link/victim.txt", "unlisted.txt"])
def test_a_crafted_cache_leads_to_no_file_that_is_not_the_sites(tmp_path: Path, store: Store, path: str) -> None:
    """Whoever writes the cache may know the size, time and inode of a file, but not have it written."""
    output = tmp_path / "output"
    output.mkdir()
    path = path.format(tmp_path)
    for each in (tmp_path / "victim.txt", output / "unlisted.txt"):
        each.write_text("<p>one</p>")
    (output / "link").symlink_to(tmp_path)
    write_manifest(output, ["link/victim.txt", "../victim.txt"] if path != "unlisted.txt" else ["a.html"])
    made = MadeFiles(store.shelf("pages"), output)
    made.put(path, Made("", (), "", digest(b"<p>one</p>"), stamp(output / path)))
    shelf = store.shelf("amendable")
    put_site(shelf, made.place, SiteRow("b", None, 1, "x"))
    put_row(shelf, made.place, "a.md", Amendable("b", "k", "a/", (path,), ()))
    versions = (
        SimpleNamespace(html="<p>one</p>", title="", summary=""),
        SimpleNamespace(html="<p>two</p>", title="", summary=""),
        "k2",
    )
    reader = SimpleNamespace(read=lambda *given: versions, keep=lambda *given: None, prepare=lambda: None)
    amender = Amender({"PATH": str(tmp_path / "content")}, output, [], reader)
    with pytest.raises(Unamendable):
        amender.amend(store, [tmp_path / "content/a.md"], partial(put_each, output=output))
    assert (tmp_path / "victim.txt").read_text() == (output / "unlisted.txt").read_text() == "<p>one</p>"
    assert json.loads((output / ".press.json").read_text())
