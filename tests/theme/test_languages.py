"""A page in another language than the site's: every word is told in its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from tests.theme.samples import PAGES, arabic_article, card, contents_line, list_view, published, rich_article

Render = Callable[..., str]
ARABIC, LATIN = re.compile("[\u0600-\u06ff]"), re.compile("[A-Za-z]")
TITLE = "شبكة صغيرة"


def full_article() -> SimpleNamespace:
    """An Arabic article with everything around it, and its guide."""
    rich, arabic = rich_article(), arabic_article()
    for key in ("title", "lang", "content"):
        setattr(rich, key, getattr(arabic, key))
    rich.contents = (contents_line({"id": "a", "text": "قبل", "lines": ({"id": "b", "text": "بعد"},)}),)
    rich.translated = (card({"title": "A small network", "url": "articles/part-1/"}),)
    rich.strategies, rich.guide_count, rich.guide_list = (1, 2, 3), 3, "guide-a"
    rich.practised_in = (SimpleNamespace(title="Before you go", url="checklists/before/"),)
    rich.guide_html = "<ul><li>ابدأ</li></ul>"
    return rich


def small_article() -> SimpleNamespace:
    """With a strategy, which makes no guide."""
    small = arabic_article()
    small.strategies = (1,)
    return small


def strategy(badge: str) -> Any:
    [entry] = PAGES["strategy"][1]().values()
    return replace(entry, title=TITLE, lang="ar", text_html="<p>نص.</p>", badge=badge)


def checklist() -> dict[str, Any]:
    said = {"title": TITLE, "lang": "ar", "summary": "ملخص.", "items": ["ابدأ"]}
    given = published()
    shown = replace(given["list"], checklist=replace(given["list"].checklist, title=TITLE, lang="ar", summary="ملخص."))
    return given | {"list": shown, "view": list_view(said)}


FOREIGN: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "article": ("article", lambda: {"article": full_article()}),
    "article without a guide": ("article", lambda: {"article": small_article()}),
    "page": ("page", lambda: {"page": arabic_article()}),
    "draft of a page": ("page", lambda: {"page": full_article()}),
    "strategy": ("strategy", lambda: {"strategy": strategy("")}),
    "draft of a strategy": ("strategy", lambda: {"strategy": strategy("Draft")}),
    "checklist": ("checklist", checklist),
}


@pytest.fixture(params=list(FOREIGN))
def foreign(request: pytest.FixtureRequest, render: Render) -> BeautifulSoup:
    """Each kind of page that may be in another language, in Arabic on an English site."""
    name, context = FOREIGN[request.param]
    return BeautifulSoup(render(name, **context()), "html.parser")


def language_of(tag: Tag) -> str:
    return next(str(each["lang"]) for each in (tag, *tag.parents) if each.get("lang"))


def words(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Whatever is read to somebody, and the language it is said to be in."""
    for text in soup.body.find_all(string=True):
        by_scripts = text.parent.name in ("script", "noscript") or text.find_parent(class_="check-list-hint")
        if text.strip() and not isinstance(text, PreformattedString) and not by_scripts:
            yield str(text), language_of(text.parent)
    for tag in soup.body.find_all(attrs={"aria-label": True}):
        yield str(tag["aria-label"]), language_of(tag)


def test_a_page_is_in_the_language_and_direction_of_what_it_tells(foreign: BeautifulSoup) -> None:
    assert (foreign.html["lang"], foreign.html["dir"]) == ("ar", "rtl")


def test_every_word_is_told_in_its_own_language(foreign: BeautifulSoup) -> None:
    said = list(words(foreign))
    assert {language for text, language in said if ARABIC.search(text)} == {"ar"}
    assert [
        text for text, language in said if LATIN.search(text) and not ARABIC.search(text) and language != "en"
    ] == []


def test_sentences_of_the_sites_run_in_its_direction(render: Render) -> None:
    soup = BeautifulSoup(render("article", article=full_article()), "html.parser")
    assert [(each.get("lang"), each.get("dir")) for each in soup.select(".advice-part, .guide-about")] == [
        ("en", "ltr")
    ] * 3


def test_a_language_that_runs_the_same_way_is_said_without_a_direction(render: Render) -> None:
    article = full_article()
    article.lang = "de"
    soup = BeautifulSoup(render("article", article=article), "html.parser")
    assert (soup.html["lang"], soup.html["dir"], soup.body["lang"]) == ("de", "ltr", "en")
    assert soup.select_one(".guide-about")["lang"] == "en"
    assert [str(each) for each in soup.body.select("[dir]:not([dir=auto])")] == []


@pytest.mark.parametrize(("site", "own"), [("en", "en"), ("en-GB", "en-gb"), ("ar", "ar"), ("fa-IR", "fa-ir")])
def test_nothing_is_said_of_a_language_that_is_the_sites(render: Render, site: str, own: str) -> None:
    article = full_article()
    article.lang, article.related, article.previous, article.next, article.series = own, (), None, None, None
    article.translated = ()
    soup = BeautifulSoup(render("article", article=article, DEFAULT_LANG=site), "html.parser")
    assert soup.html["lang"] == own
    assert [*soup.find_all(lang=True), *soup.find_all(dir=True), *soup.find_all("bdi")] == [soup.html] * 2
