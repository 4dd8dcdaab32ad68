"""What a checklist file may say: one table each for checklist, section and item.

Reading, the messages about unknown keys and the JSON Schema all come from these tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from located import Mapping, Node, Scalar, Sequence

from .asking import DATES, QUESTIONS
from .links import LINKS
from .model import Kind, Level, Mode
from .times import DUE, REPEAT, TIME
from .values import (
    DAY,
    FLAG,
    IDENTIFIER,
    IDENTIFIERS,
    LANGUAGE,
    LINES,
    MARKDOWN,
    NAMES,
    PLACED_IDENTIFIERS,
    REVISION,
    STRATEGY,
    TEXT,
    WHEN_DONE,
    Form,
    choice,
    kind_of,
    said,
    scalar,
    text_form,
    wrong,
)

TITLE_LIMIT = 200


class Status(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table."""

    key: str
    name: str
    """The field of the model, or what `reading` makes one from."""
    form: Form
    doc: str
    """One line for authors; editors show it."""
    synonyms: str = ""
    """What others call it."""
    required: bool = False
    vital: bool = False
    """Whether an item or an id may be lost when this cannot be read."""


@dataclass(frozen=True, slots=True)
class Table:
    owner: str
    """In words: "an item"."""
    content: str
    """The key without which there is nothing to tick."""
    fields: tuple[Field, ...]
    hints: tuple[tuple[str, str], ...] = ()
    """Keys that no other key stands for, each with what to do instead."""

    @property
    def by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @property
    def synonyms(self) -> dict[str, str]:
        return {word: field.key for field in self.fields for word in field.synonyms.split()}


def _nodes(key: str, node: Node) -> tuple[Node, ...]:
    """A list of which `reading` makes more."""
    if isinstance(node, Sequence) and node.items:
        return node.items
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and node.is_empty):
        fix = 'Write at least one line below it that starts with "- ".'
        raise wrong(node.where, f'"{key}" is empty', fix)
    fix = 'Write each one on a line of its own that starts with "- ".'
    if isinstance(node, Mapping) and node.pairs[0][0].text.startswith("-"):
        raise wrong(node.where, "there is no space after the dash", 'Write "- " and the text.')
    raise wrong(node.where, f'"{key}" must be a list, but {kind_of(node)}', fix)


def _condition(key: str, node: Node) -> Scalar | None:
    """Read only when the questions are known, by `read_condition`."""
    typed = scalar(key, node)
    return typed if said(key, typed) else None


