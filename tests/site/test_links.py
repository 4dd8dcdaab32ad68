"""The checks that the built site goes through find what they are there for."""

from __future__ import annotations

from pathlib import Path

from tests.site.links import Site, dead_links, foreign
from tests.site.pages import Page, faults

GOOD = (
    '<!doctype html><html lang="en"><title>T</title><main id="m"><h1>A</h1><h2 id="b">B</h2><img src="" alt=""></main>'
)


def site(folder: Path, body: str, **files: str) -> Site:
    (folder / "a").mkdir()
    (folder / "a" / "index.html").write_text(GOOD, "utf-8")
    (folder / "index.html").write_text(GOOD + body, "utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return Site(folder, "https://example.org/guide")


def test_good_links_are_let_through(tmp_path: Path) -> None:
    body = '<a href="a/"></a><a href="/guide/a/#b"></a><a href="#b"></a><a href="https://elsewhere.org/x"></a>'
    assert dead_links(site(tmp_path, body)) == []


def test_every_kind_of_dead_link_is_found(tmp_path: Path) -> None:
    tags = (
        '<a href="gone/"></a>',
        '<a href="a/#gone"></a>',
        '<a href="/other/"></a>',
        '<img src="gone.png" alt="">',
        '<img src="index.html" srcset="index.html 1x, gone2.png 2x" alt="">',
        '<form action="gone.cgi"></form>',
        '<video poster="gone.jpg"></video>',
        '<meta http-equiv="refresh" content="0; url=gone3/">',
        '<link rel="canonical" href="https://example.org/guide/gone4/">',
        '<meta property="og:url" content="https://example.org/guide/gone5/">',
    )
    xml = "<loc>https://example.org/guide/gone6/</loc>&lt;a href=&quot;https://example.org/guide/a/#gone&quot;&gt;"
    found = dead_links(site(tmp_path, "".join(tags), sitemap_xml=xml, site_css="a{background:url('gone7.png')}"))
    assert len(found) == len(tags) + 3
    assert "index.html: leads to no element: https://example.org/guide/a/#gone" in found
    assert "index.html: leaves the folder of the site: https://example.org/other/" in found


def test_what_is_fetched_from_elsewhere_is_found(tmp_path: Path) -> None:
    body = (
        '<script src="https://cdn.example/x.js"></script><link rel="stylesheet" href="//fonts.example/x.css">'
        '<img src="https://images.example/x.png" alt=""><a href="https://fine.example/"></a>'
        '<link rel="canonical" href="https://fine.example/"><img srcset="https://images.example/y.png 2x" alt="">'
    )
    found = foreign(site(tmp_path, body, site_css='@import "https://fonts.example/y.css";'))
    assert len(found) == 5
    assert not any("fine.example" in each for each in found)


def test_a_good_page_has_no_faults() -> None:
    assert faults(Page(GOOD)) == []


def test_every_fault_of_a_page_is_found() -> None:
    bad = '<html><title> </title><h1>A</h1><h1>B</h1><h3 id="x">C</h3><p id="x"><p id="a b"><img src="x">'
    assert faults(Page(bad)) == [
        "2 <h1>",
        "0 <main>",
        "<title> says nothing",
        'the id "x" comes twice',
        'the id "a b" has a space in it',
        "no alt: {'src': 'x'}",
        "no language",
        'h3 "C" comes after h1',
    ]
