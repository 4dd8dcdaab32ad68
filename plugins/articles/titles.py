"""Numbered titles and whole lines of bold: which of the lines that have the form are headings in this document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .blocks import Block
from .forms import ROMAN, Lead, Title, read_title
from .wording import (
    END_MARK,
    folded,
    is_label,
    is_latin,
    is_name,
    is_note,
    is_part_of_song,
    is_prose,
    is_sentence,
    is_short,
    is_stock,
    is_title_case,
    plain,
    without_symbols,
    words,
)

NUMERAL = re.compile(rf"(?:\d{{1,3}}|{ROMAN})[.)]?")  # alone it parts a poem or a story
PICTURE = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)\s*)+|\{%.*%\}|<img[^>]*>")
LONGEST_LINE = 160  # a line beyond this is no title, whatever it opens with


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block, by its place in the document, whose first line could be a title; `strict`: prose follows it."""

    at: int
    block: Block
    title: Title
    strict: bool


def candidates(document: Sequence[Block], leads: dict[int, Lead]) -> Iterator[Candidate]:
    """Blocks that open with what could be a numbered or bold title."""
    for at, block in enumerate(document):
        if block.kind not in ("prose", "number") or block.start in leads or len(block.first) > LONGEST_LINE:
            continue
        title = read_title(block.first)
        if title is None or not (title.number or title.bold) or not reads_as_title(title):
            continue
        rest = " ".join(block.lines[1:])
        if rest and (title.bold or not _opens_prose(block.lines[1]) or not _stands_apart(title, block)):
            continue
        if not rest and not _has_room(at, document):
            continue
        text = rest or _text_below(at, document, title)
        yield Candidate(at, block, title, is_prose(text) and len(plain(text)) > len(title.title))


def below(at: int, document: Sequence[Block]) -> Block | None:
    """The block that follows, attribute lists and pictures passed over."""
    return next((block for block in _after(at, document) if not PICTURE.fullmatch(block.text)), None)


def _after(at: int, document: Sequence[Block]) -> Iterator[Block]:
    return (document[later] for later in range(at + 1, len(document)) if document[later].kind != "definition")


def _text_below(at: int, document: Sequence[Block], title: Title) -> str:
    """The paragraph that follows; below a title in title case, a list, a quote or a table may come first."""
    after = below(at, document)
    if after and after.kind in ("list", "quote", "table") and is_title_case(title.title):
        after = next((block for block in _after(at, document) if block.kind not in (after.kind, "code")), None)
    return after.text if after and after.kind == "prose" else ""


def reads_as_title(title: Title) -> bool:
    """Could it be a title by its wording alone?"""
    text = without_symbols(plain(title.title))
    if title.bold and title.number and len(words(text)) <= 8:
        text = text.removesuffix(".")
    if not text or not is_latin(text) or not is_short(text) or is_sentence(text) or is_name(text):
        return False
    if NUMERAL.fullmatch(text):
        return False
    if title.bold:
        return bool(title.number) or not (is_label(text) or is_note(text))
    if END_MARK.search(text) and not text.endswith("!"):
        return False
    return text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘$"


def _has_room(at: int, document: Sequence[Block]) -> bool:
    """Is it no line of an address, a verse or a stack of bold lines? Only prose or a list may touch a title."""
    block = document[at]
    above = document[at - 1] if at else None
    if above and above.kind == "prose" and above.end == block.start:
        return False
    after = document[at + 1] if at + 1 < len(document) else None
    return not after or after.start > block.end or after.kind != "prose" or is_prose(after.text)


def _opens_prose(line: str) -> bool:
    """Does a line right below a title go on as a paragraph, neither indented nor a title or an item itself?"""
    title = read_title(line)
    return not line[:2].isspace() and title is not None and not (title.number or title.bold)


def _stands_apart(title: Title, block: Block) -> bool:
    """Is the first line of a paragraph cut short by its author, not by the width of the page?"""
    following = block.lines[1].strip()
    return is_title_case(title.title) and len(following) > 2 * len(block.first) and following[:1].isupper()


# --- numbered titles -----------------------------------------------------------------------------------


