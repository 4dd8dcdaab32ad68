"""All strategies of a site -> the entries of the index: the same advice in several articles stands together once.

What is the same is told by the title alone (`named.normal`), within one kind; beyond that only by `directions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import count

from located import Problem, Severity, nearest, quote

from .directions import Direction, Named, id_of
from .ids import LIMIT, marked
from .model import Entry, Kind, Strategy
from .named import normal

SUGGESTIONS = 10
"""So many names that nobody knows get a suggestion: to look for one takes time where there are thousands of titles."""


@dataclass(slots=True, eq=False)
class _Cluster:
    """An entry in the making."""

    title: str
    members: list[Strategy] = field(default_factory=list)
    direction: Direction | None = None
    aliases: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    id: str = ""


def make_index(
    strategies: Iterable[Strategy],
    directions: Sequence[Direction] = (),
    unpublished: Callable[[], Iterable[Strategy]] = tuple,
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries, hidden ones too, by title; and what directions say that cannot be done.

    `unpublished` is asked for the other strategies of the site when a name is found nowhere else.
    """
    index = _Index(strategies, unpublished)
    index.follow(directions)
    return index.entries(), tuple(sorted(index.problems))


class _Index:
    def __init__(self, strategies: Iterable[Strategy], unpublished: Callable[[], Iterable[Strategy]]) -> None:
        self.problems: list[Problem] = []
        self.unpublished = unpublished
        self.suggestions = SUGGESTIONS
        self.members = {each.id: each for each in sorted(strategies, key=_newest)}
        self.clusters: dict[tuple[Kind, str], _Cluster] = {}
        for each in self.members.values():
            self.clusters.setdefault((each.kind, normal(each.title)), _Cluster(each.title)).members.append(each)
        self.all = list(self.clusters.values())
        self.written: dict[str, _Cluster] = {}

    # --- directions ------------------------------------------------------------------------------------------

    def follow(self, directions: Sequence[Direction]) -> None:
        given = [(direction, self._begin(direction)) for direction in directions]
        for direction, cluster in given:
            for name in direction.split:
                self._split(name, cluster)
        for direction, cluster in given:
            for name in direction.aliases:
                self._alias(name, cluster)
        self._merge(given)
        for direction, cluster in given:
            if not cluster.members and cluster in self.all:
                self._tell_empty(direction.entry)

    def _begin(self, direction: Direction) -> _Cluster:
        """The cluster that a direction is about; a new one if its title is new."""
        name = direction.entry
        found = self._found(name.text)
        if found is not None and found.direction is None and name.text not in self.members:
            cluster = found
        else:
            cluster = _Cluster(name.text)
            self.all.append(cluster)
            if (member := self.members.get(name.text)) is not None:
                cluster.title = member.title
                self._move(member, cluster)
        cluster.direction, cluster.texts = direction, [direction.text] if direction.text else []
        self.written.setdefault(normal(name.text), cluster)
        self.written.setdefault(direction.id or id_of(name.text), cluster)
        return cluster

    def _found(self, name: str) -> _Cluster | None:
        """The cluster with this title, id of an entry, or id of a strategy; advice before all else."""
        if name in self.members:
            return self._holder(self.members[name])
        written = self.written.get(name) or self.written.get(normal(name))
        if written is not None:
            return written
        same = (self.clusters.get((kind, normal(name))) for kind in Kind)
        by_id = (each for each in self.all if each.members and _id_of(each) == name)
        return next((each for each in same if each is not None), None) or next(by_id, None)

    def _holder(self, member: Strategy) -> _Cluster:
        return next(each for each in self.all if member in each.members)

    def _move(self, member: Strategy, cluster: _Cluster) -> None:
        self._holder(member).members.remove(member)
        cluster.members.append(member)

    def _split(self, name: Named, cluster: _Cluster) -> None:
        member = self.members.get(name.text)
        if member is None and self._is_to_come(name, "split"):
            return
        if member is None or member not in cluster.members:
            near = nearest(name.text, [each.id for each in cluster.members])
            ids = ", ".join(each.id for each in cluster.members[:5])
            fix = f"Did you mean {quote(near)}?" if near else f"Its strategies are {ids}." if ids else "Remove it."
            what = f'"split" names no strategy of this entry: {quote(name.text)}'
            self.problems.append(Problem(name.where, what, fix))
            return
        apart = _Cluster(member.title, id=member.id)
        self.all.append(apart)
        self._move(member, apart)

    def _alias(self, name: Named, cluster: _Cluster) -> None:
        found = self._found(name.text)
        if found is None or not found.members:
            if found is not cluster:
                self._tell_nothing(name, "aliases")
            return
        if found.direction is not None and found is not cluster:
            what = f"the alias {quote(name.text)} is an entry of its own, in line {found.direction.entry.where.line}"
            self.problems.append(Problem(name.where, what, "Write it below merge: instead of aliases:."))
            return
        if name.text in self.members:
            self._move(self.members[name.text], cluster)
        elif found is not cluster:
            cluster.members += found.members
            found.members = []
        cluster.aliases.append(name.text)

    def _merge(self, given: Sequence[tuple[Direction, _Cluster]]) -> None:
        """Joins entries, those first that others are joined to in turn."""
        wanted: dict[_Cluster, list[tuple[Named, _Cluster]]] = {}
        for direction, cluster in given:
            for name in direction.merge:
                found = self._found(name.text)
                if found is None:
                    self._tell_nothing(name, "merge")
                else:
                    wanted.setdefault(cluster, []).append((name, found))
        for at in self._in_order(wanted):
            for name, found in wanted.get(at, []):
                self._join(at, found, name)

    def _in_order(self, wanted: dict[_Cluster, list[tuple[Named, _Cluster]]]) -> list[_Cluster]:
        """The entries, each after those that go into it; what leads round in a circle is told and left out."""
        while True:
            graph = {at: [found for _, found in joined] for at, joined in wanted.items()}
            try:
                return list(TopologicalSorter(graph).static_order())
            except CycleError as circle:
                nodes = set(circle.args[1])
                edges = [(name, at) for at in nodes for name, found in wanted.get(at, []) if found in nodes]
                name, at = max(edges, key=lambda edge: edge[0].where)
                what = f"merging {quote(name.text)} here leads round in a circle"
                self.problems.append(
                    Problem(name.where, what, "Merge all of them into one entry, and leave that one alone.")
                )
                wanted[at] = [edge for edge in wanted[at] if edge[0] is not name]

    def _join(self, cluster: _Cluster, found: _Cluster, name: Named) -> None:
        if not found.members and not found.texts:
            if found.direction is not None and self._is_known_elsewhere(found.direction.entry.text):
                return  # that entry has been told of
            what = f"{quote(name.text)} has been joined to another entry already"
            self.problems.append(Problem(name.where, what, "Remove it in one of the two places."))
            return
        cluster.members += found.members
        cluster.aliases += [found.title, *found.aliases]
        cluster.texts += found.texts
        found.members, found.texts = [], []
        self.all.remove(found)

    def _tell_empty(self, name: Named) -> None:
        """An entry without strategies: there never was one, or all of them went elsewhere."""
        if normal(name.text) not in self.titles:
            self._tell_nothing(name, "entry")
            return
        what = f"nothing is left of the entry {quote(name.text)}: its strategies are in other entries"
        self.problems.append(Problem(name.where, what, "Leave it one of them, or remove it."))

    def _tell_nothing(self, name: Named, key: str) -> None:
        if self._is_to_come(name, key):
            return
        self.suggestions -= 1
        known = [*(_title(each) for each in self.all if each.members), *self.members] if self.suggestions >= 0 else []
        near = nearest(name.text, known)
        fix = (
            f"Did you mean {quote(near)}?"
            if near
            else "Write the title of a strategy or its id, as make strategies lists them."
        )
        self.problems.append(Problem(name.where, f'"{key}" names no strategy: {quote(name.text)}', fix))

    @cached_property
    def titles(self) -> frozenset[str]:
        return frozenset(normal(each.title) for each in self.members.values())

    def _is_to_come(self, name: Named, key: str) -> bool:
        """Does it name advice of an article that is not published, or not listed? That is told, and no mistake."""
        if not self._is_known_elsewhere(name.text):
            return False
        what = f'"{key}" names a strategy of an article that is not published: {quote(name.text)}'
        self.problems.append(Problem(name.where, what, "It counts once the article is.", Severity.WARNING))
        return True

    def _is_known_elsewhere(self, name: str) -> bool:
        return not self.elsewhere.isdisjoint((name, normal(name)))

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """Titles and ids of the strategies that are not published."""
        found = tuple(self.unpublished())
        titles = {(each.title, each.kind) for each in found}
        named = {name for title, kind in titles for name in (normal(title), id_of(title, kind))}
        return frozenset(named | {each.id for each in found})

    # --- entries ---------------------------------------------------------------------------------------------

    def entries(self) -> tuple[Entry, ...]:
        """In the order of their titles; those whose ids were written get theirs first."""
        taken: dict[str, _Cluster] = {}
        for each in sorted((each for each in self.all if each.members), key=_rank):
            taken[next(id for id in _ids(each) if id not in taken)] = each
        found = [_entry(each, id) for id, each in taken.items()]
        return tuple(sorted(found, key=lambda each: (normal(each.title), each.id)))


