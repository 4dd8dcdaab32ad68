"""The text of a checklist file -> `Checklist`, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from located import Ids, Location, Mapping, Node, Problem, Scalar, Severity, compose, quote, slugify

from .advice import advice
from .conditions import read_condition
from .fields import CHECKLIST, ITEM, SECTION, Status
from .keys import Said, read_keys
from .model import Checklist, DateLabel, Due, If, Item, Kind, Level, Question, Repeat, Section
from .naming import name_items
from .times import read_due
from .values import Wrong, kind_of

Markdown = Callable[[str], str]


def read_checklist(text: str, path: str, slug: str, markdown: Markdown) -> tuple[Checklist | None, tuple[Problem, ...]]:
    """What a checklist file says, and its problems, sorted; no checklist if items or ids may be missing from it.

    `path` is as `shown_path` gives it, `slug` the file's stem, `markdown` what turns an ``intro`` into HTML.
    """
    root, slips = compose(text, path)
    if root is None:
        start = Location(path)
        return None, slips or (Problem(start, "the file says nothing", _START),)
    if not isinstance(root, Mapping):
        return None, tuple(sorted({*slips, *_wrong_root(root, bool(slips))}))
    reading = _Reading(slug, markdown)
    checklist = reading.checklist(root)
    told = {slip.where.line for slip in slips if slip.severity is Severity.ERROR}
    problems = {*slips, *(problem for problem in reading.problems if problem.where.line not in told)}
    if checklist is None or not reading.is_whole or told:
        return None, tuple(sorted(problems))
    return checklist, tuple(sorted({*problems, *advice(checklist)}))


_START = 'Write "title: …", and below it "items:" and a line with "- …" for each item.'


def _wrong_root(root: Node, is_told: bool) -> Iterable[Problem]:
    if isinstance(root, Scalar):
        if not is_told:
            yield Problem(root.where, f"the whole file is read as one text: {quote(root.text)}", _START)
        return
    fix = 'Write "title: …" and "items:" above the list.'
    yield Problem(root.where, "the file is a list, without a title", fix)


@dataclass(frozen=True, slots=True)
class _Place:
    """What an item is read in."""

    level: Level
    is_below: bool = False


class _Reading:
    """One reading of one file: what it asks its reader, and the problems so far."""

    def __init__(self, slug: str, markdown: Markdown) -> None:
        self.slug, self.markdown = slug, markdown
        self.problems: list[Problem] = []
        self.is_whole = True
        self.questions: dict[str, Question] | None = {}
        self.labels: dict[str, DateLabel] | None = {}
        self.id_places: dict[Location, Location] = {}

    def tell(self, where: Location, what: str, fix: str) -> None:
        """An error by which an item or an id may be lost."""
        self.problems.append(Problem(where, what, fix))
        self.is_whole = False

    def add(self, said: Said) -> dict[str, Any]:
        self.problems.extend(said.problems)
        self.is_whole &= said.is_whole
        return said.values

    # --- the checklist -------------------------------------------------------------------------------

    def checklist(self, root: Mapping) -> Checklist | None:
        said = read_keys(root, CHECKLIST)
        values = self.add(said)
        self._note_asked(said)
        sections = self._named(self._sections(root, said))
        self._check_itself(values, said.places)
        if not sections or "title" not in values:
            return None
        places, where = said.places, root.where
        return Checklist(
            values.get("id") or self.slug,
            self.slug,
            values["title"],
            where,
            sections,
            was=values.get("was", ()),
            retired=values.get("retired", ()),
            summary=values.get("summary", ""),
            intro_html=self._html(values),
            mode=values.get("mode"),
            level=values.get("level") or Level.RECOMMENDED,
            updated=values.get("updated"),
            author=values.get("author", ""),
            tags=values.get("tags", ()),
            lang=values.get("lang", ""),
            translates=values.get("translates", ""),
            article=values.get("article", ""),
            article_where=said.value_places.get("article") if values.get("article") else None,
            questions=values.get("questions", ()),
            dates=values.get("dates", ()),
            is_draft=values.get("status") is Status.DRAFT,
            items_where=places.get("sections") or places.get("items"),
        )

    def _note_asked(self, said: Said) -> None:
        """Keep questions and dates by their ids; None stands for not known, when they cannot be read."""
        values, places = said.values, said.places
        self.questions = self.labels = None
        if "questions" in values or "ask" not in places:
            self.questions = {each.id: each for each in values.get("questions", ())}
        if "dates" in values or "dates" not in places:
            self.labels = {each.id: each for each in values.get("dates", ())}

    def _check_itself(self, values: dict[str, Any], places: dict[str, Location]) -> None:
        if values.get("translates") == self.slug:
            what = f'"translates" names this very list: "{self.slug}"'
            self.problems.append(Problem(places["translates"], what, "Name the original."))

    def _html(self, values: dict[str, Any]) -> str:
        intro = values.get("intro", "")
        return self.markdown(intro) if intro else ""

    # --- sections ------------------------------------------------------------------------------------

    def _sections(self, root: Mapping, said: Said) -> tuple[Section, ...]:
        places, values = said.places, said.values
        if "items" in places and "sections" in places:
            first, second = sorted((places["items"], places["sections"]))
            what = f'there are both "items" and "sections", one in line {first.line}'
            self.tell(second, what, "Put those items into a section.")
        elif not {"items", "sections"} & (places.keys() | values.keys()):
            self.tell(
                root.where, 'the checklist has no "items"', 'Add "items:" and below it a line with "- …" for each.'
            )
        level = values.get("level") or Level.RECOMMENDED
        found = [section for node in values.get("sections", ()) if (section := self._section(node, level))]
        if "items" in values:
            items = self._items(values["items"], _Place(level))
            found.append(Section("", "", places.get("items", root.where), items))
        return tuple(found)

    def _section(self, node: Node, level: Level) -> Section | None:
        if not isinstance(node, Mapping):
            fix = 'Write "- title: …", and below it "items:" and the list.'
            self.tell(node.where, f'a section must have "title" and "items", but {kind_of(node)}', fix)
            return None
        said = read_keys(node, SECTION)
        values = self.add(said)
        items = self._items(values.get("items", ()), _Place(level))
        condition = self._condition(values.get("condition"))
        if "id" in said.value_places and values.get("id"):
            self.id_places[node.where] = said.value_places["id"]
        return Section(
            values.get("id", ""),
            values.get("title", ""),
            node.where,
            items,
            self._html(values),
            values.get("mode"),
            condition,
        )

    def _named(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        self._check_section_ids(sections)
        named, problems = name_items(_with_section_ids(sections), self.id_places)
        for problem in problems:
            self.tell(problem.where, problem.what, problem.fix)
        return named

    def _check_section_ids(self, sections: tuple[Section, ...]) -> None:
        first: dict[str, Location] = {}
        for section in sections:
            if section.id:
                here = self.id_places[section.where]
                there = first.setdefault(section.id, here)
                if there is not here:
                    what = f'the id "{section.id}" of a section comes twice, first in line {there.line}'
                    self.problems.append(Problem(here, what, "Change one of them."))

    # --- items ---------------------------------------------------------------------------------------

    def _items(self, nodes: Iterable[Node], place: _Place) -> tuple[Item, ...]:
        return tuple(item for node in nodes if (item := self._item(node, place)))

    def _item(self, node: Node, place: _Place) -> Item | None:
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

    def _plain(self, node: Scalar, place: _Place) -> Item | None:
        try:
            text = ITEM.by_key["text"].form.read("text", node)
        except Wrong as error:
            self.problems.extend(error.problems)
            self.is_whole = False
            return None
        return Item("", text, node.where, level=place.level)

    def _written_out(self, node: Mapping, place: _Place) -> Item | None:
        said = read_keys(node, ITEM)
        values = self.add(said)
        if values.get("id"):
            self.id_places[node.where] = said.value_places["id"]
        if "text" not in values:
            self._items(values.get("items", ()), _Place(place.level, True))
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
            condition=self._condition(values.get("condition")),
            links=values.get("links", ()),
            tags=values.get("tags", ()),
            strategy=strategy,
            strategy_where=said.value_places["strategy"] if strategy else None,
            may_skip=values.get("may_skip") is not False,
            items=self._below(said, place),
        )

    def _below(self, said: Said, place: _Place) -> tuple[Item, ...]:
        nodes = said.values.get("items", ())
        if nodes and place.is_below:
            fix = "Move them up to stand beside this one, or start a section."
            self.tell(said.places["items"], "items below an item cannot have items of their own", fix)
        return self._items(nodes, _Place(place.level, True))

    def _due(self, typed: Scalar | None) -> Due | None:
        if typed is None or self.labels is None:
            return None
        try:
            return read_due(typed, self.labels)
        except Wrong as error:
            self.problems.extend(error.problems)
            return None

    def _condition(self, typed: Scalar | None) -> If | None:
        if typed is None or self.questions is None:
            return None
        try:
            return read_condition(" ".join(typed.text.split()), typed.where, self.questions)
        except Wrong as error:
            self.problems.extend(error.problems)
            return None


def _with_section_ids(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    ids = Ids()
    for section in sections:
        ids.reserve(section.id)
    return tuple(
        each if each.id or not each.title else replace(each, id=ids.unique(slugify(each.title) or "section"))
        for each in sections
    )
