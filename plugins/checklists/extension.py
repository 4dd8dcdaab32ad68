"""A Markdown extension: ``[checklist: slug]`` on a line of its own, and GitHub's task lists.

Both become elements that stand for a checklist until all lists are known; `embeds` puts the lists in their places.
With ``md.source_line`` set to the line of the file that the text starts on, the elements carry lines of the file.

    - [ ] Write to the host {: #write-host was="mail-host" rev=2 level=essential }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

EMBED = re.compile(r"^ {0,3}\[checklist:[ \t]*([^\]\n]*?)[ \t]*\][ \t]*$", re.M | re.I)
TASK = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s+(?=\[[ xX]\]\s)")
MARK = re.compile(r"\s*\[([ xX])\]\s+")
ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*?)\s*\}\s*$")
ATTRIBUTE = re.compile(r"""#(?P<id>[^\s}]+)|(?P<name>\w+)=(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>\S+))""")
FENCE = re.compile(r"[\s>]*(`{3,}|~{3,})")
NAMES = ("was", "inherits", "rev", "level")
LISTS = ("ul", "ol")
Places = list[tuple[int, int, str]]
"""Lines of the file, columns, and what is written there."""


class ChecklistExtension(Extension):
    reads_text_alone = True  # what it gives may be kept for as long as the text stays

    def extendMarkdown(self, md: Markdown) -> None:
        # Before anything adds or takes lines (28 and below).
        md.preprocessors.register(_Lines(md), "checklist_lines", 29)
        md.parser.blockprocessors.register(_Embed(md.parser), "checklist_embed", 75)  # after indented code (80)
        # After attribute lists (8), before quotation marks become typographic (4).
        md.treeprocessors.register(_Tasks(md), "checklist_tasks", 6)


class _Lines(Preprocessor):
    """Notes where embeds and tasks stand: (line, column, text) in order, those in fenced code left out."""

    def run(self, lines: list[str]) -> list[str]:
        md: Any = self.md
        first = getattr(md, "source_line", 1)
        marked = [(first + at, column, text) for at, column, text in _marked(lines)]
        md.checklist_embeds = [each for each in marked if EMBED.match(each[2])]
        md.checklist_tasks = [each for each in marked if MARK.match(each[2])]
        return lines


def _marked(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    fence = ""
    for at, line in enumerate(lines):
        if found := FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not line[found.end() :].strip():
                fence = ""
        elif not fence:
            if embed := EMBED.match(line):
                yield at, line.index("[") + 1, embed[0]
            elif task := TASK.match(line):
                yield at, task.end() + 1, line[task.end() :]


class _Embed(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return "[" in block and EMBED.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = EMBED.search(block)
        assert found is not None
        if before := block[: found.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        md: Any = self.parser.md
        place = _take(md.checklist_embeds, found[0])
        SubElement(parent, "check-list-embed", {"data-slug": found[1], **place})
        if after := block[found.end() :].lstrip("\n"):
            blocks.insert(0, after)


class _Tasks(Treeprocessor):
    """Wraps lists with a checkbox in them, and says on each item what its text said of it."""

    def run(self, root: Element) -> None:
        md: Any = self.md
        self.places: Places = md.checklist_tasks
        if self.places:
            self.title = ""
            self._wrap(root)

    def _wrap(self, parent: Element) -> None:
        for at, child in enumerate(list(parent)):
            if re.fullmatch("h[1-6]", child.tag):
                self.title = "".join(child.itertext())
            elif child.tag in LISTS and any(_mark(item) for item in child):
                self._read(child)
                wrapper = Element("check-list-tasks", {"data-title": " ".join(self.title.split())})
                wrapper.tail, child.tail = child.tail, None
                wrapper.append(child)
                parent[at] = wrapper
            else:
                self._wrap(child)

    def _read(self, tasks: Element) -> None:
        for item in tasks:
            if found := _mark(item):
                item.attrib.update(self._task(item, found))
            for child in item:
                if child.tag in LISTS:
                    self._read(child)

    def _task(self, item: Element, mark: re.Match[str]) -> dict[str, str]:
        """What a task says, as attributes; the marks for it are taken off its text."""
        place = _take(self.places, _text(item))
        _set_text(item, _text(item)[mark.end() :])
        said = _said(item)
        if "id" in item.attrib:
            said.setdefault("id", item.attrib.pop("id"))
        state = "done" if mark[1].strip() else "open"
        return {**place, "data-state": state, **{f"data-{name}": value for name, value in said.items()}}


def _take(places: Places, text: str) -> dict[str, str]:
    """The place of the next mark with this text; no mark before it is asked for again."""
    wanted = _letters(text)[:8]
    for at, (line, column, written) in enumerate(places):
        if _letters(written).startswith(wanted):
            del places[: at + 1]
            return {"data-line": str(line), "data-column": str(column)}
    return {"data-line": "1", "data-column": "1"}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _holder(item: Element) -> Element:
    """The element that an item's first words are in: the item, or its first paragraph."""
    return item[0] if not (item.text or "").strip() and len(item) and item[0].tag == "p" else item


def _text(item: Element) -> str:
    return _holder(item).text or ""


def _set_text(item: Element, text: str) -> None:
    _holder(item).text = text


def _mark(item: Element) -> re.Match[str] | None:
    return MARK.match(_text(item)) if item.tag == "li" else None


def _said(item: Element) -> dict[str, str]:
    """The attributes at the end of an item's text, which are taken off it."""
    holder = _holder(item)
    inline = [child for child in holder if child.tag not in (*LISTS, "p", "pre", "blockquote", "table", "div")]
    text = (inline[-1].tail if inline else holder.text) or ""
    found = ATTRIBUTES.search(text)
    if not found:
        return {name: item.attrib.pop(name) for name in NAMES if name in item.attrib}
    if inline:
        inline[-1].tail = text[: found.start()]
    else:
        holder.text = text[: found.start()]
    return {
        each["name"] or "id": each["id"] or each["quoted"] or each["single"] or each["bare"] or ""
        for each in ATTRIBUTE.finditer(found[1])
        if each["id"] or each["name"] in NAMES
    }


def makeExtension(**settings: Any) -> ChecklistExtension:
    return ChecklistExtension(**settings)