ITEMS = Form(_nodes, {"$ref": "#/$defs/items"})
SUBITEMS = Form(_nodes, {"$ref": "#/$defs/subitems"})
SECTIONS = Form(_nodes, {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/section"}})
CONDITION = Form(_condition, {"type": ["string", "number", "boolean", "null"], "maxLength": 200})
TITLE = text_form(TITLE_LIMIT, required=True)
ITEM_TEXT = text_form(required=True)

LEVEL = choice(
    Level,
    dict.fromkeys("must required critical high mandatory important urgent necessary 1 p1".split(), "essential")
    | dict.fromkeys("should normal medium default standard middle 2 p2".split(), "recommended")
    | dict.fromkeys("could may nice nicetohave low bonus extra 3 p3".split(), "optional"),
)
KIND = choice(
    Kind,
    dict.fromkeys("todo item step action check checkbox".split(), "task")
    | dict.fromkeys("info hint tip comment text pause remark".split(), "note")
    | dict.fromkeys("caution danger alert attention warn important".split(), "warning"),
)
MODE = choice(
    Mode,
    dict.fromkeys("confirm doconfirm check challenge doandconfirm".split(), "do-confirm")
    | dict.fromkeys("read readdo readanddo step stepbystep".split(), "read-do"),
)
STATUS = choice(
    Status,
    dict.fromkeys("hidden private unpublished wip unfinished".split(), "draft")
    | dict.fromkeys("public live publish final ready".split(), "published"),
)

CHECKLIST = Table(
    "the checklist",
    "items",
    (
        Field("title", "title", TITLE, "What the list is called.",
              "name titel titre titulo heading headline label caption", required=True, vital=True),
        Field("id", "id", IDENTIFIER, "Names the readers' progress for good. Without it the file's name does.",
              "identifier key uid uuid listid", vital=True),
        Field("was", "was", IDENTIFIERS, "Ids that this list had before, or names of its file.",
              "formerly previously old oldid alias aliases renamed", vital=True),
        Field("summary", "summary", TEXT, "One or two sentences for cards and search results.",
              "description excerpt abstract subtitle desc teaser tagline beschreibung"),
        Field("intro", "intro", MARKDOWN, "What stands above the list, in Markdown.",
              "introduction body content preface lead text about"),
        Field("mode", "mode", MODE, "Do from memory and then confirm, or read an item and then do it.",
              "style method"),
        Field("level", "level", LEVEL, "The level of items that name none.",
              "priority importance severity weight rank prio"),
        Field("updated", "updated", DAY, "The day of the last change that readers should know of.",
              "modified lastmod lastmodified date updatedat changed"),
        Field("author", "author", TEXT, "Who wrote it.", "authors by creator writer owner autor"),
        Field("tags", "tags", NAMES, "What it is about.", "tag keywords labels category categories topics topic"),
        Field("lang", "lang", LANGUAGE, "The language, when it is not the site's: en, de, pt-BR.",
              "language locale sprache"),
        Field("translates", "translates", IDENTIFIER, "The list that this one translates; its items have the same ids.",
              "translation translationof translates_of original"),
        Field("article", "article", IDENTIFIER, "The slug of the article that it belongs to.",
              "post page articles guide"),
        Field("ask", "questions", QUESTIONS, "Questions that decide which items are shown.",
              "asks question questions variables conditions options inputs"),
        Field("dates", "dates", DATES, "Dates that readers fill in and `due` counts from.",
              "deadlines events milestones datelabels deadline event"),
        Field("retired", "retired", PLACED_IDENTIFIERS, "Ids of items that are gone for good.",
              "removed deleted gone dropped obsolete", vital=True),
        Field("status", "status", STATUS, "A draft is seen in the preview alone.", "state visibility"),
        Field("sections", "sections", SECTIONS, "The items in groups with titles.",
              "section groups group parts chapters phases stages blocks", vital=True),
        Field("items", "items", ITEMS, "The items, when there are no sections.",
              "item tasks task steps step lines todos todo entries checklist checks points list elements", vital=True),
    ),
    (
        ("slug", "The file's name is the address. Remove this line, and rename the file if you want another."),
        ("draft", 'Write "status: draft".'),
        ("published", 'Write "status: published" or "status: draft".'),
        ("version", 'Remove it; "rev" of an item tells readers of a change.'),
        ("rev", 'It belongs to the item whose meaning changed.'),
        ("layout", "Remove it; every checklist has the same layout."),
    ),
)  # fmt: skip

SECTION = Table(
    "a section",
    "items",
    (
        Field("title", "title", TITLE, "What the section is called.",
              "name titel titre titulo heading headline label caption section text", required=True),
        Field("id", "id", IDENTIFIER, "Names the section in addresses.", "identifier key uid uuid sectionid"),
        Field("intro", "intro", MARKDOWN, "What stands above its items, in Markdown.",
              "introduction description desc summary body content preface lead note why"),
        Field("mode", "mode", MODE, "The mode of this section alone.", "style method"),
        Field("if", "condition", CONDITION, "When it is shown: online, not online, online and size is large.",
              "when condition onlyif showif visible depends"),
        Field("items", "items", ITEMS, "Its items.",
              "item tasks task steps step lines todos todo entries checklist checks points list elements questions",
              required=True, vital=True),
    ),
    (("sections", "A section cannot lie in another. Put it after this one."),),
)  # fmt: skip

ITEM = Table(
    "an item",
    "text",
    (
        Field("text", "text", ITEM_TEXT, "What is to be done, best in the imperative.",
              "title name titel task item label line step todo summary content linesummary heading",
              required=True, vital=True),
        Field("id", "id", IDENTIFIER, "Keeps readers' ticks when the text changes.",
              "identifier key uid uuid itemid lineid slug anchor", vital=True),
        Field("was", "was", IDENTIFIERS, "Ids that this item had, or that were merged into it.",
              "formerly previously old oldid alias aliases renamed merged", vital=True),
        Field("inherits", "inherits", IDENTIFIER, "The item that it was split from; it starts with that one's tick.",
              "splitfrom from inherit", vital=True),
        Field("rev", "rev", REVISION, "Raise it when the meaning changes; who ticked before is told.",
              "revision version", vital=True),
        Field("kind", "kind", KIND, "A task can be ticked; a note or a warning cannot, and does not count.",
              "type"),
        Field("level", "level", LEVEL, "How much it matters.", "priority importance severity weight rank prio"),
        Field("why", "why", LINES, "Why it is worth doing.",
              "description reason rationale because purpose notes details detail explanation intro info desc"),
        Field("how", "how", LINES, "How it is done.", "instructions instruction method howto guide help"),
        Field("done", "done", WHEN_DONE, 'How to tell that it is done: "you can say it without notes".',
              "donewhen definitionofdone criteria criterion acceptance result finished"),
        Field("time", "minutes", TIME, "How long it takes: 10m, 1h, 1h30m.",
              "duration minutes estimate effort takes length zeit"),
        Field("due", "due", DUE, "By when: event - 7d, event + 2w, or a date.",
              "deadline date until by before when_due dueat duedate"),
        Field("repeat", "repeat", REPEAT, "How many times, or daily, weekly or monthly.",
              "times count recurrence frequency every recurring repeats"),
        Field("if", "condition", CONDITION, "When it is shown: online, not online, online and size is large.",
              "when condition onlyif showif visible depends"),
        Field("links", "links", LINKS, "Addresses, each alone or with a text.",
              "link url urls href resources resource references sources source"),
        Field("tags", "tags", NAMES, "What it needs or is about; readers can filter by it.",
              "tag keywords labels category categories topics"),
        Field("strategy", "strategy", STRATEGY, "The id of the strategy that it practises, as make strategies has it.",
              "strategies"),
        Field("na", "may_skip", FLAG, 'no: "not applicable" is no answer to it.',
              "notapplicable skippable skip canskip"),
        Field("items", "items", SUBITEMS, "Items below it, one level deep.",
              "subitems children subtasks substeps steps tasks checklist lines", vital=True),
    ),
    (
        ("note", 'Write it as "text: …", and below that "kind: note".'),
        ("warning", 'Write it as "text: …", and below that "kind: warning".'),
        ("optional", 'Write "level: optional".'),
        ("required", 'Write "level: essential".'),
        ("essential", 'Write "level: essential".'),
        ("recommended", 'Write "level: recommended".'),
        ("checked", "Remove it; every list starts unticked."),
        ("ticked", "Remove it; every list starts unticked."),
        ("completed", "Remove it; every list starts unticked."),
    ),
)  # fmt: skip

TABLES = (CHECKLIST, SECTION, ITEM)
