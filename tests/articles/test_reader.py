"""Pelican's reader for Markdown."""

from __future__ import annotations

import logging
import uuid
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from articles.reader import FEED_NAMESPACE, ArticleReader, feed_id
from hypothesis import given, settings
from hypothesis import strategies as st
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from tests.articles.conftest import MARKDOWN, MakeReader

HEAD = "---\ntitle: Follow Up\ndate: 2024-03-05\n{more}---\n"
PROSE = "This is a paragraph that is long enough to be read as text."
SKIPPED = ("", "skip")


def read(reader: ArticleReader, text: str, name: str = "articles/follow-up.md") -> tuple[str, dict[str, Any]]:
    path = Path(reader.settings["PATH"]) / name
    path.write_text(text, encoding="utf-8")
    return reader.read(str(path))


def of_header(reader: ArticleReader, more: str, body: str = "Text.") -> dict[str, Any]:
    return read(reader, HEAD.format(more=more) + body)[1]


def told(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in log.records if record.name == "located"]


def test_an_article_is_html_and_metadata(make_reader: MakeReader) -> None:
    html, metadata = read(make_reader(), HEAD.format(more="tags: [a]\ncategories: Life\n") + f"Introduction\n\n{PROSE}")
    assert html == f'<h2 id="introduction">Introduction</h2>\n<p>{PROSE}</p>'
    assert metadata["title"] == "Follow Up"
    assert metadata["date"] == datetime(2024, 3, 5)
    assert (metadata["category"].name, metadata["category"].slug) == ("Life", "life")
    assert [(tag.name, tag.slug) for tag in metadata["tags"]] == [("a", "a")]
    assert (metadata["slug"], metadata["badge"], metadata["word_count"], metadata["minutes"]) == (
        "follow-up",
        "",
        14,
        1,
    )
    assert metadata["outline"].sections[0].source == "bare"
    assert "status" not in metadata


def test_the_first_category_is_the_category_and_the_rest_are_tags(make_reader: MakeReader) -> None:
    found = of_header(make_reader(), "categories: [Life, Work]\ntags: [work, Mail]\n")
    assert found["category"].name == "Life"
    assert [tag.name for tag in found["tags"]] == ["Work", "Mail"]  # "work" is the same tag


@pytest.mark.parametrize(
    ("more", "body", "summary"),
    [
        ("excerpt: Said.\n", "Text.", "Said."),
        ("", "First *one*. More.\n\nSecond.", "First one. More."),
        ("", "Introduction\n\n" + PROSE, PROSE),
        ("", "## A\n\n### B\n\nDeep.", "Deep."),
        ("", "## A\n\n- item", ""),
        ("", "<b>a</b> &lt; b", "a < b"),
    ],
)
def test_a_summary_is_said_or_the_first_paragraph(more: str, body: str, summary: str, make_reader: MakeReader) -> None:
    found = of_header(make_reader(), more, body)
    assert found["summary_text"] == summary
    assert found["summary"] == f"<p>{summary.replace('<', '&lt;')}</p>"


@pytest.mark.parametrize(
    ("more", "sections", "shown"),
    [("", 2, False), ("", 3, True), ("toc: true\n", 1, True), ("toc: true\n", 0, False), ("toc: false\n", 5, False)],
)
def test_contents_are_shown_from_three_sections_or_as_said(
    more: str, sections: int, shown: bool, make_reader: MakeReader
) -> None:
    assert of_header(make_reader(), more, "## A\n\ntext\n\n" * sections)["show_contents"] is shown


def test_reading_time_can_be_off(make_reader: MakeReader) -> None:
    assert of_header(make_reader(), "read_time: false\n")["minutes"] == 0


HIDDEN = [
    ("published: false\n", "Draft"),
    ("draft: true\n", "Draft"),
    ("status: draft\n", "Draft"),
    ("modified: 2024-03-06\n", ""),
]


@pytest.mark.parametrize(("more", "badge"), HIDDEN)
def test_a_draft_is_shown_only_with_drafts(more: str, badge: str, make_reader: MakeReader) -> None:
    assert of_header(make_reader(DRAFTS=True), more)["badge"] == badge
    hidden = of_header(make_reader(), more)
    assert hidden.get("status") == ("skip" if badge else None)


@pytest.mark.parametrize(("date", "badge"), [("2999-01-01", "Scheduled"), ("2999-01-01 10:00 +0200", "Scheduled")])
def test_a_future_article_is_shown_only_with_drafts(date: str, badge: str, make_reader: MakeReader) -> None:
    text = f"---\ntitle: A\ndate: {date}\n---\nText."
    assert read(make_reader(DRAFTS=True), text)[1]["badge"] == badge
    assert read(make_reader(), text) == ("", {"title": "A", "status": "skip"})


