"""Directions and checklists that name what is not published yet: a build and the report say the same of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sites import new_site, run

BUILD = "python -m press --content content --output output --siteurl https://example.org/walks"
REPORT = "python -m strategies.report --content content"
ADVICE = """\
---
title: At {word}
date: {date}
{more}---

## Tips for a walk

### Look for {word}

Far away.

### Listen to {word}

Near by.
"""
ARTICLES = {
    "articles/night.md": ADVICE.format(word="night", date="2026-04-01", more="draft: true\n"),
    "articles/dawn.md": ADVICE.format(word="dawn", date="2999-04-01", more=""),
    "articles/dusk.md": ADVICE.format(word="dusk", date="2026-04-01", more="status: hidden\n"),
    "articles/noon.rst": "At noon\n#######\n\n:date: 2999-01-01\n\nTips for a walk\n===============\n\n"
    "Look for noon\n-------------\n\nFar.\n\nListen to noon\n--------------\n\nNear.\n",
}
ENTRIES = "entries:\n" + "".join(f"  - entry: Look for {word}\n" for word in ("night", "dawn", "dusk", "noon"))
ITEMS = "title: Walking\nitems:\n" + "".join(
    f"  - text: Go at {word}\n    strategy: {id}\n"
    for word, id in (("night", "night--listen-to-night"), ("dawn", "listen-to-dawn"), ("dusk", "listen-to-dusk"))
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = new_site(tmp_path_factory.mktemp("unpublished") / "site")
    for name, text in {**ARTICLES, "strategies.yml": ENTRIES, "checklists/walking.yml": ITEMS}.items():
        (made / "content" / name).parent.mkdir(exist_ok=True)
        (made / "content" / name).write_text(text, "utf-8")
    return made


def directed(lines: list[str]) -> list[str]:
    return sorted(line.replace("warning: ", "") for line in lines if "strategies.yml" in line)


def test_a_build_goes_through_and_says_what_counts_later(folder: Path) -> None:
    found = run(folder, BUILD)
    assert found.status == 0, found.err
    assert [line.partition(" names ")[0] for line in directed(found.lines)] == [
        f'content/strategies.yml:{line}:12: "entry"' for line in (2, 3, 4, 5)
    ]
    items = [line for line in found.lines if "walking.yml" in line]
    assert [line.partition('"')[2].partition('"')[0] for line in items] == ["night--listen-to-night", "listen-to-dawn"]


def test_the_report_says_the_same(folder: Path) -> None:
    found = run(folder, REPORT)
    assert found.status == 0
    assert directed(found.lines) == directed(run(folder, BUILD).lines)


def test_the_preview_knows_what_it_shows(folder: Path) -> None:
    found = run(folder, f"{BUILD} --drafts")
    assert [line.partition(": ")[0] for line in directed(found.lines)] == ["content/strategies.yml:4:12"]


def test_a_name_of_nothing_is_still_a_mistake(folder: Path) -> None:
    wrong = folder / "content/strategies.yml"
    wrong.write_text(f"{ENTRIES}  - entry: Look for nigth\n", "utf-8")
    built, told = run(folder, BUILD), run(folder, REPORT)
    wrong.write_text(ENTRIES, "utf-8")
    assert (built.status, told.status) == (1, 1)
    assert directed(built.lines)[-1].startswith('content/strategies.yml:6:12: "entry" names no strategy: ')
