"""The tables of fields themselves."""

from __future__ import annotations

import re

import pytest
from checklists.fields import CHECKLIST, ITEM, KIND, LEVEL, MODE, SECTION, STATUS, TABLES, Table
from checklists.values import Form, Wrong
from located import Location, Scalar

WHERE = Location("x.yml", 2, 3)


def test_every_key_of_the_file_is_there() -> None:
    assert set(CHECKLIST.by_key) == set(
        "title id was items sections summary intro mode level updated author tags lang translates article ask dates "
        "retired status".split()
    )
    assert set(SECTION.by_key) == set("title id intro mode if items".split())
    assert set(ITEM.by_key) == set(
        "text id was inherits why how done level time due repeat if links tags strategy kind items rev na".split()
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.owner)
def test_every_field_is_documented_in_one_line(table: Table) -> None:
    for field in table.fields:
        assert re.fullmatch(r"[A-Za-z].{8,110}\.", field.doc), field.key


@pytest.mark.parametrize(
    ("form", "typed", "advised"),
    [
        (LEVEL, "must", 'Did you mean "essential"?'),
        (LEVEL, "1", 'Did you mean "essential"?'),
        (LEVEL, "urgnt", 'Did you mean "essential"?'),
        (LEVEL, "Optional", 'Did you mean "optional"?'),
        (LEVEL, "xyz", "Write essential, recommended or optional."),
        (KIND, "tip", 'Did you mean "note"?'),
        (KIND, "todo", 'Did you mean "task"?'),
        (MODE, "read do", 'Did you mean "read-do"?'),
        (STATUS, "hidden", 'Did you mean "draft"?'),
    ],
)
def test_a_word_that_is_none_of_the_few_is_told_which_was_meant(form: Form, typed: str, advised: str) -> None:
    with pytest.raises(Wrong) as wrong:
        form.read("key", Scalar(typed, WHERE))
    assert wrong.value.problems[0].fix == advised
