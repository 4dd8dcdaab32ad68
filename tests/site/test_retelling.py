"""Titles and summaries that change: the site is amended where that gives what building gives, and built where not."""

from __future__ import annotations

import itertools
import os
import random
import re
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.site.sites import ENVIRONMENT, ROOT, contents, new_site, run

COMMAND = "python -m press --content content --output {} --siteurl https://example.org/walks"
KILLS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 10
MOMENTS = itertools.count(1_700_000_000)
TEXT = "It is a mild day in March, each minute sweeter than before, and the redbreast sings from the tall larch."
ADVICE = """\
## 1. Pack light

Take one bag, and carry it yourself for a mile before you go.

## 2. Leave early

Before the crowds, when the light is low and the paths are still empty.

## 3. Rest often

Once an hour, before you are tired, and drink something each time.
"""
LIST = """\
title: What is in the bag
article: plain
items:
  - text: A map
    id: map
"""


@dataclass(frozen=True)
class Case:
    """A title, and what it becomes."""

    before: str
    after: str
    body: str = TEXT
    is_amended: bool = True
    header: str = ""
    first: tuple[str, str] | None = None
    """What the article opens with, which lists show, and what that becomes."""


FIRST = "Whoever begins here"
CASES = {
    "plain": Case("Walking in the hills", "Walking in the mountains"),
    "again": Case("Walking by the sea", "Walking beside the sea"),
    "marks": Case("Salt & vinegar", 'Salt, <b>vinegar</b> & "more", it\'s said'),
    "other-letters": Case("Gehen", "Übers Gehen – und „zurück“"),
    "spaces": Case("Two  words", "Two   more words"),
    "advice": Case("How to walk far", "How to walk further", ADVICE),
    "advice-in-marks": Case("How to walk & talk", "How to walk, talk & 'rest'", ADVICE),
    "2026-02-03-jekyll": Case("From another place", "From elsewhere", ADVICE),
    "moved": Case("With an old address", "With another old address", header="aliases: /old/address/\n"),
    "part": Case("Of a series", "Within a series", header="series: Walks\n"),
    "with-words": Case("Title and text", "Title and words", TEXT),
    "language": Case("Une promenade", "Une longue promenade", header="lang: fr\n"),
    "named-list": Case("First of them", "The first of them", ADVICE, header="guide_id: guide-first\n"),
    "also-in-the-text": Case("Sweeter than before", "Sweeter than ever", "Each minute is Sweeter than before.", False),
    "in-another-title": Case("Rain", "Snow", is_amended=False),
    "with-it": Case("Rain in spring", "Rain in autumn"),
    "tasks": Case("What to pack", "What to take", "- [ ] A bag\n- [ ] A map\n", False),
    "promise": Case("Notes", "Three Myths about Walking", ADVICE, False),
    "empty": Case("Something", "...", is_amended=True),
    "heading": Case("Early morning", "Late evening", "# Early morning\n\nThen the day begins, quietly.", False),
    "shared": Case("The same", "The other", is_amended=False, header="slug: shared\nref: same\n"),
    "partner": Case("The same", "The other", is_amended=False, header="slug: shared\nref: same\nlang: de\n"),
    "social": Case("散歩", "散策", is_amended=False),
    "hidden": Case("Out of sight", "Beyond", ADVICE, header="slug: unlisted\nstatus: hidden\n"),
    "hidden-elsewhere": Case("Out of sight", "Behind", header="slug: unlisted\nstatus: hidden\nlang: fr\n"),
    "hidden-alike": Case("One of a pair", "A pair", header="slug: pair\nstatus: hidden\n"),
    "hidden-likewise": Case(
        "Another of it", "A pair", is_amended=False, header="slug: pair\nstatus: hidden\nlang: fr\n"
    ),
    "no-text": Case("Nothing", "Nothing at all", "<!-- x -->", False, "description: It is said\n", ("", "")),
    "opening": Case("An opening", "An opening", first=(f"{FIRST} goes on.", f"{FIRST} stays.")),
    "opening-grows": Case("Growing", "Growing", first=(f"{FIRST} and grows", f"{FIRST} and grows & \"grows\" 'so'")),
    "opening-shrinks": Case("Shrinking", "Shrinking", first=(f'{FIRST} & shrinks, "so"', f"{FIRST} & shrinks")),
    "opening-in-tags": Case("In tags", "In tags", first=(f"{FIRST} is *quick* and so.", f"{FIRST} is *slow* and so.")),
    "long-opening": Case("Long", "Long", first=(f"{FIRST}, {TEXT} {TEXT}", f"{FIRST} now, {TEXT} {TEXT}")),
    "both": Case("Both of them", "Both of those", first=(f"{FIRST} with both.", f"{FIRST} with either.")),
    "description": Case("Described", "Described as such", header="description: A & B, 'c'\n"),
    "another-opening": Case("Another", "Another", first=(f"{FIRST} at first.", f"In front.\n\n{FIRST} at first.")),
    "no-opening": Case("No opening", "No opening", first=(f"{FIRST} at last.\n\nOr so.", "Or so.")),
    "opening-of-others": Case("Of others", "Of others", first=("In front.", "Behind."), is_amended=False),
    "opening-below": Case(
        "Below",
        "Below",
        first=(f"{FIRST} twice.\n\n{FIRST} twice.", f"{FIRST} once.\n\n{FIRST} twice."),
        is_amended=False,
    ),
    "opening-is-title": Case(
        "The title says it", "The title says it", first=("The title says it", "The text says it"), is_amended=False
    ),
}


