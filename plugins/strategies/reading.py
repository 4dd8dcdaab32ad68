"""An article's outline -> its groups, what kind each is, and the strategies in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.model import Card, Outline, RunIn, Section
from located import Location, Problem

from .groups import FEWEST, Item, Run, runs
from .ids import strategy_ids
from .kinds import Verdict, decide, says_number
from .model import Group, Kind, Strategy
from .overrides import Judged, mark, misnamed, overridden, walk
from .summaries import summary_of
from .wording import is_stock

FORM = Verdict(Kind.FACT, "other groups have the same titles")
HELD = Verdict(Kind.FACT, "the advice stands below its titles")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article has: all groups, and each title in them once, as advice or as something else."""

    groups: tuple[Group, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    others: tuple[Strategy, ...] = ()
    """Benefits, risks, myths, mistakes and facts."""
    problems: tuple[Problem, ...] = ()
    passed_over: tuple[Group, ...] = ()
    """Further groups, of whose titles no entry is made: what stands in them is listed, or they are a form."""


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
    judged.sort(key=lambda each: order[id((_listed(each) or each.run.items)[0])])
    found = list(_strategies(judged, card, slug))
    return Reading(
        tuple(_group(each, card, slug) for each in judged if not _is_passed_over(each)),
        tuple(each for each in found if each.kind is Kind.STRATEGY),
        tuple(each for each in found if each.kind is not Kind.STRATEGY),
        tuple(misnamed(worded, outline, said, card.title, where or Location(slug))) if said else (),
        tuple(_group(each, card, slug) for each in judged if _is_passed_over(each)),
    )


def _judged(outline: Outline, card: Card) -> list[Judged]:
    """The runs with what their wording says; of an article's own sections no entry is made unless they are advice, or
    all it has. Runs with the same titles ("Why", "How", "When" below each heading) are a form to fill in."""
    found = [(run, tuple(_titles([run]))) for run in runs(outline, card.title)]
    alike = Counter(titles for _, titles in found)
    forms = [run for run, titles in found if alike[titles] > 1]
    judged = [Judged(run, decide(_titles(joined), _section(joined[0]), card.title, card.lang, run.chapters))
              for run, joined in _with_their_others([run for run, titles in found if alike[titles] == 1])]  # fmt: skip
    judged = _without_holders(judged, card)
    if any(_tells(each) for each in judged):
        judged = [each if _tells(each) else replace(each, left_out=each.run.items) for each in judged]
    return [*judged, *(Judged(run, FORM, left_out=run.items) for run in forms)]


def _is_passed_over(each: Judged) -> bool:
    return len(each.left_out) == len(each.run.items)


def _listed(each: Judged) -> list[Item]:
    left_out = {id(item) for item in each.left_out}
    return [item for item in each.run.items if id(item) not in left_out]


def _tells(each: Judged) -> bool:
    return not each.run.chapters or each.verdict.kind is Kind.STRATEGY


def _without_holders(judged: list[Judged], card: Card) -> list[Judged]:
    """An article's own sections, and siblings on several levels, without those that have advice below them."""
    advised = {id(each.run.section) for each in judged if each.verdict.kind is Kind.STRATEGY and each.run.section}
    return [_without_those(advised, each, card) if _may_hold(each.run) else each for each in judged]


def _may_hold(run: Run) -> bool:
    return run.chapters or len({item.level for item in run.items if isinstance(item, Section)}) > 1


def _without_those(advised: Collection[int], each: Judged, card: Card) -> Judged:
    if each.verdict.kind is not Kind.STRATEGY or says_number(card.title, len(each.run.items)):
        return each  # a title that counts the sections says that they are what it promises
    holders = [item for item in each.run.items if any(id(below) in advised for below in _with_those_below(item))]
    return _judged_without(tuple(holders), each, card) if holders else each


def _judged_without(holders: tuple[Item, ...], each: Judged, card: Card) -> Judged:
    each = replace(each, left_out=holders)
    titles = [item.title for item in _listed(each)]
    if len(titles) < FEWEST:
        return replace(each, verdict=HELD)
    return replace(each, verdict=decide(titles, _section(each.run), card.title, card.lang, each.run.chapters))


def _with_those_below(item: Item) -> Iterator[Section]:
    return (section for section, _ in walk((item,))) if isinstance(item, Section) else iter(())


def _with_their_others(found: Sequence[Run]) -> Iterator[tuple[Run, list[Run]]]:
    """Each run with all those that make one list with it; they are judged together."""
    lists: list[list[Run]] = []
    for run in found:
        numbered = next((one for one in reversed(lists) if not isinstance(one[-1].items[0], RunIn)), None)
        if run.continues and numbered:
            numbered.append(run)
        else:
            lists.append([run])
    for one in lists:
        yield from ((run, one) for run in one)


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
    kinds = [(item, _kind(item, each.verdict.kind)) for item in _listed(each)]
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
