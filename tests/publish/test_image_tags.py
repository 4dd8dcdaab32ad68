from __future__ import annotations

from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.image_tags import image_tags, replaced, with_attributes

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases") / "image_tags.md")
SOUP = st.text(alphabet="<img srcaltpiue/>!-'\"= \n&;", max_size=60)
PIECES = st.lists(
    st.sampled_from(['<img src="a.png">', "<img alt=x src=b.png />", "<p>", "text", "<!--", "-->"]) | SOUP
)
NAMES = st.sampled_from(["src", "alt", "width", "class", "data-x", "hidden", "SRC", "title"])
VALUES = st.text(alphabet="ab 1/<>&'\"=é", max_size=8)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_images_of_the_html_are_found(case: Case) -> None:
    html, expected = case.blocks
    assert [tag.src for tag in image_tags(html)] == expected.split()


def test_a_picture_around_an_image_is_known() -> None:
    html = '<img src="a"><picture><source srcset="x"><img src="b"></picture></picture><img src="c">'
    assert [tag.in_picture for tag in image_tags(html)] == [False, True, False]


def test_the_text_before_an_image_is_counted_without_tags_and_folds() -> None:
    [tag] = image_tags('<h2 class="long long long">12  34</h2>\n\n   <p>5<img src="a"></p>')
    assert tag.text_before == len("12 34") + len("5")


@given(PIECES.map("".join))
def test_all_but_the_images_stays_byte_for_byte(html: str) -> None:
    tags = list(image_tags(html))
    assert replaced(html, [(tag, html[tag.start : tag.end]) for tag in tags]) == html
    pieces = replaced(html, [(tag, "\0") for tag in tags]).split("\0")
    ends = [(0, 0), *((tag.start, tag.end) for tag in tags), (len(html), 0)]
    assert pieces == [html[a[1] : b[0]] for a, b in pairwise(ends)]


@given(st.lists(st.tuples(NAMES, VALUES)), st.dictionaries(NAMES.map(str.lower), VALUES), VALUES, st.booleans())
def test_a_tag_reads_as_it_was_but_for_what_was_changed_and_added(
    said: list[tuple[str, str]], added: dict[str, str], src: str, is_closed: bool
) -> None:
    written = " ".join(f'{name}="{escape(value)}"' for name, value in said)
    [tag] = image_tags(f"<img {written}{' /' if is_closed else ''}>")
    changed = {"src": src} if "src" in tag.attributes else {}
    result = with_attributes(tag, changed, added)
    [again] = image_tags(result)
    assert again.attributes == {**added, **tag.attributes, **changed}
    assert result.endswith(" />" if is_closed else ">")


def test_what_the_author_wrote_stays_as_it_was_written() -> None:
    [tag] = image_tags("<img  CLASS='a'\n src=a.png alt=\"A &amp; B\" hidden />")
    assert with_attributes(tag, {"src": "b.png"}, {"width": "3"}) == (
        '<img  CLASS=\'a\'\n src="b.png" alt="A &amp; B" hidden width="3" />'
    )
