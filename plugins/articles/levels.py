"""Chosen titles -> guesses with their levels, among the real headings of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .blocks import Block
from .forms import Title
from .guess import Form, Guess
from .titles import Candidate
from .wording import is_closing, is_opening, is_stock

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the headings have come to.

    `real` is the level of the last real heading (1 before any), `section` that of the last section (0: none),
    `neutral` whether that is an introduction, a conclusion or none; `runs` holds (style, last number, level) of each
    numbering, the last to go on at the end, and `above` is the title right above if it has a number.
    """

    real: int = 1
    section: int = 0
    neutral: bool = True
    runs: tuple[tuple[str, int, int], ...] = ()
    above: Title | None = None


def headings(document: Sequence[Block], chosen: Sequence[Candidate]) -> Iterator[Guess]:
    """The guesses for the chosen titles, in order."""
    if not chosen:
        return
    by_block = {each.at: each for each in chosen}
    last_of = {each.title.style: each.at for each in chosen}
    place = _Place()
    for at, block in enumerate(document):
        if block.kind == "heading":
            place = _under_real(block)
        elif at in by_block:
            each = by_block[at]
            above = place.above
            inside = above and each.title.opens_under(above) and (at - 1 in by_block or last_of[above.style] > at)
            level, place = _level(each.title, place, bool(inside))
            yield _guess(each, level, len(chosen))


def _under_real(block: Block) -> _Place:
    first = block.first.lstrip()
    level = len(first) - len(first.lstrip("#")) if first.startswith("#") else 1 if "=" in block.lines[1] else 2
    text = first.strip("# ")
    return _Place(real=level, section=0 if level == 1 else level, neutral=is_opening(text) or is_closing(text))


def _level(title: Title, place: _Place, inside: bool) -> tuple[int, _Place]:
    """Sections are one below the last real heading (h2 without any); numbered titles one below their section.

    A numbering of another style `inside` that of the title above is one below it.
    Under an introduction or a conclusion numbered titles stand beside it; numbering that runs on after a conclusion
    keeps the level of the run it continues.
    """
    if not title.number:
        level = min(place.real + 1, DEEPEST)
        neutral = is_opening(title.title) or is_closing(title.title)
        runs = place.runs if is_closing(title.title) else ()
        return level, replace(place, section=level, neutral=neutral, runs=runs, above=None)
    earlier = next(((last, level) for style, last, level in place.runs if style == title.style), None)
    if inside and place.above and title.style != place.above.style:
        base = place.runs[-1][2] + 1
    elif earlier and (title.value[0] > earlier[0] or place.above):
        base = earlier[1]
    elif place.neutral:
        base = place.section or place.real + 1
    else:
        base = place.section + 1
    runs = (*(run for run in place.runs if run[0] != title.style), (title.style, title.value[0], base))
    return min(base + len(title.value) - 1, DEEPEST), replace(place, runs=runs, above=title)


def _guess(each: Candidate, level: int, count: int) -> Guess:
    title = each.title
    form: Form = "bold" if title.bold else "number" if title.number else "bare"
    reasons: dict[Form, str] = {
        "bold": "a whole line in bold",
        "number": f"a numbered title with text after it, one of {count} headings",
        "bare": "a usual heading with text after it"
        if is_stock(title.title)
        else "a line in title case with text after it",
    }
    markdown = f"{'#' * level} {_escaped(title.text)}{' ' + title.attributes if title.attributes else ''}"
    kind = "numbered" if title.number else "section"
    return Guess(each.block.start, kind, form, title.title, title.number, level, reasons[form], markdown)  # type: ignore[arg-type]


def _escaped(text: str) -> str:
    """The text so that ATX keeps it whole: a closing ``#`` would be taken for decoration."""
    bare = text.rstrip("#")
    return bare + text[len(bare) :].replace("#", r"\#")
