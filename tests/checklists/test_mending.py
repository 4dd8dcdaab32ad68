"""Ids come into an author's file and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklists.mending import with_ids, with_marks
from checklists.model import Checklist
from checklists.reading import read_checklist
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases/fix/yaml.md")


def wanted(block: str) -> dict[int, str]:
    return {int(number): id for number, id in (line.split() for line in block.splitlines())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_ids_are_written_and_nothing_else(case: Case) -> None:
    before, ids, after = case.blocks
    assert (with_ids(before, wanted(ids)) or "") == after


# --- any layout ------------------------------------------------------------------------------------------

words = st.sampled_from(["Bring", "cards", "ünd", "🎉", "no", "it's", "1.10", "a-b", "(x)"])
plain = st.lists(words, min_size=1, max_size=3).map(" ".join)
comment = st.sampled_from(["", "", "  # a comment", " # 'quoted' \"it\": - x"])
above = st.sampled_from(["", "", "\n", "# above\n", "   # aside\n\n"])


@st.composite
def scalars(draw: st.DrawFn, column: int) -> str:
    """A text as authors write it; further lines stand at `column` or deeper."""
    text, more = draw(plain), draw(plain)
    deeper = " " * (column + draw(st.integers(0, 3)))
    return draw(
        st.sampled_from(
            [
                text + draw(comment),
                "'{}'".format(text.replace("'", "''")) + draw(comment),
                f'"{text}"' + draw(comment),
                f"{text}\n{deeper}{more}",
                f'"{text}\n\n{deeper}{more}"' + draw(comment),
                f"|\n{deeper}{text}\n{deeper}{more}",
                f">-\n{deeper}{text}\n\n{deeper}{more}",
            ]
        )
    )


@st.composite
def items(draw: st.DrawFn, indentation: int) -> str:
    dash = "-" + " " * draw(st.integers(1, 4))
    column = indentation + len(dash)
    below = " " * column
    if draw(st.booleans()):
        return f"{draw(above)}{' ' * indentation}{dash}{draw(scalars(column))}\n"
    text = f"text: {draw(scalars(column + 1))}"
    others = draw(st.lists(st.sampled_from(["why: x", "tags: [a, b]  # tags", "na: no"]), unique=True, max_size=3))
    keys = draw(st.permutations([text, *others]))
    return draw(above) + " " * indentation + dash + f"\n{below}".join(keys) + "\n"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, int]:
    """The text of a list, and how many items it has."""
    indentation = draw(st.integers(0, 4))
    found = draw(st.lists(items(indentation), min_size=1, max_size=5))
    text = f"{draw(above)}title: Before{draw(comment)}\nitems:\n{''.join(found)}"
    tail = draw(st.sampled_from(["", "# the end\n", "\nsummary: 'x'\n"]))
    text += tail
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return (text if draw(st.booleans()) else text.rstrip("\r\n")), len(found)


def read(text: str) -> Checklist:
    checklist, problems = read_checklist(text.replace("\r\n", "\n"), "a.yml", "a", str)
    assert checklist is not None, [text, *map(str, problems)]
    return checklist


def is_inserted_into(part: str, whole: str) -> bool:
    """Whether all characters of `part` stand in `whole`, in their order."""
    rest = iter(whole)
    return all(char in rest for char in part)


@given(documents(), st.data())
def test_in_any_layout_only_the_ids_are_new(document: tuple[str, int], data: st.DataObject) -> None:
    text, count = document
    numbers = data.draw(st.lists(st.integers(0, count - 1), unique=True, min_size=1))
    ids = {number: f"given-{number}" for number in numbers}
    new = with_ids(text, ids)
    assert new is not None
    before, after = list(read(text).items), list(read(new).items)
    assert [item.text for item in after] == [item.text for item in before]
    assert [(item.why, item.tags, item.may_skip) for item in after] == [
        (item.why, item.tags, item.may_skip) for item in before
    ]
    assert [item.id for item in after if item.id_written] == [ids[number] for number in sorted(numbers)]
    assert is_inserted_into(text, new)
    assert new.count("\n") == text.count("\n") + len(ids)
    assert new.count("\r\n") == (new.count("\n") if "\r\n" in text else 0)
    written = {f"id: {id}" for id in ids.values()}
    kept = [line for line in new.split("\n") if line.strip() not in written]
    assert [bare(line) for line in kept] == [bare(line) for line in text.split("\n")]


def bare(line: str) -> str:
    """A line without what a plain item needs to become one with keys."""
    return line.replace("text: ", "", 1).strip()


def test_in_an_article_the_ids_stand_behind_the_items() -> None:
    text = '- [ ] Bring cards\r\n  and pens  \r\n- [x] Smile {: was="grin" }\r\n\r\n> 1. [ ] Breathe\n- [ ] Go'
    assert with_marks(text, {1: "cards", 3: "smile-2", 5: "breathe", 6: "go"}) == (
        "- [ ] Bring cards\r\n"
        "  and pens {: #cards }\r\n"
        '- [x] Smile {: #smile-2 was="grin" }\r\n'
        "\r\n"
        "> 1. [ ] Breathe {: #breathe }\n"
        "- [ ] Go {: #go }"
    )


def test_in_an_article_an_id_that_is_there_stays() -> None:
    assert with_marks("- [ ] Smile {: #grin }\n", {1: "smile"}) is None
    assert with_marks("- [ ] Smile\n", {2: "smile"}) is None
