"""Checklists for other programs: what they say, and that the published schema allows it and little else."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import checklists
import pytest
from checklists.documents import Addresses, index_document, item_list, list_document, text_of
from checklists.model import Kind
from checklists.view import StrategyLink
from jsonschema import Draft202012Validator

from tests.checklists.samples import FULL, checklist, item, section

SCHEMA = json.loads((Path(checklists.__file__).parent / "documents.schema.json").read_text("utf-8"))
AT = Addresses(
    "https://example.org/sub",
    "https://example.org/sub/checklists/event/",
    "https://example.org/sub/checklists.schema.json",
)
DOCUMENT = list_document(FULL, AT, {"say-hello": 0, "dress": 4})


def is_valid(document: Any) -> bool:
    return Draft202012Validator(SCHEMA).is_valid(json.loads(text_of(document)))


def tasks(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = [each for part in document["sections"] for item in part["items"] for each in (item, *item.get("items", []))]
    return {each["id"]: each for each in found}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_list_and_the_index_are_what_the_schema_describes() -> None:
    assert is_valid(DOCUMENT)
    assert is_valid(list_document(checklist(item("a")), AT, {}))
    assert is_valid(index_document("Site", [(FULL, AT.page, "x.json")], "https://example.org/", AT.schema))
    assert is_valid(index_document("Site", [], "/checklists/", "/checklists.schema.json"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("titel",), "x"),
        (("sections",), []),
        (("sections", 0, "items", 0, "kind"), "chore"),
        (("sections", 0, "items", 0, "id"), "Say Hello"),
        (("sections", 0, "items", 0, "due"), {"on": "2026-05-03", "days": 3}),
        (("sections", 0, "items", 0, "strategy"), "prepare"),
        (("items",), "many"),
    ],
)
def test_the_schema_refuses_what_no_list_says(path: tuple[Any, ...], value: Any) -> None:
    document = copy.deepcopy(DOCUMENT)
    holder: Any = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert not is_valid(document)


def test_every_address_is_whole() -> None:
    given = checklist(
        item("a"), intro_html='<p><a href="/sub/about/">About</a> <a href="//other.example/">O</a></p>', title="T"
    )
    document = list_document(given, AT, {})
    assert document["introHtml"] == (
        '<p><a href="https://example.org/sub/about/">About</a> <a href="//other.example/">O</a></p>'
    )
    assert tasks(DOCUMENT)["dress"]["links"][0]["url"] == "https://example.org/sub/about/"
    assert tasks(DOCUMENT)["dress"]["url"] == "https://example.org/sub/checklists/event/#dress"


def test_an_item_has_its_number_once_it_is_published() -> None:
    found = tasks(DOCUMENT)
    assert (found["say-hello"]["ordinal"], found["dress"]["ordinal"]) == (0, 4)
    assert "ordinal" not in found["exhale"]


def test_only_tasks_are_counted_and_have_a_level() -> None:
    assert DOCUMENT["items"] == 5
    assert "level" not in tasks(DOCUMENT)["mind"]


def test_the_item_list_has_every_task_in_order_with_its_address() -> None:
    found = item_list(FULL, AT.page)
    assert found["@type"] == "ItemList"
    assert found["numberOfItems"] == len(found["itemListElement"]) == 5
    assert [each["position"] for each in found["itemListElement"]] == [1, 2, 3, 4, 5]
    assert found["itemListElement"][3] == {
        "@type": "ListItem",
        "position": 4,
        "name": "Exhale",
        "url": f"{AT.page}#exhale",
    }


def test_a_list_of_notes_alone_has_no_items_to_list() -> None:
    notes = checklist(sections=(section(item("a", kind=Kind.NOTE)),))
    assert item_list(notes, AT.page)["itemListElement"] == []
    assert is_valid(list_document(notes, AT, {}))


def test_an_item_names_its_strategy_and_says_where_it_is_if_the_site_has_it() -> None:
    given = checklist(item("a", strategy="prepare"), item("b", strategy="unknown"), item("c"))
    at = replace(AT, strategies={"prepare": StrategyLink("talk--prepare", "Prepare", "articles/talk/#prepare")})
    document = list_document(given, at, {})
    assert is_valid(document)
    assert tasks(document)["a"]["strategy"] == {
        "id": "talk--prepare",
        "title": "Prepare",
        "url": "https://example.org/sub/articles/talk/#prepare",
    }
    assert tasks(document)["b"]["strategy"] == {"id": "unknown"}
    assert "strategy" not in tasks(document)["c"]
