"""The search page's titles and attributes; the addresses for the page of what is missing."""

from __future__ import annotations

import json

from search.model import Kind, Record
from search.view import SearchView, addresses, search_view

from tests.search.samples import HOSTILE, record


def view(*records: Record, index: str = "/guide/theme/pagefind.1/") -> SearchView:
    return search_view(records, "search/", "/guide", index, ("en-x-article", "ar-x-list"), "strategies/")


def test_titles_are_listed_by_kind_and_as_a_dictionary_has_them() -> None:
    shown = view(
        record("zebra", url="z/"), record("Éclair", url="e/"), record("“Apple”", url="a/"),
        record("List", kind=Kind.CHECKLIST, url="checklists/l/"), record("About", kind=Kind.PAGE, url="about/"),
    )  # fmt: skip
    assert [(each.name, [title.title for title in each.titles]) for each in shown.titles] == [
        ("Checklists", ["List"]),
        ("Articles", ["“Apple”", "Éclair", "zebra"]),
        ("Pages", ["About"]),
    ]


def test_strategies_are_counted_and_not_listed() -> None:
    shown = view(record(kind=Kind.STRATEGY), record(kind=Kind.STRATEGY, url="b/"))
    assert (shown.strategies, shown.strategies_url, shown.titles) == (2, "strategies/", ())


def test_the_element_learns_where_the_index_is_and_the_names_in_it() -> None:
    assert view().attributes == {
        "data-root": "/guide/",
        "data-index": "/guide/theme/pagefind.1/",
        "data-names": "en-x-article ar-x-list",
    }


def test_without_an_index_it_is_told_of_none() -> None:
    assert "data-index" not in view(index="").attributes


def test_addresses_are_those_of_pages_with_their_titles_as_they_are() -> None:
    text = addresses([record(HOSTILE, url="a/"), record("Part", kind=Kind.STRATEGY, url="a/#part")])
    assert json.loads(text) == [["a/", HOSTILE]]
