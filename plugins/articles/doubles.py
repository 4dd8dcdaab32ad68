"""Ids that an author gave to two headings of an article, told with the line of the second."""

from __future__ import annotations

import re
from html import escape

from located import Location, Problem, quote

WRITTEN = r"""\bid\s*=\s*["']?{0}["'\s/>]|\{{:?[^{{}}\n]*#{0}[\s}}]|^\.\. _`?{0}`?:"""
"""In HTML, behind a heading in Markdown, above one in reStructuredText."""


def doubled_id(id: str, text: str, path: str, first_line: int = 1) -> Problem:
    """`text` is the source from its line `first_line` on."""
    found = [*re.finditer(WRITTEN.format(f"(?:{re.escape(id)}|{re.escape(escape(id))})"), text, re.M)]
    lines = [first_line + text.count("\n", 0, each.start()) for each in found]
    what = f"the id {quote(id)} comes twice" + (f", first in line {lines[0]}" if len(lines) > 1 else "")
    fix = "Give one of the two headings another id; one that was published must stay."
    return Problem(Location(path, lines[1] if len(lines) > 1 else first_line), what, fix)
