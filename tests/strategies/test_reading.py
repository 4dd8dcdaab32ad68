"""An article's outline -> its strategies."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from articles.extension import ArticleExtension
from articles.html_names import named
from articles.html_outline import html_outline
from articles.model import Outline
from articles.outline import Heading, Paragraph, outline
from docutils.core import publish_parts
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from pelican.readers import BaseReader, HTMLReader, RstReader
from pelican.settings import DEFAULT_CONFIG
from strategies.model import Kind
from strategies.reading import Reading, read_strategies

from tests.cases import Case, read_cases
from tests.strategies.samples import CATEGORY, TAGS, card, outline_of, reading_of

CHAPTERS = read_cases(Path(__file__).parent / "cases" / "chapters.md")
ARTICLE = """Before.

## Tips for a Talk

### 1. Practise Aloud {: .strategy when="before the talk" effort="10 min" }

Say it twice. Then rest.

### 2. Arrive Early

Look at the room.

## Benefits

### 1. Less Fear

It goes.

### 2. More Fun

It comes.
"""
RST = """Before.

Tips for a Talk
===============

1. Practise Aloud
-----------------

Say it twice. Then rest.

2. Arrive Early
---------------

Look at the room.

Benefits
========

1. Less Fear
------------

It goes.

2. More Fun
-----------

It comes.
"""


def shown(reading: Reading) -> list[tuple[str, str, str]]:
    return [(each.section, each.title, each.kind.value) for each in (*reading.strategies, *reading.others)]


def test_a_strategy_knows_all_that_its_article_says() -> None:
    first, second = reading_of(ARTICLE, "My Talk", modified=datetime(2026, 4, 1, 12)).strategies
    assert (first.id, first.anchor, first.article_slug) == ("my-talk--practise-aloud", "practise-aloud", "my-talk")
    assert (first.title, first.number, first.summary) == ("Practise Aloud", "1", "Say it twice.")
    assert (first.section, first.position, first.of) == ("Tips for a Talk", 1, 2)
    assert (first.kind, first.source) == (Kind.STRATEGY, "written")
    assert (first.when, first.effort) == ("before the talk", "10 min")
    assert (first.category, first.tags, first.updated) == (CATEGORY, TAGS, date(2026, 4, 1))
    assert (second.position, second.when, second.effort) == (2, "", "")


def test_what_is_no_advice_is_kept_apart() -> None:
    reading = reading_of(ARTICLE)
    assert [(each.title, each.kind) for each in reading.others] == [
        ("Less Fear", Kind.BENEFIT),
        ("More Fun", Kind.BENEFIT),
    ]
    assert [group.is_advice for group in reading.groups] == [True, False]


def test_a_group_tells_where_it_stands() -> None:
    group = reading_of(ARTICLE).groups[0]
    assert (group.section, group.section_id, group.form) == ("Tips for a Talk", "tips-for-a-talk", "headings")
    assert (group.titles, group.anchors) == (("Practise Aloud", "Arrive Early"), ("practise-aloud", "arrive-early"))
    assert not group.is_overridden


def test_markdown_restructuredtext_and_html_give_the_same_strategies() -> None:
    plain = ARTICLE.replace(' {: .strategy when="before the talk" effort="10 min" }', "")
    given = {"initial_header_level": "2", "doctitle_xform": False}
    rst = html_outline(publish_parts(RST, writer="html5", settings_overrides=given)["body"])[0]
    html = html_outline(Markdown(extensions=[ArticleExtension()]).convert(plain))[0]
    expected = reading_of(plain)
    for other in (rst, html):
        assert read_strategies(other, card(), "an-article") == expected


SAME = """Before that.

## Tips & Tricks

### 1. Practise & Rest

Say it twice. Then rest.

### 2. Arrive Early

Look at the room.

## Ways to End

1. **Thank Somebody:** for one thing. Mean it.
2. **Write It Down**: three lines are enough.
3. **Go Home**: on foot.

## Benefits

### Less Fear

It goes.

### More Fun

