"""What an author says of the groups in an article, against what their wording says.

strategies: [Tips for the Day]     in the front matter: the groups of these sections are advice, no others
strategies: none                   no group is
### Title {: .strategy }           this heading is advice, wherever it stands
### Title {: .not-strategy }       this one is none; on a section: its group is none
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.model import Outline, Section
from articles.wording import folded
from located import Location, Problem, Severity, nearest, quote

from .groups import Item, Run
from .kinds import Verdict
from .model import Kind

STRATEGY, NOT_STRATEGY = "strategy", "not-strategy"
SUGGESTIONS = 10
"""So many wrong names get a suggestion: to look for it takes time, and the last of so many is the same mistake."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A run with its kind."""

    run: Run
    verdict: Verdict
    is_overridden: bool = False
    left_out: tuple[Item, ...] = ()
    """Titles that are no entries of any kind."""


def overridden(judged: Sequence[Judged], outline: Outline, said: Collection[str] | None, title: str) -> list[Judged]:
    """The runs with the kinds that their author gave them."""
    if said is not None:
        find = _Finder(judged, outline, title)
        named = {id(run) for name in said for run in find.runs_of(name)}
        judged = [_as_said(each, id(each.run) in named) for each in judged]
    return [*(_marked_section(each) for each in judged), *_marked_alone(judged, outline)]


def misnamed(
    judged: Sequence[Judged], outline: Outline, said: Collection[str] | None, title: str, where: Location
) -> Iterator[Problem]:
    """What the front matter names in vain: sections that the article does not have, or that hold no group."""
    titles = {section.title: None for section, _ in walk(outline.sections)}
    find = _Finder(judged, outline, title)
    left = SUGGESTIONS
    for name in dict.fromkeys(said or ()):
        if not find.knows(name):
            left -= 1
            fix = _fix(name, tuple(titles)) if left >= 0 else "Remove it."
            yield Problem(where, f'"strategies" names no section: {quote(name)}', fix)
        elif not find.runs_of(name):
            what = f'"strategies" names a section without titles that could be advice: {quote(name)}'
            fix = "Give it two headings or more below its own, or name the section that has them."
            yield Problem(where, what, fix, Severity.WARNING)


def _fix(name: str, titles: Sequence[str]) -> str:
    near = nearest(name, titles)
    if near:
        return f"Did you mean {quote(near)}?"
    if not titles:
        return "The article has no sections. Write strategies: none, or remove the line."
    shown = ", ".join(map(quote, titles[:5]))
    return f"The sections are {shown}{' and others' if len(titles) > 5 else ''}."


def walk(sections: Sequence[Section], above: tuple[Section, ...] = ()) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """All headings in order, each with those it stands under."""
    for section in sections:
        yield section, above
        yield from walk(section.sections, (*above, section))


def mark(item: Item) -> bool | None:
    """Whether its author said that it is advice, or that it is not."""
    if NOT_STRATEGY in item.classes:
        return False
    return True if STRATEGY in item.classes else None


class _Finder:
    """Finds what names stand for: the runs of a section; of the sections below, where it has none itself.

    The article's own title names the runs that stand in no section.
    """

    def __init__(self, judged: Sequence[Judged], outline: Outline, title: str) -> None:
        self.title = folded(title)
        self.runs: dict[int | None, list[Run]] = defaultdict(list)
        for each in judged:
            self.runs[id(each.run.section) if each.run.section else None].append(each.run)
        self.sections: dict[str, list[Section]] = defaultdict(list)
        for section, _ in walk(outline.sections):
            for name in _names_of(section):
                self.sections[name].append(section)

    def knows(self, name: str) -> bool:
        return folded(name) == self.title or folded(name) in self.sections

    def runs_of(self, name: str) -> list[Run]:
        own = self.runs.get(None, []) if folded(name) == self.title else []
        return [*own, *(run for section in self.sections.get(folded(name), ()) for run in self._in(section, bool(own)))]

    def _in(self, section: Section, is_title: bool) -> Iterator[Run]:
        found = self.runs.get(id(section), [])
        if found or (is_title and section.level == 1):  # a heading that repeats the title is no section of it
            yield from found
        else:
            yield from (run for below, _ in walk(section.sections) for run in self.runs.get(id(below), ()))


def _names_of(section: Section) -> set[str]:
    return {folded(section.title), folded(section.text), folded(section.id)} - {""}


def _as_said(each: Judged, is_named: bool) -> Judged:
    if is_named:
        return Judged(each.run, Verdict(Kind.STRATEGY, "the front matter names its section"), True)
    if each.verdict.kind is Kind.STRATEGY:
        verdict = Verdict(Kind.FACT, "the front matter does not name its section")
        return replace(each, verdict=verdict, is_overridden=True)
    return each


def _marked_section(each: Judged) -> Judged:
    section = each.run.section
    if section is None or mark(section) is not False or each.verdict.kind is not Kind.STRATEGY:
        return each
    return replace(each, verdict=Verdict(Kind.FACT, f"its section is marked .{NOT_STRATEGY}"), is_overridden=True)


def _marked_alone(judged: Sequence[Judged], outline: Outline) -> Iterator[Judged]:
    """Headings and run-ins marked as advice that stand in no run: each is one of its own."""
    grouped = {id(item) for each in judged for item in each.run.items}
    grouped -= {id(item) for each in judged for item in each.left_out}
    items: list[tuple[Item, Section | None]] = [(run_in, None) for run_in in outline.run_ins]
    for section, above in walk(outline.sections):
        items += [(section, above[-1] if above else None), *((run_in, section) for run_in in section.run_ins)]
    for item, parent in items:
        if mark(item) and item.title and id(item) not in grouped:  # of an image alone there is nothing to list
            yield Judged(Run(parent, (item,)), Verdict(Kind.STRATEGY, f"it is marked .{STRATEGY}"), True)
