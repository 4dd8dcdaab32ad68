"""The theme on its own: its templates, its components' examples, and every page rendered with made-up articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from articles.model import Card, ContentsLine, Link, Series, Term, Year
from checklists.lists import PublishedList
from checklists.model import Checklist
from checklists.reading import read_checklist
from checklists.references import ArticleLink
from checklists.view import ItemView, ListView, Place, view
from crosslinks.plan import Plan
from feeds.model import FeedLink
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from located import slugify
from markdown import markdown
from pelican.paginator import PaginationRule, Paginator
from strategies.model import Entry, Kind, Strategy
from strategies.view import Addresses, AdvisingArticle, EntryView, IndexView, SourceView, entry_view, index_view

THEME = Path(__file__).parents[2] / "theme"
WITH_TEMPLATES = ("checklists", "strategies", "crosslinks", "search")
PLUGINS = [Path(__file__).parents[2] / f"plugins/{name}/templates" for name in WITH_TEMPLATES]
"""Templates that plugins bring, and the theme only dresses."""
WRITTEN = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)

# What an example may leave out.
CARD = {
    "date": WRITTEN,
    "modified": None,
    "summary": "",
    "minutes": 4,
    "category": None,
    "tags": (),
    "image": "",
    "badge": "",
    "lang": "en",
}


def card(given: dict[str, Any]) -> Card:
    category = given.get("category")
    return Card(**CARD | given | {"category": Link(**category) if category else None})


def contents_line(given: dict[str, Any]) -> ContentsLine:
    return ContentsLine(given["id"], given["text"], tuple(map(contents_line, given.get("lines", ()))))


def series(given: dict[str, Any]) -> Series:
    return Series(**given | {"parts": tuple(map(card, given["parts"]))})


def each(make: Callable[[dict[str, Any]], Any]) -> Callable[[list[dict[str, Any]]], Any]:
    return lambda items: tuple(map(make, items))


def record(make: type) -> Callable[[dict[str, Any]], Any]:
    """Checks that an example has the fields of the type it stands for, no more, no fewer."""
    names = {field.name for field in fields(make)}

    def made(given: dict[str, Any]) -> Any:
        assert set(given) == names
        return make(**given)

    return made


def checklist(given: dict[str, Any]) -> Checklist:
    """What is written in a checklist's file, read."""
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    read, problems = read_checklist(text, "content/checklists/list.yml", "list", markdown)
    assert read is not None, problems
    return read


def list_view(given: dict[str, Any]) -> ListView:
    return view(checklist(given), Place("guide", "/guide", "checklists/list/", "/guide/check-list.js"))


def item_view(given: dict[str, Any]) -> ItemView:
    return list_view({"title": "List", "items": [given]}).sections[0].items[0]


def list_card(given: dict[str, Any]) -> SimpleNamespace:
    """The part of a published list that its card shows."""
    assert given.keys() <= {name for name in dir(PublishedList) if name[0] != "_"} | {"url", "site", "badge"}
    return SimpleNamespace(**{"summary": "", "lang": "", "badge": "", "tags": ()} | given)


def strategy_source(given: dict[str, Any]) -> SourceView:
    assert given.keys() <= {field.name for field in fields(SourceView)}
    least = {
        "id": "one--x",
        "summary": "",
        "section": "",
        "place": "",
        "when": "",
        "effort": "",
        "lang": "en",
        "badge": "",
    }
    return SourceView(**{**least, "updated": None, **given, "article": AdvisingArticle(**given["article"])})


def strategy_entry(given: dict[str, Any]) -> EntryView:
    """A line of the index, made of what its example says of a strategy and of the articles that have it."""
    category = {"name": given.get("category", "Events"), "url": "categories/events/"}
    tags = tuple(Link(name, f"tags/{name}/") for name in given.get("tags", ()))
    of_article = {"category": category, "tags": tags} | {key: given[key] for key in ("badge", "lang") if key in given}
    cards = [
        card({"title": name, "url": f"articles/{at}/"} | of_article)
        for at, name in enumerate(given.get("articles", ("An evening",)))
    ]
    title, kind = given["title"], Kind(given.get("kind", "strategy"))
    numbers = given.get("position", 1), given.get("of", 1)
    said = given.get("when", ""), given.get("effort", "")
    sources = tuple(
        Strategy(f"{at}--x", title, given.get("summary", ""), kind, one, str(at), "x", "", *numbers, one.category, tags,
                 *said, "written", WRITTEN.date(), "")
        for at, one in enumerate(cards)
    )  # fmt: skip
    entry = Entry(slugify(title) or "entry", title, given.get("summary", ""), kind, sources, "", (), False)
    return entry_view(entry, STRATEGY, "", {"0--x"} if given.get("checklist") else ())


