"""The feeds in Pelican: told to the templates before they render, written once the articles are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from . import SETTINGS
from .atom import atom
from .entry import newest_first, read_entry, read_list_entry
from .json_feed import json_feed
from .model import Entry, Feed, FeedLink, Site
from .rss import rss
from .site_feeds import category_feed, checklists_feed, read_site, site_feed, site_url


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    type: str
    render: Callable[[Feed], str]


_RSS = _Format("RSS", "application/rss+xml", rss)
_ATOM = _Format("Atom", "application/atom+xml", atom)
_JSON = _Format("JSON Feed", "application/feed+json", json_feed)
_SITE_FEEDS = (("FEEDS_RSS", _RSS), ("FEEDS_ATOM", _ATOM), ("FEEDS_JSON", _JSON))
_CHECKLIST_FEEDS = (("FEEDS_CHECKLISTS_RSS", _RSS),)
_CATEGORY_FEEDS = (("FEEDS_CATEGORY_RSS", _RSS), ("FEEDS_CATEGORY_ATOM", _ATOM))


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template."""

    text: str

    def render(self, context: object) -> str:
        return self.text


def register() -> None:
    """Connect the receivers below to Pelican's signals."""
    signals.all_generators_finalized.connect(announce)
    signals.article_writer_finalized.connect(write_feeds)


def announce(generators: Iterable[Generator]) -> None:
    """Put `FEEDS`, `CATEGORY_FEEDS` and `CHECKLIST_FEEDS` into the context that all templates share."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            name = str(generator.settings["SITENAME"])
            generator.context["FEEDS"] = tuple(_links(generator.settings, _SITE_FEEDS, name))
            lists = _CHECKLIST_FEEDS if "checklists" in generator.context else ()
            generator.context["CHECKLIST_FEEDS"] = tuple(_links(generator.settings, lists, f"{name}: checklists"))
            generator.context["CATEGORY_FEEDS"] = {
                category.slug: tuple(_links(generator.settings, _CATEGORY_FEEDS, f"{name}: {category}", category.slug))
                for category, _ in _categories(generator)
            }


def write_feeds(generator: ArticlesGenerator, writer: Writer) -> None:
    """Write all feeds: the site's, each category's, and the one of checklists where there are any."""
    site = read_site(generator.settings, str(_setting(generator.settings, "FEEDS_LOCAL_URL")))
    entries = _Entries(generator, site)
    feed = site_feed(site, entries.newest(generator.articles))
    _write(generator, writer, site, feed, _SITE_FEEDS)
    entries.note(generator.articles, _SITE_FEEDS)
    for category, articles in _categories(generator):
        of_category = category_feed(feed, site, category, entries.newest(articles))
        _write(generator, writer, site, of_category, _CATEGORY_FEEDS, category.slug)
        entries.note(articles, _CATEGORY_FEEDS, category.slug)
    if "checklists" in generator.context:
        lists = [read_list_entry(each, site) for each in generator.context["checklists"] if each.updated]
        newest = newest_first(lists)[: int(_setting(generator.settings, "FEEDS_MAX_ITEMS"))]
        home = str(generator.context.get("CHECKLISTS_URL", ""))
        _write(generator, writer, site, checklists_feed(feed, site, home, tuple(newest)), _CHECKLIST_FEEDS)


class _Entries:
    """The newest entries of a list of articles. An article in several lists is worked on once."""

    def __init__(self, generator: ArticlesGenerator, site: Site) -> None:
        self.settings = generator.settings
        self.site = site
        self.known: dict[int, Entry] = {}

    def newest(self, articles: Iterable[Any]) -> tuple[Entry, ...]:
        return tuple(map(self._entry, self._newest(articles)))

    def note(self, articles: Iterable[Any], formats: tuple[tuple[str, _Format], ...], slug: str = "") -> None:
        """Have the newest articles know in which files their words and texts are, for the press."""
        paths = tuple(path for path, _ in _paths(self.settings, formats, slug))
        for article in self._newest(articles):
            article.words_in = (*getattr(article, "words_in", ()), *paths)
            article.titles_in = (*getattr(article, "titles_in", ()), *paths)
            article.summaries_in = (*getattr(article, "summaries_in", ()), *paths)

    def _newest(self, articles: Iterable[Any]) -> list[Any]:
        return newest_first(articles)[: int(_setting(self.settings, "FEEDS_MAX_ITEMS"))]

    def _entry(self, article: Any) -> Entry:
        if id(article) not in self.known:
            content = getattr(article, "plain_content", "") or article.content  # without what needs the site's scripts
            self.known[id(article)] = read_entry(article, content, self.site)
        return self.known[id(article)]


def _write(
    generator: ArticlesGenerator,
    writer: Writer,
    site: Site,
    feed: Feed,
    formats: tuple[tuple[str, _Format], ...],
    slug: str = "",
) -> None:
    for path, kind in _paths(generator.settings, formats, slug):
        text = kind.render(replace(feed, self_url=site_url(path, site)))
        writer.write_file(path, _Text(text), generator.context, url=path)


def _links(
    settings: Mapping[str, Any], formats: tuple[tuple[str, _Format], ...], title: str, slug: str = ""
) -> Iterator[FeedLink]:
    for path, kind in _paths(settings, formats, slug):
        yield FeedLink(f"{title} ({kind.name})", kind.type, path)


def _paths(
    settings: Mapping[str, Any], formats: tuple[tuple[str, _Format], ...], slug: str
) -> Iterator[tuple[str, _Format]]:
    for name, kind in formats:
        if path := _setting(settings, name):
            yield str(path).format(slug=slug), kind


def _categories(generator: ArticlesGenerator) -> Iterator[tuple[Any, list[Any]]]:
    """The categories that have an address; Pelican leaves one of only punctuation without a slug."""
    return ((category, articles) for category, articles in generator.categories if category.slug)


def _setting(settings: Mapping[str, Any], name: str) -> Any:
    return settings.get(name, SETTINGS[name])
