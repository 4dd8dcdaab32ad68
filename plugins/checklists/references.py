"""What checklists say of the rest of the site: the article a list belongs to, and pages that its items link to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from located import Problem, Severity, nearest, quote

from .model import Checklist, Link


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """What a list knows of its article; `url` counts from the site's root."""

    title: str
    url: str


def unknown_articles(checklists: Iterable[Checklist], slugs: Collection[str]) -> Iterator[Problem]:
    """Lists whose `article` is none of these. A reader misses nothing but a link."""
    for checklist in checklists:
        if checklist.article and checklist.article not in slugs:
            meant = nearest(checklist.article, sorted(slugs))
            fix = f'Did you mean "{meant}"?' if meant else "Write an article's slug: the last part of its address."
            where = checklist.article_where or checklist.where
            yield Problem(where, f"no article is called {quote(checklist.article)}", fix, Severity.WARNING)


def dead_links(checklists: Iterable[Checklist], addresses: Collection[str]) -> Iterator[Problem]:
    """Links of items to pages of this site that are not there; `addresses` count from the site's root."""
    known = {_plain(address) for address in addresses}
    for checklist in checklists:
        for item in checklist.items:
            for link in item.links:
                if link.url.startswith("/") and _plain(link.url) not in known:
                    what = f"nothing of this site is at {quote(link.url)}"
                    yield Problem(link.where, what, _nearest_address(link, known), Severity.WARNING)


def _plain(address: str) -> str:
    return unquote(urlsplit(address).path).strip("/").removesuffix("index.html").strip("/")


def _nearest_address(link: Link, known: Collection[str]) -> str:
    meant = nearest(_plain(link.url), sorted(known))
    return f'Did you mean "/{meant}/"?' if meant else "Correct the address, or remove the link."
