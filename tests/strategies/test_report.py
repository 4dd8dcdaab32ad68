"""``make strategies``."""

from __future__ import annotations

from pathlib import Path

import pytest
from strategies.report import main

ARTICLE = """---
title: A Good Day
date: 2026-01-01
{more}---
Some words to begin with, so that there is something to read before the first title.

## Tips for the Day

1. Plan Ahead

Make a list of all there is to do today, and keep it where you can see it.

2. Rest

Lie down for as long as it takes, and get up only when you feel well again.

## Benefits

### Less Fear

Text.

### More Fun

Text.
"""
FIRST = 'content/articles/day.md:9: strategy, 2 headings in "Tips for the Day": the section says "Tips"'
SECOND = 'content/articles/day.md:19: benefit, 2 headings in "Benefits": the section says "Benefits"'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return tmp_path / "content"


def write(site: Path, more: str = "", name: str = "day.md", text: str = ARTICLE) -> None:
    (site / "articles" / name).write_text(text.replace("{more}", more), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    status = main(["--content", "content"])
    told = capsys.readouterr()
    return status, told.out.splitlines(), told.err.splitlines()


def test_every_group_is_told_with_its_line_and_how_to_change_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site)
    assert run(capsys) == (
        0,
        [
            FIRST,
            "    If it is no advice, write in the front matter: strategies: none",
            SECOND,
            '    If it is advice, write in the front matter: strategies: ["Tips for the Day", "Benefits"]',
            "2 strategies; 0 given in more than one place.",
        ],
        [],
    )


def test_what_it_advises_to_write_does_what_it_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, 'strategies: ["Tips for the Day", "Benefits"]\n')
    _, told, _ = run(capsys)
    assert [line.split(":")[2].split(",")[0] for line in told if line.startswith("content")] == [
        " strategy",
        " strategy",
    ]
    assert told[1] == "    Its author said so, in the front matter or in an attribute list."
    write(site, "strategies: none\n")
    assert run(capsys)[1][-1] == "0 strategies; 0 given in more than one place."


def test_the_same_advice_in_two_articles_is_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site)
    write(site, name="other.md")
    assert run(capsys)[1][-1] == "4 strategies; 4 given in more than one place."


def test_problems_are_told_with_their_places(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "strategies: [Tipps for the Day]\n")
    (site / "strategies.yml").write_text("entries:\n  - entry: Plann Ahead\n", encoding="utf-8")
    status, _, told = run(capsys)
    assert status == 1
    assert told == [
        'content/articles/day.md:4:13: "strategies" names no section: "Tipps for the Day". '
        'Did you mean "Tips for the Day"?',
        'content/strategies.yml:2:12: "entry" names no strategy: "Plann Ahead". Did you mean "Plan Ahead"?',
    ]


def test_an_article_that_cannot_be_read_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, text="---\ntitle: [\n---\nText.\n")
    status, told, problems = run(capsys)
    assert (status, told) == (1, ["0 strategies; 0 given in more than one place."])
    assert problems[0].startswith("content/articles/day.md:")


def test_drafts_are_told_of_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "draft: true\n")
    assert len(run(capsys)[1]) == 5


def test_two_files_of_directions_are_one_too_many(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("strategies.yml", "strategies.yaml"):
        (site / name).write_text("entries:\n", encoding="utf-8")
    assert run(capsys)[2] == [
        "content/strategies.yaml:1:1: says what content/strategies.yml should say. "
        "Put both into one file and remove the other."
    ]


def test_a_folder_that_is_not_there_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "elsewhere"]) == 2
    assert capsys.readouterr().err == "elsewhere: there is no such folder. Name the folder that holds articles/.\n"