def outside_lists(document: Sequence[Block], leads: dict[int, Lead], found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are no items of real lists."""
    beside = {each.at: each for each in found if each.title.number}
    return [each for each in found if not (each.title.number and _in_a_list(each, document, beside, leads))]


def numbered_titles(document: Sequence[Block], found: list[Candidate]) -> list[Candidate]:
    """Titles of one style that follow one another, prose after two of them at least."""
    beside = {each.at: each for each in found}
    kept: list[Candidate] = []
    for style in dict.fromkeys(each.title.style for each in found):
        group = [each for each in found if each.title.style == style]
        proven = [each for each in group if each.strict or each.title.bold or _holds_another(each, beside)]
        if len(proven) >= 2 and _is_run(group):
            kept += [each for each in group if each.strict or each.at + 1 < len(document)]
    return kept


def _holds_another(each: Candidate, beside: dict[int, Candidate]) -> bool:
    """Does the first title of a numbering inside its own follow at once?"""
    after = beside.get(each.at + 1)
    return after is not None and after.strict and after.title.opens_under(each.title)


def _is_run(group: Sequence[Candidate]) -> bool:
    """Do two of them follow one another: 1 and 2, 3 and 3.1, 3.2 and 4; or, counting down, 2 and 1; or always 1?

    Letters, which may be initials, begin with A.
    """
    if group[0].title.style == "letter" and not _is_alphabet(group):
        return False
    return any(
        (later[:-1] == value[:-1] and abs(later[-1] - value[-1]) == 1)
        or later in ((*value, 1), (value[0] + 1,))
        or value == later == (1,)
        for value, later in pairwise(each.title.value for each in group)
    )


def _is_alphabet(group: Sequence[Candidate]) -> bool:
    """Are the letters numbers, not initials? Two short titles may be names: "A. Smith", "B. Jones"."""
    names = all(is_name(each.title.text) and not each.title.bold for each in group)
    return group[0].title.value == (1,) and (len(group) > 2 or not names)


def _in_a_list(
    each: Candidate, document: Sequence[Block], beside: dict[int, Candidate], leads: dict[int, Lead]
) -> bool:
    """Is it an item of a real list: next to another number, or followed by an indented block?"""
    if each.block.kind != "number" and each.title.bold:
        return False
    after = document[each.at + 1] if each.at + 1 < len(document) else None
    if after is not None and len(each.block.lines) == 1:
        if after.first[:2].isspace() or after.first.startswith("\t"):
            return True
        if _goes_on(each, after, beside, leads):
            return True
    before = document[each.at - 1] if each.at else None
    if before is None or before.kind != "number" or before.start in leads:
        return False
    above = beside.get(each.at - 1)
    return not (above and (len(before.lines) > 1 or each.title.opens_under(above.title)))


def _goes_on(each: Candidate, after: Block, beside: dict[int, Candidate], leads: dict[int, Lead]) -> bool:
    """Does the next item of a list follow, and not a title inside this one or in bold?"""
    follows = beside.get(each.at + 1)
    if follows is None:
        return after.kind == "number" and after.start not in leads
    in_bold = follows.title.bold and follows.block.kind != "number"
    return not (in_bold or follows.title.opens_under(each.title))


# --- bold lines ----------------------------------------------------------------------------------------


def bold_titles(
    document: Sequence[Block], found: Sequence[Candidate], numbered: Sequence[Candidate]
) -> list[Candidate]:
    """Whole lines of bold that something follows; one said three times over is a speaker or a label."""
    taken = {each.at for each in numbered}
    left = [each for each in found if each.at not in taken and below(each.at, document)]
    if len(left) == 1 and not taken and _may_be_emphasis(left[0].title.title):
        return []
    said = Counter(folded(each.title.title) for each in left)
    sung = sum(is_part_of_song(each.title.title) for each in left) > 1
    return [
        each
        for each in left
        if (said[folded(each.title.title)] < 3 or is_stock(each.title.title))
        and not (sung and is_part_of_song(each.title.title))
        and not (each.title.style == "letter" and is_name(each.title.text))
    ]


def _may_be_emphasis(text: str) -> bool:
    """The only bold line of an article: is it a statement rather than a title?"""
    return len(words(text)) > 6 and not is_title_case(text) and not is_stock(text) and not text.endswith("?")
