"""How an author says something about an item: in YAML, or behind an item of a task list in Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from located import MARKDOWN_SUFFIXES, Location

from .model import Checklist


@dataclass(frozen=True, slots=True)
class Spelling:
    is_markdown: bool
    is_checklist: bool = True
    """Whether it is a checklist's own file, rather than an article."""
    is_rst: bool = False

    def id(self, id: str) -> str:
        return f"{{: #{id} }}" if self.is_markdown else f"id: {id}"

    def heading(self, id: str) -> str:
        """How a heading is given an id."""
        if self.is_rst:
            return f".. _{id}: above it"
        return f"{{: #{id} }} behind its text" if self.is_markdown else f'like id="{id}" in HTML'

    def header(self, key: str, value: str) -> str:
        """A line of the list's file, or of what an article has above its text."""
        if self.is_checklist or self.is_markdown:
            return f"{key}: {value}"
        return f":{key}: {value}" if self.is_rst else f'<meta name="{key}" content="{value}">'

    @property
    def place_of_headers(self) -> str:
        """Where an article has such lines."""
        return "front matter" if self.is_markdown else "first lines" if self.is_rst else "head"

    def was(self, id: str, old: str) -> str:
        return f'{{: #{id} was="{old}" }}' if self.is_markdown else f"was: {old}"

    def inherits(self, id: str, old: str) -> str:
        return f'{{: #{id} inherits="{old}" }}' if self.is_markdown else f"inherits: {old}"

    def retired(self, list_id: str, id: str) -> str:
        """What to do to give up an item; an article has no place to say it in."""
        if self.is_markdown or not self.is_checklist:
            return f"run make checklists-fix RETIRE={list_id}/{id}"
        return f"add retired: [{id}] to the checklist"


def spelling(where: Location) -> Spelling:
    """The spelling of the file at `where`."""
    suffix = where.path.rpartition(".")[2]
    return Spelling(suffix in MARKDOWN_SUFFIXES, suffix in ("yml", "yaml"), suffix == "rst")


def list_id(checklist: Checklist, id: str) -> str:
    """How a list says its id, or an article the id of its task lists or of the list of its strategies."""
    said = spelling(checklist.where)
    return said.header("id" if said.is_checklist else "guide_id" if checklist.is_guide else "checklist_id", id)


def place(where: Location | None, seen_from: Location) -> str:
    """Another place in words: "line 7", or with its file if that is another one."""
    if where is None:
        return "the lock"
    return f"line {where.line}" if where.path == seen_from.path else f"{where.path}:{where.line}"
