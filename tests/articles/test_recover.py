"""Which lines of an article are taken for headings, case by case and in general.

The cases are Markdown for writers to add to: `## what it shows`, a fenced block of `markdown`, and a fenced block of
`text` with one guess a line, `LINE KIND LEVEL TITLE` (lines count from 0), or `none`. A line `Title: …` before the
first block is the article's own title. `~~~~` fences hold a text that has fences itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from articles.blocks import Block, blocks
from articles.recover import Guess, recover, rewrite
from hypothesis import given, settings
from hypothesis import strategies as st

CASES = Path(__file__).parent / "cases" / "recover"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
KINDS = {"S": "section", "N": "numbered", "R": "run-in", "T": "repeat"}

CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n+(?:Title: (?P<title>[^\n]+)\n+)?"
    r"^(?P<fence>```|~~~~)markdown\n(?P<text>.*?)^(?P=fence)\n+^```text\n(?P<guesses>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """An article's lines and the guesses that are right for it."""

    name: str
    title: str
    lines: tuple[str, ...]
    guesses: tuple[str, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file, named for the file and their heading."""
    text = path.read_text(encoding="utf-8")
    found = list(CASE.finditer(text))
    assert len(found) == len(re.findall(r"^```text$", text, re.MULTILINE)), f"{path.name}: a case is not well-formed"
    for match in found:
        guesses = tuple(match["guesses"].splitlines())
        yield Case(
            f"{path.stem}: {match['name']}",
            match["title"] or "",
            tuple(match["text"].removesuffix("\n").split("\n")),
            () if guesses == ("none",) else guesses,
        )


def shown(guesses: tuple[Guess, ...]) -> tuple[str, ...]:
    """Guesses as the cases write them."""
    return tuple(f"{guess.line} {guess.kind} {guess.level} {guess.title}".rstrip() for guess in guesses)


@pytest.mark.parametrize(
    "case", [case for path in sorted(CASES.glob("*.md")) for case in read_cases(path)], ids=lambda case: case.name
)
def test_an_article_gives_the_guesses_of_its_case(case: Case) -> None:
    assert shown(recover(case.lines, case.title)) == case.guesses


def test_carriage_returns_at_line_ends_change_no_guess() -> None:
    for case in read_cases(CASES / "numbered.md"):
        returned = recover([f"{line}\r" for line in case.lines], case.title)
        assert shown(returned) == shown(recover(case.lines, case.title))


# Properties ---------------------------------------------------------------------------------------------------------

PROSE = (
    "Begin with one small thing and finish it, because a shelf that hangs is worth more than a kitchen that was drawn.",
    "Ask around before you buy. Most of the tools that anyone needs are asleep in the cellar of someone nearby.",
    "Keep a note of what you did, and next year it will tell you more than a book about the place where you live.",
)
MARKED = (
    "Introduction",
    "Conclusion",
    "Keeping Hens in Town",
    "1. Build the Coop",
    "2. Meet the Neighbours",
    "1\\. Buy Feed in Winter",
    "II. Close the Door at Night",
    "Step 3 – Collect the Eggs",
    "**What Foxes Want**",
    "**4. Mend the Fence:**",
    "1. **Water**: " + PROSE[0],
    "2. Straw: " + PROSE[1],
    "**3. Grain:** " + PROSE[2],
    "## A Real Heading",
    "- a short point\n- another one",
    "```\n1. Inside Code\n```",
    "> **Quoted Title**",
    "**",
)
BLOCKS = st.lists(st.sampled_from((*PROSE, *MARKED)), max_size=14)
LINES = st.lists(st.sampled_from((*PROSE, *MARKED, "", "", "", "**", "__", "---", "===", "    ")), max_size=16)


def check_rewriting_once_is_enough(lines: list[str]) -> None:
    guesses = recover(lines)
    rewritten = rewrite(lines, guesses)
    assert len(rewritten) == len(lines)
    run_ins = [(guess.line, guess.title) for guess in guesses if guess.kind == "run-in"]
    assert [(guess.line, guess.title) for guess in recover(rewritten)] == run_ins


def test_every_stray_mark_is_found_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0

    def counted(*given: Any) -> Iterator[Block]:
        nonlocal seen
        for block in blocks(*given):
            seen += 1
            yield block

    monkeypatch.setattr("articles.recover.blocks", counted)
    guesses = recover("**\na\n\n<div>\n\nb\n\n</div>\n\n".split("\n") * 100)
    assert [(guess.line, guess.kind) for guess in guesses] == [(line, "dirt") for line in range(0, 1_000, 10)]
    assert seen <= 100 * 4 * 3


def test_what_stands_below_a_stray_mark_is_what_it_is_without_it() -> None:
    assert [guess.line for guess in recover(["**", "<div>", "", "**", "a", "", "</div>"])] == [0]
    assert [guess.line for guess in recover(["**", "__", "a", "", "__", "b"])] == [0, 1, 4]


@given(st.text(), st.text())
def test_any_text_is_read_without_an_exception(text: str, title: str) -> None:
    lines = text.split("\n")
    found = [guess.line for guess in recover(lines, title)]
    assert found == sorted(set(found))
    assert all(0 <= line < len(lines) for line in found)


@given(st.lists(st.text("*_#=-.:)\\ \t<>`~1IVXaİßA中ش" + "\u2028\r\x00", max_size=12), max_size=12))
def test_any_marks_are_read_and_rewritten_line_for_line(lines: list[str]) -> None:
    assert len(rewrite(lines, recover(lines))) == len(lines)


@settings(derandomize=True)
@given(BLOCKS)
def test_blocks_rewritten_once_hold_no_further_guess(blocks: list[str]) -> None:
    check_rewriting_once_is_enough("\n\n".join(blocks).split("\n"))


@settings(derandomize=True, max_examples=300)
@given(LINES)
def test_lines_rewritten_once_hold_no_further_guess(lines: list[str]) -> None:
    check_rewriting_once_is_enough("\n".join(lines).split("\n"))


@given(st.lists(st.sampled_from(PROSE)), st.integers(0, 3))
def test_prose_alone_has_no_guess(paragraphs: list[str], blank: int) -> None:
    assert recover(("\n" * (blank + 1)).join(paragraphs).split("\n")) == ()


# Articles as their authors left them --------------------------------------------------------------------------------


def read_article(path: Path) -> tuple[list[str], int, str]:
    """Lines under the front matter, how many lines that has, and its title."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = re.match(r"---\n.*?^---\n", text, re.MULTILINE | re.DOTALL)
    header = found[0] if found else ""
    title = re.search(r"^title:\s*(.+)$", header, re.MULTILINE)
    return text[len(header) :].split("\n"), header.count("\n"), title[1].strip("\"' ") if title else ""


@pytest.fixture
def corpus() -> Path:
    if not CORPUS.is_dir():
        pytest.skip("the sample of authors' articles is not beside this tree")
    return CORPUS


def test_every_labelled_line_of_the_sample_is_found_and_no_other(corpus: Path) -> None:
    labels: dict[str, dict[str, str]] = json.loads((corpus / "labels_headings.json").read_text(encoding="utf-8"))
    for name, expected in labels.items():
        lines, above, title = read_article(corpus / "articles" / name)
        found = {guess.line + above + 1: guess.kind for guess in recover(lines, title) if guess.kind != "dirt"}
        wanted: dict[int, Any] = {int(line): KINDS[kind] for line, kind in expected.items()}
        assert found == wanted, name


def test_what_must_not_change_has_no_guess_but_whole_lines_in_bold(corpus: Path) -> None:
    for path in sorted((corpus / "must_not_change").glob("*.md")):
        lines, _, title = read_article(path)
        others = [lines[guess.line] for guess in recover(lines, title) if guess.form != "bold"]
        assert others == [], path.name
