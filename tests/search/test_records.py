"""What of a site can be found."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from articles.model import Outline, RunIn, Section
from checklists.reading import read_checklist
from markdown import markdown
from search.model import Kind, Record
from search.records import records

from tests.search.samples import HOSTILE, content, entry, source

LIST = """\
title: Before the walk
summary: What to see to.
sections:
  - title: At home
    items:
      - text: Fill <both> bottles
        why: It gets hot.
        items: [Check the lids]
"""


def of(default_lang: str = "en", **context: Any) -> list[Record]:
    return records(context, default_lang)


def section(anchor: str, *paragraphs: str, run_ins: tuple[RunIn, ...] = ()) -> Section:
    return Section(anchor, anchor, anchor, "", 2, "written", "", paragraphs, run_ins, ())


def published(title: str = "Before the walk", badge: str = "") -> SimpleNamespace:
    checklist, problems = read_checklist(LIST, "content/checklists/walk.yml", "walk", markdown)
    assert checklist is not None, problems
    return SimpleNamespace(checklist=checklist, url="checklists/walk/", badge=badge)


def test_articles_and_pages_are_found_with_their_kind_and_title() -> None:
    found = of(articles=[content("Hills")], pages=[content("About", url="about/")])
    assert [(each.kind, each.url, each.title) for each in found] == [
        (Kind.PAGE, "about/", "About"),
        (Kind.ARTICLE, "articles/hills/", "Hills"),
    ]


def test_translations_are_found_in_their_language() -> None:
    found = of(articles=[content("Hills", translations=[content("Hügel", lang="de_AT", url="de/articles/hills/")])])
    assert [(each.title, each.lang) for each in found] == [("Hills", "en"), ("Hügel", "de-at")]


def test_what_is_no_language_counts_as_the_sites_own() -> None:
    assert [each.lang for each in of("de", articles=[content("Hills", lang='"><b>')])] == ["de"]


def test_drafts_and_what_is_to_come_are_not_found_even_where_the_preview_shows_them() -> None:
    articles = [content("Draft", badge="Draft"), content("Later", badge="Scheduled"), content("Held", status="draft")]
    hidden = {"hidden_articles": [content("Hidden")], "drafts": [content("Other")]}
    assert of(articles=articles, checklists=[published(badge="Draft")], **hidden) == []


def test_a_strategy_given_in_a_draft_alone_is_not_found() -> None:
    shown = entry("Leave early", source("articles/hills/#leave"), source("articles/x/#leave", "Secret", badge="Draft"))
    found = of(strategies=[shown, entry("Tell nobody", source("articles/x/#tell", badge="Draft"))])
    assert [each.title for each in found] == ["Leave early"]


def test_a_strategy_is_found_by_its_text_wherever_it_stands() -> None:
    outline = Outline(
        (), (RunIn("water", "Water", "1", "Carry <two> bottles."),), (section("leave", "Go early.", "Rest."),)
    )
    articles = [content("Hills", outline=outline)]
    strategies = [
        entry("Leave", source("articles/hills/#leave")),
        entry("Water", source("articles/hills/#water"), entry=SimpleNamespace(aliases=("Drink",))),
        entry("Elsewhere", source("articles/gone/#x", summary="Said in short.")),
    ]
    texts = {each.title: each.html for each in of(articles=articles, strategies=strategies)}
    assert texts["Leave"] == "<p>Go early.\nRest.</p>"
    assert texts["Water"] == "<p>Drink</p><p>Carry &lt;two&gt; bottles.</p>"
    assert texts["Elsewhere"] == "<p>Said in short.</p>"


def test_an_entry_with_a_page_of_its_own_leads_there() -> None:
    twice = entry("Leave", source("articles/a/#x", "A"), source("articles/b/#x", "B"), url="strategies/leave/")
    assert [each.url for each in of(strategies=[twice])] == ["strategies/leave/"]


def test_each_item_of_a_checklist_can_be_led_to() -> None:
    (found,) = of(checklists=[published()])
    assert "<h2>At home</h2>" in found.html
    assert '<h3 id="fill-both-bottles">Fill &lt;both&gt; bottles</h3><p>It gets hot.</p>' in found.html
    assert '<h3 id="check-the-lids">Check the lids</h3>' in found.html


def test_lists_are_indexed_as_plain_text_where_an_article_has_that() -> None:
    (found,) = of(articles=[content("Hills", plain_content="<p>Plain.</p>", content="<check-list></check-list>")])
    assert found.html == "<p>Plain.</p>"


def test_the_order_of_files_does_not_matter() -> None:
    both = [content("Hills"), content(HOSTILE)]
    assert of(articles=both) == of(articles=both[::-1])


def test_an_empty_site_has_nothing_to_find() -> None:
    assert of() == []
