"""Lines of an article -> guesses at the headings its author meant, each with its line, level and reason.

Pure: text in, guesses out. Precision comes before recall: a list, a recipe, a poem, a dialogue keeps its lines. A
guess rests on the form of the line (`forms`), on its wording (`wording`) and on the document around it: numbered
titles need each other, bare lines need evidence that this author writes headings that way at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from .blocks import Block, blocks
from .forms import Lead, Title, read_lead, read_title
from .wording import (
    END_MARK,
    folded,
    is_closing,
    is_label,
    is_latin,
    is_name_or_note,
    is_opening,
    is_prose,
    is_sentence,
    is_short,
    is_stock,
    is_title_case,
    plain,
    words,
)

Kind = Literal["section", "numbered", "run-in", "repeat", "dirt"]
LONGEST_LINE = 160  # a line beyond this is no title, whatever it opens with
STRAY_BOLD = ("**", "__", r"\*\*")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line is taken for.

    `line` counts from 0; `level` is 1 to 6, or 0 for what is no heading (a run-in, a repeated title, a stray mark);
    `markdown` is the line as Markdown says it, or "" where the line goes away.
    """

    line: int
    kind: Kind
    form: Literal["bare", "number", "bold", ""]
    title: str
    number: str
    level: int
    reason: str
    markdown: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block whose first line could be a title; `after` is the text that follows it, `strict` that prose does."""

    at: int
    block: Block
    title: Title
    strict: bool


def recover(lines: Sequence[str], title: str = "") -> tuple[Guess, ...]:
    """The guesses for a document, in order of line. `title` is the article's own, which a first line may repeat."""
    cleaned = list(lines)
    gone = [*_stray_marks(cleaned), *_repeated_title(cleaned, title)]
    for guess in gone:
        cleaned[guess.line] = ""
    document = list(blocks(cleaned))
    leads = _leads(document)
    found = list(_candidates(document, leads))
    numbered = _numbered(document, leads, [each for each in found if each.title.number])
    bold = _bold(document, [each for each in found if each.title.bold], numbered)
    bare = _bare(document, leads, numbered, bold)
    chosen = sorted([*numbered, *bold, *bare], key=lambda found: found.at)
    return tuple(sorted([*gone, *_headings(document, chosen), *_run_ins(leads)], key=lambda guess: guess.line))


def rewrite(lines: Sequence[str], guesses: Sequence[Guess]) -> list[str]:
    """The lines with every guess written as Markdown; as many lines as before."""
    out = list(lines)
    for guess in guesses:
        out[guess.line] = guess.markdown
    return out


# --- what goes away ------------------------------------------------------------------------------


def _stray_marks(lines: Sequence[str]) -> Iterator[Guess]:
    """Lines of nothing but an opening ``**`` that is never closed in their block."""
    if not any(line.strip() in STRAY_BOLD for line in lines if len(line) < 8):
        return
    for block in blocks(lines):
        if block.kind == "prose" and block.first.strip() in STRAY_BOLD:
            mark = block.first.strip().replace("\\", "")
            if sum(line.replace("\\", "").count(mark) for line in block.lines[1:]) % 2 == 0:
                yield Guess(block.start, "dirt", "", "", "", 0, "a stray mark of bold with nothing to close", "")


def _repeated_title(lines: Sequence[str], title: str) -> Iterator[Guess]:
    first = next(blocks(lines), None)
    if first and first.kind in ("prose", "number") and len(first.lines) == 1 and folded(title):
        found = read_title(first.first)
        if found and folded(title) in (folded(found.text), folded(found.title)):
            yield Guess(first.start, "repeat", "", found.title, "", 0, "repeats the article's title", "")


# --- run-ins: "1. Title: text" -------------------------------------------------------------------------


def _leads(document: Sequence[Block]) -> dict[int, Lead]:
    """The run-ins by line: list items in a run of at least two, each opening with its own title."""
    items = [item for block in document for item in _items(block)]
    found = {line: lead for line, _, lead in items if lead}
    real = any(block.kind == "heading" for block in document)
    kept: dict[int, Lead] = {}
    for run in _runs(items):
        inside = [found[line] for line, _ in run if line in found]
        if all(lead.bold for lead in inside) or (not real and len(inside) * 5 >= len(run) * 4):
            kept |= {line: found[line] for line, _ in run if line in found}
    return kept


