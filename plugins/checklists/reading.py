"""The text of a checklist file -> `Checklist`, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from located import Ids, Location, Mapping, Node, Problem, Scalar, Sequence, Severity, compose, quote, slugify

from .advice import advice
from .fields import CHECKLIST, SECTION, Status
from .items import ItemReader, Place
from .keys import Said, read_keys
from .model import Checklist, Level, Section
from .naming import name_items
from .values import kind_of

Markdown = Callable[[str], str]


def read_checklist(text: str, path: str, slug: str, markdown: Markdown) -> tuple[Checklist | None, tuple[Problem, ...]]:
    """What a checklist file says, and its problems, sorted; no checklist if items or ids may be missing from it.

    `path` is as `shown_path` gives it, `slug` the file's stem, `markdown` what turns an ``intro`` into HTML.
    """
    root, slips = compose(text, path)
    told = {slip.where.line for slip in slips if slip.severity is Severity.ERROR}
    if not isinstance(root, Mapping):
        return None, tuple(sorted({*slips, *([] if told else [_wrong_root(root, path)])}))
    reading = _Reading(slug, markdown)
    checklist = reading.checklist(root)
    problems = {*slips, *(problem for problem in reading.problems if problem.where.line not in told)}
    if checklist is None or not reading.is_whole or told:
        return None, tuple(sorted(problems))
    return checklist, tuple(sorted({*problems, *advice(checklist)}))


_START = 'Write "title: …", and below it "items:" and a line with "- …" for each item.'


def _wrong_root(root: Scalar | Sequence | None, path: str) -> Problem:
    if root is None:
        return Problem(Location(path), "the file says nothing", _START)
    if isinstance(root, Scalar):
        return Problem(root.where, f"the whole file is read as one text: {quote(root.text)}", _START)
    return Problem(root.where, "the file is a list, without a title", 'Write "title: …" and "items:" above the list.')


class _Reading(ItemReader):
    """One reading of one file."""

    def __init__(self, slug: str, markdown: Markdown) -> None:
        super().__init__()
        self.slug, self.markdown = slug, markdown

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
            was_where=said.value_places.get("was"),
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
            translates_where=said.value_places.get("translates"),
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
            items = self.items(values["items"], Place(level))
            found.append(Section("", "", places.get("items", root.where), items))
        return tuple(found)

    def _section(self, node: Node, level: Level) -> Section | None:
        if not isinstance(node, Mapping):
            fix = 'Write "- title: …", and below it "items:" and the list.'
            self.tell(node.where, f'a section must have "title" and "items", but {kind_of(node)}', fix)
            return None
        said = read_keys(node, SECTION)
        values = self.add(said)
        items = self.items(values.get("items", ()), Place(level))
        condition = self.condition(values.get("condition"))
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


def _with_section_ids(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    ids = Ids()
    for section in sections:
        ids.reserve(section.id)
    return tuple(
        each if each.id or not each.title else replace(each, id=ids.unique(slugify(each.title) or "section"))
        for each in sections
    )
