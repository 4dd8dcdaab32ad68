"""The text of a file -> front matter, body, address and problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles.reading import Address, Draft, read_article_address, read_draft
from hypothesis import given
from hypothesis import strategies as st
from located import Location, Severity

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "reading.md")
GOOD = "---\ntitle: A\ndate: 2024-03-05\n---\n"


def told(path: str, text: str) -> str:
    """What is known of an article, a line each; its problems if it has errors."""
    draft = read_draft(text, path, path.startswith("articles/"))
    lines = [str(problem) for problem in draft.problems]
    if not any(problem.severity is Severity.ERROR for problem in draft.problems):
        lines += _known(draft, read_article_address(draft, path))
    return "".join(line + "\n" for line in lines)


def _known(draft: Draft, address: Address) -> list[str]:
    fields = draft.fields
    known = {
        "title": fields.title,
        "date": fields.date,
        "tags": " | ".join(fields.tags),
        "slug": draft.slug,
        "url": address.url,
        "save_as": address.save_as,
        "aliases": " ".join(address.aliases),
        "implied": " ".join(address.implied),
        "decided at": address.where if address.save_as else "",
        "body at": draft.body_line,
    }
    return [f"{name}: {value}" for name, value in known.items() if value]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    path, text, expected = case.blocks
    assert told(path.strip(), text) == expected


@given(st.text())
def test_any_text_is_a_draft(text: str) -> None:
    draft = read_draft(text, "articles/a.md", True)
    assert isinstance(draft, Draft)
    assert text.replace("\r\n", "\n").replace("\r", "\n").endswith(draft.body)


@given(st.text("abc\n#*- "))
def test_the_body_starts_on_the_line_that_is_told(body: str) -> None:
    draft = read_draft(GOOD + body, "articles/a.md", True)
    assert (draft.body, draft.body_line) == (body, 5)
    assert draft.problems == ()


@given(
    st.sampled_from(["categories", "category", "slug", "title"]),
    st.text(min_size=1),
    st.sampled_from(["/:categories/:title/", "/:slug.html", "pretty", ""]),
)
def test_an_article_without_problems_has_an_address_inside_the_site(key: str, value: str, permalink: str) -> None:
    import json

    header = {"title": '"A"', "date": "2024-03-05", "permalink": f'"{permalink}"', key: json.dumps(value)}
    text = "---\n" + "".join(f"{name}: {said}\n" for name, said in header.items()) + "---\nText."
    path = "articles/2024-03-05-a b.md"
    draft = read_draft(text, path, True)
    if draft.problems:
        return
    address = read_article_address(draft, path)
    for each in (address.url, *address.aliases, *address.implied):
        assert not each.startswith("/")
        assert not {".", ".."} & set(each.split("/"))


def test_what_takes_too_long_to_convert_is_told_where_it_begins() -> None:
    (problem,) = read_draft(GOOD + "Text.\n\nSee " + "[a " * 10_000, "articles/a.md", True).problems
    assert problem.where == Location("articles/a.md", 7, 5)
    assert problem.what.startswith("has brackets whose ends are")


def test_every_old_address_has_its_place() -> None:
    header = "redirect_from: [/a/, /, https://old.example/b]\naliases: [/c/, a]\n"
    draft = read_draft(GOOD.replace("---\n", f"---\n{header}", 1), "articles/a.md", True)
    places = read_article_address(draft, "articles/a.md").aliases
    assert {alias: (place.line, place.column) for alias, place in places.items()} == {
        "a/": (2, 17),
        "/": (2, 22),
        "b/": (2, 25),
        "c/": (3, 11),
    }
