from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish.drawings import nothing_to_see, svg_size

from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases") / "svg_size.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_drawing_has_the_size_it_says(case: Case) -> None:
    text, expected = case.blocks
    size = svg_size(text)
    assert (nothing_to_see(text) or (f"{size[0]} × {size[1]}" if size else "none")) == expected.strip()


@given(st.text(alphabet="<svg widtheBox=\"'0123.+-,>/ ", max_size=80))
def test_any_drawing_has_a_sensible_size_or_none(text: str) -> None:
    size = svg_size(f"<svg {text}")
    assert size is None or all(0 < side < 100_000 for side in size)


@given(st.lists(st.from_regex(r"[-+]?[0-9]{1,400}(\.[0-9]{1,3})?(e[-+]?[0-9]{1,4})?", fullmatch=True), max_size=6))
def test_any_numbers_give_a_sensible_size_or_none(numbers: list[str]) -> None:
    first, *rest = [*numbers, ""]
    size = svg_size(f'<svg width="{first}" viewBox="{" ".join(rest)}">')
    assert size is None or all(0 < side < 100_000 for side in size)


@pytest.mark.parametrize("side", ["", "width", "height"])
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_drawing_that_can_be_seen_is_never_said_to_be_nothing(side: str, width: int, height: int) -> None:
    said = f' {side}="{width}"' if side else ""
    svg = f'<svg{said} viewBox="-1 0 {width} {height}">'
    assert nothing_to_see(svg) == ""