def _items(block: Block) -> Iterator[tuple[int, int, Lead | None]]:
    """(line, number, run-in or None) of every numbered line of a block."""
    if block.kind not in ("number", "prose"):
        return
    for offset, line in enumerate(block.lines):
        lead = read_lead(line)
        if lead and (block.kind == "number" or offset == 0) and _reads_as_lead(lead):
            yield block.start + offset, int(lead.number), lead
        elif block.kind == "number" and (title := read_title(line)) and title.value and not title.bold:
            yield block.start + offset, title.value[0], None


def _reads_as_lead(lead: Lead) -> bool:
    name, count = plain(lead.title), len(words(lead.text))
    if not is_latin(name) or not (name[:1].isupper() or name[:1].isdigit() or name[:1] in "\"'“‘"):
        return False
    if lead.bold:
        return count >= 2 and not is_sentence(name) and len(words(name)) <= 16
    said = count >= 8 or (count >= 4 and END_MARK.search(plain(lead.text)) is not None)
    return said and len(words(name)) <= 10 and not is_sentence(name)


def _runs(items: Sequence[tuple[int, int, Lead | None]]) -> Iterator[list[tuple[int, int]]]:
    """Numbered lines whose numbers follow one another, in runs that hold at least two run-ins."""
    run: list[tuple[int, int]] = []
    leads = 0
    for line, number, lead in [*items, (-1, -1, None)]:
        if run and number != run[-1][1] + 1:
            if leads >= 2:
                yield run
            run, leads = [], 0
        run.append((line, number))
        leads += lead is not None


def _run_ins(leads: dict[int, Lead]) -> Iterator[Guess]:
    for line, lead in leads.items():
        reason = f"item {lead.number} of a list whose items open with a title"
        yield Guess(
            line,
            "run-in",
            "bold" if lead.bold else "number",
            lead.title,
            lead.number,
            0,
            reason,
            lead.markdown,
        )


# --- numbered titles -----------------------------------------------------------------------------------


def _numbered(document: Sequence[Block], leads: dict[int, Lead], found: list[_Candidate]) -> list[_Candidate]:
    """Numbered titles: at least two of a style that follow one another and are followed by prose."""
    found = [each for each in found if not _in_a_list(each, document, found, leads)]
    kept: list[_Candidate] = []
    for style in dict.fromkeys(each.title.style for each in found):
        group = [each for each in found if each.title.style == style]
        if _is_run([each for each in group if each.strict or each.title.bold]):
            kept += [each for each in group if each.strict or _may_follow(each, document)]
    return kept


def _is_run(group: Sequence[_Candidate]) -> bool:
    values = [each.title.value for each in group]
    return any(
        (later[:-1] == value[:-1] and later[-1] == value[-1] + 1) or later == (*value, 1) or later == (value[0] + 1,)
        for value, later in pairwise(values)
    )


def _in_a_list(
    each: _Candidate, document: Sequence[Block], found: Sequence[_Candidate], leads: dict[int, Lead]
) -> bool:
    """Is it an item of a real list: next to another number, or followed by an indented block?"""
    if each.block.kind != "number" and each.title.bold:
        return False
    beside = {other.at: other.title for other in found}
    after = document[each.at + 1] if each.at + 1 < len(document) else None
    if after is not None and len(each.block.lines) == 1:
        if after.first[:2].isspace() or after.first.startswith("\t"):
            return True
        follows = beside.get(each.at + 1)
        if follows and len(follows.value) > len(each.title.value):
            return False
        if (after.kind == "number" and after.start not in leads) or follows:
            return True
    before = document[each.at - 1] if each.at else None
    if before is None or before.kind != "number" or before.start in leads:
        return False
    above = beside.get(each.at - 1)
    return not (above and (len(before.lines) > 1 or len(above.value) < len(each.title.value)))