def test_what_is_future_is_told_by_the_sites_zone_and_the_clock(
    make_reader: MakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2024, 3, 5, 23, 30, tzinfo=UTC).timestamp())))
    text = "---\ntitle: A\ndate: 2024-03-06\n---\nText."
    assert read(make_reader(DRAFTS=True), text)[1]["badge"] == "Scheduled"
    assert read(make_reader(DRAFTS=True, TIMEZONE="Europe/Berlin"), text)[1]["badge"] == ""


@pytest.mark.parametrize(("day", "hour"), [("0001-01-01", "00:00"), ("9999-12-31", "23:59")])
def test_the_first_and_the_last_day_are_days(day: str, hour: str, make_reader: MakeReader) -> None:
    for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
        text = f"---\ntitle: A\ndate: {day} {hour}\n---\nText."
        assert read(make_reader(DRAFTS=True, TIMEZONE=zone), text)[1]["title"] == "A"


def test_a_hidden_article_stays_hidden(make_reader: MakeReader) -> None:
    assert of_header(make_reader(), "status: hidden\n")["status"] == "hidden"


def test_an_address_said_is_the_address(make_reader: MakeReader) -> None:
    found = of_header(make_reader(), "permalink: /a/b/\nredirect_from: /c/\n")
    assert (found["url"], found["save_as"], found["aliases"]) == ("a/b/", "a/b/index.html", ("c/",))
    assert found["address_where"] == ("content/articles/follow-up.md", 4, 12)


def test_the_home_page_can_be_an_address_and_an_old_one(make_reader: MakeReader) -> None:
    found = of_header(make_reader(), "permalink: /\nredirect_from: [/c/, /]\n")
    assert (found["url"], found["save_as"], found["aliases"]) == ("", "index.html", ("c/", "/"))
    assert found["alias_places"] == {
        "c/": ("content/articles/follow-up.md", 5, 17),
        "/": ("content/articles/follow-up.md", 5, 22),
    }


def test_jekylls_address_is_an_old_address(make_reader: MakeReader) -> None:
    text = HEAD.format(more="categories: Life\n") + "Text."
    found = read(make_reader(), text, "articles/2024-03-05-Follow-Up.md")[1]
    assert (found["aliases"], found["implied_aliases"]) == (("life/Follow-Up/",), ("life/Follow-Up/",))
    assert "url" not in found


def test_the_id_for_feeds_outlives_date_title_and_slug(make_reader: MakeReader) -> None:
    reader = make_reader()
    first = read(reader, HEAD.format(more="") + "Text.", "articles/2024-03-05-a.md")[1]
    other = read(reader, "---\ntitle: B\nslug: b\n---\nText.", "articles/2023-01-01-a.md")[1]
    assert first["feed_id"] == other["feed_id"] == uuid.uuid5(FEED_NAMESPACE, "tests:a").urn
    assert of_header(reader, "guid: mine\n")["feed_id"] == "mine"
    assert feed_id({"SITENAME": "S"}, "a.md") != feed_id({"SITENAME": "T"}, "a.md")


def test_headings_are_kept_for_an_article_or_a_site(make_reader: MakeReader) -> None:
    text = f"Introduction\n\n{PROSE}"
    for reader, more, recovered in (
        (make_reader(), "", True),
        (make_reader(), "headings: keep\n", False),
        (make_reader(HEADINGS="keep"), "", False),
        (make_reader(HEADINGS="keep"), "headings: recover\n", True),
    ):
        assert ("<h2" in read(reader, HEAD.format(more=more) + text)[0]) is recovered


def test_a_key_of_a_theme_is_kept(make_reader: MakeReader) -> None:
    assert of_header(make_reader(), "rating: 5\nSidebar: main\n")["rating"] == "5"


@pytest.mark.parametrize(
    "name", sorted(name for name in dir(Article) if not name.startswith("_") and name.isidentifier())
)
def test_no_key_replaces_what_an_article_is_made_of(
    name: str, make_reader: MakeReader, caplog: pytest.LogCaptureFixture
) -> None:
    html, metadata = read(make_reader(), HEAD.format(more=f"{name}: x\n") + "Text.")
    if metadata.get("status") == "skip":
        assert told(caplog)  # a field of ours with a wrong value
        return
    article = Article(html, metadata, {**DEFAULT_CONFIG, "PATH": "content"}, source_path="content/a.md", context={})
    assert article.is_valid()
    assert article.url


