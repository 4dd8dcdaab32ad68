"""What the template of a list is given, and what the element reads in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from checklists.model import All, Any, Is, Item, Kind, Not, Repeat
from checklists.view import Box, ItemView, ListView, Place, StrategyLink, boxes, condition_data, view

from tests.checklists.samples import FULL, checklist, item, section

PAGE = Place("guide", "/sub", "checklists/event/", "/sub/theme/check-list.js")
EMBED = replace(PAGE, is_embed=True, prefix="check:event:")


def items(shown: ListView) -> dict[str, ItemView]:
    found = [each for part in shown.sections for item in part.items for each in (item, *item.items)]
    return {each.attributes.get("data-item", each.text): each for each in found}


def test_the_element_is_told_what_names_the_record_and_what_the_reader_is_asked() -> None:
    place = replace(PAGE, former_ids=("old",), ancestry={"c": ("b",)})
    told = view(FULL, place).attributes
    assert told["data-list"] == "event"
    assert told["data-site"] == "guide"
    assert told["data-url"] == "/sub/checklists/event/"
    assert json.loads(told["data-was"]) == ["old"]
    assert json.loads(told["data-ancestry"]) == {"c": ["b"]}
    assert json.loads(told["data-dates"]) == [{"id": "event", "text": "The event"}]
    assert [each["id"] for each in json.loads(told["data-ask"])] == ["online", "size"]
    assert "data-embed" not in told


def test_what_an_item_does_not_say_is_no_attribute() -> None:
    assert items(view(checklist(item("a")), PAGE))["a"].attributes == {
        "id": "a",
        "data-item": "a",
        "data-level": "recommended",
    }


def test_an_item_carries_what_it_says() -> None:
    dress = items(view(FULL, PAGE))["dress"]
    assert dress.attributes["data-if"] == '["not",["is","online","yes"]]'
    assert (dress.attributes["data-na"], dress.attributes["data-rev"]) == ("no", "2")
    assert dress.why == ("One.", "Two.")
    assert dress.anchors == ("put-on-clothes",)
    hello = items(view(FULL, PAGE))["say-hello"]
    assert json.loads(hello.attributes["data-due"]) == {"label": "event", "days": -7}


def test_a_split_item_starts_from_what_the_lock_says_not_from_what_was_written() -> None:
    assert "data-inherits" not in items(view(FULL, PAGE))["write-back"].attributes
    told = view(FULL, replace(PAGE, snapshots={"write-back": "write"}))
    assert items(told)["write-back"].attributes["data-inherits"] == "write"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (item("a"), ["a"]),
        (item("a", repeat=Repeat(3)), ["a", "a~2", "a~3"]),
        (item("a", repeat=Repeat(1, "week")), ["a"]),
        (item("a", kind=Kind.NOTE), []),
    ],
)
def test_an_item_has_a_box_for_each_time_it_is_to_be_done(given: Item, names: list[str]) -> None:
    assert [box.name for box in boxes(given)] == names


def test_several_boxes_say_which_of_them_they_are() -> None:
    assert boxes(item("a", repeat=Repeat(2))) == (Box("a", "1 of 2"), Box("a~2", "2 of 2"))


def test_conditions_come_as_nested_lists() -> None:
    one, two = Is("a", "yes"), Is("b", "large")
    assert condition_data(Any((All((one, two)), Not(one)))) == [
        "any",
        ["all", ["is", "a", "yes"], ["is", "b", "large"]],
        ["not", ["is", "a", "yes"]],
    ]


def test_links_within_the_site_lead_to_where_it_lives() -> None:
    assert [link.url for link in items(view(FULL, PAGE))["dress"].links] == ["/sub/about/", "https://example.org/"]


def test_in_an_embed_anchors_have_the_name_of_the_list_before_them_and_sections_none() -> None:
    shown = view(FULL, EMBED)
    assert items(shown)["dress"].attributes["id"] == "check:event:dress"
    assert items(shown)["dress"].anchors == ("check:event:put-on-clothes",)
    assert [part.id for part in shown.sections] == ["", ""]


def test_a_second_embed_of_a_list_has_no_anchors() -> None:
    shown = view(FULL, replace(EMBED, prefix="-"))
    assert all("id" not in each.attributes and not each.anchors for each in items(shown).values())


def test_a_section_never_has_the_anchor_of_an_item() -> None:
    both = checklist(sections=(section(item("pack", was=("pack-2",)), id="pack", title="Pack"),))
    assert [part.id for part in view(both, PAGE).sections] == ["pack-3"]


def test_of_a_part_of_a_list_the_element_knows_the_rest_by_its_boxes() -> None:
    place = replace(EMBED, sections=("after",), title="What follows")
    shown = view(FULL, place)
    assert [part.title for part in shown.sections] == ["After"]
    assert shown.title == "What follows"
    known = json.loads(shown.attributes["data-known"])
    assert known == ["say-hello", "dress", "breathe", "breathe~2", "breathe~3", "exhale"]
    assert shown.attributes["data-prefix"] == "check:event:"


def test_an_item_leads_to_its_strategy_where_the_site_has_it() -> None:
    given = checklist(item("a", strategy="prepare"), item("b", strategy="unknown"), item("c"))
    place = replace(PAGE, strategies={"prepare": StrategyLink("talk--prepare", "Prepare", "articles/talk/#prepare")})
    shown = items(view(given, place))
    assert shown["a"].strategy == StrategyLink("talk--prepare", "Prepare", "/sub/articles/talk/#prepare")
    assert (shown["b"].strategy, shown["c"].strategy) == (None, None)
