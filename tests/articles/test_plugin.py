"""The plugin in a site: what articles know of one another, and what is told of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from articles.plugin import join

from tests.articles.tiny_site import Built, build

PROSE = "This is a paragraph that is long enough to be read as text."


def article(title: str, date: str = "2024-03-05", more: str = "", body: str = "Text.") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\n{body}\n"


def titles(cards: Any) -> list[str]:
    return [card.title for card in cards]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One site for all that is about articles among others."""
    files = {
        "articles/2024-01-01-one.md": article("One", "2024-01-01", "tags: [mail, rare]\ncategories: Life\nseries: S\n"),
        "articles/2024-02-01-two.md": article("Two", "2024-02-01", "tags: [Mail]\ncategories: Work\nref: two\n"),
        "articles/2024-03-01-three.md": article(
            "Three", "2024-03-01", "tags: [mail, rare]\nseries: S\nrelated: false\n"
        ),
        "articles/2024-02-02-zwei.md": article("Zwei", "2024-02-02", "lang: de\nref: two\n"),
        "articles/2025-01-01-four.md": article("Four", "2025-01-01", "status: hidden\ntags: [mail]\n"),
        "articles/2025-02-01-five.md": article("Five", "2025-02-01", "published: false\n"),
        "articles/2999-01-01-six.md": article("Six", "2999-01-01"),
        "articles/seven.html": (
            "<html><head><title>Seven</title><meta name='date' content='2024-04-01'></head><body>"
            "<h2 id='a'>A</h2><p>One. Two.</p><h2>B</h2><h2>C</h2></body></html>"
        ),
        "articles/eight.rst": "Eight\n#####\n\n:date: 2024-05-01\n:tags: mail\n\nA\n=\n\nOne. Two.\n\nB\n=\n\nThree.\n",
        "pages/about.md": "---\ntitle: About\n---\n# Us\n\nWe.\n",
    }
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return build(folder, files)


def test_a_good_site_is_told_nothing(site: Built) -> None:
    assert site.told == []


def test_the_latest_come_first_and_the_years_hold_all(site: Built) -> None:
    expected = ["Eight", "Seven", "Three", "Zwei", "Two", "One"]
    assert titles(site.context["latest"]) == expected
    (year,) = site.context["years"]
    assert (year.year, titles(year.cards)) == (2024, expected)
    assert site.context["DRAFTS"] is False


def test_drafts_and_future_articles_are_nowhere(site: Built) -> None:
    assert not {"2025-02-01-five.md", "2999-01-01-six.md"} & set(site.contents)
    assert not list(site.output.glob("articles/five*")) + list(site.output.glob("articles/six*"))


def test_a_hidden_article_has_a_page_and_stands_in_no_list(site: Built) -> None:
    hidden = site.contents["2025-01-01-four.md"]
    assert (hidden.card.title, hidden.previous, hidden.next, hidden.related, hidden.series) == (
        "Four",
        None,
        None,
        (),
        None,
    )
    assert (site.output / "articles/four/index.html").is_file()


def test_neighbours_are_the_next_older_and_newer(site: Built) -> None:
    two = site.contents["2024-02-01-two.md"]
    assert (two.previous.title, two.next.title) == ("One", "Zwei")
    assert site.contents["2024-01-01-one.md"].previous is None
    assert site.contents["eight.rst"].next is None


def test_related_articles_share_most_and_are_not_those_of_the_series(site: Built) -> None:
    assert titles(site.contents["2024-01-01-one.md"].related) == ["Two", "Eight"]  # "Three" is the next part
    assert site.contents["2024-03-01-three.md"].related == ()


def test_a_series_knows_its_parts(site: Built) -> None:
    three = site.contents["2024-03-01-three.md"].series
    assert (three.name, three.position, titles(three.parts)) == ("S", 2, ["One", "Three"])
    assert site.contents["2024-02-01-two.md"].series is None


def test_translations_know_one_another(site: Built) -> None:
    assert titles(site.contents["2024-02-01-two.md"].translated) == ["Zwei"]
    assert titles(site.contents["2024-02-02-zwei.md"].translated) == ["Two"]
    assert site.contents["2024-01-01-one.md"].translated == ()
    assert site.contents["2024-02-02-zwei.md"].card.lang == "de"


def test_a_tag_has_the_spelling_most_articles_use(site: Built) -> None:
    assert [(term.name, term.slug, term.count) for term in site.context["tag_index"]] == [
        ("mail", "mail", 4),
        ("rare", "rare", 2),
    ]
    assert [tag.name for tag in site.contents["2024-02-01-two.md"].tags] == ["mail"]
    assert titles(site.context["latest"])[0] == "Eight"
    assert [(term.name, term.count) for term in site.context["category_index"]] == [
        ("General", 4),
        ("Life", 1),
        ("Work", 1),
    ]


@pytest.mark.parametrize(("name", "minutes", "contents"), [("seven.html", 1, True), ("eight.rst", 1, False)])
def test_other_formats_have_all_that_an_article_has(name: str, minutes: int, contents: bool, site: Built) -> None:
    found = site.contents[name]
    first = found.outline.sections[0]
    assert (first.id, first.text, first.first_sentence, first.level) == ("a", "A", "One.", 2)
    assert (found.minutes, found.show_contents, found.summary_text) == (minutes, contents, "One. Two.")
    assert (found.badge, found.image, found.aliases) == ("", "", ())
    assert found.feed_id.startswith("urn:uuid:")
    assert found.address_where == (f"content/articles/{name}", 1, 1)
    assert found.card.summary == "One. Two."


