"""Every key of the field table, with its meaning and with what can be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as fields_of
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from articles.fields import SYNONYMS, TABLE, Fields, read_fields
from articles.values import NAME_LIMIT, TITLE_LIMIT, Alias
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Mapping, Node, Problem, Scalar, Sequence, compose

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "fields.md")
HERE = Location("x.md")

# Keys that themes and generators read: Minimal Mistakes, Chirpy, al-folio, Jekyll's plugins, Hugo, Hexo, Eleventy,
# Astro, Gatsby, Docusaurus, and what authors keep for themselves.
OF_THEMES = """
layout share comments comment classes sidebar toc_sticky toc_label toc_icon author_profile share_title subtitle
tagline gallery feature_row feature feature_image excerpt_separator defer sitemap search robots canonical_url
canonical locale head head_extra footer footer_scripts hidden pin pinned sticky top math mermaid katex mathjax weight
type id key keywords translations entries_layout show_date template source links link cover cover_image image_alt alt
thumbnail thumb photo banner hero heroImage og_image twitter card media video audio podcast duration transcript rating
rate event events venue price currency location place city country lat long lng map start end time hours week words
level order position number index menu parent children collection section sections bookCollapseSection linkTitle
layoutClass hideToc showToc tocopen draftReason noindex nofollow isCJKLanguage outputs resources cascade headless
expiryDate updatedDate markup mainSections eleventyNavigation eleventyExcludeFromCollections pagination featured
popular promoted sponsor sponsored license copyright credits credit editor translator reviewer reviewers contributors
bio avatar uid uuid rev rel version edition isbn doi publisher journal year month day data file files images album
code language languages mode style styles css js script scripts font color colors theme icon icons button buttons cta
hook note notes todo stage stages state states update text body content stats usage target package
""".split()


def said(header: str, pelican: bool = False) -> tuple[str, str]:
    """What a header says, a field a line, and what is wrong with it."""
    node, problems = compose(header, "x.md")
    assert isinstance(node, Mapping) and not problems
    found, problems = read_fields(node, pelican)
    names = [each.name for each in fields_of(Fields) if each.name not in ("places", "extra")]
    empty = Fields()
    lines = [
        f"{name}: {_shown(getattr(found, name))}" for name in names if getattr(found, name) != getattr(empty, name)
    ]
    if found.extra:
        lines.append("extra: " + " | ".join(map(": ".join, found.extra)))
    return _lines(lines), _lines(map(str, problems))


def _lines(lines: Iterable[str]) -> str:
    return "".join(line + "\n" for line in lines)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return " | ".join(map(_shown, value)) or "()"
    if isinstance(value, Alias):
        return value.address
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    header, fields, *problems = case.blocks
    assert said(header) == (fields, "".join(problems))


def test_every_key_of_the_table_has_a_case() -> None:
    headers = "\n".join(case.blocks[0] for case in CASES).casefold().replace("-", "_")
    assert [key for key in TABLE if f"{key}:" not in headers] == []


@pytest.mark.parametrize("key", OF_THEMES)
def test_a_key_of_a_theme_is_not_called_misspelt(key: str) -> None:
    header = Mapping(((Scalar("title", HERE), Scalar("A", HERE)), (Scalar(key, HERE), Scalar("x", HERE))), HERE)
    assert read_fields(header)[1] == ()


@pytest.mark.parametrize("key", OF_THEMES)
def test_a_key_of_a_theme_is_kept_as_text(key: str) -> None:
    header = Mapping(((Scalar(key, HERE), Scalar("x", HERE)),), HERE)
    assert read_fields(header)[0].extra == ((key.casefold(), "x"),)


def test_another_word_for_a_key_leads_to_a_key() -> None:
    assert {each for each in SYNONYMS.values() if each not in TABLE} == set()


def test_a_title_has_a_limit() -> None:
    assert said(f"title: {'a' * TITLE_LIMIT}")[1] == ""
    assert said(f"title: {'a' * 100_000}") == (
        "",
        'x.md:1:8: "title" has 100,000 characters; the limit is 500. Shorten it; the text belongs below the front '
        "matter.\n",
    )


def test_a_name_has_a_limit() -> None:
    assert said(f"tags: [{'a' * NAME_LIMIT}]")[1] == ""
    assert "has 101 characters; the limit is 100" in said(f"tags: [{'a' * (NAME_LIMIT + 1)}]")[1]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("tags: follow up, email", "tags: follow up | email\n"),
        ("tags: follow up", "tags: follow up\n"),
        ("category: Work Life", "categories: Work Life\n"),
    ],
)
def test_pelicans_own_headers_split_lists_at_commas_alone(header: str, fields: str) -> None:
    assert said(header, pelican=True) == (fields, "")


def test_a_field_knows_where_it_was_said() -> None:
    node, _ = compose("title: A\nredirect_from:\n  - /a/\n", "x.md", first_line=2)
    assert isinstance(node, Mapping)
    found, _ = read_fields(node)
    assert found.places == {"title": Location("x.md", 2, 8), "aliases": Location("x.md", 4, 3)}


def test_every_old_address_knows_where_it_was_said() -> None:
    node, _ = compose("redirect_from:\n  - /a/\n  - /b/\naliases: c/\n", "x.md")
    assert isinstance(node, Mapping)
    assert read_fields(node)[0].aliases == (
        Alias("a/", Location("x.md", 2, 5)),
        Alias("b/", Location("x.md", 3, 5)),
        Alias("c/", Location("x.md", 4, 10)),
    )


def test_a_field_that_is_not_missed_is_no_reason_to_doubt_another_key() -> None:
    header = Mapping(((Scalar("created", HERE), Scalar("2024-01-01", HERE)),), HERE)
    assert read_fields(header, not_missed=("date",))[1] == ()
    assert [problem.what for problem in read_fields(header)[1]] == ['unknown key "created"']


scalars = st.builds(Scalar, st.text() | st.sampled_from(["", "2024-01-01", "/a/", "true", "en"]), st.just(HERE))
nodes: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: (
        st.builds(Sequence, st.lists(inner, max_size=3).map(tuple), st.just(HERE))
        | st.builds(Mapping, st.lists(st.tuples(scalars, inner), max_size=3).map(tuple), st.just(HERE))
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*TABLE, *SYNONYMS]) | st.text(max_size=12), nodes, max_size=5))
def test_any_header_gives_fields_and_problems_of_one_line(pairs: dict[str, Node]) -> None:
    header = Mapping(tuple((Scalar(key, HERE), value) for key, value in pairs.items()), HERE)
    found, problems = read_fields(header)
    assert isinstance(found, Fields)
    assert all(isinstance(each, Problem) and "\n" not in str(each) for each in problems)
