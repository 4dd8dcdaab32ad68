"""Sites with one thing wrong, as Markdown files that a writer can add to: `bad_input/*.md`.

A case is a heading that says what is wrong and, below it, fenced blocks. It starts from the small site in `tiny/`,
which was built before, and goes through its blocks in order; then the site is built again. What a block is for is
written behind its fence:

    ``` content/articles/new.md              this file, with this text; `… as latin-1` for another encoding
    ``` append pelican.conf.py               a file that is there gets this text at its end
    ``` do                                   a line each of:
        fifo PATH                            a named pipe
        folder PATH
        link PATH -> TARGET                  a symbolic link, its target as it is stored
        copy PATH -> PATH
        remove PATH
        chmod 000 PATH
        picture PATH 600x400                 an image of the kind that the name says, so many pixels wide and high
        cut PATH                             takes the last third of a file away
    ``` run                                  the command; as a rule `python -m press …` (see `COMMAND`)
    ``` says                                 all that is told, line by line; the count below it goes without saying
    ``` has output/index.html                the file is there, and every line of the block is somewhere in it
    ``` hasnt output/index.html              the file is there, and no line of the block is in it
    ``` nowhere                              no page or XML file of the output has any of these lines

A case that says something must fail and leave every file as it was, unless it says nothing but warnings. One that
says nothing must be built without a word. In every text, ``␉``, ``␍``, ``␀`` and their like (U+2400 to U+241F) stand
for the control characters that they picture, ``␃`` ends a text before its line does, ``‹U+00A0›`` is a character,
``‹0xFF›`` a byte and ``‹"ab" × 1000›`` a thousand times "ab". In what is told, ``‹+2›`` is the second line below the
settings of the project and ``‹THEME›`` the line in which they have the setting of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

COMMAND = "python -m press --content content --output output --siteurl https://example.org/walks"
WORKS = frozenset("append do run says has hasnt nowhere".split())
SETTINGS = (Path(__file__).parents[2] / "pelican.conf.py").read_text("utf-8").splitlines()
TELLING = frozenset("says has hasnt nowhere".split())

_CASE = re.compile(r"^## +(?P<title>.+?) *\n(?P<text>.*?)(?=^## |\Z)", re.M | re.S)
_BLOCK = re.compile(r"^(?P<fence>`{3,}|~{3,}) *(?P<use>\S[^\n]*?) *\n(?P<text>.*?)^(?P=fence) *$", re.M | re.S)
_PICTURE = re.compile("[␀-␟]")
_WRITTEN_OUT = re.compile(
    r'‹(?:U\+(?P<point>[0-9A-F]{4,6})|0x(?P<byte>[0-9A-F]{2})|"(?P<text>[^›]*)" × (?P<times>\d+))›'
)
_SETTINGS_LINE = re.compile(r"‹(?:\+(?P<below>\d)|(?P<name>[A-Z_]+))›")


@dataclass(frozen=True)
class Block:
    """One thing to do, write or expect: `work` on `name`, with the lines of `text`."""

    work: str
    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.split("\n") if line.strip()]


@dataclass(frozen=True)
class Case:
    """`title` is what is wrong; `file` the name of the file it is in."""

    file: str
    title: str
    blocks: tuple[Block, ...]

    def of(self, work: str) -> list[Block]:
        return [block for block in self.blocks if block.work == work]

    @property
    def command(self) -> str:
        return next((block.text.strip() for block in self.of("run")), COMMAND)

    @property
    def told(self) -> list[str]:
        return [_SETTINGS_LINE.sub(_line_number, line) for block in self.of("says") for line in block.lines]

    @property
    def fails(self) -> bool:
        return any(": warning: " not in line for line in self.told)

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


def read_cases(folder: Path) -> list[Case]:
    """All cases of a folder. Titles are unique in their file, and every case expects something."""
    cases = [case for path in sorted(folder.glob("*.md")) for case in _in_file(path)]
    assert cases, f"{folder} holds no cases"
    names = [str(case) for case in cases]
    assert len(set(names)) == len(names), "a title comes twice in a file"
    for case in cases:
        assert any(block.work in TELLING and block.lines for block in case.blocks), f"{case} expects nothing"
    return cases


def _in_file(path: Path) -> list[Case]:
    found = _CASE.finditer(path.read_text("utf-8"))
    return [Case(path.stem, match["title"], _blocks(match["text"])) for match in found]


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(_block(match["use"], match["text"]) for match in _BLOCK.finditer(text))


def _block(use: str, text: str) -> Block:
    work, _, name = use.partition(" ")
    return Block(work, name, unseen(text)) if work in WORKS else Block("write", use, unseen(text))


def unseen(text: str) -> str:
    """A text of a case as it is meant. Single bytes are half of a surrogate pair, as `surrogateescape` has them."""
    text = text.partition("␃")[0]
    text = _PICTURE.sub(lambda found: chr(ord(found[0]) - 0x2400), text)
    return _WRITTEN_OUT.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    if found["point"]:
        return chr(int(found["point"], 16))
    if found["byte"]:
        number = int(found["byte"], 16)
        return chr(number if number < 0x80 else 0xDC00 + number)
    return found["text"].replace("\\n", "\n") * int(found["times"])


def _line_number(found: re.Match[str]) -> str:
    if found["below"]:
        return str(len(SETTINGS) + int(found["below"]))
    return str(next(number for number, line in enumerate(SETTINGS, 1) if line.startswith(f"{found['name']} = ")))
