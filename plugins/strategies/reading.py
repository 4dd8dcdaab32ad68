"""An article's outline -> its groups, what kind each is, and the strategies in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from articles.model import Card, Outline, RunIn
from articles.wording import folded
from located import Ids, Location, Problem

from .groups import Item, Run, runs
from .ids import strategy_id
from .kinds import decide
from .model import Group, Kind, Strategy
from .overrides import Judged, mark, overridden, unnamed
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
    judged = overridden(_judged(outline, card), outline, said, card.title)
    judged.sort(key=_order(outline).__getitem__)
    found = list(_strategies(judged, card, slug))
    return Reading(
        tuple(_group(each, card, slug) for each in judged),
        tuple(each for each in found if each.kind is Kind.STRATEGY),
        tuple(each for each in found if each.kind is not Kind.STRATEGY),
        unnamed(said, outline, card.title, where or Location(slug)) if said else (),
    )


def _judged(outline: Outline, card: Card) -> list[Judged]:
    """The runs with what their wording says; the article's own sections only where they say something, or are all."""
    found = _once(runs(outline, card.title))
    judged = [Judged(run, decide(_titles(joined), _section(joined[0]), card.title, card.lang, run.chapters))
              for run, joined in _with_their_others(found)]  # fmt: skip
    telling = [each for each in judged if not each.run.chapters or each.verdict.kind is not Kind.FACT]
    return telling or judged


def _once(found: Sequence[Run]) -> list[Run]:
    """The runs but for those with the same titles: "Why", "How" and "When" below each heading are a form to fill in."""
    alike = Counter(tuple(folded(item.title) for item in run.items) for run in found)
    return [run for run in found if alike[tuple(folded(item.title) for item in run.items)] == 1]


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