def _may_follow(each: _Candidate, document: Sequence[Block]) -> bool:
    """May a title that no prose follows stand in a run of titles that prose does follow?"""
    return each.at + 1 < len(document) and (each.title.bold or is_title_case(each.title.title))


def _candidates(document: Sequence[Block], leads: dict[int, Lead]) -> Iterator[_Candidate]:
    """Blocks that open with what could be a numbered or bold title."""
    for at, block in enumerate(document):
        if block.kind not in ("prose", "number") or block.start in leads or len(block.first) > LONGEST_LINE:
            continue
        title = read_title(block.first)
        if title is None or not (title.number or title.bold) or not _reads_as_title(title):
            continue
        rest = " ".join(block.lines[1:])
        if rest and (not _opens_prose(block.lines[1]) or not (title.bold or _stands_apart(title, block))):
            continue
        text = rest or (document[at + 1].text if at + 1 < len(document) and document[at + 1].kind == "prose" else "")
        yield _Candidate(at, block, title, is_prose(text) and len(plain(text)) > len(title.title))


def _opens_prose(line: str) -> bool:
    """Does a line right below a title go on as a paragraph, neither indented nor a title or an item itself?"""
    title = read_title(line)
    return not line[:2].isspace() and title is not None and not (title.number or title.bold)


def _stands_apart(title: Title, block: Block) -> bool:
    """Is the first line of a paragraph cut short by its author, not by the width of the page?"""
    following = block.lines[1].strip()
    return is_title_case(title.title) and len(following) > 2 * len(block.first) and following[:1].isupper()


def _reads_as_title(title: Title) -> bool:
    text = plain(title.title)
    if not is_latin(text) or not is_short(text) or is_sentence(text) or is_name_or_note(text):
        return False
    if title.bold:
        return not (is_label(text) and not title.number)
    if END_MARK.search(text) and not text.endswith("!"):
        return False
    return text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘$"


# --- bold lines ----------------------------------------------------------------------------------------


def _bold(document: Sequence[Block], bold: Sequence[_Candidate], numbered: Sequence[_Candidate]) -> list[_Candidate]:
    """Whole lines of bold that something follows; one said three times over is a speaker or a label."""
    taken = {each.at for each in numbered}
    found = [each for each in bold if each.at not in taken]
    said = Counter(folded(each.title.title) for each in found)
    return [
        each
        for each in found
        if (len(each.block.lines) > 1 or _has_text_after(each.at, document))
        and (said[folded(each.title.title)] < 3 or is_stock(each.title.title))
    ]


def _has_text_after(at: int, document: Sequence[Block]) -> bool:
    return any(block.kind not in ("rule", "definition") for block in document[at + 1 : at + 3])


# --- bare lines ----------------------------------------------------------------------------------------


def _bare(
    document: Sequence[Block],
    leads: dict[int, Lead],
    numbered: Sequence[_Candidate],
    bold: Sequence[_Candidate],
) -> list[_Candidate]:
    """Bare lines that read as titles, where the document shows that its author writes headings so."""
    if any(block.kind == "heading" for block in document) or _is_verse(document) or _is_dialogue(document):
        return []
    titled = {each.at for each in (*numbered, *bold)}
    found = [each for each in _bare_candidates(document) if each.at not in titled]
    kept = [each for each in found if _introduces(each, document, leads, titled)]
    shown = any(is_stock(each.title.title) for each in kept) or len(numbered) >= 2 or len(leads) >= 2 or len(bold) >= 2
    if not (shown or len(kept) >= 3) or len(found) * 2 > len(document) + 1:
        return []
    return kept


def _bare_candidates(document: Sequence[Block]) -> Iterator[_Candidate]:
    for at, block in enumerate(document):
        if (
            block.kind != "prose"
            or len(block.lines) != 1
            or len(block.first) > LONGEST_LINE
            or block.first[0].isspace()
        ):
            continue
        title = read_title(block.first)
        if title is None or title.bold or title.number or not _reads_as_title(title):
            continue
        if title.text != block.first.strip() and not title.attributes:
            continue  # it ended in a colon: it introduces what follows
        if is_stock(title.title) or (is_title_case(title.title) and len(title.title) <= 90):
            yield _Candidate(at, block, title, False)


