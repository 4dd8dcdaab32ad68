"""What takes too long to convert, told before it is tried.

Python-Markdown (3.11) needs time that grows with the square of some things: four thousand open brackets in a paragraph
take five seconds, forty thousand ten minutes. Each rule weighs one of them against what takes about two seconds; the
weights of all rules together may not pass 1. Articles that people write weigh next to nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LENGTH = 300_000
BRACKETS = 10_000_000
TAGS = 12_000
OPEN_TAGS = 50_000_000
BRACES = 300_000_000
CELLS = 50_000
LINES = 5_000
FENCES = 8_000
REFERENCES = 1_000
ABBREVIATIONS = 1_000
SEARCHED = 10_000
MARKS = 50_000
USUAL_LENGTH = 20_000
USUAL_COUNT = 150  # with so few of each, nothing can be slow
SLIGHT = 50  # below this part of its limit nothing is weighed

BLANK = re.compile(r"\n[ \t]*\n")
BRACKET = re.compile(r"\\[^\n]|\[|\]\(|[\]()]")
OPEN_TAG = re.compile(r"<!\[CDATA\[|<(?=[A-Za-z!?/])(?![^<>]*>)")
FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.M)
REFERENCE = re.compile(r"\[\^([^\]\n]{1,100})\]")
ABBREVIATION = re.compile(r"^ {0,3}\*\[", re.M)
MARK = re.compile(r"[\\*_`~&<\[\"']|  \n")


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too much: where it begins (an index), what it is, what to do."""

    at: int
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much there is of one thing, against its limit (a weight of 1)."""

    weight: float
    at: int
    what: str
    limit: int
    fix: str


def too_much(text: str) -> Excess | None:
    """What makes a text take too long to convert; None if nothing does."""
    if len(text) < USUAL_LENGTH and all(text.count(mark) < USUAL_COUNT for mark in "[<{|\n"):
        return None  # most articles: 3 µs
    weighed = [found for rule in RULES if (found := rule(text))]
    if sum(each.weight for each in weighed) <= 1:
        return None
    worst = max(weighed, key=lambda each: each.weight)
    beside = f"; the limit is {worst.limit:,}" if worst.weight > 1 else ", beside much else that is slow to convert"
    return Excess(worst.at, worst.what + beside, worst.fix)


# --- the rules, each cheap where there is little to weigh ------------------------------------------------


def _length(text: str) -> Weighed | None:
    if len(text) <= LENGTH:
        return None
    return Weighed(2, 0, f"has {len(text):,} characters", LENGTH, "Split the article.")


def _brackets(text: str) -> Weighed | None:
    """From every bracket, the whole paragraph is searched for its end."""
    if text.count("[") * len(text) * SLIGHT < BRACKETS:
        return None
    searched = list(_searched(text))
    total = sum(length for _, length in searched)
    at = max(searched, key=lambda each: each[1])[0]
    what = f"has brackets whose ends are {total:,} characters away, taken together"
    return Weighed(total / BRACKETS, at, what, BRACKETS, r"Close them, or write \[ where no link is meant.")


def _searched(text: str) -> Iterator[tuple[int, int]]:
    """For each paragraph with brackets, the first of them and over how many characters their ends are searched for."""
    for start, end in _paragraphs(text):
        first = text.find("[", start, end)
        if first >= 0:
            yield first, _searched_from(text, first, end)


def _searched_from(text: str, start: int, end: int) -> int:
    squares: list[int] = []
    rounds: list[int] = []  # where those of links open; the others stand at the end, and count for nothing
    length = 0
    for found in BRACKET.finditer(text, start, end):
        mark, at = found[0], found.start()
        if mark == "[":
            squares.append(at)
        elif mark[0] == "]" and squares:
            length += at - squares.pop()
        if mark[-1] == "(":
            rounds.append(at if mark == "](" else end)
        elif mark == ")" and rounds:
            length += max(at - rounds.pop(), 0)
    return length + sum(end - at for at in (*squares, *rounds))


def _tags(text: str) -> Weighed | None:
    count = text.count("<")
    if count * SLIGHT < TAGS:
        return None
    what = f"has {count:,} HTML tags"
    return Weighed((count / TAGS) ** 2, text.index("<"), what, TAGS, "Split the article.")


def _open_tags(text: str) -> Weighed | None:
    """From every tag without an end, the rest of the text is searched for it; for CDATA, many times."""
    if text.count("<") * len(text) * SLIGHT < OPEN_TAGS:
        return None
    found = list(OPEN_TAG.finditer(text))
    if not found:
        return None
    weight = sum(10 if len(each[0]) > 1 else 1 for each in found) * len(text) / OPEN_TAGS
    what = f"has {len(found):,} HTML tags without an end (>) in a text of this length"
    return Weighed(
        weight, found[0].start(), what, int(len(found) / weight), "Close them, or write &lt; for the sign itself."
    )


def _braces(text: str) -> Weighed | None:
    """From every brace, the rest of its line is searched for an attribute list."""
    if text.count("{") * len(text) * SLIGHT < BRACES:
        return None
    lengths = [line.count("{") * len(line) for line in text.split("\n")]
    total, line = sum(lengths), lengths.index(max(lengths))
    what = f"has braces in lines of {total:,} characters, a line counted for each"
    return Weighed(total / BRACES, _start(text, line), what, BRACES, "Break the line.")


def _cells(text: str) -> Weighed | None:
    """Rows that are shorter than the first one get cells, too."""
    if text.count("|") * text.count("\n") * SLIGHT < CELLS:
        return None
    tables = list(_tables(text.split("\n")))
    cells = sum(columns * rows for _, columns, rows in tables)
    if not cells:
        return None
    line, *_ = max(tables, key=lambda each: each[1] * each[2])
    what = f"has tables of {cells:,} cells"
    return Weighed(cells / CELLS, _start(text, line), what, CELLS, "Put the data in a file to download.")


def _tables(lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """The second line of each table, its columns and its rows."""
    rows_from, columns = len(lines), 0
    for number, line in enumerate([*lines, ""]):
        if columns and not line.strip():
            yield rows_from, columns, number - rows_from
            columns = 0
        elif not columns and "|" in line and "-" in line and not line.strip(" \t>|:-"):
            rows_from, columns = number, line.count("|") + 1


def _lines(text: str) -> Weighed | None:
    """What has no blank line in it is looked at again from its start for each heading, rule and line break."""
    if text.count("\n") * SLIGHT < LINES:
        return None
    runs = list(_runs(text.split("\n")))
    weight = sum((end - start) ** 2 for start, end in runs) / LINES**2
    if not weight:
        return None
    start, end = max(runs, key=lambda run: run[1] - run[0])
    what = f"has {end - start:,} lines without a blank one between them"
    return Weighed(weight, _start(text, start), what, LINES, "Leave blank lines between paragraphs.")


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Lines without a blank one between them that are neither in a table nor in fenced code: from, up to."""
    start, fence = 0, ""
    for number, line in enumerate([*lines, ""]):
        mark = line.lstrip(" \t>")[:3]
        if mark in ("```", "~~~") and fence in ("", mark):
            fence = "" if fence else mark
        if fence or "|" in line or not line.strip():
            if number > start:
                yield start, number
            start = number + 1


