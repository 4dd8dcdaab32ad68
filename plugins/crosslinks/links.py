"""What items of checklists say of strategies: which they mean, and what nobody can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from checklists.lists import PublishedList
from checklists.model import Item
from located import Problem, Severity, nearest, quote
from strategies.model import Entry, Kind, Strategy

Meant = tuple[Strategy, ...]
"""The strategies that a name stands for; the first of them is where it leads."""


@dataclass(frozen=True, slots=True)
class Practice:
    """An item of a checklist that practises a strategy. `url` counts from the site's root."""

    text: str
    url: str


def names(strategies: Iterable[Strategy], entries: Iterable[Entry] = ()) -> dict[str, Meant]:
    """All that items may call strategies: their ids, ids of index entries, and anchors that come once on the site."""
    known = {each.id: each for each in strategies}
    anchors = Counter(each.anchor for each in known.values())
    found: dict[str, Meant] = {each.anchor: (each,) for each in known.values() if anchors[each.anchor] == 1}
    for entry in entries:
        sources = tuple(known[each.id] for each in entry.sources if each.id in known)
        if entry.kind is Kind.STRATEGY and sources:
            found[entry.id] = sources
    return found | {id: (each,) for id, each in known.items()}


def unknown(
    lists: Iterable[PublishedList],
    known: Mapping[str, Meant],
    unpublished: Callable[[], Iterable[Strategy]] = tuple,
) -> Iterator[Problem]:
    """Items that name no strategy. `unpublished` is asked for those of drafts only where a name is not known."""
    items = [item for each in lists for item in each.checklist.items if item.strategy and item.strategy not in known]
    to_come = names(each for each in unpublished() if each.kind is Kind.STRATEGY) if items else {}
    for item in items:
        yield _to_come(item) if item.strategy in to_come else _unknown(item, known)


def _to_come(item: Item) -> Problem:
    what = f"the strategy {quote(item.strategy)} is in an article that is not published"
    return Problem(item.strategy_where or item.where, what, "It is linked once the article is.", Severity.WARNING)


def _unknown(item: Item, known: Mapping[str, Meant]) -> Problem:
    meant = nearest(item.strategy, known)
    fix = f'Did you mean "{meant}"?' if meant else "Write the id of a strategy; make strategies lists them."
    return Problem(item.strategy_where or item.where, f"no strategy is called {quote(item.strategy)}", fix)


def practices(lists: Iterable[PublishedList], known: Mapping[str, Meant]) -> dict[str, tuple[Practice, ...]]:
    """The items that practise each strategy, by its id; those of drafts are left out."""
    found: dict[str, list[Practice]] = {}
    for each in lists:
        for item in each.checklist.items if not each.badge else ():
            for strategy in known.get(item.strategy, ()):
                practice = Practice(item.text, f"{each.url}#{item.id}")
                found.setdefault(strategy.id, []).append(practice)
    return {id: tuple(items) for id, items in found.items()}


def lists_by_article(
    lists: Iterable[PublishedList], known: Mapping[str, Meant]
) -> dict[str, tuple[PublishedList, ...]]:
    """By the slug of an article, the lists that belong to it or practise its strategies; drafts are left out."""
    found: dict[str, list[PublishedList]] = {}
    for each in lists:
        for slug in dict.fromkeys(_articles_of(each, known)) if not each.badge else ():
            found.setdefault(slug, []).append(each)
    return {slug: tuple(its) for slug, its in found.items()}


def _articles_of(found: PublishedList, known: Mapping[str, Meant]) -> Iterator[str]:
    if found.checklist.article:
        yield found.checklist.article
    for item in found.checklist.items:
        yield from (each.article_slug for each in known.get(item.strategy, ()))
