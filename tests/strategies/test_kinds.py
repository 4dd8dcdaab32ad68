"""What a group of titles is: by its section, its article's title and how the titles are built."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.kinds import decide
from strategies.model import Kind

from tests.cases import Case, read_cases

FOLDER = Path(__file__).parent / "cases"
CASES = [
    *read_cases(FOLDER / "kinds.md"),
    *read_cases(FOLDER / "kinds_more.md"),
    *read_cases(FOLDER / "kinds_edges.md"),
    *read_cases(FOLDER / "kinds_causes.md"),
]
words = st.sampled_from(
    "Tips Benefits of the Mistakes Avoid Don't Plan your Reduces Improved Why How to ? Types 5 – 🙂 ’".split()
)
phrases = st.lists(words, max_size=6).map(" ".join) | st.text(max_size=20)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_group_has_the_kind_a_reader_would_give_it(case: Case) -> None:
    article, _, section = case.title.partition(" › ")
    titles, kind = case.blocks
    found = decide(titles.strip().split("\n"), "" if section == "—" else section, article)
    assert found.kind == kind.strip(), found.why


@pytest.mark.parametrize(
    ("section", "lang", "kind"),
    [
        ("Tipps für den Anfang", "de", Kind.STRATEGY),
        ("Zehn Gründe", "de", Kind.FACT),
        ("Conseils pratiques", "fr", Kind.STRATEGY),
        ("Tips", "ja", Kind.FACT),
    ],
)
def test_other_languages_are_judged_by_plain_words_alone(section: str, lang: str, kind: Kind) -> None:
    assert decide(["Plan Ahead", "Keep Notes"], section, "", lang).kind is kind


def test_variants_of_english_are_english() -> None:
    assert decide(["Plan Ahead", "Keep Notes"], "", "", "en-GB").kind is Kind.STRATEGY


@pytest.mark.parametrize(
    ("titles", "section", "article", "why"),
    [
        (["Clock", "Map"], "Tips for Walkers", "", 'the section says "Tips"'),
        (["Pack", "Avoid Crowds"], "", "Six Ways to Rest", 'the article\'s title says "Ways"'),
        (["Choose", "Ask"], "", "", "100 % of the titles read as instructions"),
        (["Red", "Choose It"], "", "", "only 50 % of the titles read as instructions"),
        (["Not Asking", "Ignoring Rain"], "", "", "most titles name what goes wrong"),
        (
            ["Don't Run", "Avoid Ice"],
            "Mistakes",
            "",
            'most titles say what not to do, although the section says "Mistakes"',
        ),
        (["Who?", "Where?"], "FAQ", "", 'it stands in "FAQ"'),
    ],
)
def test_it_says_in_plain_words_what_decided(titles: list[str], section: str, article: str, why: str) -> None:
    assert decide(titles, section, article).why == why


def test_sections_of_an_article_are_advice_only_when_most_say_so() -> None:
    assert decide(["Plan", "Rest"], "", "Tips", chapters=True).kind is Kind.FACT
    assert decide(["Plan Ahead", "Rest Well"], "", "", chapters=True).kind is Kind.STRATEGY
    assert decide(["Plan Ahead", "Rest Well"], "", "Types of Work", chapters=True).kind is Kind.FACT
    assert decide(["Don't Run", "Avoid Ice"], "", "Types of Work", chapters=True).kind is Kind.STRATEGY


@pytest.mark.parametrize(
    ("article", "kind"),
    [
        ("3 Tips", Kind.STRATEGY),
        ("Three Tips", Kind.STRATEGY),
        ("Thirty Tips", Kind.FACT),
        ("Tips for 2033", Kind.FACT),
        ("3 Benefits", Kind.BENEFIT),
    ],
)
def test_sections_that_the_title_counts_are_what_it_says(article: str, kind: Kind) -> None:
    assert decide(["Plan", "Rest", "Introduction", "Coupons"], "", article, chapters=True).kind is kind


@given(st.lists(phrases, min_size=1, max_size=8), phrases, phrases, st.booleans())
def test_any_titles_have_a_kind_and_a_reason(titles: list[str], section: str, article: str, chapters: bool) -> None:
    found = decide(titles, section, article, "en", chapters)
    assert found.kind in Kind
    assert found.why


@given(st.lists(phrases, min_size=1, max_size=8), phrases)
def test_the_order_of_the_titles_does_not_matter(titles: list[str], section: str) -> None:
    assert decide(titles, section, "") == decide(titles[::-1], section, "")
