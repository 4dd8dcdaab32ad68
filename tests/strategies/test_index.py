"""The index of all strategies, and what an author wants of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import Severity
from strategies.directions import KEYS, read_directions
from strategies.index import make_index
from strategies.model import Entry, Kind, Strategy

from tests.cases import Case, read_cases
from tests.strategies.samples import strategy

SITE = (
    strategy("Follow Up", "one", date(2026, 1, 1), summary="Soon."),
    strategy("Follow up.", "two", date(2026, 2, 1)),
    strategy("Follow Up", "three", date(2026, 3, 1)),
    strategy("Write Back", "two"),
    strategy("Stay in Touch", "one"),
    strategy("Rest", "four", summary="Lie down."),
)


def index_of(text: str) -> dict[str, Entry]:
    directions, problems = read_directions(text, "content/strategies.yml")
    entries, more = make_index(SITE, directions)
    assert [*problems, *more] == []
    return {entry.id: entry for entry in entries}


def sources(entry: Entry) -> list[str]:
    return [each.id for each in entry.sources]


@pytest.mark.parametrize(
    "case", read_cases(Path(__file__).parent / "cases" / "directions.md"), ids=lambda case: case.title
)
def test_what_is_wrong_is_told_with_its_place(case: Case) -> None:
    text, expected = case.blocks
    directions, problems = read_directions(text, "s.yml")
    told = sorted([*problems, *make_index(SITE, directions)[1]])
    assert "\n".join(str(each).removeprefix("s.yml:") for each in told) == expected.strip().removeprefix("none")


def test_the_same_advice_in_several_articles_is_one_entry() -> None:
    entries = index_of("")
    assert list(entries) == ["follow-up", "rest", "stay-in-touch", "write-back"]
    entry = entries["follow-up"]
    assert sources(entry) == ["three--follow-up", "two--follow-up", "one--follow-up"]
    assert (entry.title, entry.summary, entry.kind) == ("Follow Up", "Soon.", Kind.STRATEGY)
    assert (entry.has_page, entry.url) == (True, "")


def test_advice_of_one_article_leads_there() -> None:
    entry = index_of("")["rest"]
    assert (entry.has_page, entry.url) == (False, "articles/four/#rest")


def test_the_same_title_twice_in_one_article_needs_no_page() -> None:
    entries, _ = make_index([strategy("Rest", "one"), strategy("Rest.", "one", kind=Kind.STRATEGY)])
    (entry,) = entries
    assert not entry.has_page


def test_a_benefit_is_no_source_of_advice() -> None:
    entries, _ = make_index([strategy("Rest", "one"), strategy("Rest", "two", kind=Kind.BENEFIT)])
    assert [entry.kind for entry in entries] == [Kind.STRATEGY, Kind.BENEFIT]
    assert entries[0].id == "rest"
    assert re.fullmatch("rest-[0-9a-f]{6}", entries[1].id)


def test_aliases_join_titles_and_single_strategies() -> None:
    entry = index_of("entries:\n  - entry: Stay in Touch\n    aliases: [Write Back, two--follow-up]\n")["stay-in-touch"]
    assert sources(entry) == ["two--follow-up", "one--stay-in-touch", "two--write-back"]
    assert entry.aliases == ("Write Back", "two--follow-up", "Follow up.")
    assert entry.title == "Stay in Touch"


def test_merging_takes_all_that_was_joined_and_said() -> None:
    text = """entries:
  - entry: Contact
    merge: [Stay in Touch]
    text: Ours.
  - entry: Stay in Touch
    aliases: Write Back
    merge: Rest
    text: More.
