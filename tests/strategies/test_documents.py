"""The index for other programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import strategies.documents as documents
from strategies.documents import MOST, Site, item_list, script_text, strategies_document, text_of
from strategies.index import make_index
from strategies.model import Strategy
from strategies.view import Addresses, EntryView, entry_view

from tests.strategies.many import entries
from tests.strategies.samples import card, strategy

SCHEMA = json.loads(Path(documents.__file__).with_name("strategies.schema.json").read_text("utf-8"))
SITE = Site("Guide", "https://e.org/g", "https://e.org/g/strategies/", "https://e.org/g/strategies.schema.json")


def views(*found: Strategy) -> list[EntryView]:
    at = Addresses("strategies/{slug}/", "strategies/{slug}/index.html")
    return [entry_view(each, at, "") for each in make_index(found)[0]]


def valid(document: Any) -> Any:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)
    return document


def test_addresses_are_addresses_whatever_the_anchor() -> None:
    (entry,) = valid(strategies_document(SITE, views(replace(strategy("Rest", "one"), anchor='a "b'))))["strategies"]
    assert [entry["url"], entry["sources"][0]["url"]] == ["https://e.org/g/articles/one/#a%20%22b"] * 2


def test_every_entry_is_told_with_all_its_places_and_whole_addresses() -> None:
    one = replace(strategy("Follow Up", "one", date(2026, 1, 1), summary="Write."), effort="10 min", number="3")
    two = strategy("Follow Up", "two", date(2026, 2, 1))
    (entry,) = valid(strategies_document(SITE, views(one, two)))["strategies"]
    assert (entry["url"], entry["updated"]) == ("https://e.org/g/strategies/follow-up/", "2026-02-01")
    assert [each["url"] for each in entry["sources"]] == [
        "https://e.org/g/articles/two/#follow-up",
        "https://e.org/g/articles/one/#follow-up",
    ]
    assert (entry["sources"][1]["effort"], entry["sources"][1]["number"]) == ("10 min", "3")


def test_many_entries_and_none_keep_to_the_schema() -> None:
    assert len(valid(strategies_document(SITE, entries(200)))["strategies"]) == 200
    assert valid(strategies_document(SITE, []))["strategies"] == []


def test_the_schema_refuses_what_it_does_not_know() -> None:
    document = strategies_document(SITE, views(strategy("Ask")))
    document["strategies"][0]["mood"] = "good"
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def test_drafts_are_told_to_nobody() -> None:
    draft = replace(strategy("Ask", "two"), article=card("Two", "two", badge="Draft"))
    found = views(replace(draft, title="Secret"), draft, strategy("Ask", "one"))
    (entry,) = valid(strategies_document(SITE, found))["strategies"]
    assert [each["article"]["title"] for each in entry["sources"]] == ["One"]
    assert item_list(SITE, found)["numberOfItems"] == 1


def test_search_engines_get_the_list_in_the_order_of_the_page() -> None:
    found = item_list(SITE, views(strategy("Ask"), strategy("Beg")))
    assert [(each["position"], each["name"], each["url"]) for each in found["itemListElement"]] == [
        (1, "Ask", "https://e.org/g/articles/one/#ask"),
        (2, "Beg", "https://e.org/g/articles/one/#beg"),
    ]


def test_of_a_long_list_search_engines_get_the_beginning_and_the_number() -> None:
    found = item_list(SITE, entries(MOST + 20))
    assert (found["numberOfItems"], len(found["itemListElement"])) == (MOST + 20, MOST)


def test_markup_in_a_title_cannot_end_the_script() -> None:
    text = script_text(item_list(SITE, views(strategy("</script><b> & co"))))
    assert "<" not in text and "&" not in text
    assert json.loads(text)["itemListElement"][0]["name"] == "</script><b> & co"


def test_documents_end_with_a_newline() -> None:
    assert text_of({"a": "é"}) == '{\n "a": "é"\n}\n'