def searchless(folder: Path, setting: str = "") -> Path:
    """A site without the index, which is made anew for every word."""
    new_site(folder)
    with (folder / "pelican.conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'\nPLUGINS.remove("search")\n{setting}\n')
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = searchless(tmp_path_factory.mktemp("retelling") / "site", "FEEDS_MAX_ITEMS = 16")
    for name, case in CASES.items():
        write(folder, name, case, 0)
    (folder / "content/checklists").mkdir(exist_ok=True)
    (folder / "content/checklists/bag.yml").write_text(LIST, "utf-8")
    return folder


def write(folder: Path, name: str, case: Case, version: int) -> None:
    """As an author saves it, a while before a build begins."""
    title = (case.before, case.after)[version]
    first = case.first[version] if case.first else f"This opens {name}."
    path = folder / f"content/articles/{name}.md"
    number = list(CASES).index(name)
    said = title.replace("'", "''")
    head = f"title: '{said}'\ndate: 2026-{number // 28 + 1:02}-{number % 28 + 1:02}\ncategory: Walks\n{case.header}"
    path.write_text(f"---\n{head}---\n{first}\n\n{case.body}\n", "utf-8")
    moment = next(MOMENTS)
    os.utime(path, (moment, moment))


def test_a_retold_site_is_what_building_gives(site: Path) -> None:
    for _ in range(2):  # what was copied in the moment in which a build begins is not known for sure afterwards
        built = run(site, COMMAND.format("output"))
        assert (built.err, built.status) == ("", 0)
    done = {}
    for name, case in CASES.items():
        write(site, name, case, 1)
        built = run(site, COMMAND.format("output"))
        assert (built.err, built.status) == ("", 0), name
        done[name] = built.out.partition(" ")[0]
        if done[name] == "Amended":
            assert run(site, COMMAND.format("output")).out.startswith("Nothing changed: "), name
    assert done == {name: "Amended" if case.is_amended else "Built" for name, case in CASES.items()}
    as_built(site, COMMAND)


@pytest.mark.parametrize(
    "setting", ['ARTICLE_ORDER_BY = "title"', 'ARTICLE_SAVE_AS = "articles/{title}-{slug}/index.html"']
)
def test_what_goes_by_title_is_built(tmp_path: Path, setting: str) -> None:
    folder = searchless(tmp_path / "site", setting)
    is_built(folder, "plain")


def test_a_theme_that_does_more_with_the_title_of_a_list_is_built(tmp_path: Path) -> None:
    folder = searchless(tmp_path / "site")
    source = ROOT / "plugins/checklists/templates/components/check_list.html"
    text = source.read_text("utf-8").replace("<legend ", "<p>{{ list.title | upper }}</p><legend ", 1)
    (folder / "theme/templates/components/check_list.html").write_text(text, "utf-8")
    is_built(folder, "advice")


def test_killed_at_any_moment_all_files_have_the_same_title(tmp_path: Path) -> None:
    folder = searchless(tmp_path / "site")
    case, chance, present = CASES["advice"], random.Random(6), "word0"
    write(folder, "advice", replace(case, before=f"How to {present}"), 0)
    for _ in range(2):
        assert run(folder, COMMAND.format("output")).status == 0
    command = [sys.executable, *shlex.split(COMMAND.format("output"))[1:]]
    own, seconds = {**os.environ, **ENVIRONMENT}, 1.0
    ended = []
    for number in range(1, KILLS + 1):
        write(folder, "advice", replace(case, before=f"How to word{number}"), 0)
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=own, stdout=subprocess.DEVNULL)
        if number > 1:  # the first one tells how long it takes
            time.sleep(chance.uniform(0.1, 1.1) * seconds)
            process.kill()
        process.wait()
        seconds = time.monotonic() - began if number == 1 else seconds
        [word] = said(folder / "output")
        assert word in (present, f"word{number}")
        ended.append(word != present)
        present = word
    assert any(ended)
    assert run(folder, COMMAND.format("output")).status == 0
    as_built(folder, COMMAND)


def said(output: Path) -> set[str]:
    """What stands in all files for the word in the title; the card that the article names is there."""
    page = (output / "articles/advice/index.html").read_text("utf-8")
    assert (output / re.findall(r"cards/advice-\w+\.png", page)[0]).is_file()
    texts = (path.read_text("utf-8") for path in output.rglob("*") if path.suffix in (".html", ".xml", ".json"))
    return {word for text in texts for word in re.findall(r"How to (word\d+)", text)}


def is_built(folder: Path, name: str) -> None:
    """A case that would be amended elsewhere is not here."""
    write(folder, name, CASES[name], 0)
    for _ in range(2):
        assert run(folder, COMMAND.format("output")).status == 0
    write(folder, name, CASES[name], 1)
    assert run(folder, COMMAND.format("output")).out.startswith("Built")
    as_built(folder, COMMAND)


def as_built(site: Path, command: str) -> None:
    clean = run(site, command.format("clean"))
    assert (clean.status, clean.err) == (0, "")
    amended, wanted = contents(site / "output"), contents(site / "clean")
    assert [name for name in wanted if amended.get(name) != wanted[name]] == []
    assert sorted(amended) == sorted(wanted)
