"""Connects the articles to Pelican: the reader, the files to read, and what is known once all are read."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, KeysView, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from located import MARKDOWN_SUFFIXES, Location, Problem, read_source, report, shown_path, source_files
from pelican import signals
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from .aside import Aside, AsideFile, bytes_text, text_bytes
from .cards import all_series, common_spelling, neighbours, related, terms, years
from .converting import badge_of, contents, first_paragraph, present
from .doubles import doubled_id
from .fields import OWN
from .keeping import bytes_outline, outline_bytes
from .model import Card, Link
from .other_headers import read_own
from .prose import reading_minutes, summary
from .reader import ArticleReader, feed_id, said_of_lists

TAG = re.compile(r"<[^>]*>")
ASIDE = "ARTICLES_ASIDE"
"""The name in the settings of the file that long values are put aside in."""


def register() -> None:
    for name in ("_content", "plain_content"):
        setattr(Content, name, Aside(name, _file_of, text_bytes, bytes_text))
    Content.outline = Aside("outline", _file_of, outline_bytes, bytes_outline)
    signals.readers_init.connect(add_reader)
    signals.article_generator_init.connect(open_aside)
    for made in (signals.article_generator_init, signals.page_generator_init, signals.static_generator_init):
        made.connect(walk_safely)
    for read in (signals.article_generator_context, signals.page_generator_context):
        read.connect(withhold)
    signals.content_object_init.connect(complete)
    signals.article_generator_pretaxonomy.connect(unify_names)
    signals.all_generators_finalized.connect(join)


def add_reader(readers: Any) -> None:
    for suffix in MARKDOWN_SUFFIXES:
        readers.reader_classes[suffix] = ArticleReader


def open_aside(generator: ArticlesGenerator) -> None:
    """Has the long values of a site's articles and pages put aside, where builds keep something at all."""
    store = generator.settings.get("STORE")
    if store is not None:
        with suppress(OSError):  # where no file can be, all stays in memory
            generator.settings[ASIDE] = AsideFile(store.path.parent)


def _file_of(content: Content) -> AsideFile | None:
    file: AsideFile | None = content.settings.get(ASIDE)
    return file


def walk_safely(generator: Any) -> None:
    """Has the generator find its files by our walk instead of Pelican's (see `sources`)."""
    generator.get_files = partial(_files, generator)


def _files(
    generator: Any, paths: Iterable[str] | str, exclude: Sequence[str] | None = None, extensions: Any = None
) -> KeysView[str]:
    folders = [paths] if isinstance(paths, str) else list(paths)
    wanted = generator.readers.extensions if extensions is None else extensions  # an empty set: none at all
    suffixes = None if wanted is False else frozenset(wanted)
    found, problems = source_files(
        Path(generator.path), folders, exclude or (), suffixes, generator.settings["IGNORE_FILES"]
    )
    report(problems)
    reader = generator.readers.readers.get(MARKDOWN_SUFFIXES[0])
    if extensions is None and isinstance(reader, ArticleReader):
        paths = [os.path.abspath(os.path.join(generator.path, name)) for name in found]
        reader.look_ahead([path for path in paths if path.endswith(tuple(f".{each}" for each in MARKDOWN_SUFFIXES))])
    return dict.fromkeys(found).keys()  # in order, and a set for Pelican, which joins it with another


def withhold(generator: Any, metadata: dict[str, Any]) -> None:
    """Keeps drafts and articles to come of other readers (HTML, reStructuredText) back, as ours does by itself.

    Their titles are HTML; from here on a title is text.
    """
    if "outline" in metadata:
        return
    settings = generator.settings
    is_draft = str(metadata.get("status", "")).casefold() == "draft"
    metadata["badge"] = badge_of(is_draft, metadata.get("date"), ZoneInfo(settings.get("TIMEZONE", "UTC")), present())
    if metadata["badge"]:
        metadata["status"] = "published" if settings.get("DRAFTS") else "skip"
    if "title" in metadata:
        metadata["title"] = unescape(TAG.sub("", metadata["title"]))


def complete(content: Content) -> None:
    """Gives an article or page of another reader (HTML, reStructuredText) what ours would have given it."""
    if not isinstance(content, Article | Page) or content.metadata.pop("outline", None) is not None:
        return
    _say(content)
    from .html_names import named  # Beautiful Soup takes a while to load, and most sites never need it
    from .html_outline import html_outline

    found = named(content._content or "", str(content.source_path or "").endswith(".rst"))
    content._content = found.html
    outline, content.word_count = html_outline(found.html)
    content.outline = outline
    content.minutes = reading_minutes(content.word_count)
    content.contents = contents(outline.sections)
    content.show_contents = len(outline.sections) >= 3
    content.summary_text = summary(first_paragraph(outline))
    content.feed_id = feed_id(content.settings, content.source_path or content.slug, content.lang)
    content.badge = getattr(content, "badge", "")
    content.image, content.aliases, content.implied_aliases = "", (), ()
    content.address_where = (shown_path(content.source_path or ""), 1, 1)
    content.wants_related = True
    report(_doubled(content, found.doubled))


def _say(content: Content) -> None:
    """What its header says of its strategies and checklists; Pelican has read it as text."""
    text, path = _source(content)
    fields, problems = read_own(content.metadata, text, path)
    report(problems)
    for key in OWN:
        content.__dict__.pop(key, None)
    for key, value in said_of_lists(fields).items():
        setattr(content, key, value)


def _doubled(content: Content, ids: Iterable[str]) -> Iterable[Problem]:
    """Ids of two headings: links to the second lead to the first."""
    text, path = _source(content) if ids else ("", "")
    for id in ids:
        yield doubled_id(id, text, path)


