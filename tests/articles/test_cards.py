"""Neighbours, relations, series, years, terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from articles.cards import RELATED, all_series, common_spelling, neighbours, related, terms, years
from articles.model import Card, Link, Term
from hypothesis import given
from hypothesis import strategies as st

FIRST = datetime(2024, 1, 1, tzinfo=UTC)


def card(at: int, tags: Sequence[str] = (), category: str = "") -> Card:
    """The card of the article of day `at`."""
    links = tuple(Link(tag, f"tags/{tag}/") for tag in tags)
    kind = Link(category, f"categories/{category}/") if category else None
    return Card(f"{at}", f"articles/{at}/", FIRST + timedelta(at), None, "", 1, kind, links, "", "", "en")


def titles(cards: Sequence[Card]) -> list[str]:
    return [each.title for each in cards]


def test_neighbours_are_the_next_older_and_the_next_newer() -> None:
    new, middle, old = card(3), card(2), card(1)
    assert neighbours([new, middle, old]) == [(middle, None), (old, new), (None, middle)]


@pytest.mark.parametrize(("cards", "expected"), [([], []), ([card(1)], [(None, None)])])
def test_a_lone_article_has_no_neighbours(cards: list[Card], expected: list[object]) -> None:
    assert neighbours(cards) == expected


def test_a_rare_tag_relates_more_than_a_common_one() -> None:
    cards = [card(0, ["common", "rare"]), *(card(at, ["common"]) for at in range(1, 5)), card(9, ["rare"])]
    assert titles(related(cards)[0]) == ["9", "1", "2"]


def test_more_that_is_shared_relates_more() -> None:
    cards = [card(0, "ab", "c"), card(1, "a"), card(2, "ab"), card(3, "ab", "c"), card(4, (), "c")]
    assert titles(related(cards)[0])[:2] == ["3", "2"]


def test_of_equals_the_nearest_in_time_is_related() -> None:
    cards = [card(at, ["a"]) for at in range(6)]
    assert titles(related(cards)[4]) == ["3", "5", "2"]


def test_what_shares_nothing_is_not_related() -> None:
    assert related([card(0, ["a"]), card(1, ["b"]), card(2)]) == [(), (), ()]


@given(st.lists(st.tuples(st.sets(st.sampled_from("abc")), st.sampled_from(["", "x", "y"])), max_size=12))
def test_related_articles_are_others_that_share_something(given_: list[tuple[set[str], str]]) -> None:
    cards = [card(at, sorted(tags), category) for at, (tags, category) in enumerate(given_)]
    for own, found in zip(cards, related(cards), strict=True):
        assert len(found) <= RELATED
        assert own not in found
        assert len(set(found)) == len(found)
        assert all(set(own.tags) & set(each.tags) or own.category == each.category for each in found)


def test_the_parts_of_a_series_run_from_the_oldest() -> None:
    one, two, other = card(1), card(2), card(3)
    found = all_series([("A", two), ("B", other), ("A", one)])
    assert (found["A"][two.url].position, found["A"][two.url].parts) == (2, (one, two))
    assert (found["B"][other.url].position, found["B"][other.url].parts) == (1, (other,))


@given(st.lists(st.integers(0, 2_000), unique=True))
def test_years_and_their_articles_run_from_the_newest(days: list[int]) -> None:
    found = years([card(at) for at in days])
    assert all(newer.year > older.year for newer, older in pairwise(found))
    shown = [each for year in found for each in year.cards]
    assert titles(shown) == [str(at) for at in sorted(days, reverse=True)]
    assert all(each.date and each.date.year == year.year for year in found for each in year.cards)


def test_terms_are_counted_and_sorted_by_name() -> None:
    given_ = [("b", "b", "tags/b/"), ("a", "A", "tags/a/"), ("b", "b", "tags/b/")]
    assert terms(given_) == (Term("A", "a", "tags/a/", 1), Term("b", "b", "tags/b/", 2))


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (["email", "Email", "email"], "email"),
        (["email", "Email"], "Email"),
        (["Email", "email"], "Email"),
        (["a"], "a"),
    ],
)
def test_the_spelling_most_articles_use_wins(names: list[str], name: str) -> None:
    assert common_spelling(names) == name
