"""Other people's plugins and themes: through the press they make, byte for byte, what they make under stock Pelican.

So does a build that goes on from the last one: after an edit it makes what stock Pelican makes from nothing.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from press.manifest import NAME

from tests.site.sites import ENVIRONMENT, contents
from tests.warm import WARM

SITE = Path(__file__).with_name("strangers")
PRESS = {"PELICAN_CLASS": "press.Press"}
ONION = "cut-an-onion-without-slipping.html"
PLUGINS = {
    "i18n_subsites": ("de/descale-a-kettle.html", b"Einen Wasserkocher entkalken"),
    "image_process": ("store-potatoes-in-the-dark.html", b"derivatives/thumb/cellar.jpg"),
    "minify": (ONION, b"<!doctype html><html lang=en>"),
    "neighbors": (ONION, b'<a rel="next"'),
    "pelican_redirect": ("2026/descale-a-kettle.html", b'http-equiv="refresh"'),
    "precompress": (f"{ONION}.gz", b"\x1f\x8b"),
    "related_posts": (ONION, b"Store potatoes"),
    "seo": (ONION, b"application/ld+json"),
    "series": (ONION, b"Part 3 of Knives"),
    "sitemap": ("sitemap.xml", ONION.encode()),
}
"""Plugins, each with something that it adds to the site: a file and what is in it."""
TOGETHER = [name for name in PLUGINS if name != "i18n_subsites"]
"""Those that stock Pelican can build together: pelican_redirect wants its addresses once more for each language."""
THEMES: dict[str, dict[str, Any]] = {
    "simple": {},
    "notmyidea": {"GITHUB_URL": "https://example.org/code"},
    "reflex": {
        "PLUGINS": ["neighbors", "series"],
        "SITETITLE": "Kitchen notes",
        "SITELOGO": "https://example.org/kitchen/images/cellar.jpg",
        "MAIN_MENU": True,
        "MENUITEMS": [["Archives", "/archives.html"], ["Tags", "/tags.html"]],
        "COPYRIGHT_YEAR": 2026,
        "CC_LICENSE": {"name": "CC BY", "version": "4.0", "slug": "by", "icon": True, "language": "en_US"},
        "THEME_COLOR_AUTO_DETECT_BROWSER_PREFERENCE": True,
        "THEME_COLOR_ENABLE_USER_OVERRIDE": True,
    },
}
"""Themes with the settings that they ask for."""
NEW = """\
Title: Get wax out of a tablecloth
Date: 2026-03-08 10:00
Category: Tools
Tags: habits, wax

