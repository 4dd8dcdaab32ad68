"""Pages at old addresses."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.redirects import file_of, redirect_page, redirects


def content(save_as: str = "new/index.html", **more: Any) -> SimpleNamespace:
    return SimpleNamespace(save_as=save_as, **more)


def due(*contents: SimpleNamespace, taken: tuple[str, ...] = ()) -> list[str]:
    return [redirect.save_as for redirect in redirects(contents, taken)]


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("lifestyle/Foo/", "lifestyle/Foo/index.html"),
        ("/lifestyle/Foo", "lifestyle/Foo/index.html"),
        ("2023/06/21/foo.html", "2023/06/21/foo.html"),
        ("old.HTM?a=1#b", "old.HTM"),
        ("odd.html/", "odd.html/index.html"),
        ("caf%C3%A9/", "café/index.html"),
        ("https://old.example/a/b/", "a/b/index.html"),
        ("a/./b/../c/", "a/c/index.html"),
        ("/", "index.html"),
        ("../up/", ""),
        ("a/%2e%2e/../../etc/", ""),
        ("a\\b/", ""),
        ("a/%00/", ""),
    ],
)
def test_the_file_that_answers_at_an_old_address(alias: str, file: str) -> None:
    assert file_of(alias) == file


@given(st.text())
def test_no_alias_leads_out_of_the_site(alias: str) -> None:
    file = file_of(alias)
    assert not file.startswith(("/", "..")) and "\0" not in file


def test_every_alias_has_its_page() -> None:
    assert due(content(aliases=("a/", "b.html"))) == ["a/index.html", "b.html"]


def test_an_alias_is_told_where_it_was_written_or_where_its_page_is() -> None:
    page = content(aliases=("a/", "b/"), alias_places={"a/": ("p.md", 4, 3)}, address_where=("p.md", 1, 1))
    assert [redirect.where for redirect in redirects([page], ())] == [("p.md", 4, 3), ("p.md", 1, 1)]
    assert [redirect.where for redirect in redirects([content(aliases=("a/",))], ())] == [None]


def test_the_home_page_can_be_asked_for() -> None:
    assert due(content(aliases=("/",))) == ["index.html"]


def test_pelicans_own_metadata_will_do() -> None:
    assert due(content(aliases="a/, b.html,")) == ["a/index.html", "b.html"]
    assert due(content()) == []


def test_a_page_is_not_sent_to_itself() -> None:
    assert due(content(aliases=("new/", "/New", "old/"))) == ["old/index.html"]


def test_a_written_alias_is_due_even_where_it_clashes() -> None:
    assert due(content(aliases=("a/",)), content("x", aliases=("A/",)), taken=("a/index.html",)) == [
        "a/index.html",
        "A/index.html",
    ]


def test_an_implied_alias_gives_way_to_pages_written_aliases_and_earlier_ones() -> None:
    first = content(aliases=("taken/", "wanted/", "free/"), implied_aliases=("taken/", "wanted/", "free/"))
    second = content("x", aliases=("Wanted/", "FREE/"), implied_aliases=("FREE/",))
    assert due(first, second, taken=("taken/index.html",)) == ["Wanted/index.html", "free/index.html"]


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += [data.strip()] if data.strip() else []


TAGS = ["html", "head", "meta", "title", "meta", "meta", "meta", "link", "body", "main", "h1", "a"]


def test_the_page_leads_on_in_three_ways() -> None:
    page = Page(redirect_page("/sub/new/", "A & B", "fr", "https://example.org/sub/new/"))
    assert page.tags[0] == ("html", {"lang": "fr"})
    assert ("meta", {"http-equiv": "refresh", "content": "0; url=/sub/new/"}) in page.tags
    assert ("link", {"rel": "canonical", "href": "https://example.org/sub/new/"}) in page.tags
    assert ("a", {"href": "/sub/new/"}) in page.tags
    assert ("meta", {"name": "robots", "content": "noindex"}) in page.tags
    assert page.text == ["A & B", "A & B"]


def test_without_an_address_of_the_site_there_is_no_canonical() -> None:
    assert "canonical" not in redirect_page("/new/", "A", "en")


def test_a_page_without_a_title_is_called_by_its_address() -> None:
    assert Page(redirect_page("/new/", "", "en")).text == ["/new/", "/new/"]


@given(st.text(), st.text(), st.text(), st.text(min_size=1))
def test_nothing_in_it_becomes_markup(target: str, title: str, lang: str, canonical: str) -> None:
    page = Page(redirect_page(target, title, lang, canonical))
    assert [tag for tag, _ in page.tags] == TAGS
