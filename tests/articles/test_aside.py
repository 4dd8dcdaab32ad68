"""Values put aside in a file: whoever asks gets what was set."""

from __future__ import annotations

import copy
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from articles.aside import SHORTEST, Aside, AsideFile, Put, bytes_text, text_bytes
from articles.keeping import bytes_outline, outline_bytes
from articles.model import Outline, RunIn, Section
from hypothesis import given
from hypothesis import strategies as st

LONG = "“Words”, and more of them. " * SHORTEST


class Held:
    text = Aside("text", lambda held: held.file, text_bytes, bytes_text)
    outline = Aside("outline", lambda held: held.file, outline_bytes, bytes_outline)

    def __init__(self, file: AsideFile | None) -> None:
        self.file = file


@pytest.fixture
def held(tmp_path: Path) -> Held:
    return Held(AsideFile(tmp_path))


def is_aside(held: Held, name: str = "text") -> bool:
    return type(vars(held)[name]) is Put


@given(texts=st.lists(st.text(st.characters()), max_size=5))
def test_what_was_set_is_what_is_got(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    file = AsideFile(tmp_path_factory.getbasetemp())
    several = [Held(file) for _ in texts]
    for each, text in zip(several, texts, strict=True):
        each.text = text * SHORTEST
    assert [each.text for each in several] == [text * SHORTEST for text in texts]


def test_a_long_text_is_put_aside_and_may_be_changed(held: Held) -> None:
    held.text = LONG
    assert is_aside(held)
    held.text = f"{held.text}!"
    assert held.text == f"{LONG}!"
    del held.text
    assert not hasattr(held, "text")


@pytest.mark.parametrize("value", ["Short.", None, 7, [LONG]])
def test_what_is_short_or_no_text_stays(held: Held, value: Any) -> None:
    held.text = value
    assert held.text is value


def test_half_a_character_comes_back(held: Held) -> None:
    held.text = "\ud800" * SHORTEST
    assert held.text == "\ud800" * SHORTEST


def test_an_outline_comes_back_equal(held: Held) -> None:
    run_in = RunIn("a", "A", "1", LONG, ("strategy",), (("when", "soon"),))
    section = Section("b", "2. B", "B", "2", 2, "bold", "One.", (LONG,), (run_in,), ())
    outline = Outline((LONG,), (run_in,), (section,))
    held.outline = outline
    assert is_aside(held, "outline")
    assert held.outline == outline


def test_without_a_file_all_stays_in_memory() -> None:
    held = Held(None)
    held.text = LONG
    assert held.text is LONG


def test_on_a_full_disk_all_stays_in_memory(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    held.text = LONG
    monkeypatch.setattr(os, "pwrite", lambda *given: len(given[1]) // 2)
    other = Held(held.file)
    other.text = LONG[::-1]
    assert not is_aside(other)
    monkeypatch.undo()
    third = Held(held.file)
    third.text = LONG.upper()
    assert [held.text, other.text, third.text] == [LONG, LONG[::-1], LONG.upper()]


def test_what_a_forked_process_sets_is_its_own(held: Held) -> None:
    held.text = LONG
    child = os.fork()
    if child == 0:
        before, held.text = held.text, LONG.upper()
        os._exit(0 if (before, held.text) == (LONG, LONG.upper()) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    other = Held(held.file)
    other.text = LONG.lower()
    assert [held.text, other.text] == [LONG, LONG.lower()]


def test_it_is_pickled_as_the_value_itself(held: Held) -> None:
    held.text = LONG
    restored = pickle.loads(pickle.dumps(held))
    assert (restored.text, restored.file) == (LONG, None)
    assert copy.copy(held).text == LONG


def test_what_was_never_set_is_told_as_ever(held: Held) -> None:
    with pytest.raises(AttributeError, match="'Held' object has no attribute 'text'"):
        _ = held.text
    with pytest.raises(AttributeError):
        del held.text
    assert getattr(held, "outline", None) is None
