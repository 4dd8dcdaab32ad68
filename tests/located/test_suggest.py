"""The word that was probably meant, and no word where none was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import nearest

KNOWN = (
    "title", "date", "last_modified_at", "updated", "modified", "categories", "category", "tags", "author",
    "authors", "excerpt", "description", "summary", "published", "draft", "status", "permalink", "slug",
    "redirect_from", "aliases", "header", "image", "toc", "read_time", "related", "share", "comments", "layout",
    "lang", "ref", "series", "headings", "strategies", "level", "id", "text", "items", "why", "how",
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),
        ("titel", "title"),
        ("itle", "title"),
        ("Title", "title"),
        ("levle", "level"),
        ("dates", "date"),
        ("dtae", "date"),
        ("tag", "tags"),
        ("catagory", "category"),
        ("categorys", "category"),
        ("category ", "category"),
        ("athuor", "author"),
        ("autor", "author"),
        ("discription", "description"),
        ("pubilshed", "published"),
        ("perma-link", "permalink"),
        ("read time", "read_time"),
        ("readtime", "read_time"),
        ("last-modified-at", "last_modified_at"),
        ("lastmodified", "last_modified_at"),
        ("sumary", "summary"),
        ("stauts", "status"),
        ("slgu", "slug"),
        ("lagn", "lang"),
        ("title\u00a0", "title"),
    ],
)
def test_a_slip_of_the_hand_leads_to_the_word(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


@pytest.mark.parametrize(
    "word",
    ["subtitle", "tagline", "headline", "created", "keywords", "weight", "math", "css", "x", "di", "", "---", "日本"],
)
def test_another_word_leads_nowhere(word: str) -> None:
    assert nearest(word, KNOWN) is None


def test_a_synonym_goes_before_resemblance() -> None:
    assert nearest("update", ["updated", "modified"], {"Update": "modified"}) == "modified"
    assert nearest("priority", ["level", "title"], {"priority": "level"}) == "level"


def test_a_known_word_goes_before_a_synonym() -> None:
    assert nearest("Updated", ["updated", "modified"], {"updated": "modified"}) == "updated"


def test_a_synonym_of_an_unknown_word_leads_nowhere() -> None:
    assert nearest("priority", ["title"], {"priority": "level"}) is None


def test_the_nearest_of_several_is_taken() -> None:
    assert nearest("categorie", ["categories", "category"]) == "categories"
    assert nearest("authorss", ["author", "authors"]) == "authors"


def test_no_known_words_are_no_error() -> None:
    assert nearest("title", []) is None
    assert nearest("title", [""]) is None


@given(st.text(), st.lists(st.text()))
def test_only_known_words_are_suggested(word: str, known: list[str]) -> None:
    assert nearest(word, known) in [*known, None]


@given(st.sampled_from(KNOWN), st.data())
def test_two_swapped_letters_lead_to_a_word(word: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:index] + word[index + 1] + word[index] + word[index + 2 :]
    assert nearest(swapped, [word]) == (word if len(word) > 2 or swapped == word else None)
