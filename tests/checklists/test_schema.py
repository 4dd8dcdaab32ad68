"""The JSON Schema for editors: generated from the tables, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from checklists import schema
from checklists.reading import read_checklist
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from located import Mapping, Node, Scalar, Sequence, Severity, compose

from tests.cases import read_cases

VALIDATOR = Draft202012Validator(json.loads(schema.schema_text()))
CASES = Path(__file__).parent / "cases" / "reading"


def instance(node: Node) -> Any:
    """What an editor makes of a node: the core schema of YAML 1.2."""
    match node:
        case Mapping():
            return {key.text: instance(value) for key, value in node.pairs}
        case Sequence():
            return [instance(item) for item in node.items]
    return node.text if node.quoted else plain(node)


def plain(node: Scalar) -> Any:
    if node.is_empty:
        return None
    if re.fullmatch("true|True|TRUE|false|False|FALSE", node.text):
        return node.text.lower() == "true"
    if re.fullmatch("[-+]?[0-9]+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return node.text


def is_valid(text: str) -> bool:
    node, _ = compose(text, "x.yml")
    assert node is not None
    return VALIDATOR.is_valid(instance(node))


def is_read(text: str) -> bool:
    _, problems = read_checklist(text, "x.yml", "x", str)
    return all(problem.severity is Severity.WARNING for problem in problems)


def test_the_committed_file_is_what_the_tables_say() -> None:
    assert schema.PATH.read_text("utf-8") == schema.schema_text(), "run python -m checklists.schema"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema.schema())


def test_every_key_has_a_description() -> None:
    found = schema.schema()
    for mapping in (found, *(found["$defs"][name] for name in ("section", "item", "subitem"))):
        assert all(value["description"] for value in mapping["properties"].values())
        assert mapping["additionalProperties"] is False


def test_writing_it_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(schema, "PATH", tmp_path / "a.json")
    assert schema.main() == 0
    assert capsys.readouterr().out == "a.json is up to date.\n"
    assert (tmp_path / "a.json").read_text("utf-8") == schema.schema_text()


# --- reader and schema ---------------------------------------------------------------------------------------

# Values, wrong ones too, that a schema can tell apart as well as the reader.
VALUES: dict[str, list[str]] = {
    "id": ["a", "a-b", "A", "a b", "12", "true", "'no'", "", "[a]", "{a: b}"],
    "was": ["a", "[a, b]", "[A]", "", "{a: b}"],
    "inherits": ["a", "a_b"],
    "why": ["a", "1.10", "no", "true", "", "[a]", "{a: b}"],
    "done": ["a", "1:30", "[a]"],
    "level": ["essential", "optional", "Optional", "high", "", "[essential]"],
    "kind": ["task", "note", "warning", "hint"],
    "time": ["10m", "1h30m", "10 min", "90", "'90'", "m", ""],
    "repeat": ["1", "31", "32", "0", "'3'", "daily", "yearly", ""],
    "rev": ["1", "2", "0", "1.1", "'3'", "x", ""],
    "due": ["event", "event - 7d", "event + 2w", "event - 7m", "2026-05-01", "2026-5-1", "soon - x", ""],
    "na": ["no", "yes", "false", "True", "'off'", "perhaps", "1", ""],
    "if": ["online", "not online", "", "[online]"],
    "tags": ["a", "a, b", "[a, b]", "[]", "{a: b}", ""],
    "strategy": ["a", "a--b", "a---b", "a--b--c", "A"],
    "links": [
        "https://example.org", "/a", "[https://example.org, '#a']", "[javascript:x]", "[{a: https://example.org}]",
        "[{a: b}]", "[{text: a, url: /b}]", "[{text: a}]", "nowhere", "", "[[a]]", "[{url: /a, b: c}]",
    ],
    "items": ["[a]", "[]", "a", "[{text: a}]", "[{text: a, level: high}]", "[{level: optional}]", "[{}]", "[[a]]"],
    "text": ["a", "1", "''", "", "[a]"],
    "colour": ["red"],
}  # fmt: skip
TOP: dict[str, list[str]] = {
    "title": ["T", "1.10", "", "[T]"],
    "id": VALUES["id"],
    "was": VALUES["was"],
    "retired": VALUES["was"],
    "summary": VALUES["why"],
    "intro": VALUES["why"],
    "author": VALUES["why"],
    "tags": VALUES["tags"],
    "level": VALUES["level"],
    "mode": ["do-confirm", "read-do", "read"],
    "status": ["draft", "published", "hidden"],
    "updated": ["2026-05-01", "May 1", ""],
    "lang": ["en", "pt-BR", "no", "English language"],
    "translates": ["a", "A"],
    "article": ["a", "/a"],
    "items": ["[a]", "[]", "a", "{a: b}", "[1, true, 1.10]", "[null]"],
    "sections": [
        "[{title: S, items: [a]}]", "[{title: S}]", "[{items: [a]}]", "[a]", "[]", "{S: [a]}",
        "[{title: S, id: s, intro: x, mode: read-do, items: [a]}]", "[{title: S, items: [a], level: optional}]",
    ],
    "ask": [
        "{online: Is it?}", "{size: {text: How big?, options: [a, b]}}", "{size: {text: How big?, options: [a]}}",
        "{size: {text: How big?, options: {a: b, c: d}}}", "[a]", "{A b: c}", "{a: {options: [a, b]}}", "a", "{a: [b]}",
    ],
    "dates": ["{event: When?}", "[Event]", "{A b: c}", "event", "[[a]]", ""],
    "colour": ["red"],
}  # fmt: skip
ASKED = "ask: {online: Is it?}\ndates: [Event, soon]\n"


def an_item(key: str, value: str) -> str:
    given = f"    {key}: {value}\n" if key == "text" else f"    text: T\n    {key}: {value}\n"
    return f"title: T\n{ASKED}items:\n  -{given[3:]}"


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in VALUES.items() for value in values])
def test_reader_and_schema_agree_on_a_value_of_an_item(key: str, value: str) -> None:
    text = an_item(key, value)
    assert is_valid(text) is is_read(text)


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in TOP.items() for value in values])
def test_reader_and_schema_agree_on_a_value_of_a_checklist(key: str, value: str) -> None:
    lines = {"title": "T", "items": "[a]", key: value}
    if key == "sections":
        del lines["items"]
    text = "".join(f"{name}: {each}\n" for name, each in lines.items())
    assert is_valid(text) is is_read(text)


@pytest.mark.parametrize(
    "text", ["title: T\n", "items: [a]\n", "title: T\nitems: [a]\nsections: [{title: S, items: [a]}]\n"]
)
def test_reader_and_schema_agree_on_what_must_be_there(text: str) -> None:
    assert not is_valid(text)
    assert not is_read(text)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A checklist of values, right and wrong, that stand in lines of their own."""
    top = draw(st.lists(st.sampled_from([key for key in TOP if key not in ("items", "ask", "dates")]), unique=True))
    lines = [f"{key}: {draw(st.sampled_from(TOP[key]))}" for key in top if key not in ("title", "sections")]
    items = []
    for number in range(draw(st.integers(1, 3))):
        keys = draw(st.lists(st.sampled_from([key for key in VALUES if key not in ("text", "id")]), unique=True))
        said = [f"    {key}: {draw(st.sampled_from(VALUES[key]))}" for key in keys]
        items.append("\n".join([f"  - text: Thing {number}", *said]))
    return "\n".join([f"title: T\n{ASKED}" + "\n".join(lines), "items:", *items]) + "\n"


@settings(max_examples=200, deadline=None)
@given(documents())
def test_reader_and_schema_agree_on_whole_documents(text: str) -> None:
    assert is_valid(text) is is_read(text)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_the_schema_takes_whatever_the_reader_takes(path: Path) -> None:
    for case in read_cases(path):
        if is_read(case.blocks[0]):
            assert is_valid(case.blocks[0]), case.title


def test_the_editors_reading_of_yaml_is_that_of_pyyaml_where_both_have_it() -> None:
    text = "{a: 1, b: -2.5, c: true, d: ~, e: [x, 'true'], f: 1e3x}"
    node, _ = compose(text, "x.yml")
    assert node is not None
    assert instance(node) == yaml.safe_load(text)
