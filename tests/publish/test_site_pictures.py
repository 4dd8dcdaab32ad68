"""A site with pictures, built by Pelican with this plugin alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from publish.pictures import Shown
from publish.site_pictures import Site

from tests.feeds.stock_site import article, build
from tests.publish.pixels import camera_notes, opened, photograph, save

SITEURL = "https://example.org/sub"
PHOTO = '<img alt="P" src="{static}images/photo.jpg">'
FILES = {
    "a.md": article("A", "2024-05-01", text="Text.\n\n![P]({static}images/photo.jpg) ![P]({attach}images/near.png)"),
    "b.md": article("B", "2024-06-01", text="No picture, and <b>\n  bytes</b> as they were."),
    "c.md": article("C", "2024-07-01", text="![P](/sub/images/photo.jpg) ![E](https://example.com/images/photo.jpg)"),
    "d.md": article("D", "2024-08-01").replace("Category", "Image: images/photo.jpg\nCategory"),
    "e.md": article("如何倾听", "2024-09-01").replace("Category", "Slug: e\nCategory"),
    "pages/about.md": "Title: About\nDate: 2024-01-01\n\n![S]({static}../images/s.svg)\n",
    "images/s.svg": '<svg width="20" height="10"></svg>',
}
HEAD = """{% extends "!simple/base.html" %}{% block head %}{{ super() }}
{% set card = article.social_card if article else SOCIAL_CARD %}{{ card.url ~ " " ~ card.alt if card }}
|{{ article.picture.html if article and article.picture }}{% endblock %}"""
FONTS = Path(__file__).parents[2] / "theme/static/fonts"


def built(folder: Path, **settings: object) -> Path:
    save(photograph(200, 120), folder / "content/images/photo.jpg", quality=95, exif=camera_notes(6, place=True))
    save(photograph(100, 60), folder / "content/images/near.png")
    theme = folder / "theme"
    theme.mkdir(exist_ok=True)
    (theme / "templates").mkdir(exist_ok=True)
    (theme / "templates/base.html").write_text(HEAD)
    if not (theme / "static").exists():
        (theme / "static").mkdir()
        (theme / "static/fonts").symlink_to(FONTS)
    given = {"PLUGINS": ["publish"], "THEME": str(theme), "THEME_STATIC_PATHS": [], "STATIC_PATHS": ["images"]}
    cache = {"CACHE_PATH": str(folder / "cache"), "PUBLISH_PICTURE_WIDTHS": (50, 100)}
    return build(folder, FILES, **{**given, **cache, "SITEURL": SITEURL, **settings})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    built(folder)
    return folder


def page(folder: Path, name: str) -> str:
    return (folder / "output" / name).read_text("utf-8")


def addresses(html: str) -> set[str]:
    said = " ".join(re.findall(r'(?:src|srcset)="([^"]*)"', html))
    return set(re.findall(r"/sub/(\S+\.\w+)", said))


def test_pictures_are_offered_in_sizes_upright_and_all_of_them_are_there(folder: Path) -> None:
    html = page(folder, "a.html")
    assert len(re.findall("<picture>", html)) == 2
    assert '-100.jpg" srcset="' in html
    assert 'width="120" height="200"' in html
    assert 'width="100" height="60"' in html
    found = addresses(html)
    assert len(found) > 6
    for name in found:
        data = (folder / "output" / name).read_bytes()
        assert opened(data).width == int(re.findall(r"-(\d+)\.", name)[0])
        assert b"Camera" not in data


def test_an_article_without_pictures_keeps_every_byte(folder: Path) -> None:
    assert "<p>No picture, and <b>\n  bytes</b> as they were.</p>" in page(folder, "b.html")


def test_images_of_other_sites_stay_and_addresses_from_the_host_are_found(folder: Path) -> None:
    html = page(folder, "c.html")
    assert '<img alt="E" src="https://example.com/images/photo.jpg">' in html
    assert len(re.findall("<picture>", html)) == 1


def test_an_article_that_names_a_picture_in_its_header_has_it_ready(folder: Path) -> None:
    found = re.search(r"\|(<picture>.*</picture>)", page(folder, "d.html").replace("&lt;", "<"))
    assert found is not None
    assert 'alt=""' in found[1]
    assert 'fetchpriority="high"' in found[1]


def test_a_drawing_on_a_page_gets_its_size(folder: Path) -> None:
    assert '<img alt="S" src="/sub/images/s.svg" width="20" height="10">' in page(folder, "pages/about.html")


def test_every_article_has_a_card_of_its_own_and_other_pages_share_one(folder: Path) -> None:
    cards = {
        name: re.findall(r"cards/[\w-]+\.png", page(folder, name))[0] for name in ("a.html", "b.html", "index.html")
    }
    assert len(set(cards.values())) == 3
    assert all(opened((folder / "output" / card).read_bytes()).size == (1200, 630) for card in cards.values())


def test_an_article_whose_title_no_font_can_write_has_the_card_of_the_site_and_what_that_shows(folder: Path) -> None:
    said = [re.findall(r"cards/.*", page(folder, name))[0] for name in ("e.html", "index.html")]
    assert said[0] == said[1]
    assert said[0].endswith(".png A site")
    assert {path.name.rpartition("-")[0] for path in (folder / "output/cards").iterdir()} == {
        "site",
        "a",
        "b",
        "c",
        "d",
    }


def test_a_site_without_an_address_has_no_cards(tmp_path: Path) -> None:
    assert not (built(tmp_path, SITEURL="") / "cards").exists()


def test_warm_cold_and_damaged_caches_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = _bytes(folder / "output")
    assert _bytes(built(folder)) == first
    for path in (folder / "cache").rglob("*.*"):
        path.write_bytes(path.read_bytes()[:-1])
    assert _bytes(built(folder)) == first
    assert _bytes(built(tmp_path)) == first


def _bytes(output: Path) -> dict[str, bytes]:
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_pictures_can_be_left_as_they_are(tmp_path: Path) -> None:
    output = built(tmp_path, PUBLISH_PICTURES="", PUBLISH_CARDS="")
    assert '<img alt="P" src="/sub/images/photo.jpg">' in (output / "a.html").read_text("utf-8")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("/sub/images/a%20b.png", "images/a b.png"),
        ("../images/a.png", "articles/images/a.png"),
        ("a.png?x#y", "articles/x/a.png"),
        ("https://example.org/sub/a.png", "a.png"),
        ("//example.org/sub/a.png", "a.png"),
        ("/images/a.png", ""),
        ("https://example.com/sub/a.png", ""),
        ("data:image/png;base64,AAAA", ""),
        ("http://[", ""),
    ],
)
def test_an_address_leads_to_a_path_in_the_site_or_out_of_it(src: str, path: str) -> None:
    site = Site(SITEURL, Path(), "theme", {}, Shown("/sub", ""))
    assert site.path_of(src, "articles/x/") == path
    assert Site("", Path(), "theme", {}, Shown("", "")).path_of("/a.png", "articles/x/") == "a.png"