def test_other_formats_say_what_is_advice_and_how_lists_are_called(content: Path) -> None:
    rst = "A\n#\n\n:date: 2024-05-01\n:strategies: One; Two\n:as-checklist: no\n:guide_id: guide-x\n\nText.\n"
    html = (
        "<html><head><title>B</title><meta name='date' content='2024-04-01'>\n<meta name='strategies' content='none'>"
        "<meta name='checklist_id' content='tasks-x'></head><body><p>Text.</p></body></html>"
    )
    two = html.replace("content='none'>", "content='One'>\n<meta name='strategies' content='Two'>").replace("B<", "C<")
    built = build(content.parent, {"articles/a.rst": rst, "articles/b.html": html, "articles/c.html": two})
    assert built.told == []
    found = [built.contents[name] for name in ("a.rst", "b.html", "c.html")]
    assert [each.strategies_said for each in found] == [("One", "Two"), (), ("One", "Two")]
    assert found[0].strategies_where == ("content/articles/a.rst", 5, 1)
    assert (found[0].as_checklist, found[0].guide_id, found[1].checklist_id) == (False, "guide-x", "tasks-x")


def test_what_other_formats_say_wrongly_is_told_at_its_line(content: Path) -> None:
    rst = "A\n#\n\n:date: 2024-05-01\n:strategies:\n:as-checklists: no\n:viewport: x\n\nText.\n"
    built = build(content.parent, {"articles/a.rst": rst})
    assert [line.partition(". ")[0] for line in built.told] == [
        'content/articles/a.rst:5:1: "strategies" is empty',
        'content/articles/a.rst:6:1: unknown key "as-checklists"',
    ]


def test_a_page_has_a_card_and_an_outline(site: Built) -> None:
    about = site.contents["about.md"]
    assert (about.card.title, about.card.date, about.card.category) == ("About", None, None)
    assert about.outline.sections[0].text == "Us"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_drafts_and_future_articles_are_shown_with_drafts(folder: Path) -> None:
    files = {
        "articles/a.md": article("A", more="published: false\n"),
        "articles/b.md": article("B", "2999-01-01"),
        "articles/c.md": article("C", "2024-01-01"),
    }
    site = build(folder, files, DRAFTS=True)
    assert [(card.title, card.badge) for card in site.context["latest"]] == [
        ("B", "Scheduled"),
        ("A", "Draft"),
        ("C", ""),
    ]
    assert site.context["DRAFTS"] is True
    assert (folder / "output/articles/a/index.html").is_file()


def test_the_places_of_old_addresses_are_known(folder: Path) -> None:
    site = build(folder, {"articles/a.md": article("A", more="redirect_from:\n  - /b/\n")})
    assert site.contents["a.md"].alias_places == {"b/": ("content/articles/a.md", 5, 5)}


def test_two_articles_of_one_name_are_told(folder: Path) -> None:
    files = {
        "articles/2024-01-01-a.md": article("A", "2024-01-01"),
        "articles/2024-02-01-a.md": article("B", "2024-02-01", "slug: b\n"),
        "articles/c.md": article("C", "2024-02-01", "guid: mine\n"),
    }
    assert build(folder, files).told == [
        "content/articles/2024-02-01-a.md:1:1: has the same name as content/articles/2024-01-01-a.md, so feed readers "
        "would take them for one article. Rename it, or give it a guid: of its own."
    ]


def test_all_that_is_wrong_in_a_site_is_told_in_one_build(folder: Path) -> None:
    files = {
        "articles/a.md": article("A", "soon"),
        "articles/b.md": article("B", more="titel: x\n"),
        "articles/c.md": article("C"),
        "articles/d.md/e.txt": "x",
        "pages/f.md": "no front matter",
    }
    site = build(folder, files)
    assert [line.split(":")[0] for line in site.told] == [
        "content/articles/d.md",
        "content/articles/a.md",
        "content/articles/b.md",
        "content/pages/f.md",
    ]
    assert set(site.contents) == {"c.md"}


def test_every_file_of_a_static_folder_is_copied(folder: Path) -> None:
    files = {"articles/a.md": article("A"), "images/x/b.png": "x", "images/.hidden": "x"}
    build(folder, files)
    assert [path.name for path in (folder / "output/images").rglob("*") if path.is_file()] == ["b.png"]


def test_an_empty_site_has_empty_lists(folder: Path) -> None:
    site = build(folder, {"pages/about.md": "---\ntitle: About\n---\nUs.\n"})
    assert (site.context["latest"], site.context["years"], site.context["tag_index"]) == ((), (), ())


def test_without_articles_among_the_generators_nothing_is_joined() -> None:
    join([SimpleNamespace()])


def test_the_plugins_settings_have_defaults() -> None:
    import articles

    expected = {"DRAFTS": False, "HEADINGS": "recover", "SITE_ID": "", "ARTICLES_LATEST": 6}
    assert {name: articles.SETTINGS[name] for name in expected} == expected
    assert all(articles.SETTINGS[name] in values for name, values in articles.CHOICES.items())


def test_the_posts_of_a_jekyll_blog_as_it_is_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    built = build(tmp_path, {"_posts/2024-01-01-one.md": "---\ntitle: One\n---\nText.\n"})
    assert built.told == ["content/_posts:1:1: holds posts that are not read. Move them to articles/."]
