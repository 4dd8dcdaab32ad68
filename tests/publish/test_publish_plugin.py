"""A site that Pelican builds with this plugin alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.feeds.stock_site import article, build
from tests.publish.rules_sitemap import check

SITEURL = "https://example.org/sub"
HEAD = """{% extends "!simple/base.html" %}{% block head %}{{ super() }}
{{ ROOT }}|{{ SHEETS.values() | join(",") }}|{{ SCRIPTS | join(",") }}|{{ SITEURL }}{% endblock %}"""
FILES = {
    "a.md": article("A", "2024-05-01", text="See [b]({filename}b.md), ![i]({static}images/i.png)."),
    "b.md": article("B <svg onload=x>", "2024-06-01").replace("Cat", "Aliases: old/b/, old.html, b.html\nCat"),
    "c.md": article("C", "2024-07-01").replace("Category", "Tags: x\nCategory"),
    "d.md": article("D", "2024-08-01").replace("Category", "Status: draft\nCategory"),
    "pages/about.md": "Title: About\nAliases: me/\n\nText.\n",
    "images/i.png": "no picture",
}
PAGES = {"DEFAULT_PAGINATION": 2, "PAGINATED_TEMPLATES": {"index": None, "category": None, "tag": None, "author": None}}


def read(output: Path, name: str) -> str:
    return (output / name).read_text(encoding="utf-8")


def theme(folder: Path) -> dict[str, object]:
    """A theme of templates, two stylesheets, a script and a picture."""
    files = {
        "templates/base.html": HEAD,
        "static/css/layers.css": "@layer base;\n",
        "static/css/base.css": "/* Base */\n@layer base { a { color: red } }\n",
        "static/js/tick.js": "export {}\n",
        "static/images/icon.svg": "<svg/>",
    }
    for name, text in files.items():
        path = folder / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {"THEME": str(folder / "theme"), "THEME_STATIC_PATHS": ["static/images", "static/none"]}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    return build(folder, FILES, PLUGINS=["publish"], SITEURL=SITEURL, **PAGES, **theme(folder))


def test_links_between_contents_count_from_the_host_on_every_page(output: Path) -> None:
    for name in ("a.html", "index2.html", "category/news2.html"):
        assert 'href="/sub/b.html"' in read(output, name)
        assert 'src="/sub/images/i.png"' in read(output, name)


def test_templates_know_root_stylesheets_scripts_and_the_whole_address(output: Path) -> None:
    [(root, style, script, siteurl)] = re.findall(r"\n(.*)\|(.*)\|(.*)\|(.*)</head>", read(output, "index.html"))
    assert (root, siteurl.strip()) == ("/sub", SITEURL)
    assert re.fullmatch(r"theme/tick\.[0-9a-f]{8}\.js", script)
    assert re.fullmatch(r"theme/site\.[0-9a-f]{8}\.css", style)
    assert read(output, style) == "@layer base;@layer base{a{color:red}}\n"


def test_the_theme_has_its_stylesheet_scripts_and_pictures(output: Path) -> None:
    names = sorted(re.sub(r"[0-9a-f]{8}", "#", path.name) for path in (output / "theme").iterdir())
    assert names == ["icon.svg", "site.#.css", "tick.#.js"]


def test_the_sitemap_lists_what_is_published(output: Path) -> None:
    text = read(output, "sitemap.xml")
    assert check(text, f"{SITEURL}/sitemap.xml") == []
    found = dict(re.findall(rf"<loc>{SITEURL}/(.*?)</loc>(?:<lastmod>(.*?)T)?", text))
    assert found == {
        "a.html": "2024-05-01",
        "archives.html": "2024-07-01",
        "authors.html": "2024-07-01",
        "b.html": "2024-06-01",
        "c.html": "2024-07-01",
        "categories.html": "2024-07-01",
        "category/news.html": "2024-07-01",
        "category/news2.html": "2024-05-01",
        "index.html": "2024-07-01",
        "index2.html": "2024-05-01",
        "pages/about.html": "",
        "tag/x.html": "2024-07-01",
        "tags.html": "2024-07-01",
    }
    assert all((output / name).is_file() for name in found)


def test_robots_names_the_sitemap(output: Path) -> None:
    assert f"Sitemap: {SITEURL}/sitemap.xml" in read(output, "robots.txt")


def test_old_addresses_lead_to_the_new(output: Path) -> None:
    for name in ("old/b/index.html", "old.html"):
        assert 'content="0; url=/sub/b.html"' in read(output, name)
        assert f'<link rel="canonical" href="{SITEURL}/b.html">' in read(output, name)
        assert '<h1><a href="/sub/b.html">B &lt;svg onload=x&gt;</a></h1>' in read(output, name)
    assert 'content="0; url=/sub/pages/about.html"' in read(output, "me/index.html")


def test_old_addresses_of_hidden_contents_lead_to_them_and_the_sitemap_keeps_quiet(tmp_path: Path) -> None:
    files = {
        "a.md": article("A").replace("Category", "Status: hidden\nAliases: old/a/\nCategory"),
        "b.md": article("B"),
        "pages/c.md": "Title: C\nStatus: hidden\nAliases: old/c/\n\nText.\n",
    }
    output = build(tmp_path, files, PLUGINS=["publish"], SITEURL=SITEURL)
    assert 'content="0; url=/sub/a.html"' in read(output, "old/a/index.html")
    assert 'content="0; url=/sub/pages/c.html"' in read(output, "old/c/index.html")
    assert "b.html" in read(output, "sitemap.xml")
    assert not re.search(r"/(a|c)\.html", read(output, "sitemap.xml"))


def test_a_local_build_has_a_sitemap_that_robots_does_not_name(tmp_path: Path) -> None:
    output = build(tmp_path, FILES, PLUGINS=["publish"])
    assert check(read(output, "sitemap.xml"), "http://localhost:8000/sitemap.xml") == []
    assert read(output, "robots.txt") == "User-agent: *\nDisallow:\n"
    assert 'src="/images/i.png"' in read(output, "a.html")
    assert "canonical" not in read(output, "old.html")


def test_a_preview_is_closed_to_crawlers(tmp_path: Path) -> None:
    output = build(tmp_path, {"a.md": article("A")}, PLUGINS=["publish"], DRAFTS=True, SITEURL=SITEURL)
    assert read(output, "robots.txt") == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(
    ("line", "place"),
    [("A = RELATIVE_URLS = True", ""), ("RELATIVE_URLS = True", "{}:2:1: "), ("  RELATIVE_URLS=1", "{}:2:3: ")],
)
def test_relative_addresses_are_refused_at_their_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, line: str, place: str
) -> None:
    file = tmp_path / "conf.py"
    file.write_text(f"RELATIVE_URLS = False\n{line}\n")
    build(tmp_path, {"a.md": article("A")}, PLUGINS=["publish"], RELATIVE_URLS=True, SETTINGS_FILE=str(file))
    assert [record.getMessage() for record in caplog.records if record.name == "located"] == [
        f"{place.format(file)}the setting RELATIVE_URLS cannot be True. "
        "Write False, and the folder of the site in SITEURL."
    ]


def test_relative_addresses_are_refused_without_a_settings_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build(tmp_path, {"a.md": article("A")}, PLUGINS=["publish"], RELATIVE_URLS=True)
    assert "the setting RELATIVE_URLS cannot be True." in caplog.text


def test_files_without_a_path_are_not_written(tmp_path: Path) -> None:
    output = build(tmp_path, {"a.md": article("A")}, PLUGINS=["publish"], PUBLISH_SITEMAP="", PUBLISH_ROBOTS="")
    assert not (output / "sitemap.xml").exists()
    assert not (output / "robots.txt").exists()


def test_an_alias_that_cannot_be_is_told_at_its_page(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    aliases = "Aliases: ../up/, a.html\nCategory"
    build(tmp_path, {"a.md": article("A"), "b.md": article("B").replace("Category", aliases)}, PLUGINS=["publish"])
    messages = [record.getMessage() for record in caplog.records if record.name == "located"]
    place = f"{tmp_path}/content/b.md:1:1"
    assert messages == [
        f'{place}: the old address "../up/" is not inside the site. '
        'Write it from the site\'s root, like "old/address/".',
        f'{place}: the old address "a.html" is the address of another page. Take it out of the aliases.',
    ]