Let it harden, lift off what comes off with a spoon, then iron the rest into blotting paper, on low heat.
"""


Change = tuple[str, str, str]
"""A file of the site, a text in it, and what to write instead; "" stands for the whole file, or for none."""
BODY = "content/articles/hold-an-onion.md", "*sharp*", "**really** sharp"
TITLE = "content/articles/store-potatoes.md", "Store potatoes in the dark", "Keep potatoes out of the light"
CHANGES: dict[str, list[Change]] = {
    "a new article": [("content/articles/new.md", "", NEW)],
    "another category": [("content/articles/new.md", "Category: Tools", "Category: Cooking")],
    "another tag": [("content/articles/boil-eggs.md", "Tags: eggs, habits", "Tags: eggs, vegetables")],
    "another place in a series": [
        ("content/articles/hold-an-onion.md", "Series_index: 3", "Series_index: 1"),
        ("content/articles/sharpen-a-knife.md", "Series_index: 1", "Series_index: 3"),
    ],
    "another date": [("content/articles/keep-a-knife-sharp.md", "Date: 2026-01-17", "Date: 2026-03-17")],
    "an article that comes out": [("content/articles/season-a-pan.md", "Status: draft", "Status: published")],
    "an article that goes back": [("content/articles/boil-eggs.md", "Date:", "Status: draft\nDate:")],
    "an old address": [("content/articles/descale-a-kettle.md", "2019/kettle.html", "2018/old/")],
    "another picture": [("content/articles/store-potatoes.md", "image-process-thumb", "image-process-wide")],
    "a page": [("content/pages/measures.md", "A teaspoon is 5 ml", "A dessertspoon is 10 ml")],
    "a setting": [("pelicanconf.py", '"Kitchen notes"', '"Notes of a kitchen"')],
    "a template": [("templates/article.html", "Next on", "Then on")],
    "an article gone": [("content/articles/store-potatoes.md", "", "")],
}


class Twins:
    """Two copies of one site, one built by the press and one by stock Pelican, which starts from nothing each time."""

    def __init__(self, place: Path, settings: Mapping[str, Any]) -> None:
        self.ours, self.theirs = place / "ours", place / "theirs"
        self.settings = settings
        for folder in (self.ours, self.theirs):
            shutil.copytree(SITE, folder)
            (folder / "content/images").mkdir()
            Image.linear_gradient("L").resize((64, 48)).save(folder / "content/images/cellar.jpg")

    def edit(self, change: Change) -> None:
        name, old, new = change
        for path in (self.ours / name, self.theirs / name):
            text = path.read_text("utf-8") if path.exists() else ""
            assert old in text
            path.write_text(text.replace(old, new) if old else new, "utf-8")
            if not new:
                path.unlink()

    def pressed(self) -> dict[str, bytes]:
        """What the press makes, going on from what it made before."""
        made = self._made(self.ours, {**self.settings, **PRESS})
        assert f"output/{NAME}" in made
        del made[f"output/{NAME}"]
        return made

    def stock(self) -> dict[str, bytes]:
        """What stock Pelican makes from nothing."""
        shutil.rmtree(self.theirs / "output", ignore_errors=True)
        return self._made(self.theirs, self.settings)

    def _made(self, folder: Path, settings: Mapping[str, Any]) -> dict[str, bytes]:
        extra = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
        environment = {**os.environ, **ENVIRONMENT, "HOME": str(folder)}
        status, out, err = WARM.pelican(folder, ["-s", "pelicanconf.py", "-e", *extra], environment)
        assert status == 0, out + err
        return contents(folder)


def same(made: Mapping[str, bytes], wanted: Mapping[str, bytes], after: str = "") -> None:
    assert sorted(made) == sorted(wanted), after
    assert [name for name in wanted if made[name] != wanted[name]] == [], after


def goes_on_as_stock(place: Path, settings: Mapping[str, Any], again: bool = True) -> dict[str, bytes]:
    """Build, build `again` with nothing changed, and after each edit; what comes out at first."""
    twins = Twins(place, settings)
    first = twins.pressed()
    same(first, twins.stock())
    if again:
        same(twins.pressed(), first, "nothing")
    for change in (BODY, TITLE):
        twins.edit(change)
        same(twins.pressed(), twins.stock())
    return first


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_plugin_makes_what_it_makes_under_stock_pelican(plugin: str, tmp_path: Path) -> None:
    made = goes_on_as_stock(tmp_path, {"PLUGINS": [plugin]}, again=False)
    name, trace = PLUGINS[plugin]
    assert trace in made[f"output/{name}"]


def test_all_plugins_together_make_what_they_make_under_stock_pelican(tmp_path: Path) -> None:
    goes_on_as_stock(tmp_path, {"PLUGINS": TOGETHER})


@pytest.mark.long
def test_what_plugins_made_goes_when_they_go(tmp_path: Path) -> None:
    twins = Twins(tmp_path, {"PLUGINS": ["precompress", "sitemap", "pelican_redirect", "minify"]})
    first = twins.pressed()
    twins.settings = {"PLUGINS": []}
    same(twins.pressed(), twins.stock())
    twins.settings = {"PLUGINS": ["precompress", "sitemap", "pelican_redirect", "minify"]}
    same(twins.pressed(), first)


@pytest.mark.long
def test_pelicans_own_cache_can_be_kept_too(tmp_path: Path) -> None:
    goes_on_as_stock(tmp_path, {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True})


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_gives_what_it_gives_under_stock_pelican(theme: str, tmp_path: Path) -> None:
    goes_on_as_stock(tmp_path, {"THEME": theme, "THEME_TEMPLATES_OVERRIDES": [], **THEMES[theme]})


@pytest.mark.long
@pytest.mark.parametrize("theme", THEMES)
def test_all_plugins_and_a_theme_go_on_as_stock_pelican_does_after_any_change(theme: str, tmp_path: Path) -> None:
    """Each change on top of the ones before."""
    twins = Twins(tmp_path, {"THEME": theme, **THEMES[theme], "PLUGINS": TOGETHER})
    first = twins.pressed()
    same(first, twins.stock())
    same(twins.pressed(), first, "nothing")
    for name, changes in CHANGES.items():
        for change in changes:
            twins.edit(change)
        same(twins.pressed(), twins.stock(), name)


@pytest.mark.long
@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_plugin_goes_on_as_under_stock_pelican_after_any_change(plugin: str, tmp_path: Path) -> None:
    twins = Twins(tmp_path, {"PLUGINS": [plugin]})
    first = twins.pressed()
    same(first, twins.stock())
    same(twins.pressed(), first, "nothing")
    for name, changes in CHANGES.items():
        for change in changes:
            twins.edit(change)
        same(twins.pressed(), twins.stock(), name)
