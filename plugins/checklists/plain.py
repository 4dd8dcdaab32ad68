"""A checklist as a plain list, for feeds and wherever nothing can be ticked."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .model import Checklist, Item, Kind, Section


def plain(checklist: Checklist, url: str = "", sections: Iterable[str] | None = None) -> str:
    """The list as HTML without forms or scripts. With a `url`, its title comes first and leads there."""
    head = f'<p><strong><a href="{escape(url)}">{escape(checklist.title)}</a></strong></p>' if url else ""
    wanted = None if sections is None else set(sections)
    shown = [section for section in checklist.sections if wanted is None or section.id in wanted]
    return head + "".join(map(_section, shown))


def _section(section: Section) -> str:
    title = f"<p><strong>{escape(section.title, quote=False)}</strong></p>" if section.title else ""
    return f"{title}{section.intro_html}{_items(section.items)}"


def _items(items: Iterable[Item]) -> str:
    return f"<ul>{''.join(map(_item, items))}</ul>"


def _item(item: Item) -> str:
    text = item.text_html or escape(item.text, quote=False)
    box = "☐ " if item.kind is Kind.TASK else ""
    more = "".join(f" <em>{escape(part, quote=False)}</em>" for part in (item.why, item.how) if part)
    return f"<li>{box}{text}{more}{item.below_html}{_items(item.items) if item.items else ''}</li>"
