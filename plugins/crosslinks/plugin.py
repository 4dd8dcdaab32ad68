"""Connects strategies and checklists, once both are known and before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checklists.generator import ChecklistsGenerator
from checklists.inserting import Inserter
from checklists.model import Checklist
from checklists.view import StrategyLink, view
from jinja2 import TemplateNotFound
from located import Location, report, shown_path, slugify
from markupsafe import Markup
from pelican import signals
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, PagesGenerator
from strategies.generator import StrategiesGenerator
from strategies.ids import fragment
from strategies.model import Strategy

from .generator import PlanGenerator
from .guide import SECTION, guide, is_wanted
from .links import Meant, Practice, lists_by_article, names, practices, unknown
from .marking import Marker
from .plan import KnownList, entry_ids, with_entries

Practices = Mapping[str, Sequence[Practice]]
"""By the ids of strategies."""
KINDS = ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")
PAGE_KINDS = ("pages", "translations", "hidden_pages", "hidden_translations", "draft_pages", "draft_translations")


def register() -> None:
    signals.get_generators.connect(generator)
    signals.all_generators_finalized.connect(join)  # after those of strategies and checklists: in the order of PLUGINS


def generator(pelican: Any) -> type[PlanGenerator]:
    return PlanGenerator


def join(generators: Iterable[Any]) -> None:
    """Ties the articles and the checklists of a site to each other."""
    found = {kind: each for each in generators for kind in type(each).__mro__}
    lists, articles = found.get(ChecklistsGenerator), found.get(ArticlesGenerator)
    if lists is None or articles is None:
        return
    written = [each for kind in KINDS for each in getattr(articles, kind) if isinstance(each, Article)]
    index = found.get(StrategiesGenerator)
    known = names((each for article in written for each in _strategies(article)), index.entries if index else ())
    report(unknown(lists.lists, known, index.unpublished if index else tuple))
    cited = {item.strategy for each in lists.lists for item in each.checklist.items if item.strategy}
    if cited & known.keys():
        lists.link({called: _link(known[called]) for called in sorted(cited & known.keys())})
    by_strategy = practices(lists.lists, known)
    if index is not None:
        index.practised.update(by_strategy)
    entries = entry_ids(index.entries if index else ())
    _join_articles(written, lists, known, by_strategy, entries)
    if pages := found.get(PagesGenerator):
        _mark_pages([each for kind in PAGE_KINDS for each in getattr(pages, kind) if isinstance(each, Page)], lists)
    plan = found.get(PlanGenerator)
    if plan is not None and index is not None:
        plan.offer(_known_lists(lists, written))
        for article in (each for each in written if each.guide_list and _is_published(each)):
            article.titles_in = (*getattr(article, "titles_in", ()), plan.save_as)


def _join_articles(
    written: Iterable[Article],
    lists: ChecklistsGenerator,
    known: Mapping[str, Meant],
    by_strategy: Practices,
    entries: Mapping[str, str],
) -> None:
    marker = _marker(lists)
    by_article = lists_by_article(lists.lists, known)
    for article in written:
        article.practised_in = by_article.get(_slug(article), ())
        article.guide_html, article.guide_count, article.guide_list = Markup(""), 0, ""
        strategies = _strategies(article)
        _mark(article, marker, strategies, by_strategy)
        if strategies and is_wanted(strategies, getattr(article, "as_checklist", None)):
            _add_guide(article, lists, entries)


def _slug(article: Article) -> str:
    """The slug as strategies know it: translations have the same as the original."""
    return str(article.slug if article.in_default_lang else f"{article.slug}-{article.lang}")


def _strategies(article: Article) -> Sequence[Strategy]:
    return getattr(article, "strategies", None) or ()


def _link(meant: Meant) -> StrategyLink:
    first = meant[0]
    return StrategyLink(first.id, first.title, first.url)


# --- the article's text ------------------------------------------------------------------------------------


def _mark_pages(pages: Iterable[Page], lists: ChecklistsGenerator) -> None:
    marker = _marker(lists)
    for page in pages:
        _mark(page, marker, (), {})


def _mark(content: Content, marker: Marker, strategies: Sequence[Strategy], by_strategy: Practices) -> None:
    html = content._content or ""
    marked = marker.marked(html, strategies, by_strategy)
    if marked != html:
        if not hasattr(content, "plain_content"):  # what feeds and the search get
            content.plain_content = content._update_content(html, content.get_siteurl())
        content._content = marked


def _marker(lists: ChecklistsGenerator) -> Marker:
    permalink, practise, plate = (_macro(lists, name) for name in ("permalink", "practise", "plate"))
    root = lists.inserter.root
    return Marker(
        lambda anchor, words: permalink(fragment(anchor), Markup(words), anchor).strip(),
        lambda items: practise(items, root).strip(),
        lambda number: plate(number).strip(),
    )


def _macro(lists: ChecklistsGenerator, name: str) -> Callable[..., str]:
    """A macro of the theme; one that says nothing where the theme has none."""
    try:
        module: Any = lists.env.get_template(f"components/{name}.html").module
    except TemplateNotFound:
        return lambda *given: ""
    return lambda *given: str(getattr(module, name)(*given))


# --- its checklist -------------------------------------------------------------------------------------------


def _add_guide(article: Article, lists: ChecklistsGenerator, entries: Mapping[str, str]) -> None:
    strategies = _strategies(article)
    id = getattr(article, "guide_id", "") or f"guide-{slugify(_slug(article))}"
    made = guide(strategies, id, article.title, Location(shown_path(article.source_path)))
    lists.add(made)
    article.guide_html = Markup(_shown(made, lists.inserter, strategies, article.url, entries))
    article.guide_count, article.guide_list = len(strategies), made.id
    article.titles_within = 2  # as the name of the list, and of its only section
    article.titles_by = ("components/check_list.html",)


def _shown(
    made: Checklist, inserter: Inserter, strategies: Iterable[Strategy], url: str, entries: Mapping[str, str]
) -> str:
    here = replace(inserter, strategies={each.id: _link((each,)) for each in strategies})
    place = replace(here.place(made, url, f"check:{made.slug}:"), sections=(SECTION,))
    shown = with_entries(view(made, place), entries, {each.id: each.strategy for each in made.items})
    return here.render(shown)


# --- the reader's plan ---------------------------------------------------------------------------------------


def _known_lists(lists: ChecklistsGenerator, articles: Iterable[Article]) -> list[KnownList]:
    """The lists that a reader may have begun: those with pages, and those in published articles and pages."""
    found = [KnownList(each.id, each.title, each.url) for each in lists.lists if not each.badge]
    guides = [each for each in articles if each.guide_list and _is_published(each)]
    found += [KnownList(each.guide_list, each.title, f"{each.url}#page:guide") for each in guides]
    told = [(content, tasks) for content, _, tasks in lists.showing if tasks is not None and _is_published(content)]
    return found + [KnownList(tasks.id, str(content.title), str(content.url)) for content, tasks in told]


def _is_published(content: Any) -> bool:
    return content.status == "published" and not getattr(content, "badge", "")