REFUSED = [
    ("no front matter", "content/articles/follow-up.md:1:1: there is no front matter. "),
    (HEAD.format(more="titel: x\n"), 'content/articles/follow-up.md:4:1: unknown key "titel". Did you mean "title"?'),
    (HEAD.format(more='tags: ["!"]\n'), 'content/articles/follow-up.md:4:7: no address can be made of the tag "!". '),
    (
        HEAD.format(more="category: ？\n"),
        'content/articles/follow-up.md:4:11: no address can be made of the category "',
    ),
    (
        HEAD.format(more=f"tags: {'北京' * 40}\n"),
        'content/articles/follow-up.md:4:7: the address of the tag "北京北京',
    ),
    (
        HEAD.format(more=f"categories: [a, {'北京' * 40}]\n"),
        'content/articles/follow-up.md:4:13: the address of the tag "北京北京',
    ),
    (
        HEAD.format(more="") + "- " * 2_000 + "a",
        "content/articles/follow-up.md:5:1: quotes or lists are nested too deep",
    ),
    (HEAD.format(more="") + "a\0b", "content/articles/follow-up.md:5:2: holds a NUL byte. "),
]


@pytest.mark.parametrize(("text", "problem"), REFUSED, ids=[problem[30:70] for _, problem in REFUSED])
def test_an_article_with_an_error_is_told_and_left_out(
    text: str, problem: str, make_reader: MakeReader, caplog: pytest.LogCaptureFixture
) -> None:
    html, metadata = read(make_reader(), text)
    assert (html, metadata["status"]) == SKIPPED
    (line,) = told(caplog)
    assert line.startswith(problem)
    assert caplog.records[0].where[0] == "content/articles/follow-up.md"  # type: ignore[attr-defined]


def test_a_warning_is_told_and_the_article_is_there(make_reader: MakeReader, caplog: pytest.LogCaptureFixture) -> None:
    html, _ = read(make_reader(), HEAD.format(more="series: A # B\n") + "Text.")
    assert html == "<p>Text.</p>"
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_page_needs_no_date(make_reader: MakeReader, caplog: pytest.LogCaptureFixture) -> None:
    html, metadata = read(make_reader(), "---\ntitle: About\n---\nText.", "pages/about.md")
    assert (html, metadata["title"], told(caplog)) == ("<p>Text.</p>", "About", [])
    assert "date" not in metadata


def test_an_article_after_a_refused_one_is_as_if_alone(make_reader: MakeReader) -> None:
    text = HEAD.format(more="") + "# A\n\nText[^1]\n\n[^1]: Note."
    alone = read(make_reader(), text)[0]
    reader = make_reader()
    read(reader, HEAD.format(more="") + "- " * 2_000 + "[^1]\n\n[^1]: Other.")
    assert read(reader, text)[0] == alone


def test_pelicans_own_reader_of_front_matter_is_left_out(make_reader: MakeReader) -> None:
    reader = make_reader(
        MARKDOWN={"extension_configs": {"markdown.extensions.meta": {}, "markdown.extensions.tables": {}}}
    )
    assert "meta" not in reader.markdown.preprocessors
    assert "<table" in read(reader, HEAD.format(more="") + "a|b\n-|-\n1|2")[0]


pieces = st.lists(
    st.sampled_from(
        "---\n|title: A\n|date: 2024-01-01\n|tags: [a, b]\n|: |- |\n|# A\n|**A**\n|1. A\n|> |```\n|<div>|</div>|"
        "[^1]: a|| a | b |\n|{: .a }|*|_|`|[a](b)|<!--|&amp;|\t|\r\n|\ufeff|\0|\x02wzxhzdk:0\x03|é|🎉|'|\"|"
        "categories: a\n|url: /a/\n|slug: b\n|    a\n|a\n: b\n|*[a]: b\n|~~~\n|---|{%|permalink: /:title/\n".split("|")
    )
    | st.text(max_size=8)
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.binary() | pieces.map(str.encode) | pieces.map(lambda text: HEAD.format(more="").encode() + text.encode()))
def test_any_file_is_an_article_or_a_problem(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles" / "2024-03-05-a.md"
        path.parent.mkdir()
        path.write_bytes(data)
        given_ = {"PATH": folder, "MARKDOWN": MARKDOWN, "TIMEZONE": "UTC"}
        html, metadata = ArticleReader({**DEFAULT_CONFIG, **given_}).read(str(path))
    assert metadata.get("status") in ("skip", "hidden", None)
    assert html == "" or metadata["title"]
