"""Links that Pelican resolves by file."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles.links import FileLink, content_links
from hypothesis import given
from hypothesis import strategies as st
from located import Location

LINKS = [
    ('<a href="{filename}a.md">x</a>', FileLink("filename", "a.md", "{filename}a.md")),
    ("<img src='{static}/images/a.svg'>", FileLink("static", "/images/a.svg", "{static}/images/a.svg")),
    ('<a class="b" href="{attach}c.pdf#top">', FileLink("attach", "c.pdf", "{attach}c.pdf#top")),
    ('<a href="|filename|a.md?b=c">', FileLink("filename", "a.md", "|filename|a.md?b=c")),
    ('<a href="{filename}my%20file.md">', FileLink("filename", "my file.md", "{filename}my%20file.md")),
    ('<a href="{filename}a&amp;b.md">', FileLink("filename", "a&b.md", "{filename}a&b.md")),
    ('<video poster = "{static}a.jpg">', FileLink("static", "a.jpg", "{static}a.jpg")),
]


@pytest.mark.parametrize(("html", "link"), LINKS, ids=[html for html, _ in LINKS])
def test_a_link_by_file_is_found(html: str, link: FileLink) -> None:
    assert list(content_links(html)) == [link]


@pytest.mark.parametrize(
    "html",
    [
        "no links",
        '<a href="/a/">',
        '<a href="{tag}a">',
        "{filename}a.md",
        '<code>href="{filename}a.md"</code>',
        '<a title="{filename}a.md">',
    ],
)
def test_other_links_and_plain_text_are_none(html: str) -> None:
    assert list(content_links(html)) == []


@pytest.mark.parametrize(
    ("path", "folder", "leaves"),
    [
        ("a.md", "articles", False),
        ("../pages/a.md", "articles", False),
        ("../../a.md", "articles", True),
        ("../a.md", "", True),
        ("/../a.md", "articles", True),
        ("/a/../b.md", "articles", False),
        ("..a.md", "", False),
    ],
)
def test_a_link_that_climbs_out_of_the_content_folder_is_known(path: str, folder: str, leaves: bool) -> None:
    assert FileLink("filename", path, path).leaves(folder) is leaves


def test_a_link_is_placed_where_it_was_written(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("\ufeffOne\n\nsee [this]({filename}b.md)\n", encoding="utf-8")
    link = FileLink("filename", "b.md", "{filename}b.md")
    assert link.place(str(source), "a.md") == Location("a.md", 3, 12)
    assert FileLink("filename", "c.md", "{filename}c.md").place(str(source), "a.md") == Location("a.md")


@given(
    st.text()
    | st.lists(st.sampled_from(["<a ", 'href="', "{filename}", "|static|", "'", '"', ">", " src=", "%", "&"])).map(
        "".join
    )
)
def test_any_html_is_searched(html: str) -> None:
    assert all(isinstance(link, FileLink) for link in content_links(html))
