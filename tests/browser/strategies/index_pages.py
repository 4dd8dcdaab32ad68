"""The page of the index, rendered as the site renders it, without a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from articles.model import Link
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from publish.stylesheet import joined
from strategies.documents import Site, item_list, script_text
from strategies.index import make_index
from strategies.scripts import script
from strategies.view import EntryView, entry_view, index_view

from tests.strategies.many import AT
from tests.strategies.samples import strategy

ROOT = Path(__file__).parents[3]
SITE = Site("A Field Guide", "https://example.org/guide", "https://example.org/guide/strategies/", "")
LINKS = tuple(SimpleNamespace(name=name, url=f"{name.lower()}/") for name in ("Articles", "Strategies", "Checklists"))
CONTEXT: dict[str, Any] = {
    "SITENAME": SITE.name, "SITESUBTITLE": "Practical advice.", "SITEURL": SITE.base, "ROOT": "/guide",
    "DEFAULT_LANG": "en", "DRAFTS": False, "THEME_STATIC_DIR": "theme", "FEEDS": (), "FEEDS_URL": "feeds/",
    "SHEETS": {"site": "theme/site.css", "strategy-index": "theme/strategy-index.css"}, "SCRIPTS": (), "FONTS": {},
    "STRATEGIES_URL": "strategies/", "nav": LINKS, "nav_foot": (), "SITE_ID": "guide",
}  # fmt: skip


def environment() -> Environment:
    folders = [ROOT / "theme/templates", ROOT / "plugins/strategies/templates"]
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def some_entries() -> list[EntryView]:
    """Five entries in two categories, one of them with a checklist, one in another script."""
    told = (
        ("Ask early", "Events", ("conferences",), "10 min", "en", date(2026, 1, 5)),
        ("Follow up", "Contacts", ("e-mail", "conferences"), "10 min", "en", date(2026, 1, 2)),
        ("Follow “the café rule”", "Contacts", ("conferences",), "1 h", "en", date(2026, 1, 3)),
        ("<b>Leave</b> & rest", "Events", (), "1 h", "en", date(2026, 1, 4)),
        ("ابدأ بشخص واحد", "Events", ("e-mail",), "", "ar", date(2026, 1, 1)),
    )
    made = []
    for title, category, tags, effort, lang, day in told:
        plain = strategy(title, "an-evening", day, summary=f"Why to {title.lower()}.")
        links = tuple(Link(tag, f"tags/{tag}/") for tag in tags)
        owner = replace(plain.article, lang=lang)
        made.append(replace(plain, category=Link(category, ""), tags=links, effort=effort, article=owner))
    return [entry_view(each, AT, "", {"an-evening--follow-up"}) for each in make_index(made)[0]]


def index_page(entries: Iterable[EntryView], source: str = "/guide/strategy-index.js") -> str:
    shown = index_view(entries)
    data = item_list(SITE, [entry for part in shown.parts for entry in part.entries])
    page = environment().get_template("strategies.html")
    return page.render(CONTEXT | {"index": shown, "index_script": source, "json_ld": Markup(script_text(data))})


def files(entries: Iterable[EntryView]) -> dict[str, str]:
    """What a host would serve, by path."""
    return {
        "/guide/strategies/": index_page(entries),
        "/guide/strategy-index.js": script("theme")[1],
        "/guide/theme/site.css": joined(_sheets()),
        "/guide/theme/strategy-index.css": "",  # all of it is in the other sheet here
        "/guide/theme/apple-touch-icon.png": "",
        "/guide/theme/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }


def _sheets() -> dict[str, str]:
    folder = ROOT / "theme/static/css"
    found = [path for path in folder.rglob("*.css") if path.stem != "fonts"]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}
