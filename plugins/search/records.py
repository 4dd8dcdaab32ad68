"""The records of a site, from the finished context: what other plugins put there is read if it is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import chain
from typing import Any

from .model import Kind, Record

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")


def records(context: Mapping[str, Any], default_lang: str) -> list[Record]:
    """Everything published, by address; nothing that is a draft, to come or hidden."""
    spoken = _language(default_lang, "en")
    articles = list(published(context.get("articles", ())))
    found = chain(
        (_content(each, Kind.ARTICLE, spoken) for each in articles),
        (_content(each, Kind.PAGE, spoken) for each in published(context.get("pages", ()))),
        _strategies(context.get("strategies", ()), _texts(articles), spoken),
        (_checklist(each, spoken) for each in context.get("checklists", ()) if not each.badge),
    )
    return sorted(found, key=lambda each: (each.url, each.kind, each.title))


def published(contents: Iterable[Any]) -> Iterator[Any]:
    """Those that readers may see, with translations: no draft, even where the preview shows it."""
    for content in contents:
        for version in (content, *content.translations):
            if not getattr(version, "badge", "") and version.status == "published":
                yield version


def _language(lang: str, spoken: str) -> str:
    lang = lang.lower().replace("_", "-")
    return lang if _LANGUAGE.fullmatch(lang) else spoken


def _content(content: Any, kind: Kind, spoken: str) -> Record:
    html = getattr(content, "plain_content", "") or content.content  # without what needs the site's scripts
    return Record(kind, content.url, _language(content.lang, spoken), content.title, html)


# --- strategies --------------------------------------------------------------------------------------------


def _texts(articles: Iterable[Any]) -> dict[str, str]:
    """What stands under each heading of each article, by address."""
    found: dict[str, str] = {}
    for article in articles:
        if (outline := getattr(article, "outline", None)) is not None:
            for anchor, text in _under_headings(outline):
                found[f"{article.url}#{anchor}"] = text
    return found


def _under_headings(part: Any) -> Iterator[tuple[str, str]]:
    """`part`: an outline or a section of it."""
    for run_in in part.run_ins:
        yield run_in.id, run_in.text
    for section in part.sections:
        yield section.id, "\n".join((*section.paragraphs, *(f"{each.title}: {each.text}" for each in section.run_ins)))
        yield from _under_headings(section)


def _strategies(entries: Iterable[Any], texts: Mapping[str, str], spoken: str) -> Iterator[Record]:
    for entry in entries:
        sources = [each for each in entry.sources if not each.badge]
        if sources:
            said = [*entry.entry.aliases, *(texts.get(each.url) or each.summary for each in sources)]
            html = "".join(f"<p>{escape(text)}</p>" for text in said if text) + entry.text_html
            yield Record(Kind.STRATEGY, entry.url, _language(entry.lang, spoken), entry.title, html)


# --- checklists --------------------------------------------------------------------------------------------


def _checklist(found: Any, spoken: str) -> Record:
    """Items become headings, so that each can be found and led to."""
    checklist = found.checklist
    parts = [f"<p>{escape(checklist.summary)}</p>", checklist.intro_html]
    for section in checklist.sections:
        parts += [f"<h2>{escape(section.title)}</h2>" if section.title else "", section.intro_html]
        parts += [_item(item) for each in section.items for item in (each, *each.items)]
    lang = _language(checklist.lang or spoken, spoken)
    return Record(Kind.CHECKLIST, found.url, lang, checklist.title, "".join(parts))


def _item(item: Any) -> str:
    texts = (item.why, item.how, item.done)
    return f'<h3 id="{escape(item.id)}">{escape(item.text)}</h3>' + "".join(f"<p>{escape(t)}</p>" for t in texts if t)
