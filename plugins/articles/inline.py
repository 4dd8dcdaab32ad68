"""Python-Markdown's inline parser, looking for a pattern only in text that has its mark.

The stock parser (3.8 to 3.11) runs all of its patterns, some sixteen, over every text, and most texts hold the mark of
one or two: that is a third of the time of a conversion. The result is the same. It hooks into two private methods; if
a later version renames them, ours are not called, and the stock ones do all the work again.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# What a text must hold for a stock pattern of this name to match; other patterns are always tried.
MARKS: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": ("_",),
}
STOCK = ("markdown.inlinepatterns", "markdown.extensions.footnotes")
DELIMITERS = re.compile(r"(?:\\?[^\w\s])(?:\|\\?[^\w\s])*")  # "\~" or "\*|_", the pattern of a delimiter


class MarkedInlineProcessor(InlineProcessor):
    """Stands in for the tree processor named "inline"."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._marked: list[tuple[Any, tuple[str, ...]]] = []

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        if not self._marked:
            self._marked = [(pattern, marks_of(self.md, pattern)) for pattern in self.inlinePatterns]
            marks = {re.escape(mark) for _, each in self._marked for mark in each or ("",)}
            self._any_mark = re.compile("|".join(sorted(marks))).search  # "" among them: a pattern without marks
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Replaces what the patterns from one on match by placeholders."""
        if isinstance(data, AtomicString) or not self._any_mark(data):
            return data
        start, count = 0, len(self._marked)
        while patternIndex < count:
            pattern, marks = self._marked[patternIndex]
            matched = False
            if not marks or marks[0] in data or (len(marks) > 1 and any(mark in data for mark in marks)):
                data, matched, start = self._apply(pattern, data, patternIndex, start)
            if not matched:
                start = 0
                patternIndex += 1
        return data

    def _apply(self, pattern: Any, data: str, index: int, start: int) -> tuple[str, bool, int]:
        """What the stock parser does with one pattern: (text, whether it matched, where to look on)."""
        found: tuple[str, bool, int] = getattr(self, "_InlineProcessor__applyPattern")(pattern, data, index, start)  # noqa: B009
        return found


def marks_of(md: Markdown, pattern: Any) -> tuple[str, ...]:
    """The marks of a pattern of Python-Markdown's own, or of a delimiter; none for another extension's."""
    if type(pattern).__name__ == "DelimiterProcessor" and DELIMITERS.fullmatch(pattern.pattern):
        return tuple(part.lstrip("\\") for part in pattern.pattern.split("|"))
    if type(pattern).__module__ not in STOCK:
        return ()
    named = (marks for name, marks in MARKS.items() if name in md.inlinePatterns and md.inlinePatterns[name] is pattern)
    return next(named, ())
