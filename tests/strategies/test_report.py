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
CHAPTERS = [
    "content/articles/day.md:7: fact, 2 headings: none of the titles reads as an instruction",
    "    Tips for the Day",
    "    Benefits",
    '    If it is advice, write in the front matter: strategies: ["Tips for the Day", "A Good Day"]',
]
TIPS = [
    'content/articles/day.md:9: strategy, 2 headings in "Tips for the Day": the section says "Tips"',
    "    Plan Ahead (day--plan-ahead)",
    "    Rest (day--rest)",
    "    If it is no advice, write in the front matter: strategies: none",
]
BENEFITS = [
    'content/articles/day.md:19: benefit, 2 headings in "Benefits": the section says "Benefits"',
    "    Less Fear (day--less-fear)",
    "    More Fun (day--more-fun)",
    '    If it is advice, write in the front matter: strategies: ["Tips for the Day", "Benefits"]',
]
RST = """A Walk
######

:date: 2026-01-02

Tips for Walking
================

Plan Ahead
----------

Look at the map.

Go Slowly
---------

There is time.
"""
HTML = (
    "<html><head><title>A Swim</title><meta name=date content=2026-01-03></head>\n"
    "<body><h2>Tips for Swimming</h2>\n"
    "<h3>Breathe Out</h3><p>Slowly.</p>\n<h3>Look Down</h3><p>Far.</p></body></html>\n"
)


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


def groups(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("content")]


def test_every_group_is_told_with_its_titles_its_line_and_how_to_change_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site)
    end = "2 strategies; 0 given in more than one place."
    assert run(capsys) == (0, [*CHAPTERS, *TIPS, *BENEFITS, end], [])


def test_the_ids_it_lists_are_those_that_directions_may_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site)
    (site / "strategies.yml").write_text("entries:\n  - entry: day--plan-ahead\n    id: ahead\n", encoding="utf-8")
    assert run(capsys)[0] == 0


def test_articles_in_all_forms_are_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, name="walk.rst", text=RST)
    write(site, name="swim.html", text=HTML)
    (site / "strategies.yml").write_text("entries:\n  - entry: Breathe Out\n", encoding="utf-8")
    status, told, problems = run(capsys)
    assert (status, problems) == (0, [])
    assert told == [
        'content/articles/swim.html:3: strategy, 2 headings in "Tips for Swimming": the section says "Tips"',
        "    Breathe Out (a-swim--breathe-out)",
        "    Look Down (a-swim--look-down)",
        "    If it is no advice, write in the front matter: strategies: none",
        'content/articles/walk.rst:9: strategy, 2 headings in "Tips for Walking": the section says "Tips"',
        "    Plan Ahead (a-walk--plan-ahead)",
        "    Go Slowly (a-walk--go-slowly)",
        "    If it is no advice, write in the front matter: strategies: none",
        "4 strategies; 0 given in more than one place.",
    ]


@pytest.mark.parametrize(("written", "wrong"), [("2026-01-02", "soon"), ("Go Slowly\n---------", "Go Slowly\n------")])
def test_an_article_in_another_form_that_cannot_be_read_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], written: str, wrong: str
) -> None:
    write(site, name="walk.rst", text=RST.replace(written, wrong))
    status, _, problems = run(capsys)
    assert status == 1
    assert len(problems) == 1
    assert problems[0].startswith("content/articles/walk.rst:1:1: cannot be read: ")


def test_a_translation_has_its_language_in_its_ids(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "lang: de\n", text=ARTICLE.replace("Tips for the Day", "Tipps"))
    assert "    Plan Ahead (day-de--plan-ahead)" in run(capsys)[1]


def test_what_is_marked_in_a_form_is_a_group_of_its_own(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = "\n### Plan\n\nText.\n\n### Rest{}\n\nText.\n"
    text = "---\ntitle: A\ndate: 2026-01-01\n---\n" + "".join(
        f"\n## Part {n}\n{form.format(mark)}" for n, mark in ((1, ""), (2, " {: .strategy }"))
    )
    write(site, name="a.md", text=text)
    _, told, _ = run(capsys)
    assert told[4:8] == [
        'content/articles/a.md:8: fact, 2 headings in "Part 1": other groups have the same titles',
        "    Plan",
        "    Rest",
        '    If it is advice, write in the front matter: strategies: ["Part 2", "Part 1"]',
    ]
    assert groups(told)[-1] == 'content/articles/a.md:22: strategy, heading in "Part 2": it is marked .strategy'
    assert "    Rest (a--rest-2)" in told


def test_what_it_advises_to_write_does_what_it_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, 'strategies: ["Tips for the Day", "Benefits"]\n')
    _, told, _ = run(capsys)
    assert [line.split(":")[2].split(",")[0] for line in groups(told)] == [" fact", " strategy", " strategy"]
    assert told[7] == "    Its author said so, in the front matter or in an attribute list."
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


@pytest.mark.parametrize(
    ("more", "date", "status"),
    [
        ("draft: true\n", "2026-01-01", "draft"),
        ("", "2999-01-01", "scheduled"),
        ("status: hidden\n", "2026-01-01", "hidden"),
    ],
)
def test_what_is_not_published_is_told_of_and_not_counted(
    site: Path, capsys: pytest.CaptureFixture[str], more: str, date: str, status: str
) -> None:
    write(site, more, text=ARTICLE.replace("2026-01-01", date))
    (site / "strategies.yml").write_text("entries:\n  - entry: Plan Ahead\n", encoding="utf-8")
    ended, told, problems = run(capsys)
    assert ended == 0
    assert f'strategy, 2 headings in "Tips for the Day" ({status}): the section says "Tips"' in groups(told)[1]
    assert told[-1] == "0 strategies; 2 more in articles that are not published; 0 given in more than one place."
    assert problems == [
        'warning: content/strategies.yml:2:12: "entry" names a strategy of an article that is not published: '
        '"Plan Ahead". It counts once the article is.'
    ]


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
