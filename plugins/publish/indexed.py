"""Which pages a search engine should list, and when each of them last changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import chain
from typing import Any

from .sitemap import Address

_TERMS = (("categories", "category"), ("tags", "tag"), ("authors", "author"))


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists articles, or a part of one. `dated` is false where they do not change it."""

    template: str
    url: str
    save_as: str
    articles: tuple[Any, ...] = ()
    dated: bool = True


Paginate = Callable[[Listing], Iterable[Listing]]


def indexed(
    context: Mapping[str, Any], unlisted: Iterable[str], undated: Iterable[str], paginate: Paginate
) -> list[Address]:
    """The addresses of all published pages: articles, pages, what lists them, cut by `paginate`, and what plugins add.

    `unlisted` and `undated` name direct templates: those to leave out, and those that list no articles.
    """
    listings = chain(_direct(context, set(unlisted), set(undated)), _terms(context), _periods(context))
    pages = (page for listing in listings for page in paginate(listing))
    return [
        *map(_of_content, contents(context)),
        *map(_of_listing, pages),
        *_strategies(context),
        *_checklists(context),
        *_search(context),
    ]


def contents(context: Mapping[str, Any]) -> Iterator[Any]:
    """Every published article and page, translations as well; no draft, even where the preview shows it."""
    return _published(context, "articles", "pages")


def hidden(context: Mapping[str, Any]) -> Iterator[Any]:
    """What is published for those who know its address, and listed nowhere."""
    return _published(context, "hidden_articles", "hidden_pages")


def _published(context: Mapping[str, Any], *kinds: str) -> Iterator[Any]:
    for content in chain.from_iterable(context.get(kind, ()) for kind in kinds):
        for version in (content, *content.translations):
            if not getattr(version, "badge", ""):
                yield version


def changed(content: Any) -> datetime | None:
    """When an article or page last changed; None for one without dates."""
    dates = (getattr(content, "modified", None), getattr(content, "date", None))
    return max((date for date in dates if date), default=None)


def _of_content(content: Any) -> Address:
    return Address(content.url, content.save_as, changed(content))


def _of_listing(page: Listing) -> Address:
    dates = (date for article in page.articles if page.dated and (date := changed(article)))
    return Address(page.url, page.save_as, max(dates, default=None))


def _direct(context: Mapping[str, Any], unlisted: set[str], undated: set[str]) -> Iterator[Listing]:
    for name in context["DIRECT_TEMPLATES"]:
        save_as = context.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
        if save_as and name not in unlisted:
            url = context.get(f"{name.upper()}_URL", f"{name}.html")
            yield Listing(name, url, save_as, tuple(context["articles"]), name not in undated)


def _terms(context: Mapping[str, Any]) -> Iterator[Listing]:
    for key, template in _TERMS:
        for term, articles in context.get(key, ()):
            if term.save_as:
                yield Listing(template, term.url, term.save_as, tuple(articles))


def _periods(context: Mapping[str, Any]) -> Iterator[Listing]:
    for archive in chain.from_iterable(context.get("period_archives", {}).values()):
        yield Listing("period_archives", archive["url"], archive["save_as"], tuple(archive["articles"]))


def _strategies(context: Mapping[str, Any]) -> Iterator[Address]:
    """The index of strategies and the pages of its entries, where a plugin has put ``strategies`` into the context."""
    if "strategies" not in context:
        return
    entries = [each for each in context["strategies"] if not each.badge]
    if context.get("STRATEGIES_SAVE_AS"):
        newest = max((each.updated for each in entries if each.updated), default=None)
        yield Address(context["STRATEGIES_URL"], context["STRATEGIES_SAVE_AS"], _start(newest))
    for each in entries:
        if each.save_as:
            yield Address(each.url, each.save_as, _start(each.updated))


def _checklists(context: Mapping[str, Any]) -> Iterator[Address]:
    """The pages of checklists and of their index, where a plugin has put ``checklists`` into the context."""
    if "checklists" not in context:
        return
    lists = context["checklists"]
    if context.get("CHECKLISTS_SAVE_AS"):
        newest = max((each.updated for each in lists if each.updated), default=None)
        yield Address(context["CHECKLISTS_URL"], context["CHECKLISTS_SAVE_AS"], _start(newest))
    for each in lists:
        yield Address(each.url, each.save_as, _start(each.updated))


def _search(context: Mapping[str, Any]) -> Iterator[Address]:
    """The search page, which lists all titles, where a plugin has put its address into the context."""
    if context.get("SEARCH_URL") and context.get("SEARCH_SAVE_AS"):
        yield Address(context["SEARCH_URL"], context["SEARCH_SAVE_AS"], None)


def _start(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None