def _source(content: Content) -> tuple[str, str]:
    """The text that a content was made of, and its path as its author is shown it."""
    source = read_source(content.source_path) if content.source_path else None
    return (source and source.text) or "", shown_path(content.source_path or "")


def unify_names(generator: ArticlesGenerator) -> None:
    """Gives tags and categories that share an address one spelling, whatever order the files came in."""
    spellings: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for article in generator.articles:
        for named in (
            *getattr(article, "tags", ()),
            *([article.category] if hasattr(article, "category") else ()),
        ):
            spellings[type(named).__name__, named.slug].append(named)
    for found in spellings.values():
        name = common_spelling(each.name for each in found)
        for each in found:
            if each.name != name:
                slug = each.slug
                each.name, each.slug = name, slug


def join(generators: Iterable[Any]) -> None:
    """Works out, once all files are read, what articles know of one another."""
    found = {type(each): each for each in generators}
    articles, pages = found.get(ArticlesGenerator), found.get(PagesGenerator)
    if articles is None:
        return
    report(_unmoved(articles))
    listed = [*articles.articles, *articles.translations]
    hidden = [
        *articles.hidden_articles,
        *articles.hidden_translations,
        *articles.drafts,
        *articles.drafts_translations,
    ]
    others = [] if pages is None else [*pages.pages, *pages.translations, *pages.hidden_pages, *pages.draft_pages]
    for content in (*listed, *hidden, *others):
        # Pelican 4.12 makes an address anew whenever it is asked for one, in 20 to 50 µs.
        content.override_url, content.override_save_as = content.url, content.save_as
        content.card = _card(content)
        content.edit_url = _edit_url(content)
    _join_articles(articles.articles)
    for content in (*articles.translations, *hidden):
        content.previous, content.next, content.related, content.series = None, None, (), None
    _join_translations(listed)
    report(_shared_ids(listed))
    articles.context.update(_site(articles, [] if pages is None else pages.pages))


def _unmoved(generator: ArticlesGenerator) -> Iterable[Problem]:
    """A Jekyll blog named as the content folder as it is: its posts are where nobody looks."""
    posts, folders = Path(generator.path, "_posts"), generator.settings["ARTICLE_PATHS"]
    if posts.is_dir() and not any(Path(generator.path, folder).is_dir() for folder in folders):
        yield Problem(Location(shown_path(posts)), "holds posts that are not read", f"Move them to {folders[0]}/.")


def _join_articles(articles: Sequence[Article]) -> None:
    cards = [article.card for article in articles]
    named = [(article.series_name, article.card) for article in articles if getattr(article, "series_name", "")]
    series = all_series(named)
    for article, (older, newer), alike in zip(articles, neighbours(cards), related(cards), strict=True):
        article.previous, article.next = older, newer
        article.series = series.get(getattr(article, "series_name", ""), {}).get(article.card.url)
        said = {card.url for card in article.series.parts} if article.series else set()
        article.related = tuple(card for card in alike if article.wants_related and card.url not in said)


def _join_translations(articles: Sequence[Article]) -> None:
    """Articles with the same `ref` are one another's translations."""
    groups: dict[str, list[Card]] = defaultdict(list)
    for article in articles:
        if ref := getattr(article, "ref", ""):
            groups[ref].append(article.card)
    for article in articles:
        same = groups.get(getattr(article, "ref", ""), [])
        article.translated = tuple(card for card in same if card.lang != article.card.lang)


def _card(content: Content) -> Card:
    category = getattr(content, "category", None)
    return Card(
        content.title,
        content.url,
        _plain(getattr(content, "date", None)),
        _plain(getattr(content, "modified", None)),
        content.summary_text,
        content.minutes,
        Link(category.name, category.url) if category and isinstance(content, Article) else None,
        tuple(Link(tag.name, tag.url) for tag in getattr(content, "tags", ())),
        content.image,
        content.badge,
        content.lang,
    )


def _edit_url(content: Content) -> str:
    """Where readers can propose a change of the source; empty where the site does not say."""
    base = str(content.settings.get("EDIT_URL") or "")
    return base and f"{base.rstrip('/')}/{quote(content.get_relative_source_path() or '')}"


def _plain(date: datetime | None) -> datetime | None:
    """The date as Python's own type: Pelican's formats ten times slower."""
    return date and datetime.combine(date.date(), date.timetz())


def _site(generator: ArticlesGenerator, pages: Iterable[Page]) -> dict[str, Any]:
    """What every template may use."""
    settings = generator.settings
    own = [Link(page.title, page.url) for page in pages if page.in_default_lang and settings["DISPLAY_PAGES_ON_MENU"]]
    nav, foot = (tuple(Link(name, url) for name, url in settings.get(said, ())) for said in ("NAV", "NAV_FOOT"))
    cards = [article.card for article in generator.articles]
    return {
        "latest": tuple(cards[: generator.settings.get("ARTICLES_LATEST", 6)]),
        "years": years(cards),
        "tag_index": terms((tag.slug, tag.name, tag.url) for tag, found in generator.tags.items() for _ in found),
        "category_index": terms(
            (each.slug, each.name, each.url) for each, found in generator.categories for _ in found
        ),
        "nav": nav,
        "nav_foot": (*foot, *own),
        "DRAFTS": generator.settings.get("DRAFTS", False),
    }


def _shared_ids(articles: Sequence[Article]) -> Iterable[Problem]:
    """Two articles that feed readers would take for one."""
    holders: dict[str, Article] = {}
    for article in sorted(articles, key=lambda each: each.source_path):
        first = holders.setdefault(article.feed_id, article)
        if first is not article and first.slug != article.slug:
            what = (
                f"has the same name as {shown_path(first.source_path)}, so feed readers would take them for one article"
            )
            yield Problem(Location(shown_path(article.source_path)), what, "Rename it, or give it a guid: of its own.")
