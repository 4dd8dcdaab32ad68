"""Which bare lines could be titles by their looks, and which are titles only where others of the document are.

Weak looks are a final colon, a paragraph right below, a list below, sentence case: each is common in text that is no
title, so the document has to show a usual heading (Introduction, Conclusion, …) and three titles in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .blocks import Block
from .forms import Lead, Title, read_title
from .titles import LONGEST_LINE, Candidate, below, reads_as_title
from .wording import folded, is_call, is_label, is_note, is_prose, is_quoted, is_stock, is_title_case, words

LONG_PARAGRAPH = 100  # an unbroken line beyond this was not cut by the width of a page or a verse


def bare_title(at: int, document: Sequence[Block]) -> Title | None:
    """The first line of a block as a bare title, if it has the looks of one."""
    line = document[at].first
    if document[at].kind != "prose" or len(line) > LONGEST_LINE or line[0].isspace():
        return None
    title = read_title(line)
    if title is None or title.bold or title.number or not reads_as_title(title):
        return None
    if is_note(title.title) or is_call(title.title) or is_quoted(title.title) or title.title.endswith("!"):
        return None
    return None if at and _signs_off(document[at - 1]) else title


def _signs_off(block: Block) -> bool:
    """Is it the short line with a comma that stands above a signature?"""
    return len(block.lines) == 1 and len(block.first) < 40 and block.first.rstrip().endswith(",")


def said_once(found: list[Candidate]) -> list[Candidate]:
    """The candidates without those that come twice, which are speakers, and without all in capitals beside such."""
    said = Counter(folded(each.title.title) for each in found if not is_stock(each.title.title))
    twice = {name for name, count in said.items() if count > 1}
    shouted = any(each.title.title.isupper() for each in found if folded(each.title.title) in twice)
    return [
        each
        for each in found
        if is_stock(each.title.title)
        or not (folded(each.title.title) in twice or (shouted and each.title.title.isupper()))
    ]


def like_them(
    kept: Sequence[Candidate],
    lines: Sequence[Candidate],
    document: Sequence[Block],
    leads: dict[int, Lead],
    others: int,
) -> list[Candidate]:
    """The lines of weak looks that are titles beside those `kept` and `others` of other forms."""
    settled = {each.at for each in kept}
    left = [each for each in lines if each.at not in settled]
    weak = [
        *said_once([each for each in left if _is_capital(each.title) and _heads_a_list(each, document)]),
        *_above_text(document),
    ]
    if all(is_stock(each.title.title) for each in kept):
        weak += _with_colon(document, leads)
    stock = any(is_stock(each.title.title) for each in (*kept, *weak))
    if stock and len(kept) + others + sum(_counts(each.title) for each in weak) >= 3:
        return weak or _in_sentence_case(kept, left, document)
    return _in_sentence_case(kept, left, document) if stock and not weak else []


def _is_capital(title: Title) -> bool:
    return is_stock(title.title) or is_title_case(title.title)


def _counts(title: Title) -> bool:
    """Is it more than one word, or a usual heading? Recipes have lists below single words."""
    return is_stock(title.title) or len(words(title.title)) > 1


def _heads_a_list(each: Candidate, document: Sequence[Block]) -> bool:
    """Does a list stand right below, and the end of a paragraph, of a list or of another title above?"""
    after = below(each.at, document)
    before = document[each.at - 1] if each.at else None
    if after is None or after.kind not in ("list", "number") or before is None:
        return False
    return before.kind in ("list", "number") or is_prose(before.text)


def _above_text(document: Sequence[Block]) -> list[Candidate]:
    """Titles with their paragraph right below, no blank line between."""
    found = []
    for at, block in enumerate(document):
        if len(block.lines) < 2 or len(block.lines[1]) < LONG_PARAGRAPH or block.first.rstrip().endswith(":"):
            continue
        title = bare_title(at, document)
        if title and _is_capital(title) and len(block.lines[1]) > 2 * len(block.first) and is_prose(block.lines[1]):
            found.append(Candidate(at, block, title, True))
    return said_once(found)


def _with_colon(document: Sequence[Block], leads: dict[int, Lead]) -> list[Candidate]:
    """Titles with a final colon and a paragraph or run-ins below, where no title but a usual one is without."""
    return said_once([each for each in _colons(document) if _opens_section(each, document, leads)])


def _colons(document: Sequence[Block]) -> Iterator[Candidate]:
    for at, block in enumerate(document):
        if len(block.lines) > 1 or not block.first.rstrip().endswith(":"):
            continue
        title = bare_title(at, document)
        if title and _is_capital(title) and _counts(title) and not is_label(title.title):
            yield Candidate(at, block, title, False)


def _opens_section(each: Candidate, document: Sequence[Block], leads: dict[int, Lead]) -> bool:
    after = below(each.at, document)
    if after is None or after.start in leads:
        return after is not None
    return after.kind == "prose" and is_prose(after.text) and len(after.text) > 3 * len(each.title.title)


def _in_sentence_case(
    kept: Sequence[Candidate], left: Sequence[Candidate], document: Sequence[Block]
) -> list[Candidate]:
    """Short lines between two paragraphs, where every title but the usual ones is written like this; two at least."""
    if any(_counts(each.title) and not is_stock(each.title.title) for each in kept):
        return []
    found = said_once([each for each in left if 1 < len(words(each.title.title)) <= 9 and _parts(each, document)])
    return found if sum(not each.title.title.endswith("?") for each in found) > 1 else []


def _parts(each: Candidate, document: Sequence[Block]) -> bool:
    """Does it stand between two paragraphs, the one below far longer than itself?"""
    around = (*document[max(each.at - 1, 0) : each.at], *document[each.at + 1 : each.at + 2])
    if len(around) < 2 or not all(block.kind == "prose" and is_prose(block.text) for block in around):
        return False
    return len(around[-1].text) > 3 * len(each.title.title)
