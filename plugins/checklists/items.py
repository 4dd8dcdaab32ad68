"""Nodes -> the items of a checklist, with what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar

from .conditions import read_condition
from .fields import ITEM
from .keys import Said, read_keys
from .model import DateLabel, Due, If, Item, Kind, Level, Question, Repeat
from .times import read_due
from .values import Wrong, kind_of


@dataclass(frozen=True, slots=True)
class Place:
    """What an item is read in."""

    level: Level
    is_below: bool = False


class ItemReader:
    """Reads the items of one file, by what it asks its reader; and gathers the problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.is_whole = True
        """Whether no item and no id may be missing."""
        self.questions: dict[str, Question] | None = {}
        """None if they cannot be read, so that nothing can be said of what refers to them."""
        self.labels: dict[str, DateLabel] | None = {}
        self.id_places: dict[Location, Location] = {}
        """The place of an item or a section -> that of the id that was written for it."""

    def tell(self, where: Location, what: str, fix: str) -> None:
        """An error by which an item or an id may be lost."""
        self.problems.append(Problem(where, what, fix))
        self.is_whole = False

    def add(self, said: Said) -> dict[str, Any]:
        self.problems.extend(said.problems)
        self.is_whole &= said.is_whole
        return said.values

    def items(self, nodes: Iterable[Node], place: Place) -> tuple[Item, ...]:
        return tuple(item for node in nodes if (item := self._item(node, place)))

    def _item(self, node: Node, place: Place) -> Item | None:
        if isinstance(node, Mapping):
            return self._written_out(node, place)
        if not isinstance(node, Scalar):
            fix = 'Write one item after each dash; items below an item need the key "items".'
            self.tell(node.where, f"an item must be text or have keys, but {kind_of(node)}", fix)
        elif node.is_empty or not node.text.strip():
            self.tell(node.where, "this item is empty", "Write its text after the dash, or remove the dash.")
        else:
            return self._plain(node, place)
        return None

    def _plain(self, node: Scalar, place: Place) -> Item | None:
        try:
            text = ITEM.by_key["text"].form.read("text", node)
        except Wrong as error:
            self.problems.extend(error.problems)
            self.is_whole = False
            return None
        return Item("", text, node.where, level=place.level)

    def _written_out(self, node: Mapping, place: Place) -> Item | None:
        said = read_keys(node, ITEM)
        values = self.add(said)
        if values.get("id"):
            self.id_places[node.where] = said.value_places["id"]
        if "text" not in values:
            self.items(values.get("items", ()), Place(place.level, True))
            return None
        strategy = values.get("strategy", "")
        return Item(
            values.get("id", ""),
            values["text"],
            node.where,
            id_written=bool(values.get("id")),
            was=values.get("was", ()),
            inherits=values.get("inherits", ""),
            rev=values.get("rev", 1),
            kind=values.get("kind") or Kind.TASK,
            level=values.get("level") or place.level,
            level_written=values.get("level") is not None,
            why=values.get("why", ""),
            how=values.get("how", ""),
            done=values.get("done", ""),
            minutes=values.get("minutes", 0),
            due=self._due(values.get("due")),
            repeat=values.get("repeat", Repeat()),
            condition=self.condition(values.get("condition")),
            links=values.get("links", ()),
            tags=values.get("tags", ()),
            strategy=strategy,
            strategy_where=said.value_places["strategy"] if strategy else None,
            may_skip=values.get("may_skip") is not False,
            items=self._below(said, place),
        )

    def _below(self, said: Said, place: Place) -> tuple[Item, ...]:
        nodes = said.values.get("items", ())
        if nodes and place.is_below:
            fix = "Move them up to stand beside this one, or start a section."
            self.tell(
                said.places.get("items", nodes[0].where), "items below an item cannot have items of their own", fix
            )
        return self.items(nodes, Place(place.level, True))

    def _due(self, typed: Scalar | None) -> Due | None:
        if typed is None or self.labels is None:
            return None
        try:
            return read_due(typed, self.labels)
        except Wrong as error:
            self.problems.extend(error.problems)
            return None

    def condition(self, typed: Scalar | None) -> If | None:
        if typed is None or self.questions is None:
            return None
        try:
            return read_condition(" ".join(typed.text.split()), typed.where, self.questions)
        except Wrong as error:
            self.problems.extend(error.problems)
            return None
