from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from press.claims import Claims
from press.finding import Finding
from press.writer import PressWriter, concerning, owner_of


class Text:
    """Anything that renders."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, context: dict[str, Any]) -> str:
        return self.text.format(**context)


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PressWriter]:
    monkeypatch.chdir(tmp_path)
    settings = {"PAGINATED_TEMPLATES": {}, "RELATIVE_URLS": False}
    made = PressWriter(str(tmp_path / "out"), settings, Claims(), [])
    yield made
    made.finish()


CONTEXT = {"localsiteurl": "https://example.org", "SITEURL": "https://example.org"}


@pytest.mark.parametrize("name", ["", None, False])
def test_a_page_without_a_name_is_not_written(writer: PressWriter, name: Any) -> None:
    writer.write_file(name, Text("x"), CONTEXT)
    assert not Path("out").exists()


def test_a_template_gets_what_pelican_gives_it(writer: PressWriter) -> None:
    writer.write_file("a/b.html", Text("{SITEURL} {localsiteurl} {output_file} {x}"), dict(CONTEXT), x=1)
    writer.write_file("a/c.html", Text("{SITEURL} {localsiteurl}"), dict(CONTEXT), relative_urls=True)
    writer.finish()
    assert Path("out/a/b.html").read_text() == "https://example.org https://example.org a/b.html 1"
    assert Path("out/a/c.html").read_text() == ".. .."


def test_a_file_that_is_no_text_has_an_owner_like_any_other(writer: PressWriter) -> None:
    writer.write_bytes("a/b.png", b"\x89PNG\0")
    writer.write_drawn("a/b.png", lambda: b"another")
    writer.write_drawn("a/c.png", lambda: b"\x89PNG\1")
    writer.finish()
    assert Path("out/a/c.png").read_bytes() == b"\x89PNG\1"
    assert Path("out/a/b.png").read_bytes() == b"\x89PNG\0"
    [clash] = writer.found
    assert "a/b.png" in clash.text


def test_a_file_that_cannot_be_drawn_is_told(writer: PressWriter) -> None:
    writer.write_drawn("a/b.png", lambda: bytes([1 // int("0")]))
    writer.finish()
    assert not Path("out/a/b.png").exists()
    [told] = writer.findings()
    assert "ZeroDivisionError" in told.text
    assert "/a/b.png" in told.text


def test_a_page_that_fails_stops_no_other(writer: PressWriter) -> None:
    for name in ("b.html", "a.html", "c.html"):
        writer.write_file(name, Text("{nothing}"), dict(CONTEXT))
    writer.write_file("d.html", Text("d"), dict(CONTEXT))
    writer.finish()
    assert Path("out/d.html").read_text() == "d"
    assert [finding.text for finding in writer.findings()] == ["KeyError: 'nothing', in the page /a.html and 2 others."]


def test_a_page_whose_place_is_taken_is_rendered_for_its_problems_and_not_written(writer: PressWriter) -> None:
    writer.write_file("a.html", Text("first"), dict(CONTEXT))
    writer.write_file("a.html", Text("{nothing}"), dict(CONTEXT), override_output=True)
    writer.finish()
    assert Path("out/a.html").read_text() == "first"
    assert len(writer.found) == 1
    assert len(writer.findings()) == 1


def test_a_writer_that_is_closed_has_written_all_and_leaves_the_process_as_it_was(tmp_path: Path) -> None:
    before, threads = sys.getswitchinterval(), threading.active_count()
    writer = PressWriter(str(tmp_path / "out"), {"PAGINATED_TEMPLATES": {}}, Claims(), [])
    for number in range(50):
        writer.write_file(f"{number}.html", Text("x"), dict(CONTEXT))
    writer.finish()
    assert len(list((tmp_path / "out").iterdir())) == 50
    assert (sys.getswitchinterval(), threading.active_count()) == (before, threads)


def test_a_feed_whose_place_is_taken_is_not_written(writer: PressWriter) -> None:
    writer.write_file("feed.xml", Text("first"), dict(CONTEXT))
    assert writer.write_feed([], CONTEXT, "feed.xml") is None
    assert writer.found == [
        Finding(
            None,
            "the feed feed.xml wants the address /feed.xml, which the file feed.xml has. "
            "Give one of them another address.",
        )
    ]


def test_what_cannot_be_written_is_a_problem_of_the_page(writer: PressWriter) -> None:
    Path("out").mkdir()
    Path("out/a").touch()
    writer.write_file("a/b.html", Text("x"), dict(CONTEXT))
    writer.finish()
    assert [finding.text for finding in writer.findings()] == ["File exists, in the page /a/b.html."]


def test_the_owner_of_a_page_is_the_file_it_was_written_in() -> None:
    article = SimpleNamespace(source_path="content/a.md")
    owner = owner_of("a.html", Text(""), {"article": article, "category": SimpleNamespace(name="x")})
    assert (owner.shown, owner.where, owner.written) == ("content/a.md", ("content/a.md", 1, 1), True)


def test_an_old_address_of_an_article_may_know_where_it_is_written() -> None:
    article = SimpleNamespace(source_path="content/a.md", save_as="a.html", address_where=("content/a.md", 4, 7))
    old, placed = Text(""), Text("")
    placed.where = ("content/a.md", 6, 3)  # type: ignore[attr-defined]
    assert owner_of("old.html", old, {"article": article}).where == ("content/a.md", 1, 1)
    owner = owner_of("old.html", placed, {"article": article})
    assert (owner.where, owner.written, owner.fix) == (("content/a.md", 6, 3), True, "address")


def test_an_article_may_know_where_its_address_is_written() -> None:
    article = SimpleNamespace(source_path="content/a.md", address_where=("content/a.md", 4, 7))
    assert owner_of("a.html", Text(""), {"article": article}).where == ("content/a.md", 4, 7)


def test_a_tags_page_belongs_to_the_tag_and_is_told_at_its_first_article() -> None:
    names = {"tag": SimpleNamespace(name="C++"), "articles": [SimpleNamespace(source_path="content/a.md")]}
    owner = owner_of("tags/c/index.html", Text(""), names)
    assert (owner.shown, owner.where, owner.written) == ('the tag "C++"', ("content/a.md", 1, 1), False)


def test_pages_are_summed_up_by_the_first() -> None:
    assert [concerning(p) for p in (["b"], ["b", "a"], ["c", "b", "a"])] == ["b", "a and 1 other", "a and 2 others"]
