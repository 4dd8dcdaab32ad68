"""Cases kept as data: Markdown files that a writer can add to.

A case is a heading (``## title``) and fenced blocks below it, as a rule an input and what is expected. What could
not be seen in the file is written as a picture (``␉`` a tab, ``␍`` a carriage return, ``␀`` NUL, all of U+2400 to
U+241F) or by its number (``‹U+00A0›``). ``␃`` ends a text before its line does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_CASE = re.compile(r"^## +(?P<title>.+?) *\n(?P<text>.*?)(?=^## |\Z)", re.M | re.S)
_BLOCK = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<text>.*?)^(?P=fence)[ ]*$", re.M | re.S)
_PICTURE = re.compile("[␀-␟]")
_NUMBER = re.compile(r"‹U\+([0-9A-F]{4,6})›")


@dataclass(frozen=True)
class Case:
    """One case: its title and its blocks, in order."""

    title: str
    blocks: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """All cases of a file. Titles are unique, and every case has a block: a slip in the file is no passed test."""
    cases = [Case(match["title"], _blocks(match["text"])) for match in _CASE.finditer(path.read_text("utf-8"))]
    assert cases, f"{path} holds no cases"
    titles = [case.title for case in cases]
    assert len(set(titles)) == len(titles), f"{path} has a title twice"
    assert all(case.blocks for case in cases), f"{path} has a case without blocks"
    return cases


def _blocks(text: str) -> tuple[str, ...]:
    return tuple(_unseen(match["text"]) for match in _BLOCK.finditer(text))


def _unseen(text: str) -> str:
    text = text.partition("␃")[0]
    text = _PICTURE.sub(lambda found: chr(ord(found[0]) - 0x2400), text)
    return _NUMBER.sub(lambda found: chr(int(found[1], 16)), text)
