"""Records as Pagefind reads them, and which of its files are published."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from bs4 import BeautifulSoup
from search.index import digest, folder, make_bundle, page, published
from search.model import Bundle, Kind

from tests.search.samples import HOSTILE, record

MADE = {
    "pagefind.js": b"js",
    "pagefind-ui.js": b"ui",
    "pagefind-ui.css": b"css",
    "pagefind-worker.js": b"worker",
    "pagefind-highlight.js": b"highlight",
    "wasm.en.pagefind": b"english",
    "wasm.unknown.pagefind": b"unknown",
    "pagefind.en_1.pf_meta": b"meta",
    "index/en_1.pf_index": b"index",
    "fragment/en_1.pf_fragment": b"fragment",
    "pagefind-entry.json": b'{"version":"1.5.2","languages":{"en":{"wasm":"en","hash":"en_1","page_count":1}}}',
}


def index_files(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    return MADE | {"fragment/en_1.pf_fragment": "\n".join(url for url, _ in pages).encode()}


def test_text_is_text_in_the_page_that_pagefind_reads() -> None:
    soup = BeautifulSoup(page(record(HOSTILE, "<p>x</p>")), "html.parser")
    assert soup.h1.get_text() == HOSTILE
    assert soup.find("script") is None


@pytest.mark.parametrize(
    "kind, group",
    [(Kind.STRATEGY, "strategy"), (Kind.CHECKLIST, "list"), (Kind.ARTICLE, "article"), (Kind.PAGE, "article")],
)
def test_each_group_of_kinds_is_a_language_of_its_own(kind: Kind, group: str) -> None:
    soup = BeautifulSoup(page(record(lang="pt-br", kind=kind)), "html.parser")
    assert soup.html["lang"] == f"pt-br-x-{group}"


def test_pictures_are_left_out_and_the_text_around_them_stays() -> None:
    text = page(record(html='<p>One <img alt="a > b" src=x> two <IMG src="y"> three</p>'))
    assert "<p>One   two   three</p>" in text


def test_only_what_our_page_asks_for_is_published() -> None:
    assert set(published(MADE)) == {
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "pagefind.en_1.pf_meta",
        "index/en_1.pf_index",
        "fragment/en_1.pf_fragment",
    }


def test_a_language_without_a_stemmer_has_the_one_for_the_unknown() -> None:
    entry = b'{"languages":{"th":{"wasm":null,"hash":"th_1","page_count":1}}}'
    assert "wasm.unknown.pagefind" in published(MADE | {"pagefind-entry.json": entry})


def test_the_entry_file_does_not_change_with_the_order_in_it() -> None:
    languages = [("en", {"wasm": "en", "page_count": 1}), ("ar", {"page_count": 1, "wasm": "ar"})]
    files = [json.dumps({"languages": dict(each)}).encode() for each in (languages, languages[::-1])]
    one, other = (published(MADE | {"pagefind-entry.json": file})["pagefind-entry.json"] for file in files)
    assert one == other


def test_each_language_has_an_index_of_its_own_and_the_largest_comes_first() -> None:
    bundle = make_bundle([record(lang="ar", url="ar/a/"), record(url="b/"), record(url="a/")], index_files)
    assert bundle.names == ("en-x-article", "ar-x-article")
    assert bundle.files["en/fragment/en_1.pf_fragment"] == b"/a/\n/b/"
    assert bundle.files["ar/fragment/en_1.pf_fragment"] == b"/ar/a/"
    assert bundle.files["pagefind.js"] == b"js"


def test_the_largest_index_of_a_language_comes_first() -> None:
    kinds = (Kind.STRATEGY, Kind.STRATEGY, Kind.PAGE, Kind.ARTICLE, Kind.ARTICLE, Kind.CHECKLIST)
    records = [record(kind=kind, url=f"{at}/") for at, kind in enumerate(kinds)]
    assert make_bundle(records, index_files).names == ("en-x-article", "en-x-strategy", "en-x-list")


def test_without_records_there_is_no_index() -> None:
    assert make_bundle([], index_files) == Bundle()
    assert Bundle().is_empty


def test_a_folder_is_named_after_what_is_in_it() -> None:
    one, other = (folder(Bundle({"a": content}, ("en",)), "theme") for content in (b"1", b"2"))
    assert one != other
    assert one.startswith("theme/pagefind.")
    assert one == folder(Bundle({"a": b"1"}, ("en",)), "theme")


def test_whatever_pagefind_reads_changes_the_digest() -> None:
    changes = ({"url": "x/"}, {"lang": "ar"}, {"kind": Kind.STRATEGY})
    changed = [record(**change) for change in changes] + [record("Other"), record(html="<p>Other.</p>")]
    digests = {digest([each], "1.5") for each in (record(), *changed)} | {digest([record()], "1.6"), digest([], "1.5")}
    assert len(digests) == len(changed) + 3
    assert digest([record()], "1.5") == digest([record()], "1.5")
