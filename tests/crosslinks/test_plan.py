"""What pages tell the scripts of a reader's plan."""

from __future__ import annotations

import json

from checklists.view import Place, view
from crosslinks.guide import guide
from crosslinks.plan import KnownList, entry_ids, known_text, with_entries
from located import Location

from tests.crosslinks.samples import entry, strategy

WHERE = Location("content/articles/walks.md")
PLACE = Place("site", "", "articles/walks/", "", prefix="check:walks:")
WALK, REST, TALK = strategy("walks", "Walk slowly"), strategy("walks", "Sit down"), strategy("walks", "Say both")


def named(entries: dict[str, str]) -> list[str | None]:
    made = guide([WALK, REST, TALK], "guide-walks", "Walks", WHERE)
    shown = with_entries(view(made, PLACE), entries, {each.id: each.strategy for each in made.items})
    return [item.attributes.get("data-strategy") for section in shown.sections for item in section.items]


def test_an_item_names_its_entry_only_where_that_is_called_otherwise() -> None:
    entries = entry_ids([entry("walk-slowly", WALK), entry("have-a-seat", REST, strategy("talks", "Sit"))])
    assert named(entries) == [None, "have-a-seat", ""]


def test_all_sources_of_an_entry_lead_to_it() -> None:
    other = strategy("talks", "Sit")
    assert entry_ids([entry("sit-down", REST, other)]) == {REST.id: "sit-down", other.id: "sit-down"}


def test_titles_cannot_end_the_element_they_stand_in() -> None:
    lists = [KnownList("a", "</script><b>& co", "/a/")]
    text = known_text(lists)
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == [{"id": "a", "title": "</script><b>& co", "url": "/a/"}]