def _introduces(each: _Candidate, document: Sequence[Block], leads: dict[int, Lead], titled: set[int]) -> bool:
    """Does a sentence follow, or a title or run-in already recovered?"""
    if each.at + 1 >= len(document):
        return False
    after = document[each.at + 1]
    if each.at + 1 in titled or after.start in leads:
        return True
    return after.kind == "prose" and is_prose(after.text) and len(after.text) > len(each.title.title)


def _is_verse(document: Sequence[Block]) -> bool:
    """Are most lines short ones broken by their author?"""
    prose = [block for block in document if block.kind == "prose"]
    broken = sum(len(block.lines) for block in prose if len(block.lines) > 1 and _is_broken(block))
    return broken * 3 > sum(len(block.lines) for block in prose)


def _is_broken(block: Block) -> bool:
    lengths = [len(line.strip()) for line in block.lines[:-1]]
    return max(lengths) < 60 or all(line.endswith(("  ", "\\")) for line in block.lines[:-1])


def _is_dialogue(document: Sequence[Block]) -> bool:
    """Do a third of the paragraphs open with speech?"""
    prose = [block for block in document if block.kind == "prose"]
    speech = sum(block.first.lstrip().startswith(('"', "“", "«", "„", "— ", "– ", "‘")) for block in prose)
    return speech * 3 >= max(len(prose), 3)


# --- levels --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the headings have come to: the last real heading, the last section, the last number of each style."""

    real: int = 1
    section: int = 0
    neutral: bool = True
    runs: tuple[tuple[str, int, int], ...] = ()


def _headings(document: Sequence[Block], chosen: Sequence[_Candidate]) -> Iterator[Guess]:
    """The chosen titles with their levels, among the real headings."""
    by_block = {each.at: each for each in chosen}
    place = _Place()
    for at, block in enumerate(document):
        if block.kind == "heading":
            place = _under_real(block)
        elif at in by_block:
            each = by_block[at]
            level, place = _level(each.title, place)
            yield _guess(each, level, len(chosen))


def _under_real(block: Block) -> _Place:
    first = block.first.lstrip()
    level = len(first) - len(first.lstrip("#")) if first.startswith("#") else 1 if "=" in block.lines[1] else 2
    text = first.strip("# ")
    return _Place(real=level, section=0 if level == 1 else level, neutral=is_opening(text) or is_closing(text))


def _level(title: Title, place: _Place) -> tuple[int, _Place]:
    """Sections are one below the last real heading (h2 without any); numbered titles one below their section."""
    if not title.number:
        level = min(place.real + 1, 6)
        neutral = is_opening(title.title) or is_closing(title.title)
        runs = place.runs if is_closing(title.title) else ()
        return level, replace(place, section=level, neutral=neutral, runs=runs)
    earlier = next(((last, level) for style, last, level in place.runs if style == title.style), None)
    if earlier and title.value[0] > earlier[0]:
        base = earlier[1]
    elif place.neutral:
        base = place.section or place.real + 1
    else:
        base = place.section + 1
    runs = (*(run for run in place.runs if run[0] != title.style), (title.style, title.value[0], base))
    return min(base + len(title.value) - 1, 6), replace(place, runs=runs)


def _guess(each: _Candidate, level: int, count: int) -> Guess:
    title = each.title
    kind: Kind = "numbered" if title.number else "section"
    form: Literal["bare", "number", "bold"] = "bold" if title.bold else "number" if title.number else "bare"
    said = {
        "bold": "a whole line in bold",
        "number": f"a numbered title followed by prose, one of {count} headings",
        "bare": "a line in title case with a sentence after it"
        if not is_stock(title.title)
        else "a usual heading with text after it",
    }
    markdown = f"{'#' * level} {_escaped(title.text)}{' ' + title.attributes if title.attributes else ''}"
    return Guess(each.block.start, kind, form, title.title, title.number, level, said[form], markdown)


def _escaped(text: str) -> str:
    """The text so that ATX keeps it whole: a closing ``#`` would be taken for decoration."""
    bare = text.rstrip("#")
    return bare + text[len(bare) :].replace("#", r"\#")