"""
    entries = index_of(text)
    assert list(entries) == ["contact", "follow-up"]
    contact = entries["contact"]
    assert sources(contact) == ["four--rest", "one--stay-in-touch", "two--write-back"]
    assert (contact.title, contact.text) == ("Contact", "Ours.\n\nMore.")
    assert set(contact.aliases) == {"Stay in Touch", "Write Back", "Rest"}


def test_splitting_makes_an_entry_of_one_strategy() -> None:
    entries = index_of("entries:\n  - entry: Follow Up\n    split: [three--follow-up]\n")
    assert sources(entries["follow-up"]) == ["two--follow-up", "one--follow-up"]
    assert sources(entries["three--follow-up"]) == ["three--follow-up"]


def test_renaming_changes_the_title_alone() -> None:
    entry = index_of("entries:\n  - entry: rest\n    rename: Rest Well\n")["rest"]
    assert (entry.title, entry.aliases) == ("Rest Well", ("Rest",))


def test_an_id_stays_when_its_entry_is_renamed() -> None:
    assert index_of("entries:\n  - entry: Rest\n    id: sleep\n    rename: Rest Well\n")["sleep"].title == "Rest Well"


def test_an_entry_may_be_named_by_the_id_of_a_strategy() -> None:
    entries = index_of("entries:\n  - entry: two--follow-up\n    id: second\n    rename: Call\n")
    assert sources(entries["second"]) == ["two--follow-up"]
    assert len(entries["follow-up"].sources) == 2


def test_hidden_entries_are_there_and_say_so() -> None:
    entry = index_of("entries:\n  - entry: Follow Up\n    hide: true\n    text: None.\n")["follow-up"]
    assert (entry.is_hidden, entry.has_page) == (True, False)


def test_text_of_its_own_makes_a_page() -> None:
    assert index_of("entries:\n  - entry: Rest\n    text: Ours.\n")["rest"].has_page


def test_a_written_id_is_not_taken_by_a_title() -> None:
    entries = index_of("entries:\n  - entry: Write Back\n    id: rest\n")
    assert sources(entries["rest"]) == ["two--write-back"]
    (other,) = (id for id in entries if id.startswith("rest-"))
    assert sources(entries[other]) == ["four--rest"]


@pytest.mark.parametrize(
    "others",
    [
        [strategy("Resume", "a"), strategy("Résumé", "a")],
        [strategy("Résumé", "z"), strategy("resume!", "m")],
        [strategy("Resume", "b", kind=Kind.BENEFIT), strategy("Résume", "a")],
    ],
    ids=["before", "after", "of another kind"],
)
@pytest.mark.parametrize("title", ["Resume", "Résumé", "Fâché", "C++", "???", "何か", "A & B"])
def test_an_id_does_not_depend_on_other_articles(title: str, others: list[Strategy]) -> None:
    def id_in(site: list[Strategy]) -> str:
        return next(each.id for each in make_index(site)[0] if "n--x" in sources(each))

    own = replace(strategy(title, "n"), id="n--x")
    assert id_in([own]) == id_in([own, *others]) == id_in([*others, own])


def test_a_plain_title_has_the_bare_id() -> None:
    entries, _ = make_index([strategy("Résumé", "a"), strategy("Resume", "b"), strategy("Don’t Rush & Wait", "c")])
    assert {entry.title: entry.id for entry in entries if entry.title != "Résumé"} == {
        "Resume": "resume",
        "Don’t Rush & Wait": "dont-rush-and-wait",
    }


def test_an_index_of_nothing_is_empty() -> None:
    assert make_index([]) == ((), ())


def test_synonyms_of_keys_are_no_keys() -> None:
    words = [word for known in KEYS.values() for word in known.split()]
    assert len(words) == len(set(words))
    assert not set(words) & KEYS.keys()


names = st.sampled_from(["Follow Up", "Rest", "Write Back", "New", "three--follow-up", "one--stay-in-touch", "gone"])
lists = st.lists(names, max_size=2)


@given(st.lists(st.tuples(names, lists, lists, lists), max_size=4))
def test_whatever_is_directed_no_strategy_is_lost_or_doubled(
    wanted: list[tuple[str, list[str], list[str], list[str]]],
) -> None:
    text = "entries:\n" + "".join(
        f"  - entry: {name}\n    aliases: {aliases}\n    merge: {merged}\n    split: {split}\n"
        for name, aliases, merged, split in wanted
    ).replace("'", "")
    directions, _ = read_directions(text, "s.yml")
    entries, _ = make_index(SITE, directions)
    ids = sorted(each.id for entry in entries for each in entry.sources)
    assert ids == sorted(each.id for each in SITE)
    assert len({entry.id for entry in entries}) == len(entries)


@given(st.permutations(SITE))
def test_the_order_of_articles_does_not_matter(site: list[object]) -> None:
    assert make_index(site) == make_index(SITE)  # type: ignore[arg-type]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    directions, problems = read_directions(text, "s.yml")
    assert directions == () or not problems or all(problem.where.line >= 1 for problem in problems)


KEPT = (strategy("Keep Still", "five"), strategy("Less Fear", "five", kind=Kind.BENEFIT))


@pytest.mark.parametrize(
    ("text", "key", "where"),
    [
        ("- entry: Keep still", "entry", 12),
        ("- entry: five--keep-still", "entry", 12),
        ("- entry: keep-still", "entry", 12),
        ("- entry: Less Fear", "entry", 12),
        ("- {entry: Rest, aliases: [Keep Still]}", "aliases", 29),
        ("- {entry: Rest, merge: [Keep Still]}", "merge", 27),
        ("- {entry: Rest, split: [five--keep-still]}", "split", 27),
    ],
)
def test_advice_that_is_not_published_may_be_named(text: str, key: str, where: int) -> None:
    directions, problems = read_directions(f"entries:\n  {text}\n", "s.yml")
    (found,) = make_index(SITE, directions, lambda: KEPT)[1]
    named = re.search(r"[KkLlf][a-z-]+[ -][A-Za-z-]+(?=\W|$)", text.partition("Rest")[2] or text[9:])
    assert named is not None
    assert (problems, found.severity) == ((), Severity.WARNING)
    assert str(found) == (
        f's.yml:2:{where}: "{key}" names a strategy of an article that is not published: "{named[0]}". '
        "It counts once the article is."
    )


def test_an_entry_that_is_not_published_may_be_merged() -> None:
    text = "entries:\n  - entry: Keep Still\n  - entry: Rest\n    merge: [Keep Still]\n"
    told = make_index(SITE, read_directions(text, "s.yml")[0], lambda: KEPT)[1]
    assert [(each.where.line, each.severity) for each in told] == [(2, Severity.WARNING)]


def test_what_is_not_published_is_asked_for_only_where_a_name_is_found_nowhere() -> None:
    def never() -> tuple[Strategy, ...]:
        raise AssertionError

    assert make_index(SITE, read_directions("entries:\n  - entry: Rest\n", "s.yml")[0], never)[1] == ()


def test_of_many_names_of_nothing_only_the_first_get_a_suggestion() -> None:
    text = "entries:\n" + "".join(f"  - entry: Rest {n}\n" for n in range(40))
    told = make_index(SITE, read_directions(text, "s.yml")[0])[1]
    assert [("Did you mean" in each.fix) for each in told] == [True] * 10 + [False] * 30