def strategy_index(given: list[dict[str, Any]]) -> IndexView:
    return index_view(map(strategy_entry, given))


STRATEGY = Addresses("strategies/{slug}/", "strategies/{slug}/index.html")

# What a macro's argument of this name is, so that no example can drift from the model.
ARGUMENTS: dict[str, Callable[[Any], Any]] = {
    "card": card,
    "cards": each(card),
    "lines": each(contents_line),
    "series": series,
    "tags": each(record(Link)),
    "nav": each(record(Link)),
    "terms": each(record(Term)),
    "feeds": each(record(FeedLink)),
    "item": item_view,
    "source": strategy_source,
    "entry": strategy_entry,
    "index": strategy_index,
}
LISTS = {"check_list": list_view, "checklist_card": list_card}
"""What the argument `list` is, by component."""


def templates() -> dict[str, Path]:
    """Each component's template by the component's name."""
    return {path.stem: path for root in (THEME / "templates", *PLUGINS) for path in root.glob("components/*.html")}


def component_names() -> list[str]:
    return sorted(templates())


def examples(name: str) -> dict[str, dict[str, Any]]:
    return yaml.safe_load((THEME / f"examples/{name}.yml").read_text(encoding="utf-8"))


def render_example(env: Environment, name: str, example: str) -> str:
    return render_given(env, name, examples(name)[example])


def render_given(env: Environment, name: str, arguments: dict[str, Any]) -> str:
    """A component with arguments as an example has them."""
    macro = getattr(env.get_template(f"components/{name}.html").module, name)
    given = {"root": ""} if "root" in macro.arguments else {}
    for argument, value in arguments.items():
        neighbour = name == "neighbours" and value
        makers = ARGUMENTS | {"list": LISTS.get(name)}
        make = card if neighbour else makers.get(argument, lambda same: same)
        given[argument] = make(value)
    if name == "prose":
        given["html"] = env.filters["safe"](given["html"])
    return str(macro(**given))


def environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([THEME / "templates", *PLUGINS]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


# --- a small site ----------------------------------------------------------------------------------

CATEGORY = Link("Conferences", "categories/conferences/")
TITLES = (
    "The first five minutes in a room",
    "Following up without a template",
    "Leaving well",
    "Three people, not thirty: choosing whom to meet at a large conference",
    "What to write when you have nothing to ask",
    "Markup <b>is</b> text & stays text",
)
SUMMARY = "Arrive early, find the person who is also alone, and ask about the session you both came for."


def article(number: int) -> SimpleNamespace:
    """As the articles plugin leaves one: Pelican's attributes and ours."""
    shown = card(
        {
            "title": TITLES[number % len(TITLES)],
            "url": f"articles/part-{number}/",
            "date": WRITTEN.replace(year=2024 - number // 5),
            "modified": WRITTEN.replace(month=6) if number % 2 else None,
            "summary": SUMMARY,
            "minutes": 3 + number,
            "category": {"name": CATEGORY.name, "url": CATEGORY.url},
            "tags": (Link("follow-up", "tags/follow-up/"), Link("C++", "tags/c-plus-plus/")),
            "badge": "Draft" if number == 1 else "",
        }
    )
    return SimpleNamespace(
        title=shown.title,
        url=shown.url,
        card=shown,
        content="".join(example["html"] for example in examples("prose").values()),
        contents=ARGUMENTS["lines"](examples("contents")["nested"]["lines"]),
        show_contents=True,
        authors=[SimpleNamespace(name="Ida Holm")],
        previous=None,
        next=None,
        related=(),
        series=None,
        translated=(),
        badge=shown.badge,
        summary_text=shown.summary,
        lang="en",
    )


SHEETS = ("site", "lists", "check-list", "strategy-index", "search", "plan", "plan-toggles")


def site(**changes: Any) -> dict[str, Any]:
    """The context every page gets."""
    cards = tuple(article(number).card for number in range(6))
    return {
        "SITENAME": "A Field Guide to Small Talk",
        "SITESUBTITLE": "Practical advice on meeting people at work, and how to act on it.",
        "SITEURL": "https://example.org/guide",
        "ROOT": "/guide",
        "DEFAULT_LANG": "en",
        "nav": (
            Link("Articles", "articles/"),
            Link("Strategies", "strategies/"),
            Link("Checklists", "checklists/"),
        ),
        "nav_foot": (Link("Tags", "tags/"), Link("Archive", "archive/"), Link("About", "about/")),
        "DRAFTS": False,
        "THEME_STATIC_DIR": "theme",
        "ARTICLES_URL": "articles/",
        "TAGS_URL": "tags/",
        "ARCHIVE_URL": "archive/",
        "FEEDS_URL": "feeds/",
        "SITE_ID": "small-talk",
        "SHEETS": {name: f"theme/{name}.css" for name in SHEETS},
        "SCRIPTS": ("theme/site.js",),
        "FONTS": {name: f"theme/{name}.woff2" for name in ("read", "read-italic", "do")},
        "CHECK_CARD": "/guide/theme/check-card.js",
        "PLAN": Plan("plan/", "/guide/theme/my-plan.js", "/guide/theme/plan-toggles.js"),
        "checklists": (),
        "FEEDS": (
            FeedLink("All articles (RSS)", "application/rss+xml", "feeds/rss.xml"),
            FeedLink("All articles (Atom)", "application/atom+xml", "feeds/atom.xml"),
            FeedLink("All articles (JSON)", "application/feed+json", "feeds/feed.json"),
        ),
        "STRATEGIES_URL": "strategies/",
        "CHECKLISTS_URL": "checklists/",
        "SEARCH_URL": "search/",
        "SEARCH_ADDRESSES": "search/addresses.json",
        "SEARCH_NEAREST": "theme/site-search/nearest-addresses.js",
        "CHECKLIST_FEEDS": (FeedLink("Checklists (RSS)", "application/rss+xml", "checklists/rss.xml"),),
        "CATEGORY_FEEDS": {
            "conferences": (FeedLink("Conferences (RSS)", "application/rss+xml", "categories/conferences/rss.xml"),),
        },
        "latest": cards,
        "years": (Year(2024, cards[:4]), Year(2023, cards[4:])),
        "tag_index": tuple(
            Term(name, f"t{count}", f"tags/t{count}/", count)
            for count, name in enumerate(("C++", "e-mail", "follow-up", "<i>small</i> talk"), 1)
        ),
        "category_index": (Term(CATEGORY.name, "conferences", CATEGORY.url, 6), Term("E-mail", "e", "e/", 1)),
    } | changes


def paginated(url: str, number: int, count: int = 30) -> dict[str, Any]:
    """What Pelican's writer adds to a page of a paginated template."""
    rules = [
        PaginationRule(1, "{url}", "{save_as}"),
        PaginationRule(2, "{url}page/{number}/", "{url}page/{number}/index.html"),
    ]
    settings = {"DEFAULT_ORPHANS": 0, "PAGINATION_PATTERNS": rules}
    pages = Paginator(f"{url}index.html", url, [article(n) for n in range(count)], settings, 12)
    page = pages.page(number)
    return {
        "articles_paginator": pages,
        "articles_page": page,
        "articles_previous_page": pages.page(number - 1) if page.has_previous() else None,
        "articles_next_page": pages.page(number + 1) if page.has_next() else None,
    }


def rich_article() -> SimpleNamespace:
    """An article with everything around it."""
    rich = article(1)
    cards = site()["latest"]
    rich.previous, rich.next, rich.related = cards[0], cards[3], cards[2:4]
    rich.series = Series("One conference, start to finish", 2, cards[:3])
    rich.translated = (card({"title": "بعد اللقاء", "url": "ar/articles/part-1/", "lang": "ar"}),)
    return rich


def arabic_article() -> SimpleNamespace:
    short = article(0)
    short.title, short.lang, short.show_contents = "شبكة صغيرة", "ar", False
    short.content = "<h2 id='a'>قبل أن تذهب</h2><ol><li id='b'><strong>ابدأ:</strong> بشخص واحد.</li></ol>"
    return short


def about_page() -> SimpleNamespace:
    made = article(2)
    made.title, made.url, made.content = "About", "about/", "<p>Who writes here, and why.</p>"
    return made


def published(**changes: Any) -> dict[str, Any]:
    """A list as its page gets it."""
    given = examples("check_list")["everything"]["list"] | changes
    article = ArticleLink("Following up", "articles/following-up/")
    found = PublishedList(
        checklist(given), "checklists/list/", "checklists/list/index.html", "", "guide", "", "Draft", article
    )
    return {"list": found, "view": list_view(given), "json_ld": environment().filters["safe"]('{"@type":"ItemList"}')}


INDEX = "two categories, tags, efforts, kinds and a checklist"
PAGES: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "home": ("index", dict),
    "home of an empty site": (
        "index",
        lambda: {"latest": (), "category_index": (), "FEEDS": (), "SITESUBTITLE": ""},
    ),
    "articles": ("articles", lambda: paginated("articles/", 1)),
    "articles, page 2": ("articles", lambda: paginated("articles/", 2)),
    "no articles": ("articles", lambda: paginated("articles/", 1, 0)),
    "category": (
        "category",
        lambda: paginated(CATEGORY.url, 1) | {"category": SimpleNamespace(name="Conferences", slug="conferences")},
    ),
    "tag": ("tag", lambda: paginated("tags/c/", 3) | {"tag": SimpleNamespace(name="<b>C++</b>", slug="c")}),
    "tags": ("tags", dict),
    "tags of an empty site": ("tags", lambda: {"tag_index": ()}),
    "archive": ("archive", dict),
    "archive of an empty site": ("archive", lambda: {"years": ()}),
    "page": ("page", lambda: {"page": about_page()}),
    "article": ("article", lambda: {"article": rich_article()}),
    "article, plain": ("article", lambda: {"article": article(0)}),
    "article, right to left": ("article", lambda: {"article": arabic_article()}),
    "feeds": ("feeds", dict),
    "feeds of an empty site": ("feeds", lambda: {"FEEDS": (), "CATEGORY_FEEDS": {}, "CHECKLIST_FEEDS": ()}),
    "checklist": ("checklist", published),
    "checklists": (
        "checklists",
        lambda: {"lists": (published()["list"],) * 3, "card_script": "/guide/check-card.js"},
    ),
    "no checklists": ("checklists", lambda: {"lists": (), "card_script": ""}),
    "strategies": (
        "strategies",
        lambda: {
            "index": strategy_index(examples("strategy_index")[INDEX]["index"]),
            "index_script": "/guide/strategy-index.js",
            "json_ld": environment().filters["safe"]("{}"),
        },
    ),
    "no strategies": (
        "strategies",
        lambda: {"index": strategy_index([]), "index_script": "", "json_ld": environment().filters["safe"]("{}")},
    ),
    "strategy": (
        "strategy",
        lambda: {"strategy": strategy_entry(examples("strategy_entry")["in two articles"]["entry"])},
    ),
    "search": (
        "search",
        lambda: {"search": examples("search_panel")["everything"]["search"], "search_script": "/guide/site-search.js"},
    ),
    "search of an empty site": (
        "search",
        lambda: {"search": examples("search_panel")["nothing to find"]["search"], "search_script": "/guide/search.js"},
    ),
    "plan": ("plan", lambda: {"known": "[]", "index_url": "/guide/strategies.json"}),
    "a site without a plan": ("404", lambda: {"PLAN": None}),
    "404": ("404", dict),
    "404 of a site without search": ("404", lambda: {"SEARCH_URL": "", "SEARCH_NEAREST": ""}),
}


def render_page(env: Environment, name: str, **changes: Any) -> str:
    template, context = PAGES[name]
    return env.get_template(f"{template}.html").render(site() | context() | changes)
