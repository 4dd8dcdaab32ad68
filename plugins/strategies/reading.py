"""An article's outline -> its groups, what kind each is, and the strategies in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from articles.model import Card, Outline, RunIn
from located import Location, Problem

from .groups import Item, Run, runs
from .ids import strategy_ids
from .kinds import decide
from .model import Group, Kind, Strategy
from .overrides import Judged, mark, misnamed, overridden, walk
from .summaries import summary_of
from .wording import is_stock


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article has: all groups, and each title in them once, as advice or as something else."""

    groups: tuple[Group, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    others: tuple[Strategy, ...] = ()
    """Benefits, risks, myths, mistakes and facts."""
    problems: tuple[Problem, ...] = ()


def read_strategies(
    outline: Outline,
    card: Card,
    slug: str,
    said: Collection[str] | None = None,
    where: Location | None = None,
) -> Reading:
    """What an article advises. `said` is what its front matter names (nothing: None), and `where` it does so."""
    worded = _judged(outline, card)
    judged = overridden(worded, outline, said, card.title)
    order = {id(item): at for at, item in enumerate(_items(outline))}
    judged.sort(key=lambda each: order[id(each.run.items[0])])
    found = list(_strategies(judged, card, slug))
    return Reading(
        tuple(_group(each, card, slug) for each in judged),
        tuple(each for each in found if each.kind is Kind.STRATEGY),
        tuple(each for each in found if each.kind is not Kind.STRATEGY),
        tuple(misnamed(worded, outline, said, card.title, where or Location(slug))) if said else (),
    )


def _judged(outline: Outline, card: Card) -> list[Judged]:
    """The runs with what their wording says; an article's own sections only if they are advice, or all it has."""
    found = _once(runs(outline, card.title))
    judged = [Judged(run, decide(_titles(joined), _section(joined[0]), card.title, card.lang, run.chapters))
              for run, joined in _with_their_others(found)]  # fmt: skip
    telling = [each for each in judged if not each.run.chapters or each.verdict.kind is Kind.STRATEGY]
    return telling or judged


def _once(found: Sequence[Run]) -> list[Run]:
    """The runs but for those with the same titles: "Why", "How" and "When" below each heading are a form to fill in."""
    alike = Counter(tuple(item.title for item in run.items) for run in found)
    return [run for run in found if alike[tuple(item.title for item in run.items)] == 1]


def _with_their_others(found: Sequence[Run]) -> Iterator[tuple[Run, list[Run]]]:
    """Each run with all those that make one list with it; they are judged together."""
    lists: list[list[Run]] = []
    for run in found:
        numbered = next((one for one in reversed(lists) if not isinstance(one[-1].items[0], RunIn)), None)
        if run.continues and numbered:
            numbered.append(run)
        else:
            lists.append([run])
    for run in found:
        yield run, next(one for one in lists if any(each is run for each in one))


def _titles(joined: Sequence[Run]) -> list[str]:
    return [item.title for run in joined for item in run.items]


def _section(run: Run) -> str:
    return run.section.title if run.section else ""


def _items(outline: Outline) -> Iterator[Item]:
    """Everything that can be an item of a run, as it stands in the article."""
    yield from outline.run_ins
    for section, _ in walk(outline.sections):
        yield section
        yield from section.run_ins


def _group(each: Judged, card: Card, slug: str) -> Group:
    run, verdict = each.run, each.verdict
    return Group(
        card,
        slug,
        _section(run),
        run.section.id if run.section else "",
        verdict.kind,
        verdict.why,
        tuple(item.title for item in run.items),
        tuple(item.id for item in run.items),
        "run-ins" if isinstance(run.items[0], RunIn) else "headings",
        each.is_overridden,
    )


def _strategies(judged: Sequence[Judged], card: Card, slug: str) -> Iterator[Strategy]:
    kept = [(each.run, _telling(each)) for each in judged]
    ids = iter(strategy_ids(slug, [item.id for _, items in kept for item, _ in items]))
    for run, items in kept:
        count, seen = Counter(kind for _, kind in items), Counter[Kind]()
        for item, kind in items:
            seen[kind] += 1
            yield _strategy(item, run, kind, (seen[kind], count[kind]), next(ids), card, slug)


def _telling(each: Judged) -> list[tuple[Item, Kind]]:
    """The titles of a run, each with its kind, but for openings and closings."""
    kinds = [(item, _kind(item, each.verdict.kind)) for item in each.run.items]
    return [(item, kind) for item, kind in kinds if mark(item) or not is_stock(item.title)]


def _kind(item: Item, of_group: Kind) -> Kind:
    """The kind of one title: its group's, unless its author marked it."""
    marked = mark(item)
    if marked is None:
        return of_group
    return Kind.STRATEGY if marked else Kind.FACT if of_group is Kind.STRATEGY else of_group


def _strategy(item: Item, run: Run, kind: Kind, place: tuple[int, int], id: str, card: Card, slug: str) -> Strategy:
    said = dict(item.attributes)
    is_written = not isinstance(item, RunIn) and item.source == "written"
    day = card.modified or card.date
    return Strategy(
        id=id,
        title=item.title,
        summary=summary_of(item),
        kind=kind,
        article=card,
        article_slug=slug,
        anchor=item.id,
        section=_section(run),
        position=place[0],
        of=place[1],
        category=card.category,
        tags=card.tags,
        when=said.get("when", ""),
        effort=said.get("effort", ""),
        source="written" if is_written else "recovered",
        updated=day.date() if day else None,
        number=item.number,
    )
