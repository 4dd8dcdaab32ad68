"""From an article of Pelican's to an entry, with or without what the articles plugin adds to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from .absolute import absolute_html
from .addresses import absolute_url, uri
from .model import Entry, Image, Site
from .site_feeds import language_tag, site_url, stable_id


def read_entry(article: Any, content: str, site: Site) -> Entry:
    """The entry of an article; `content` is its HTML, with addresses as they are on its page."""
    url = site_url(article.url, site)
    return Entry(
        id=getattr(article, "feed_id", "") or stable_id(site, "article", str(article.relative_source_path)),
        url=url,
        title=_title(article),
        summary=_summary(article, url),
        content=absolute_html(content, url),
        published=article.date,
        updated=max(article.date, getattr(article, "modified", None) or article.date),
        authors=tuple(map(str, getattr(article, "authors", ()))),
        categories=tuple(dict.fromkeys(_terms(article))),
        language=language_tag(getattr(article, "lang", "") or site.language),
        image=read_image(getattr(article, "image", "") or "", site),
    )


def read_list_entry(checklist: Any, site: Site) -> Entry:
    """The entry of a checklist, dated by its last change; its `content` is a plain list."""
    url = site_url(checklist.url, site)
    changed = datetime.combine(checklist.updated, time(), UTC)
    return Entry(
        id=stable_id(site, "checklist", checklist.id),
        url=url,
        title=checklist.title,
        summary=checklist.summary or checklist.size,
        content=absolute_html(checklist.content, url),
        published=changed,
        updated=changed,
        authors=(checklist.author,) if checklist.author else (),
        categories=checklist.tags,
        language=language_tag(checklist.lang or site.language),
    )


def newest_first(articles: Iterable[Any]) -> list[Any]:
    """Articles or entries by date; those of one moment by address, so that the order never depends on file order."""
    return sorted(sorted(articles, key=lambda article: str(article.url)), key=_date, reverse=True)


def _date(dated: Any) -> datetime:
    date: datetime = dated.published if isinstance(dated, Entry) else dated.date
    return date


def read_image(address: str, site: Site) -> Image | None:
    """The picture at an absolute or site-relative address, if it is known to be one."""
    media_type, _ = guess_type(urlsplit(address).path)
    if not address or not media_type or not media_type.startswith("image/"):
        return None
    url = uri(absolute_url(address.removeprefix("/"), f"{site.base}/"))
    return Image(url, media_type, _size(url, site))


def _size(url: str, site: Site) -> int | None:
    """The size in bytes of a file of the site, which lies in the content folder as it will in the output."""
    if not url.startswith(f"{site.base}/"):
        return None
    folder = Path(site.content_path).resolve()
    file = (folder / unquote(urlsplit(url.removeprefix(f"{site.base}/")).path)).resolve()
    return file.stat().st_size if file.is_relative_to(folder) and file.is_file() else None


def _summary(article: Any, url: str) -> str:
    """The summary as plain text; Pelican's own may hold scripts, which are no text."""
    written: str | None = getattr(article, "summary_text", None)
    return written or str(Markup(absolute_html(article.summary, url)).striptags())


def _title(article: Any) -> str:
    """The title as plain text: the articles plugin's are that already, Pelican's own are HTML."""
    return str(article.title) if hasattr(article, "summary_text") else str(Markup(article.title).striptags())


def _terms(article: Any) -> Iterable[str]:
    if category := getattr(article, "category", None):
        yield str(category)
    yield from map(str, getattr(article, "tags", ()))
