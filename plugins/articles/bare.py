"""Bare lines that read as titles, where the document shows that its author writes headings so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .bare_lines import bare_title, like_them, said_once
from .blocks import Block
from .forms import Lead
from .titles import LONGEST_LINE, Candidate, below
from .wording import introduces_a_list, is_prose, is_stock, is_title_case

SPEECH = ('"', "“", "«", "„", "— ", "– ", "‘")


def bare_titles(
    document: Sequence[Block], leads: dict[int, Lead], numbered: Sequence[Candidate], bold: Sequence[Candidate]
) -> list[Candidate]:
    """The bare lines that are headings: none without evidence, in dialogue, or where real headings do the work."""
    titled = {each.at for each in (*numbered, *bold)}
    lines = [each for each in _candidates(document) if each.at not in titled]
    found = said_once([each for each in lines if is_stock(each.title.title) or is_title_case(each.title.title)])
    shown = any(is_stock(each.title.title) for each in (*found, *bold))
    kept = [each for each in found if _introduces(each, document, leads, titled, shown)]
    if _real_headings_do_the_work(document, len(kept)) or _is_dialogue(document) or _is_a_list(found, document):
        return []
    others = max(len(numbered), len(leads), len(bold))
    if _is_verse(document):
        kept = [each for each in kept if is_stock(each.title.title)]
    else:
        kept += like_them(kept, lines, document, leads, others)
    evidence = others >= 2 or any(is_stock(each.title.title) for each in kept)
    return kept if evidence or len(kept) >= 3 else []


def _candidates(document: Sequence[Block]) -> Iterator[Candidate]:
    for at, block in enumerate(document):
        # A final colon introduces what follows, and text right below makes it the first line of a paragraph.
        if len(block.lines) > 1 or len(block.first) > LONGEST_LINE or block.first.rstrip().endswith(":"):
            continue
        if title := bare_title(at, document):
            yield Candidate(at, block, title, False)


def _introduces(
    each: Candidate, document: Sequence[Block], leads: dict[int, Lead], titled: set[int], shown: bool
) -> bool:
    """Does a sentence follow, or a title or run-in already recovered? Where stock headings are `shown`, more may."""
    after = below(each.at, document)
    if after is None:
        return False
    if each.at + 1 in titled or after.start in leads:
        return True
    if after.kind == "prose":
        return is_prose(after.text) and len(after.text) > len(each.title.title)
    if after.kind in ("list", "number"):
        return introduces_a_list(each.title.title) or (shown and _has_paragraphs(after, document))
    return shown and after.kind in ("table", "quote", "code", "html") and not after.first[0].isspace()


def _has_paragraphs(item: Block, document: Sequence[Block]) -> bool:
    """Does an indented paragraph follow the list item?"""
    after = below(document.index(item), document)
    return after is not None and after.first[:2].isspace()


def _real_headings_do_the_work(document: Sequence[Block], bare: int) -> bool:
    """A title in the text (one ``#``) is no section, and one heading among several bare ones is an afterthought."""
    real = sum(block.kind == "heading" and not block.first.startswith("# ") for block in document)
    return real > 1 or (real == 1 and bare < 3)


def _is_a_list(found: Sequence[Candidate], document: Sequence[Block]) -> bool:
    """Are most blocks such lines: names, places, verses of one line?"""
    return len(found) * 2 > len(document) + 1


def _is_verse(document: Sequence[Block]) -> bool:
    """Are most lines of prose short ones, broken by their author?"""
    prose = [block for block in document if block.kind == "prose"]
    broken = sum(len(block.lines) for block in prose if len(block.lines) > 1 and _is_broken(block))
    return broken * 2 > sum(len(block.lines) for block in prose)


def _is_broken(block: Block) -> bool:
    if len(block.lines[-1]) > 100:
        return False
    lengths = [len(line.strip()) for line in block.lines[:-1]]
    return max(lengths) < 60 or all(line.endswith(("  ", "\\")) for line in block.lines[:-1])


def _is_dialogue(document: Sequence[Block]) -> bool:
    """Do a third of the paragraphs open with speech?"""
    prose = [block for block in document if block.kind == "prose"]
    return sum(block.first.lstrip().startswith(SPEECH) for block in prose) * 3 >= max(len(prose), 3)
