"""Python-Markdown's inline parser, looking for a pattern only in text that has its mark.

The stock parser (3.8 to 3.11) runs all of its patterns, some sixteen, over every text, and most texts hold the mark of
one or two: that is a third of the time of a conversion. The result is the same. It hooks into two private methods; if
a later version renames them, ours are not called, and the stock ones do all the work again.
"""

from __future__ import annotations

from collections.abc import Sequence
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


class MarkedInlineProcessor(InlineProcessor):
    """Stands in for the tree processor named "inline"."""

    marked: Sequence[tuple[Any, tuple[str, ...]]] = ()

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        if not self.marked:
            self.marked = [(pattern, marks_of(self.md, pattern)) for pattern in self.inlinePatterns]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Replaces what the patterns from one on match by placeholders."""
        if isinstance(data, AtomicString):
            return data
        start, count = 0, len(self.marked)
        while patternIndex < count:
            pattern, marks = self.marked[patternIndex]
            matched = False
            if not marks or any(mark in data for mark in marks):
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
    """The marks of a pattern of Python-Markdown's own; none for one that an extension brought."""
    if type(pattern).__module__ not in STOCK:
        return ()
    named = (marks for name, marks in MARKS.items() if name in md.inlinePatterns and md.inlinePatterns[name] is pattern)
    return next(named, ())
