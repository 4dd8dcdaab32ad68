"""What an author says of the groups in an article, against what their wording says.

strategies: [Tips for the Day]     in the front matter: the groups of these sections are advice, no others
strategies: none                   no group is
### Title {: .strategy }           this heading is advice, wherever it stands
### Title {: .not-strategy }       this one is none; on a section: its group is none
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.model import Outline, Section
from articles.wording import folded
from located import Location, Problem, Severity, nearest, quote

from .groups import Item, Run
from .kinds import Verdict
from .model import Kind

STRATEGY, NOT_STRATEGY = "strategy", "not-strategy"


@dataclass(frozen=True, slots=True)
class Judged:
    """A run with its kind."""

    run: Run
    verdict: Verdict
    is_overridden: bool = False


def overridden(judged: Sequence[Judged], outline: Outline, said: Collection[str] | None, title: str) -> list[Judged]:
    """The runs with the kinds that their author gave them."""
    if said is not None:
        named = _named(judged, outline, said, title)
        judged = [_as_said(each, any(each.run is run for run in named)) for each in judged]
    return [*(_marked_section(each) for each in judged), *_marked_alone(judged, outline)]


def misnamed(
    judged: Sequence[Judged], outline: Outline, said: Collection[str] | None, title: str, where: Location
) -> Iterator[Problem]:
    """What the front matter names in vain: sections that the article does not have, or that hold no group."""
    titles = {section.title: None for section, _ in walk(outline.sections)}
    known = {folded(title)}.union(*(_names_of(section) for section, _ in walk(outline.sections)))
    for name in said or ():
        if folded(name) not in known:
            yield Problem(where, f'"strategies" names no section: {quote(name)}', _fix(name, tuple(titles)))
        elif not _named(judged, outline, (name,), title):
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


def _named(judged: Sequence[Judged], outline: Outline, said: Collection[str], title: str) -> list[Run]:
    """The runs of the sections that are named; of the sections below, where one has none itself.

    The article's own title names the runs that stand in no section.
    """
    names = {folded(name) for name in said}
    own = [section for section, _ in walk(outline.sections) if names & _names_of(section)]
    ids = {section.id for section in own}
    holding = {each.run.section.id for each in judged if each.run.section}
    ids |= {below.id for section in own if section.id not in holding for below, _ in walk(section.sections)}
    found: list[Run] = []
    for each in judged:
        section = each.run.section
        if section.id in ids if section else folded(title) in names:
            found.append(each.run)
    return found


def _names_of(section: Section) -> set[str]:
    return {folded(section.title), folded(section.text), folded(section.id)} - {""}


def _as_said(each: Judged, is_named: bool) -> Judged:
    if is_named:
        return Judged(each.run, Verdict(Kind.STRATEGY, "the front matter names its section"), True)
    if each.verdict.kind is Kind.STRATEGY:
        return Judged(each.run, Verdict(Kind.FACT, "the front matter does not name its section"), True)
    return each


def _marked_section(each: Judged) -> Judged:
    section = each.run.section
    if section is None or mark(section) is not False or each.verdict.kind is not Kind.STRATEGY:
        return each
    return replace(each, verdict=Verdict(Kind.FACT, f"its section is marked .{NOT_STRATEGY}"), is_overridden=True)


def _marked_alone(judged: Sequence[Judged], outline: Outline) -> Iterator[Judged]:
    """Headings and run-ins marked as advice that stand in no run: each is one of its own."""
    grouped = {item.id for each in judged for item in each.run.items}
    items: list[tuple[Item, Section | None]] = [(run_in, None) for run_in in outline.run_ins]
    for section, above in walk(outline.sections):
        items += [(section, above[-1] if above else None), *((run_in, section) for run_in in section.run_ins)]
    for item, parent in items:
        if mark(item) and item.title and item.id not in grouped:  # of an image alone there is nothing to list
            yield Judged(Run(parent, (item,)), Verdict(Kind.STRATEGY, f"it is marked .{STRATEGY}"), True)