It comes.
"""


def as_rst(markdown: str) -> str:
    """The headings underlined, the deeper ones with hyphens."""
    lines = []
    for line in markdown.splitlines():
        mark, _, title = line.partition(" ")
        lines += [title, ("=" if mark == "##" else "-") * len(title)] if mark in ("##", "###") else [line]
    return "\n".join(lines)


def read_by_pelican(reader: type[BaseReader], path: Path, text: str) -> str:
    """As stock Pelican has it made: no setting is ours."""
    path.write_text(text, "utf-8")
    return str(reader(DEFAULT_CONFIG).read(str(path))[0])


def test_pelicans_own_readers_give_the_same_strategies_run_ins_too(tmp_path: Path) -> None:
    expected = reading_of(SAME)
    assert [each.title for each in expected.strategies] == [
        "Practise & Rest", "Arrive Early", "Thank Somebody", "Write It Down", "Go Home",
    ]  # fmt: skip
    rst = read_by_pelican(RstReader, tmp_path / "a.rst", f"A\n#\n\n:date: 2026-01-01\n\n{as_rst(SAME)}")
    html = read_by_pelican(HTMLReader, tmp_path / "a.html", f"<body>{Markdown().convert(SAME)}</body>")
    for found in (named(rst, is_docutils=True), named(html)):
        assert read_strategies(html_outline(found.html)[0], card(), "an-article") == expected


def test_html_has_what_attribute_lists_said() -> None:
    md = Markdown(extensions=[ArticleExtension(), "attr_list"])
    assert read_strategies(html_outline(md.convert(ARTICLE))[0], card(), "an-article") == reading_of(ARTICLE)


def test_restructuredtext_marks_a_section_by_its_class() -> None:
    text = "Tips\n====\n\n.. class:: not-strategy\n\nPlan\n----\n\nA.\n\nRest\n----\n\nA.\n"
    given = {"initial_header_level": "2", "doctitle_xform": False}
    found = read_strategies(
        html_outline(publish_parts(text, writer="html5", settings_overrides=given)["body"])[0], card(), "a"
    )
    assert [each.title for each in found.strategies] == ["Rest"]


def test_run_ins_are_strategies() -> None:
    text = (
        "## Tips\n\n1. **Plan**: make a list of all there is to do. Keep it.\n"
        "2. **Rest**: lie down until you feel well again.\n"
    )
    first, _ = reading_of(text).strategies
    assert (first.title, first.summary, first.source) == ("Plan", "make a list of all there is to do.", "recovered")


def test_openings_and_closings_are_no_strategies_though_they_have_numbers() -> None:
    text = "\n\n".join(
        f"## {n}. {title}\n\nText." for n, title in enumerate(["Introduction", "Plan", "Rest", "Conclusion"], 1)
    )
    reading = reading_of(text, "Four Tips")
    assert [(each.title, each.position, each.of) for each in reading.strategies] == [("Plan", 1, 2), ("Rest", 2, 2)]
    assert len(reading.groups[0].titles) == 4


def test_subheadings_that_come_back_in_every_section_are_a_form() -> None:
    part = "### {}\n\n#### How to Start\n\nText.\n\n#### Take Care\n\nText.\n\n"
    reading = reading_of("## Tips\n\n" + part.format("Plan") + part.format("Rest"))
    assert [each.title for each in reading.strategies] == ["Plan", "Rest"]


def test_sections_of_an_article_are_told_only_where_nothing_else_is() -> None:
    sections = "## Wind\n\nText.\n\n## Rain\n\nText.\n\n"
    assert [group.kind for group in reading_of(sections).groups] == [Kind.FACT]
    nested = sections + "### Keep Dry\n\nText.\n\n### Find Shelter\n\nText.\n"
    assert [group.section for group in reading_of(nested).groups] == ["Rain"]


def test_sections_that_are_advice_are_strategies() -> None:
    text = "## Introduction\n\nText.\n\n## Keep Dry\n\nText.\n\n## Find Shelter\n\nText.\n\n## Conclusion\n\nText."
    assert [each.title for each in reading_of(text, "Storms").strategies] == ["Keep Dry", "Find Shelter"]


def test_a_list_broken_by_a_conclusion_is_judged_as_one() -> None:
    heads = ["Introduction", "1. Plan", "2. Rest", "3. Walk Daily", "Conclusion", "5. Patience", "6. Honesty"]
    reading = reading_of("\n\n".join(f"## {title}\n\nText." for title in heads), "Working Well")
    assert [(group.section, group.kind) for group in reading.groups] == [
        ("Introduction", Kind.FACT),
        ("Conclusion", Kind.FACT),
    ]
    assert len({group.why for group in reading.groups}) == 1


@pytest.mark.parametrize("text", ["", "Text.", "## One\n\nText.", "## ![](a.png)\n\n## 🙂\n\nText."])
def test_where_nothing_can_be_read_there_is_nothing(text: str) -> None:
    assert reading_of(text) == Reading()


def test_markup_in_titles_is_gone() -> None:
    text = "## Tips\n\n### Use *both* `hands` & <b>feet</b>\n\nText.\n\n### [Plan](x.html) **Ahead**\n\nText.\n"
    assert [each.title for each in reading_of(text).strategies] == ["Use both hands & feet", "Plan Ahead"]


def test_five_hundred_headings_are_five_hundred_strategies() -> None:
    text = "## Tips\n\n" + "".join(f"### {n}. Keep Step {n}\n\nText.\n\n" for n in range(1, 501))
    found = reading_of(text).strategies
    assert (len(found), found[-1].position, found[-1].of) == (500, 500, 500)
    assert len({each.id for each in found}) == 500


def test_ids_are_unique_though_anchors_are_alike() -> None:
    heads = [Heading(2, "tips", "Tips"), Heading(3, "a_b", "Plan"), Paragraph("x"), Heading(3, "A-B", "Rest")]
    found = read_strategies(outline(heads), card(), "one").strategies
    assert len({each.id for each in found}) == 2
    assert all(each.id.startswith("one--a-b-") for each in found)


def test_headings_without_ids_lead_to_the_article() -> None:
    found = read_strategies(html_outline("<h2>Tips</h2><h3>Plan</h3><h3>Rest</h3>")[0], card(), "one").strategies
    assert [each.url for each in found] == ["articles/an-article/", "articles/an-article/"]


def test_an_empty_outline_has_nothing() -> None:
    assert read_strategies(Outline((), (), ()), card(), "one") == Reading()


parts = st.sampled_from(
    ["## Tips", "### 1. Plan", "### 2. Rest", "## Benefits", "#### Go {: .strategy }", "Text.",
     "1. **Plan**: a long text to read.", "2. **Rest**: another text that is long.", "## 🙂", "# Tips",
     "## Tips {: .not-strategy }", "Introduction"]
)  # fmt: skip


@given(
    st.lists(parts, max_size=12).map("\n\n".join),
    st.none() | st.lists(st.sampled_from(["Tips", "Plan", "No"]), max_size=2),
)
def test_every_title_of_a_group_comes_once(text: str, said: list[str] | None) -> None:
    reading = read_strategies(outline_of(text), card(), "one", said)
    ids = [each.id for each in (*reading.strategies, *reading.others)]
    assert len(ids) == len(set(ids))
    anchors = [anchor for group in reading.groups for anchor in group.anchors]
    assert len(anchors) == len(set(anchors))
    assert all(1 <= each.position <= each.of for each in reading.strategies)


@pytest.mark.parametrize("case", CHAPTERS, ids=lambda case: case.title)
def test_a_chapter_is_no_advice_if_what_stands_in_it_is(case: Case) -> None:
    article, expected = case.blocks
    found = reading_of(article.replace("·#", "#"), case.title).strategies
    assert ([f"{each.section or '—'}: {each.title}" for each in found] or ["none"]) == expected.strip().split("\n")


def test_groups_of_whose_titles_no_entry_is_made_are_kept_for_the_report() -> None:
    sections = "## Wind\n\nText.\n\n## Rain\n\nText.\n\n### Keep Dry\n\nText.\n\n### Find Shelter\n\nText.\n"
    reading = reading_of(sections)
    assert [(group.titles, group.kind) for group in reading.passed_over] == [(("Wind", "Rain"), Kind.FACT)]
    assert reading.others == ()


def test_siblings_on_several_levels_are_a_group() -> None:
    found = reading_of("## Tips\n\n##### Keep Dry\n\nText.\n\n#### Find Shelter\n\nText.\n\n### Rest\n\nText.\n")
    assert [each.title for each in found.strategies] == ["Keep Dry", "Find Shelter", "Rest"]
