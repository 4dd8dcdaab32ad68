"""A Markdown extension: recovered headings, stable ids, an outline, smart punctuation, tables that can scroll.

    md = Markdown(extensions=[ArticleExtension(), …])
    html = md.convert(text)
    md.article_outline, md.article_words, md.article_guesses, md.article_doubled

`recover` is off with ``recover=False``; the article's title is set as ``md.article_title`` before `convert`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from located import Ids, slugify
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .attributes import OURS, classes_of, said_in
from .blocks import BULLET, NUMBER, blocks
from .forms import read_title
from .guess import Guess
from .inline import MarkedInlineProcessor
from .model import RunIn, Source
from .outline import Event, Heading, Paragraph, numbered_title, outline
from .recover import recover, rewrite
from .typography import smarten
from .wording import folded

HEADINGS = {f"h{level}": level for level in range(1, 7)}
VERBATIM = frozenset(("code", "pre", "kbd", "samp", "script", "style", "math", "tt"))
INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd label mark q s samp small span strong sub sup time u var".split()
)
STASHED = re.compile("\x02(?:wzxhzdk:(\\d+)|amp|([0-9]+))\x03")
RAW_ID = re.compile(r"""<[^<>]*?\sid\s*=\s*["']?([^\s"'<>]+)""", re.I)
ATTRIBUTE_LINE = re.compile(r"\{:[^{}]*\}\s*$")
TAG = re.compile(r"<[^>]*>")
UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?</\1\s*>", re.S | re.I)
UNSEEN_TAG = re.compile(r"<(/?)(?:script|style|template)\b", re.I)
UNSEEN_TEXT = re.compile("\x02<\x03.*?(?:\x02>\x03|\\Z)|\x02>\x03", re.S)
"""From one of the marks that stand for such tags to the other."""
SOURCES: dict[str, Source] = {"bare": "bare", "number": "numbered", "bold": "bold"}


class ArticleExtension(Extension):
    def __init__(self, **settings: Any) -> None:
        self.config = {"recover": [True, "Recover headings from bare, numbered and bold lines"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        self.md = md
        self.reset()
        # Before code and HTML are stashed (25, 20): guesses then name lines of the source. They leave both alone.
        md.preprocessors.register(_Recover(md, self), "article_recover", 28)
        md.treeprocessors.register(MarkedInlineProcessor(md), "inline", 20)
        md.treeprocessors.register(_Typography(md), "article_typography", 4)  # after attr_list (8)
        md.treeprocessors.register(_Structure(md, self), "article_structure", -10)  # after unescape (0)

    def reset(self) -> None:
        """Forgets the last article; Markdown calls it through `Markdown.reset`."""
        md: Any = self.md
        md.article_title = ""
        md.article_recover = bool(self.getConfig("recover"))
        md.article_guesses = ()
        md.article_outline = outline(())
        md.article_words = 0
        md.article_doubled = ()


class _Recover(Preprocessor):
    def __init__(self, md: Markdown, extension: ArticleExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        md: Any = self.md
        if md.article_recover:
            md.article_guesses = recover(lines, md.article_title)
            lines = _with_room(rewrite(lines, md.article_guesses), md.article_guesses)
        return _with_attributes(lines)


def _with_room(lines: list[str], guesses: tuple[Guess, ...]) -> list[str]:
    """A blank line above run-ins that stand right below a paragraph: without one Python-Markdown sees no list."""
    first = {guess.line for guess in guesses if guess.kind == "run-in" and _is_below_prose(guess.line, lines)}
    return [text for line, given in enumerate(lines) for text in (("", given) if line in first else (given,))]


def _is_below_prose(line: int, lines: list[str]) -> bool:
    """Do the lines right above make a paragraph, no item of a list?"""
    start = line
    while start and lines[start - 1].strip():
        start -= 1
    return start < line and not any(NUMBER.match(above) or BULLET.match(above) for above in lines[start:line])


def _with_attributes(lines: list[str]) -> list[str]:
    """Moves an attribute list below a heading to its end: kramdown has it there, Python-Markdown beside the text."""
    if not any(line.startswith("{:") for line in lines):
        return lines
    out = list(lines)
    for block in blocks(lines):
        below = lines[block.end] if block.end < len(lines) else ""
        if block.kind == "heading" and len(block.lines) == 1 and ATTRIBUTE_LINE.match(below):
            out[block.start], out[block.end] = f"{block.first} {below.strip()}", ""
    return out


class _Typography(Treeprocessor):
    def run(self, root: Element) -> None:
        self._children(root, "")

    def _children(self, parent: Element, before: str) -> str:
        """Smartens the text in an element; gives back the last character seen, for a quote that follows it."""
        if parent.text and not isinstance(parent.text, AtomicString):
            parent.text = smarten(parent.text, before)
        before = parent.text[-1:] if parent.text else before
        for child in parent:
            if child.tag in VERBATIM:
                before = "x"
            elif child.tag == "br":
                before = ""
            else:
                last = self._children(child, before if child.tag in INLINE else "")
                before = last if child.tag in INLINE else ""
            if child.tail and not isinstance(child.tail, AtomicString):
                child.tail = smarten(child.tail, before)
            before = child.tail[-1:] if child.tail else before
        return before


class _Structure(Treeprocessor):
    """Gives headings and run-ins their ids, wraps tables, and reads the outline off the finished tree."""

    def __init__(self, md: Markdown, extension: ArticleExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        md: Any = self.md
        self.ids = Ids()
        self.words = 0
        self.doubled: list[str] = []
        self.given: set[str] = set()
        elements = list(root.iter())
        self._reserve_ids(elements)
        guesses: tuple[Guess, ...] = md.article_guesses
        self.run_ins = [guess for guess in guesses if guess.kind == "run-in"]
        self.recovered = [guess for guess in guesses if guess.level]
        self._name_headings(elements)
        md.article_outline = outline(list(self._events(root)))
        md.article_words = self.words
        md.article_doubled = tuple(dict.fromkeys(self.doubled))
        if any(element.tag == "table" for element in elements):
            self._wrap_tables(root)

    def _reserve_ids(self, elements: list[Element]) -> None:
        """Keeps the ids that the author wrote, in Markdown or in HTML, from being given out."""
        for element in elements:
            if "id" in element.attrib:
                self.ids.reserve(element.attrib["id"])
        for raw in self.md.htmlStash.rawHtmlBlocks:
            for written in RAW_ID.findall(str(raw)):
                self.ids.reserve(html.unescape(written))

    def _name_headings(self, elements: list[Element]) -> None:
        for element in elements:
            if element.tag in HEADINGS and not self._own_id(element):
                title, _ = numbered_title(self._text(element))
                element.set("id", self.ids.unique(slugify(title) or "section"))

    def _own_id(self, element: Element) -> str:
        """The id that its author wrote; "" if a heading or item before has it."""
        id = element.get("id", "")
        if id in self.given:
            self.doubled.append(id)
            return ""
        self.given |= {id} - {""}
        return id

    def _events(self, root: Element) -> Iterator[Event]:
        """What counts for the outline, in order; the words of everything are counted on the way."""
        for element in root:
            text = self._text(element)
            self.words += len(text.split())
            if element.tag in HEADINGS:
                said = classes_of(element.get("class", "")), self._said(element)
                yield Heading(HEADINGS[element.tag], element.get("id", ""), text, self._source(text), *said)
            elif element.tag == "p" and text:
                yield Paragraph(text)
            elif element.tag in ("ol", "ul"):
                yield from self._list(element)

    def _source(self, text: str) -> Source:
        """The form the next recovered heading was written in, if this is that heading."""
        if self.recovered and folded(text) == folded(
            ((read := read_title(self.recovered[0].markdown.lstrip("# "))) and read.text) or ""
        ):
            return SOURCES[self.recovered.pop(0).form]
        return "written"

    def _list(self, items: Element) -> Iterator[RunIn]:
        """Marks the list's run-ins, which come in the order they were guessed in."""
        for item in items:
            strong = self._opening_strong(item)
            if strong is None or not self.run_ins:
                continue
            title = self._text(strong).strip(" :")
            if folded(title) != folded(self.run_ins[0].title):
                continue
            guess = self.run_ins.pop(0)
            item.set("id", self._own_id(item) or self.ids.unique(slugify(title) or f"item-{guess.number}"))
            text = self._text(item)[len(self._text(strong)) :].lstrip(" :")
            said = classes_of(item.get("class", "")), self._said(item)
            yield RunIn(item.attrib["id"], title, guess.number, text, *said)

    def _opening_strong(self, item: Element) -> Element | None:
        holder = item
        if not (item.text or "").strip() and len(item) and item[0].tag == "p":
            holder = item[0]
        if (holder.text or "").strip() or not len(holder) or holder[0].tag != "strong":
            return None
        return holder[0]

    def _said(self, element: Element) -> tuple[tuple[str, str], ...]:
        """What an attribute list says in words of our own, as plain text; HTML gets them as ``data-…``."""
        for name, value in element.attrib.items():
            if "\x02" in (value or ""):  # Markdown has taken what is in it for HTML, and would never put that back
                element.set(name, self._plain(value))
        said = said_in(element.attrib)
        for name in OURS:
            if (own := element.attrib.pop(name, None)) is not None:
                element.set(f"data-{name}", own)
        return said

    def _text(self, element: Element) -> str:
        """The plain text of an element, without footnote marks."""
        return self._plain("".join(_pieces(element)))

    def _plain(self, text: str) -> str:
        """The text with what Markdown has put aside back in its place, white space folded."""
        if "\x02" in text:
            text = UNSEEN_TEXT.sub("", STASHED.sub(self._unstashed, text))
        return " ".join(text.split())

    def _unstashed(self, found: re.Match[str]) -> str:
        if not found[1]:
            return chr(int(found[2])) if found[2] else "&"
        raw = UNSEEN.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(found[1])]))
        if tag := UNSEEN_TAG.match(raw):
            return "\x02>\x03" if tag[1] else "\x02<\x03"
        return html.unescape(TAG.sub(" " if "\n" in raw else "", raw))

    def _wrap_tables(self, root: Element) -> None:
        """Puts each table in a region that scrolls by itself and can be reached by keyboard (WCAG 2.1.1).

        An empty corner is a cell like any other: a header that says nothing heads nothing. What columns are aligned to
        is a class: the attribute is obsolete, and a style would break a strict content security policy.
        """
        for cell in [*root.iter("th"), *root.iter("td")]:
            if side := cell.attrib.pop("align", ""):
                cell.set("class", f"align-{side}")
            if cell.tag == "th" and not len(cell) and not (cell.text or "").strip():
                cell.tag = "td"
            elif cell.tag == "th" and "scope" not in cell.attrib:
                cell.set("scope", "col")
        for parent in list(root.iter()):
            for at, child in enumerate(list(parent)):
                if child.tag == "table" and parent.get("class") != "table":
                    region = Element("section", {"class": "table", "tabindex": "0", "aria-label": "Table"})
                    region.tail, child.tail = child.tail, None
                    parent[at] = region
                    region.append(child)


def _pieces(element: Element) -> list[str]:
    """The text in an element, piece by piece; a space where one block ends and another begins."""
    found = [_own_text(element)]
    for child in element:
        if not child.get("id", "").startswith("fnref"):
            found += _pieces(child) if len(child) else (_own_text(child),)
        if child.tag not in INLINE:
            found.append(" ")
        found.append(child.tail or "")
    return found


def _own_text(element: Element) -> str:
    """The text up to the first element in it; that of code is HTML already."""
    text = element.text or ""
    return html.unescape(text) if element.tag == "code" and "&" in text else text


def makeExtension(**settings: Any) -> ArticleExtension:
    return ArticleExtension(**settings)
