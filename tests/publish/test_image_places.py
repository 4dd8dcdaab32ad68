from __future__ import annotations

from pathlib import Path

import pytest
from located import Location
from publish.image_places import header_place, image_places

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases") / "image_places.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_images_are_found_where_they_were_written(case: Case) -> None:
    article, addresses, expected = case.blocks
    places = image_places(article, "a.md", addresses.splitlines())
    assert [f"{place.line}:{place.column}" for place in places] == expected.split()


def test_an_image_of_the_header_is_found_there() -> None:
    text = "---\ntitle: A\nheader:\n  image: /images/a.png\n---\n![A](/images/a.png)\n"
    assert header_place(text, "a.md", "/images/a.png") == Location("a.md", 4, 10)
    assert header_place(text, "a.md", "b.png") == Location("a.md")


def test_an_image_of_the_header_is_not_found_within_another_word() -> None:
    text = "---\ntitle: My panda.png\nimage: a.png\n---\n"
    assert header_place(text, "a.md", "a.png") == Location("a.md", 3, 8)
