"""Items out of nodes. What is wrong with them is told in cases/reading."""

from __future__ import annotations

from checklists.items import ItemReader, Place
from checklists.model import Item, Level
from located import Location, Sequence, compose


def read(text: str, reader: ItemReader | None = None) -> tuple[Item, ...]:
    node, _ = compose(text, "x.yml")
    assert isinstance(node, Sequence)
    return (reader or ItemReader()).items(node.items, Place(Level.OPTIONAL))


def test_an_item_stands_where_its_text_or_its_first_key_does() -> None:
    plain, mapped = read("- Read\n- level: essential\n  text: Write\n")
    assert (plain.text, plain.where) == ("Read", Location("x.yml", 1, 3))
    assert (mapped.text, mapped.where) == ("Write", Location("x.yml", 2, 3))


def test_items_take_the_level_they_are_read_in_unless_they_name_one() -> None:
    first, second = read("- text: a\n  items: [b]\n- {text: c, level: essential}\n")
    assert [each.level for each in (first, first.items[0], second)] == [
        Level.OPTIONAL,
        Level.OPTIONAL,
        Level.ESSENTIAL,
    ]


def test_an_id_is_kept_with_its_place_and_no_other_is_made() -> None:
    reader = ItemReader()
    first, second = read("- text: a\n  id: x\n- b\n", reader)
    assert (first.id, first.id_written, second.id, second.id_written) == ("x", True, "", False)
    assert reader.id_places == {first.where: Location("x.yml", 2, 7)}


def test_items_that_cannot_be_read_leave_the_list_in_pieces() -> None:
    reader = ItemReader()
    assert [item.text for item in read("- a\n-\n- [b]\n- why: c\n- d\n", reader)] == ["a", "d"]
    assert not reader.is_whole
    assert [problem.where.line for problem in reader.problems] == [2, 3, 4]


def test_a_wrong_reference_costs_no_item() -> None:
    reader = ItemReader()
    (item,) = read("- {text: a, if: online, due: event}\n", reader)
    assert (item.condition, item.due) == (None, None)
    assert reader.is_whole
    assert len(reader.problems) == 2


def test_nothing_is_said_of_references_where_questions_and_dates_are_not_known() -> None:
    reader = ItemReader()
    reader.questions = reader.labels = None
    (item,) = read("- {text: a, if: online, due: event}\n", reader)
    assert (item.condition, item.due, reader.problems) == (None, None, [])


def test_items_below_an_item_without_a_text_are_checked_too() -> None:
    reader = ItemReader()
    assert read("- level: essential\n  items:\n    - text: a\n      prio: high\n", reader) == ()
    assert [problem.where.line for problem in reader.problems] == [1, 4]
