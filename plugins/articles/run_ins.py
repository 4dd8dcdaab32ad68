"""List items that open with their own title, ``1. Title: text``: the list stays a list, the title becomes strong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocks import Block
from .forms import Lead, read_lead, read_title
from .guess import Guess
from .wording import END_MARK, is_latin, is_sentence, is_title_case, plain, words

SET_APART = re.compile(
    r" {0,3}(?:\*\*|\\\*\\\*|\d{1,3}(?:\\[.)]|[.)]\s+\*\*))"
)  # opens an item even inside a paragraph

Item = tuple[int, int, Lead | None]
"""(line, number, run-in or None) of a numbered line."""


def find_leads(document: Sequence[Block]) -> dict[int, Lead]:
    """The run-ins by line: items of a run of at least two whose numbers follow one another.

    Two titles in bold are proof enough; plain ones need four in five items of their run, and no real heading beside
    them.
    """
    items = [item for block in document for item in _items(block)]
    real = any(block.kind == "heading" for block in document)
    kept: dict[int, Lead] = {}
    for run in _runs(items):
        found = {line: lead for line, _, lead in run if lead}
        if sum(lead.bold for lead in found.values()) >= 2 or (not real and len(found) * 5 >= len(run) * 4):
            kept |= found
    return kept


def _items(block: Block) -> Iterator[Item]:
    if block.kind not in ("number", "prose"):
        return
    listed = block.kind == "number"
    for offset, line in enumerate(block.lines):
        lead = read_lead(line)
        opens = listed or offset == 0 or SET_APART.match(line)
        if lead and opens and _reads_as_lead(lead):
            listed = listed or offset == 0  # written as Markdown it opens a list
            yield block.start + offset, int(lead.number), lead
        elif listed and (title := read_title(line)) and title.value and not title.bold:
            yield block.start + offset, title.value[0], None


def _reads_as_lead(lead: Lead) -> bool:
    name, count = plain(lead.title), len(words(lead.text))
    if not is_latin(name) or not (
        name[:1] in "\"'“‘" or name[:1].isdigit() or name.split()[0] != name.split()[0].lower()
    ):
        return False
    if lead.bold:
        return count >= 2 and len(words(name)) <= 16 and (lead.ends_in_bold or not is_sentence(name))
    said = count >= 8 or (count >= 4 and END_MARK.search(plain(lead.text)) is not None)
    return said and len(words(name)) <= (16 if is_title_case(name) else 10) and not is_sentence(name)


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Numbered lines whose numbers follow one another, in runs that hold at least two run-ins."""
    run: list[Item] = []
    for item in items:
        if run and not _follows(item, run[-1]):
            yield from _enough(run)
            run = []
        run.append(item)
    yield from _enough(run)


def _follows(item: Item, last: Item) -> bool:
    """Is it the next item? Of two run-ins the number may be the same (``1.`` throughout) or one be left out."""
    steps = range(3) if item[2] and last[2] else range(1, 2)
    return item[1] - last[1] in steps


def _enough(run: list[Item]) -> Iterator[list[Item]]:
    if sum(lead is not None for _, _, lead in run) >= 2:
        yield run


def run_ins(leads: dict[int, Lead]) -> Iterator[Guess]:
    for line, lead in leads.items():
        reason = f"item {lead.number} of a list whose items open with a title"
        form = "bold" if lead.bold else "number"
        yield Guess(line, "run-in", form, lead.title, lead.number, 0, reason, lead.markdown)  # type: ignore[arg-type]
