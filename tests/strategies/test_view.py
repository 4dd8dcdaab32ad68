"""Entries as templates take them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.model import Link
from strategies.index import make_index
from strategies.model import Kind, Strategy
from strategies.view import Addresses, EntryView, entry_view, index_view

from tests.strategies.samples import strategy

AT = Addresses("strategies/{slug}/", "strategies/{slug}/index.html")


def views(*found: Strategy) -> list[EntryView]:
    return [entry_view(each, AT, "") for each in make_index(found)[0]]


def filed(title: str, category: str, tags: tuple[str, ...] = (), **more: str) -> Strategy:
    links = tuple(Link(tag, "") for tag in tags)
    return replace(strategy(title), category=Link(category, ""), tags=links, **more)  # type: ignore[arg-type]


def test_an_entry_of_one_article_leads_there_and_bears_its_number() -> None:
    (view,) = views(replace(strategy("Leave Early", "evenings"), position=4, of=6))
    assert (view.url, view.has_page) == ("articles/evenings/#leave-early", False)
    assert (view.mark, view.mark_words) == ("4", "of 6")


def test_an_odd_anchor_is_written_as_addresses_have_it() -> None:
    (view,) = views(replace(strategy("Leave Early", "evenings"), anchor="Ü y"))
    assert [view.url, view.sources[0].url] == ["articles/evenings/#%C3%9C%20y"] * 2


def test_an_entry_of_several_articles_has_a_page_and_bears_their_number() -> None:
    (view,) = views(strategy("Follow Up", "one", date(2026, 1, 1)), strategy("Follow Up", "two", date(2026, 2, 1)))
    assert (view.url, view.save_as) == ("strategies/follow-up/", "strategies/follow-up/index.html")
    assert (view.mark, view.mark_words) == ("2", "articles")
    assert [each.article.title for each in view.sources] == ["Two", "One"]
    assert view.attributes["data-day"] == "2026-02-01"


def test_without_a_file_for_it_an_entry_has_no_page() -> None:
    (entry,) = make_index([strategy("Follow Up", "one"), strategy("Follow Up", "two")])[0]
    assert entry_view(entry, Addresses("", ""), "").url == "articles/one/#follow-up"


def test_parts_are_in_the_order_of_their_names_and_entries_in_that_of_their_titles() -> None:
    found = views(filed("Zoom out", "Home"), filed("“Ask”", "Home"), filed("Élan", "Home"), filed("Pay", "cash"))
    index = index_view(found)
    assert [part.category.name for part in index.parts] == ["cash", "Home"]
    assert [each.title for each in index.parts[1].entries] == ["“Ask”", "Élan", "Zoom out"]
    assert index.count == 4


def test_a_long_part_has_links_to_its_letters() -> None:
    titles = [f"{letter}{word}" for letter in "bAc" for word in ("ask", "lead", "rise", "turn")] + ["5 more"]
    (part,) = index_view(views(*[filed(title, "Home") for title in titles])).parts
    assert [(letter.name, letter.id) for letter in part.letters] == [
        ("#", "5-more"), ("A", "aask"), ("B", "bask"), ("C", "cask"),
    ]  # fmt: skip
    assert index_view(views(*[filed(title, "Home") for title in titles[:11]])).parts[0].letters == ()


def test_what_can_be_chosen_is_what_there_is() -> None:
    index = index_view(
        views(
            filed("A", "Home", ("C++", "e-mail"), effort="2 h"),
            filed("B", "Home", ("e-mail",), effort="10 min"),
            filed("C", "Home", effort="a while"),
        )
    )
    assert [(tag.name, tag.slug) for tag in index.tags] == [("C++", "c-plus-plus"), ("e-mail", "e-mail")]
    assert index.efforts == ("10 min", "2 h", "a while")
    assert (index.kinds, index.has_checklists) == ((), False)


def test_an_entry_stands_in_one_category_and_is_found_in_all() -> None:
    newest = replace(strategy("Follow Up", "two", date(2026, 2, 1)), category=Link("Events", ""))
    (view,) = views(strategy("Follow Up", "one", date(2026, 1, 1)), newest)
    assert (view.category.name, view.attributes["data-also"]) == ("Events", "career")


def test_entries_of_other_kinds_say_so() -> None:
    benefit = replace(strategy("Find a job"), kind=Kind.BENEFIT)
    found = views(benefit, strategy("Ask"))
    assert [each.kind_word for each in found] == ["", "benefit"]
    assert index_view(found).kinds == ("strategy", "benefit")


def test_an_entry_that_a_checklist_practises_can_be_filtered_for() -> None:
    (entry,) = make_index([strategy("Ask", "one")])[0]
    view = entry_view(entry, AT, "", {"one--ask"})
    assert index_view([view]).has_checklists


def test_an_index_of_nothing_has_no_parts() -> None:
    assert (index_view([]).parts, index_view([]).count) == ((), 0)