def _written_id(cluster: _Cluster) -> str:
    return (cluster.direction.id if cluster.direction else "") or cluster.id


def _rank(cluster: _Cluster) -> tuple[bool, bool, str, str]:
    """Who comes first when two want one id: who wrote it, then who is written of. No two titles want the same."""
    return (
        not _written_id(cluster),
        cluster.direction is None,
        _id_of(cluster),
        min(each.id for each in cluster.members),
    )


def _ids(cluster: _Cluster) -> Iterator[str]:
    """What its id may be: what was written, what its title gives, and what else where that is written of another."""
    wanted = _written_id(cluster) or _id_of(cluster)
    yield wanted
    yield marked(wanted, f"{wanted} {normal(cluster.title)}", LIMIT)
    yield from (f"{wanted}-{number}" for number in count(2))


def _id_of(cluster: _Cluster) -> str:
    """The id that its title gives: advice of a title and a benefit of that title have two, whoever comes first."""
    title = cluster.direction.entry.text if cluster.direction else cluster.title
    return id_of(title, cluster.members[0].kind if cluster.members else Kind.STRATEGY)


def _newest(strategy: Strategy) -> tuple[int, str]:
    return (-strategy.updated.toordinal() if strategy.updated else 0, strategy.id)


def _entry(cluster: _Cluster, id: str) -> Entry:
    members, direction = sorted(cluster.members, key=_newest), cluster.direction
    title = (direction.rename if direction else "") or _title(cluster)
    return Entry(
        id=id,
        title=title,
        summary=next((each.summary for each in members if each.summary), ""),
        kind=members[0].kind,
        sources=tuple(members),
        text="\n\n".join(cluster.texts),
        aliases=tuple(dict.fromkeys(_aliases(cluster, members, title))),
        is_hidden=bool(direction and direction.hide),
    )


def _title(cluster: _Cluster) -> str:
    """As its direction spells it if it is a title, else as most articles do, else as the newest."""
    if cluster.direction and cluster.direction.entry.text not in {each.id for each in cluster.members}:
        spelt = [each.title for each in cluster.members if normal(each.title) == normal(cluster.direction.entry.text)]
        if not spelt:
            return cluster.title
    else:
        spelt = [each.title for each in cluster.members]
    return Counter(spelt).most_common(1)[0][0]


def _aliases(cluster: _Cluster, members: Sequence[Strategy], title: str) -> Iterator[str]:
    shown = normal(title)
    yield from (each for each in cluster.aliases if normal(each) != shown)
    yield from (each.title for each in members if normal(each.title) != shown)
