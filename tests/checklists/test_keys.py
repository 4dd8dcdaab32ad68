"""Keys and what they mean. Most messages are in cases/reading/keys.md."""

from __future__ import annotations

import pytest
from checklists.fields import CHECKLIST, ITEM, SECTION, TABLES, Table
from checklists.keys import Said, read_keys
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Mapping, Scalar, compose

WHERE = Location("x.yml")


def said(text: str, table: Table = ITEM) -> Said:
    node, _ = compose(text, "x.yml")
    assert isinstance(node, Mapping)
    return read_keys(node, table)


def fix(word: str, table: Table) -> str:
    """What is advised about a key that stands among others."""
    required = {"text": "a", "title": "b"}
    pairs = [*required.items(), (word, "x")]
    mapping = Mapping(tuple((Scalar(key, WHERE), Scalar(value, WHERE)) for key, value in pairs), WHERE)
    fixes = {problem.what: problem.fix for problem in read_keys(mapping, table).problems}
    return fixes[f'unknown key "{word}"']


@pytest.mark.parametrize(
    ("table", "word", "meant"),
    [(table, word, field.key) for table in TABLES for field in table.fields for word in field.synonyms.split()],
    ids=lambda value: value.owner if isinstance(value, Table) else value,
)
def test_every_synonym_leads_to_its_key(table: Table, word: str, meant: str) -> None:
    assert fix(word, table) in (f'Did you mean "{meant}"?', f'There is "{meant}" already. Keep one of them.') or any(
        word in other.by_key for other in TABLES
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.owner)
def test_no_synonym_has_two_meanings_or_is_a_key(table: Table) -> None:
    words = [word for field in table.fields for word in field.synonyms.split()] + list(table.by_key)
    words += [word for word, _ in table.hints]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize(
    ("word", "table", "advised"),
    [
        ("priority", ITEM, 'Did you mean "level"?'),
        ("Priority", ITEM, 'Did you mean "level"?'),
        ("priorty", ITEM, 'Did you mean "level"?'),
        ("done-when", ITEM, 'Did you mean "done"?'),
        ("description", ITEM, 'Did you mean "why"?'),
        ("description", CHECKLIST, 'Did you mean "summary"?'),
        ("description", SECTION, 'Did you mean "intro"?'),
        ("dates", ITEM, '"dates" belongs to the checklist. Move it there.'),
        ("tags", SECTION, '"tags" belongs to the checklist or an item. Move it there.'),
        ("name", ITEM, 'There is "text" already. Keep one of them.'),
    ],
)
def test_an_unknown_key_is_told_what_was_meant(word: str, table: Table, advised: str) -> None:
    assert fix(word, table) == advised


def test_what_stands_under_a_mistaken_key_is_read_all_the_same() -> None:
    found = said("name: Read\ntasks: []\n")
    assert found.values == {"text": "Read"}
    assert [problem.what for problem in found.problems] == [
        'unknown key "name"',
        'unknown key "tasks"',
        '"items" is empty',
    ]
    assert not found.is_whole


@pytest.mark.parametrize(
    ("text", "is_whole"), [("level: x", True), ("rev: x", False), ("id: X", False), ("x: y", False)]
)
def test_only_a_harmless_slip_leaves_an_item_whole(text: str, is_whole: bool) -> None:
    found = said(f"text: Read\n{text}\n")
    assert found.problems
    assert found.is_whole is is_whole


@pytest.mark.parametrize("text", ["Ask: who?", "ask: who", "Who is it: Jo", "Pack:", "é: a", "Time: early", "so: what"])
def test_a_text_with_a_colon_is_no_key(text: str) -> None:
    (problem,) = said(text).problems
    assert problem.what.startswith("the colon makes a key of")
    assert problem.fix == f'Put the text in quotation marks: "{text}".'


@pytest.mark.parametrize("text", ["Text: Read", "txet: Read", "Title: Read", "level: essential", "note: Read"])
def test_a_key_with_a_slip_is_no_text(text: str) -> None:
    assert all(not problem.what.startswith("the colon makes a key of") for problem in said(text).problems)


@given(st.sampled_from(TABLES), st.text(min_size=1))
def test_any_key_is_known_or_told(table: Table, word: str) -> None:
    mapping = Mapping(((Scalar(word, WHERE), Scalar("x", WHERE)),), WHERE)
    found = read_keys(mapping, table)
    assert word in table.by_key or found.problems
    assert all(problem.what and problem.fix for problem in found.problems)
