"""Task lists of an article as one checklist."""

from __future__ import annotations

from typing import Any

import pytest
from checklists.embeds import section_id
from checklists.extension import ChecklistExtension
from checklists.model import Checklist, Item, Kind, Level
from checklists.tasks import read_tasks
from markdown import Markdown

PATH = "content/articles/pack.md"


def read(text: str) -> tuple[Checklist, list[str]]:
    md: Any = Markdown(extensions=[ChecklistExtension()], output_format="html")
    found, problems = read_tasks(md.convert(text), PATH, "tasks-pack", "How to Pack")
    assert found is not None
    return found, [str(problem) for problem in problems]


def items(text: str) -> dict[str, Item]:
    found, problems = read(text)
    assert problems == []
    return {item.id: item for item in found.items}


def test_an_article_without_tasks_has_no_checklist() -> None:
    assert read_tasks("<p>Text</p>", PATH, "pack", "How to Pack") == (None, ())


def test_all_lists_of_an_article_are_sections_of_one_checklist() -> None:
    found, _ = read("- [ ] a\n\ntext\n\n- [ ] b\n- [ ] c")
    assert (found.id, found.title) == ("tasks-pack", "How to Pack")
    assert [(each.id, [item.id for item in each.items]) for each in found.sections] == [
        (section_id(1), ["a"]),
        (section_id(2), ["b", "c"]),
    ]


def test_an_id_does_not_depend_on_the_list_that_the_item_is_in() -> None:
    before, after = read("- [ ] a\n\ntext\n\n- [ ] b"), read("- [ ] b\n\ntext\n\n- [ ] a\n- [ ] c")
    assert {item.id for item in before[0].items} == {"a", "b"}
    assert {item.id for item in after[0].items} == {"a", "b", "c"}


def test_an_item_keeps_its_markup_and_is_named_by_its_words() -> None:
    found = items("- [ ] Read *the* [plan](https://example.org/?a=1&b=2) & go")["read-the-plan-and-go"]
    assert found.text == "Read the plan & go"
    assert found.text_html == 'Read <em>the</em> <a href="https://example.org/?a=1&amp;b=2">plan</a> &amp; go'


def test_what_stands_below_an_item_stays_below_it() -> None:
    found = items("- [ ] Do it\n\n    With `care`.\n\n- [ ] Rest")["do-it"]
    assert found.below_html == "<p>With <code>care</code>.</p>"
    assert found.text_html == ""


def test_what_an_item_says_of_itself_is_read() -> None:
    found = items('- [x] Shoes {: #boots was="old, older" inherits=oldest rev=3 level=essential }')["boots"]
    assert found.id_written
    assert (found.was, found.inherits, found.rev) == (("old", "older"), "oldest", 3)
    assert (found.level, found.ticked) == (Level.ESSENTIAL, True)


def test_an_item_without_a_box_is_a_note() -> None:
    found = items("- [ ] Do\n- Mind")
    assert (found["do"].kind, found["mind"].kind) == (Kind.TASK, Kind.NOTE)


def test_what_lies_deeper_than_one_level_comes_up_to_it() -> None:
    found, _ = read("- [ ] a\n    - [ ] b\n        - [ ] c\n    - [ ] d\n- [ ] e")
    top = found.sections[0].items
    assert [item.id for item in top] == ["a", "e"]
    assert [item.id for item in top[0].items] == ["b", "c", "d"]


def test_each_item_has_its_line_and_column() -> None:
    found = items("- [ ] a\n- [ ] b\n    - [ ] c")
    assert [str(item.where) for item in found.values()] == [f"{PATH}:1:3", f"{PATH}:2:3", f"{PATH}:3:7"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("#Bad", '"Bad" cannot be an id. Use small letters a to z, digits and single hyphens, at most 60 characters.'),
        ("rev=two", 'rev cannot be "two". Write a whole number from 1 up.'),
        ("rev=0", 'rev cannot be "0". Write a whole number from 1 up.'),
        ("level=esential", 'unknown level "esential". Did you mean "essential"?'),
        ("level=blue", 'unknown level "blue". Write essential, recommended or optional.'),
    ],
)
def test_a_slip_in_what_an_item_says_is_told_at_the_item(said: str, problem: str) -> None:
    assert read(f"Text\n\n- [ ] a {{: {said} }}")[1] == [f"{PATH}:3:3: {problem}"]


def test_two_items_with_one_id_are_told() -> None:
    _, problems = read("- [ ] a {: #x }\n- [ ] b {: #x }")
    assert problems == [
        f'{PATH}:2:3: the id "x" comes twice, first in line 1. Change one of them; an id that was published must stay.'
    ]