def _fences(text: str) -> Weighed | None:
    if (text.count("```") + text.count("~~~")) * SLIGHT < FENCES:
        return None
    found = list(FENCE.finditer(text))
    what = f"has {len(found):,} lines that open or close code"
    return Weighed(len(found) / FENCES, found[0].start() if found else 0, what, FENCES, "Split the article.")


def _references(text: str) -> Weighed | None:
    """Each reference to a note leads to all others of it."""
    if text.count("[^") * SLIGHT < REFERENCES:
        return None
    counts = Counter(found[1] for found in REFERENCE.finditer(text))
    if not counts:
        return None
    ((name, count),) = counts.most_common(1)
    weight = sum(each * each for each in counts.values()) / REFERENCES**2
    what = f"has {count:,} references to the note [^{name}]"
    return Weighed(weight, text.index(f"[^{name}]"), what, REFERENCES, "Refer to it where it is needed.")


def _abbreviations(text: str) -> Weighed | None:
    if text.count("*[") * SLIGHT < ABBREVIATIONS:
        return None
    found = list(ABBREVIATION.finditer(text))
    what = f"explains {len(found):,} abbreviations"
    return Weighed(
        (len(found) / ABBREVIATIONS) ** 2,
        found[0].start() if found else 0,
        what,
        ABBREVIATIONS,
        "Take some of them out.",
    )


def _searched_for_abbreviations(text: str) -> Weighed | None:
    """With a single one to look for, each paragraph is looked up among all others."""
    count = text.count("\n\n")
    if count * SLIGHT < SEARCHED or not (found := ABBREVIATION.search(text)):
        return None
    what = f"explains abbreviations to look for in {count:,} paragraphs"
    return Weighed((count / SEARCHED) ** 2, found.start(), what, SEARCHED, "Take them out, or split the article.")


def _marks(text: str) -> Weighed | None:
    """Each mark that means something has the rest of its paragraph copied."""
    if len(text) < MARKS:
        return None
    at, most, weight = 0, 0, 0.0
    for start, end in _paragraphs(text):
        if (end - start) * SLIGHT >= MARKS:
            count = len(MARK.findall(text, start, end))
            weight += (count / MARKS) ** 2
            if count > most:
                at, most = text.index(text[start:end].lstrip()[:1], start), count
    what = f"has {most:,} marks (* _ ` \\ & and the like) in one paragraph"
    return Weighed(weight, at, what, MARKS, "Leave blank lines between paragraphs.") if weight else None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in BLANK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _start(text: str, line: int) -> int:
    """Where a line (from 0) of a text begins."""
    return sum(len(each) + 1 for each in text.split("\n")[:line])


RULES: tuple[Callable[[str], Weighed | None], ...] = (
    _length,
    _brackets,
    _tags,
    _open_tags,
    _braces,
    _cells,
    _lines,
    _fences,
    _references,
    _abbreviations,
    _searched_for_abbreviations,
    _marks,
)
