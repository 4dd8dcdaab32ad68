"""What takes too long to convert."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from articles.limits import LENGTH, Excess, too_much
from hypothesis import given, settings
from hypothesis import strategies as st

TEXT = "See [the guide](https://example.org/a/b/c) and [more](../b/) in *this* paragraph of `text` & more[^{0}].\n\n"
REAL: dict[str, str] = {
    "a long article with thousands of links": "".join(TEXT.format(number) for number in range(2_300)),
    "a large table": "a | b | c\n--|---|---\n" + "1 | 2 | [3](4)\n" * 8_000,
    "a long list": "- an [item](b) of some length, with `code` in it\n" * 3_000,
    "much code": "```html\n" + "<a b='[c]'>d</a>\n" * 5_000 + "```\n",
    "many short pieces of code": "Run this:\n\n```sh\nls | wc\n```\n\n" * 2_000,
    "many marks in one paragraph": "*a* `b` **c** &amp; \\* " * 2_000,
    "many escaped brackets": "\\[ a " * 20_000,
    "closed brackets in closed brackets": "[[a]](b) " * 20_000,
    "round brackets in links": "[a](b(c)) (d) " * 15_000,
    "an open bracket in each of many paragraphs": "[a, and more text.\n\n" * 10_000,
    "many notes": "".join(f"a[^{number}]\n\n[^{number}]: b\n\n" for number in range(5_000)),
    "a table in code": "```\n" + "a|b|c\n" * 9_000 + "```\n",
    "verse": "one line after another\n" * 4_000,
}
SLOW: dict[str, tuple[Callable[[int], str], int, int, str]] = {
    # a text of so many, how many of them are fine, how many are not, and what is told
    "[": (lambda n: "a\n\n" + "[a " * n, 2_000, 5_000, "has brackets whose ends are 37,507,500 characters away"),
    "[]": (lambda n: "a\n\n" + "[" * n + "]" * n, 2_000, 5_000, "has brackets whose ends are 25,000,000 characters"),
    "](": (lambda n: "a\n\n" + "[a](" * n, 2_000, 5_000, "has brackets whose ends are 50,010,000 characters away"),
    "](()": (lambda n: "a\n\n" + "[a](b(c) " * n, 1_000, 4_000, "has brackets whose ends are 72,018,000 characters"),
    "tags": (lambda n: "a\n\n" + "<div>\n\n" * n, 10_000, 13_000, "has 13,000 HTML tags; the limit is 12,000"),
    "open tags": (
        lambda n: "a\n\n" + "<a " * n,
        3_000,
        5_000,
        "has 5,000 HTML tags without an end (>) in a text of this length; the limit is 3,332",
    ),
    "CDATA": (
        lambda n: "a\n\n" + "<![CDATA[ a\n" * n,
        400,
        1_000,
        "has 1,000 HTML tags without an end (>) in a text of this length; the limit is 416",
    ),
    "braces": (
        lambda n: "a\n\n" + "# " + "a {: " * n,
        7_000,
        9_000,
        "has braces in lines of 405,018,000 characters, a line counted for each; the limit is 300,000,000",
    ),
    "cells": (
        lambda n: "a\n\n" + "|a" * n + "\n" + "|-" * n + "\n" + "|a\n" * n,
        200,
        300,
        "has tables of 90,601 cells; the limit is 50,000",
    ),
    "lines": (
        lambda n: "a\n\n" + "# a\n" * n,
        4_500,
        5_500,
        "has 5,500 lines without a blank one between them; the limit is 5,000",
    ),
    "fences": (
        lambda n: "a\n\n" + "```\na\n```\n" * n,
        3_500,
        5_000,
        "has 10,000 lines that open or close code; the limit is 8,000",
    ),
    "references": (
        lambda n: "[^a]: b\n\n" + "a[^b] " * n,
        900,
        1_100,
        "has 1,100 references to the note [^b]; the limit is 1,000",
    ),
    "abbreviations": (
        lambda n: "a\n\n" + "*[a]: b\n" * n,
        900,
        1_100,
        "explains 1,100 abbreviations; the limit is 1,000",
    ),
    "paragraphs with abbreviations": (
        lambda n: "a\n\n" + "*[A]: b\n\n" + "a\n\n" * n,
        9_000,
        11_000,
        "explains abbreviations to look for in 11,002 paragraphs; the limit is 10,000",
    ),
    "marks": (
        lambda n: "a\n\n" + "`" * n,
        49_000,
        51_000,
        "has 51,000 marks (* _ ` \\ & and the like) in one paragraph; the limit is 50,000",
    ),
    "characters": (lambda n: "a" * n, LENGTH, LENGTH + 1, "has 300,001 characters; the limit is 300,000"),
}


@pytest.mark.parametrize("name", REAL)
def test_an_article_as_people_write_them_is_fine(name: str) -> None:
    assert too_much(REAL[name]) is None


@pytest.mark.parametrize("name", SLOW)
def test_slow_things_are_fine_up_to_their_limit(name: str) -> None:
    text, fine, *_ = SLOW[name]
    assert too_much(text(fine)) is None


@pytest.mark.parametrize("name", SLOW)
def test_more_of_them_is_told(name: str) -> None:
    text, _, many, what = SLOW[name]
    found = too_much(text(many))
    assert found is not None
    assert found.what.startswith(what)
    assert found.fix.endswith(".")


@pytest.mark.parametrize("name", [name for name in SLOW if name not in ("characters", "references")])
def test_the_place_is_that_of_the_worst(name: str) -> None:
    text, _, many, _ = SLOW[name]
    found = too_much("b\n\n" + text(many))
    assert found is not None
    assert found.at == (len("b\n\na\n\n") if name != "cells" else len("b\n\na\n\n") + 2 * many + 1)


def test_the_worst_paragraph_is_told_first() -> None:
    found = too_much("[a " * 1_000 + "\n\n" + "[b " * 4_000)
    assert found is not None
    assert found.at == 3_002


def test_things_that_are_fine_alone_can_be_too_much_together() -> None:
    parts = ["[a " * 2_200 + "\n\n", "# a\n" * 3_700]
    assert [too_much(part) for part in parts] == [None, None]
    expected = Excess(
        0,
        "has brackets whose ends are 7,263,300 characters away, taken together, "
        "beside much else that is slow to convert",
        r"Close them, or write \[ where no link is meant.",
    )
    assert too_much("".join(parts)) == expected


@given(
    st.text()
    | st.lists(st.sampled_from("[ ]( ( ) \\ \n\n < > <![CDATA[ | - ``` ~~~ [^a] *[ & # a".split(" "))).map("".join)
)
def test_any_short_text_is_fine(text: str) -> None:
    assert too_much(text) is None


@pytest.mark.parametrize("marks", ["[]()\\\n", "<>![CDATA/", "|-\n a", "`~\n", "[^]*:\n", "*_&\n "])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_long_text_is_weighed(marks: str, data: st.DataObject) -> None:
    text = data.draw(st.text(marks, min_size=1, max_size=40)) * 1_000
    found = too_much(text)
    assert found is None or 0 <= found.at < len(text)
