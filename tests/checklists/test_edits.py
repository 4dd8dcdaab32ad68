"""No edit costs a reader a tick: random edits, publishings and ticks against a model.

The model knows of every item whether its reader has done it, by what the author meant: an item that is reworded or
moved is the same item, a merged one is done if all its parts were, a split one starts as what it was split from. The
reader's record knows ids alone. After each publishing that is accepted, the record says through `ancestry` and
`snapshots` what the model says; a careless edit is refused, at the line of the item in question.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from checklists import identity
from checklists.ancestry import ancestry, former_ids, ordinals, snapshots
from checklists.comparing import compare
from checklists.lock import Lock
from checklists.model import Checklist, Item, Section
from checklists.publishing import updated
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from located import Location, Problem, Severity, slugify

PATH = "content/checklists/list.yml"
VERBS = "Bring Count Draw Earn Find Greet Hold Invite Join Keep Learn Meet".split()
THINGS = "apples books cards drums eggs friends gloves hats ink jars".split()


@dataclass(frozen=True)
class Row:
    """An item as its author means it: `uid` stays whatever is done to its words."""

    uid: int
    text: str
    id: str = ""
    was: tuple[str, ...] = ()
    inherits: str = ""

    @property
    def name(self) -> str:
        return self.id or slugify(self.text)


@dataclass
class Reader:
    """A browser: the newest entry wins; what an id has not, its ancestors may."""

    items: dict[str, tuple[int, int]] = field(default_factory=dict)
    clock: int = 1

    def value(
        self, id: str, before: dict[str, tuple[str, ...]], above: frozenset[str] = frozenset()
    ) -> tuple[int, int]:
        own = self.items.get(id, (0, 0))
        parents = [self.value(old, before, above | {id}) for old in before.get(id, ()) if old not in above]
        if not parents:
            return own
        joined = (min(state for state, _ in parents), max(time for _, time in parents))
        return joined if joined[1] > own[1] else own

    def visit(self, lock: Lock, checklist: Checklist) -> None:
        before = ancestry(lock, checklist)
        for old in former_ids(lock, checklist):
            assert old != checklist.id
        for id, source in snapshots(lock, checklist).items():
            if self.value(id, before)[1] == 0:
                state, time = self.value(source, before)
                self.items[id] = (state, time or 1)

    def set(self, id: str, state: int) -> None:
        self.clock += 1
        self.items[id] = (state, self.clock)


class Edits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.uids = itertools.count()
        self.texts = iter([f"{verb} {thing}" for thing in THINGS for verb in VERBS])
        self.lock = Lock("content/checklists.lock.json")
        self.rows: list[Row] = []
        self.done: dict[int, int] = {}
        self.live: list[Row] = []  # as published last
        self.sources: dict[int, tuple[int, ...]] = {}  # of rows not yet published: what they come from
        self.retired: list[str] = []
        self.list_id = "list"
        self.list_was: tuple[str, ...] = ()
        self.gone: list[str] = []  # ids that were published and are no more
        self.numbers: dict[str, int] = {}
        self.lists = itertools.count(1)
        self.reader = Reader()

    # --- edits that are sound --------------------------------------------------------------------------

    @initialize(count=st.integers(2, 4))
    def begin(self, count: int) -> None:
        for _ in range(count):
            self.add(0)
        self.publish()

    @rule(at=st.integers(0, 9))
    def add(self, at: int) -> None:
        row = self.new(())
        self.rows.insert(at % (len(self.rows) + 1), row)

    @rule(order=st.randoms(use_true_random=False))
    def reorder(self, order: object) -> None:
        order.shuffle(self.rows)  # type: ignore[attr-defined]

    @rule(at=st.integers(0, 9), keeps_id=st.booleans())
    def reword(self, at: int, keeps_id: bool) -> None:
        """Each row once between two publishings, since `was` names what was published."""
        at %= len(self.rows)
        row = self.rows[at]
        if row.was or row.uid in self.sources:
            return
        if keeps_id:
            self.rows[at] = replace(row, text=next(self.texts), id=row.name)
        else:
            self.rows[at] = replace(row, text=next(self.texts), id="", was=(row.name,))

    @rule(at=st.integers(0, 9))
    def change_back(self, at: int) -> None:
        """An author who regrets the words gives the item the id that it had before, and says what it was."""
        at %= len(self.rows)
        row = self.rows[at]
        entries = self.lock.lists[self.published_id].items
        before = [id for id, entry in entries.items() if row.name in entry.became]
        if self.is_touched(row) or not before or before[0] in {each.name for each in self.rows}:
            return
        back = replace(row, id=before[0], was=(row.name,))
        rows = [back if each is row else each for each in self.rows]
        if len(before) > 1 or any(before[0] == entry.inherits for entry in entries.values()):
            self.refused(self.checklist(rows), {self.line(rows, back)}, before[0])  # others have a share in it
        else:
            self.rows = rows

    @rule(at=st.integers(0, 9), other=st.integers(0, 9))
    def merge(self, at: int, other: int) -> None:
        first, second = self.rows[at % len(self.rows)], self.rows[other % len(self.rows)]
        if first is second or self.is_touched(first) or self.is_touched(second):
            return
        row = self.new((first.uid, second.uid))
        self.rows = [each for each in self.rows if each not in (first, second)]
        self.rows.append(replace(row, was=(first.name, second.name)))

    @rule(at=st.integers(0, 9), stays=st.booleans())
    def split(self, at: int, stays: bool) -> None:
        row = self.rows[at % len(self.rows)]
        if self.is_touched(row):
            return
        parts = [replace(self.new((row.uid,)), inherits=row.name) for _ in range(1 if stays else 2)]
        self.rows = [each for each in self.rows if stays or each is not row] + parts

    @rule(at=st.integers(0, 9))
    def retire(self, at: int) -> None:
        row = self.rows[at % len(self.rows)]
        if len(self.rows) > 1 and not self.is_touched(row) and row.name not in self.inherited():
            self.rows.remove(row)
            self.retired.append(row.name)

    @rule()
    def stop_saying(self) -> None:
        """An author tidies up: what was published need not be said again."""
        self.rows = [
            replace(row, was=(), inherits="") if row in self.live and row.name in self.numbers else row
            for row in self.rows
        ]

    @rule()
    @precondition(lambda self: not self.list_was)
    def rename_the_list(self) -> None:
        self.list_was = (self.list_id,)
        self.list_id = f"list-{next(self.lists)}"

    # --- readers ---------------------------------------------------------------------------------------

    @rule(at=st.integers(0, 9), state=st.integers(0, 1))
    def tick(self, at: int, state: int) -> None:
        row = self.live[at % len(self.live)]
        self.reader.visit(self.lock, self.as_published)
        self.reader.set(row.name, state)
        self.done[row.uid] = state

    # --- publishing ------------------------------------------------------------------------------------

    @rule()
    def publish(self) -> None:
        checklist = self.checklist(self.rows)
        assert self.told(checklist) == []
        self.lock = updated(self.lock, [checklist])
        self.as_published, self.published_id = checklist, self.list_id
        for row in self.rows:
            parts = self.sources.pop(row.uid, ())
            self.done.setdefault(row.uid, min((self.done[part] for part in parts), default=0))
        self.sources = {}
        self.live = list(self.rows)
        names = {row.name for row in self.rows}
        self.rows = [replace(row, was=tuple(id for id in row.was if id not in names)) for row in self.rows]
        self.list_was = ()
        self.gone = [id for id, entry in self.lock.lists[self.list_id].items.items() if not entry.is_live]
        numbers = ordinals(self.lock, checklist)
        assert numbers.items() >= self.numbers.items()
        assert len(set(numbers.values())) == len(numbers)
        self.numbers = numbers

    @invariant()
    def every_tick_is_where_it_belongs(self) -> None:
        if self.live:
            before = ancestry(self.lock, self.as_published)
            reader = Reader(dict(self.reader.items))
            reader.visit(self.lock, self.as_published)
            found = {row.name: reader.value(row.name, before)[0] for row in self.live}
            assert found == {row.name: self.done[row.uid] for row in self.live}

    # --- careless edits are refused, and are not done ----------------------------------------------------

    @rule(at=st.integers(0, 9), text=st.sampled_from(["{} again", "Do not {}", "Something else"]))
    def reword_carelessly(self, at: int, text: str) -> None:
        row = self.rows[at % len(self.rows)]
        if not self.is_touched(row) and not row.id:
            careless = replace(row, text=text.format(row.text))
            rows = [careless if each is row else each for each in self.rows]
            checklist = self.checklist(rows)
            alike = {self.line(rows, careless)}
            self.refused(
                checklist, alike if careless.text.startswith(row.text) else alike | self.beside(rows), row.name
            )

    @rule(at=st.integers(0, 9))
    def delete_carelessly(self, at: int) -> None:
        row = self.rows[at % len(self.rows)]
        if not self.is_touched(row) and row.name not in self.inherited():
            rows = [each for each in self.rows if each is not row]
            self.refused(self.checklist(rows), self.beside(rows), row.name)

    @rule(at=st.integers(0, 9))
    @precondition(lambda self: self.gone)
    def use_an_old_id_carelessly(self, at: int) -> None:
        id = self.gone[at % len(self.gone)]
        if id in {row.name for row in self.rows} or id in {old for row in self.rows for old in row.was}:
            return
        again = Row(-1, "Nothing like it", id=id)
        rows = [*self.rows, again]
        self.refused(self.checklist(rows), {self.line(rows, again)}, id)

    def refused(self, checklist: Checklist, lines: set[int], id: str) -> None:
        told = [problem for problem in self.told(checklist) if f'"{id}"' in problem.what]
        assert told and {problem.where.line for problem in told} <= lines, [str(each) for each in told]

    # --- words -----------------------------------------------------------------------------------------

    def new(self, sources: tuple[int, ...]) -> Row:
        row = Row(next(self.uids), next(self.texts))
        self.sources[row.uid] = sources
        return row

    def is_touched(self, row: Row) -> bool:
        """Whether a row is not as it was published: one edit of a kind at a time keeps the model simple."""
        published = {each.name for each in self.live}
        return row.name not in published or row.uid in self.sources or row.name in self.claimed()

    def claimed(self) -> set[str]:
        return {old for row in self.rows if row.uid in self.sources for old in row.was} | self.inherited()

    def inherited(self) -> set[str]:
        return {row.inherits for row in self.rows if row.uid in self.sources}

    def told(self, checklist: Checklist) -> list[Problem]:
        problems = [*identity.problems([checklist]), *compare(self.lock, [checklist])]
        return [problem for problem in problems if problem.severity is Severity.ERROR]

    def checklist(self, rows: list[Row]) -> Checklist:
        items = tuple(
            Item(
                id=row.name,
                text=row.text,
                where=Location(PATH, line),
                id_written=bool(row.id),
                was=row.was,
                inherits=row.inherits,
            )
            for line, row in enumerate(rows, 3)
        )
        half = len(items) // 2
        sections = (
            Section("a", "A", Location(PATH, 2), items[:half]),
            Section("b", "B", Location(PATH, 2), items[half:]),
        )
        retired = tuple((id, Location(PATH, 1)) for id in self.retired)
        return Checklist(
            self.list_id,
            self.list_id,
            "List",
            Location(PATH),
            sections,
            was=self.list_was,
            retired=retired,
            items_where=Location(PATH, 2),
        )

    def beside(self, rows: list[Row]) -> set[int]:
        """Where an id is missed that nothing resembles, and the new items, one of which may resemble it."""
        return {2} | {self.line(rows, each) for each in rows if each.name not in self.numbers}

    def line(self, rows: list[Row], row: Row) -> int:
        return 3 + rows.index(row)


Edits.TestCase.settings = settings(stateful_step_count=30)
TestEdits = Edits.TestCase
