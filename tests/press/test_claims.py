from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.claims import Claims, Owner, address, same_name, unfit

A = Owner("content/articles/a.md", ("content/articles/a.md", 1, 1), written=True, fix="slug")
B = Owner("content/articles/b.md", ("content/articles/b.md", 4, 7), written=True, fix="slug")
TAG = Owner('the tag "C++"', ("content/articles/c.md", 1, 1))
OLD = Owner("content/articles/a.md", ("content/articles/a.md", 6, 3), written=True)
FEED = Owner("the feed feeds/all.xml")
IMAGE = Owner("content/images/x.png", ("content/images/x.png", 1, 1))


def said(first: tuple[str, Owner], second: tuple[str, Owner]) -> str:
    claims = Claims()
    assert claims.take(*first) is None
    problem = claims.take(*second)
    return "" if problem is None else str(problem)


def test_two_articles_at_one_address_name_both() -> None:
    assert said(("articles/x/index.html", A), ("articles/x/index.html", B)) == (
        "content/articles/b.md:4:7: wants the address /articles/x/, which content/articles/a.md has. "
        "Give one of them another slug."
    )


def test_a_clash_with_an_article_is_told_at_the_article_whoever_came_first() -> None:
    expected = (
        'content/articles/a.md:1:1: wants the address /tags/c/, which the tag "C++" has. Give one of them another slug.'
    )
    assert said(("tags/c/index.html", A), ("tags/c/index.html", TAG)) == expected
    assert said(("tags/c/index.html", TAG), ("tags/c/index.html", A)) == expected


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_articles_it_is_told_at_the_one_that_writes_its_address_down(turn: int) -> None:
    claims = [("articles/X/index.html", B), ("articles/x/index.html", A)][::turn]
    assert said(*claims) == (
        "content/articles/b.md:4:7: wants the address /articles/X/, which content/articles/a.md has. "
        "Give one of them another slug."
    )


@pytest.mark.parametrize("turn", [1, -1])
def test_an_old_address_gives_way_to_a_page(turn: int) -> None:
    claims = [("x/index.html", B), ("x/index.html", OLD)][::turn]
    assert said(*claims) == (
        "content/articles/a.md:6:3: wants the address /x/, which content/articles/b.md has. "
        "Give one of them another address."
    )


def test_files_without_an_author_are_named_in_the_sentence() -> None:
    assert said(("feeds/all.xml", TAG), ("feeds/all.xml", FEED)) == (
        'the feed feeds/all.xml wants the address /feeds/all.xml, which the tag "C++" has. '
        "Give one of them another address."
    )


def test_a_copied_file_is_told_at_itself() -> None:
    assert said(("x.png", FEED), ("x.png", IMAGE)) == (
        "content/images/x.png:1:1: wants the address /x.png, which the feed feeds/all.xml has. "
        "Give one of them another address."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Readme.html", "README.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("straße.html", "STRASSE.html"),
        ("a//b.html", "a/b.html"),
        ("a/./b.html", "a/b.html"),
        ("a/x/../b.html", "a/b.html"),
    ],
)
def test_names_that_some_file_system_takes_for_the_same_clash(first: str, second: str) -> None:
    assert "wants the address" in said((first, A), (second, B))


@pytest.mark.parametrize(("first", "second"), [("a", "a/index.html"), ("a/index.html", "a"), ("A/b/c", "a/B")])
def test_a_file_and_a_folder_of_one_name_clash(first: str, second: str) -> None:
    assert "wants the address" in said((first, A), (second, B))


def test_neighbours_do_not_clash() -> None:
    claims = Claims()
    paths = ["a/index.html", "a/b/index.html", "ab/index.html", "a.html", "index.html"]
    assert [claims.take(path, A) for path in paths] == [None] * 5


@pytest.mark.parametrize(
    "path", ["../output-evil/x", "/etc/x", "a/../../x", "..", ".", "", "a\x00b", "a\nb", "a\\b", "x" * 256, "é" * 128]
)
def test_a_path_that_is_none_inside_the_site_is_refused(path: str) -> None:
    problem = Claims().take(path, A)
    assert problem is not None
    assert problem.where == A.where
    assert problem.text.startswith("wants the address ")
    assert problem.text.isprintable()


def test_a_name_of_exactly_the_longest_length_is_taken() -> None:
    assert Claims().take("x" * 255, A) is None


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_what_is_fit_stays_inside_the_output(path: str) -> None:
    if not unfit(path):
        joined = Path(posixpath.normpath(f"/out/{path}"))
        assert joined != Path("/out")
        assert joined.is_relative_to("/out")


@given(st.text())
def test_a_name_that_was_made_the_same_stays_as_it_is(text: str) -> None:
    assert same_name(same_name(text)) == same_name(text)


def test_addresses_are_shown_as_readers_type_them() -> None:
    shown = [address(p) for p in ("index.html", "articles/x/index.html", "404.html", "myindex.html")]
    assert shown == ["/", "/articles/x/", "/404.html", "/myindex.html"]
