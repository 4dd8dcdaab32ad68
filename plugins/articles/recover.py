"""Lines of an article -> guesses at the headings its author meant, each with its line, level and reason.

Pure: text in, guesses out. Precision comes before recall: a list, a recipe, a poem, a dialogue keeps its lines. A
guess rests on the form of the line (`forms`), on its wording (`wording`) and on the document around it: numbered
titles need each other (`titles`), bare lines need evidence that this author writes headings that way at all (`bare`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .bare import bare_titles
from .blocks import Block, Tags, blocks
from .forms import read_title
from .guess import Guess
from .levels import headings
from .run_ins import find_leads, run_ins
from .titles import bold_titles, candidates, numbered_titles, outside_lists
from .wording import folded

STRAY_BOLD = ("**", "__", r"\*\*")


def recover(lines: Sequence[str], title: str = "") -> tuple[Guess, ...]:
    """The guesses for a document, in order of line. `title` is the article's own, which a first line may repeat."""
    cleaned = list(lines)
    gone = [*_stray_marks(cleaned), *_repeated_title(cleaned, title)]
    document = list(blocks(cleaned))
    leads = find_leads(document)
    found = outside_lists(document, leads, list(candidates(document, leads)))
    numbered = numbered_titles(document, [each for each in found if each.title.number])
    bold = bold_titles(document, [each for each in found if each.title.bold], numbered)
    bare = bare_titles(document, leads, numbered, bold)
    chosen = sorted([*numbered, *bold, *bare], key=lambda each: each.at)
    return tuple(sorted([*gone, *headings(document, chosen), *run_ins(leads)], key=lambda guess: guess.line))


def rewrite(lines: Sequence[str], guesses: Sequence[Guess]) -> list[str]:
    """The lines with every guess written as Markdown; as many lines as before."""
    out = list(lines)
    for guess in guesses:
        out[guess.line] = guess.markdown
    return out


def _stray_marks(lines: list[str]) -> Iterator[Guess]:
    """Lines of nothing but an opening ``**`` that is never closed in their block; they are taken out of `lines`."""
    if not any(line.strip() in STRAY_BOLD for line in lines if len(line) < 8):
        return
    at, tags = 0, Tags(lines)
    while block := next(blocks(lines, at, tags), None):
        at = block.end
        if _is_stray(block):
            at = block.start + 1  # what stood below the mark may be another kind of block without it
            lines[block.start] = ""
            yield Guess(block.start, "dirt", "", "", "", 0, "a stray mark of bold with nothing to close", "")


def _is_stray(block: Block) -> bool:
    mark = block.first.strip().replace("\\", "")
    if block.kind != "prose" or mark not in STRAY_BOLD:
        return False
    return sum(line.replace("\\", "").count(mark) for line in block.lines[1:]) % 2 == 0


def _repeated_title(lines: list[str], title: str) -> Iterator[Guess]:
    """First lines that say the article's title again; they are taken out of `lines`."""
    for first in blocks(lines) if folded(title) else ():
        found = read_title(first.first) if first.kind in ("prose", "number") and len(first.lines) == 1 else None
        if not found or folded(title) not in (folded(found.text), folded(found.title)):
            return
        lines[first.start] = ""
        yield Guess(first.start, "repeat", "", found.title, "", 0, "repeats the article's title", "")
