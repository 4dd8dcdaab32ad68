"""Finds the strategies of all articles and writes the index: the part of it that Pelican runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from located import Location, report
from markdown import Markdown
from markupsafe import Markup
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.writers import Writer

from . import SETTINGS
from .documents import Site, item_list, script_text, strategies_document, text_of
from .index import make_index
from .model import Entry, Strategy
from .reader import SiteReader
from .reading import Reading, read_strategies
from .scripts import script
from .site_directions import site_directions
from .view import Addresses, EntryView, entry_view, index_view

TEMPLATES = Path(__file__).with_name("templates")
SCHEMA = Path(__file__).with_name("strategies.schema.json")
LISTED = ("articles", "translations")
HEADERS = "markdown.extensions.meta"
"""It would take a text that begins like "Note: …" for a header."""
UNLISTED = ("hidden_articles", "hidden_translations", "drafts", "drafts_translations")
HEADING = re.compile(r"(</?h)([1-6])\b", re.I)


def below_title(html: str) -> str:
    """The HTML with its headings one level down if one is of the page's own rank: a page has one title."""
    if not any(found[2] == "1" for found in HEADING.finditer(html)):
        return html
    return HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + 1, 6)}", html)


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template."""

    text: str

    def render(self, context: object) -> str:
        return self.text


class StrategiesGenerator(Generator):
    """The index, pages of entries, documents and the script."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.loader = ChoiceLoader([self.env.loader, FileSystemLoader(TEMPLATES)])
        self.entries: list[Entry] = []
        self.hidden: list[Strategy] = []
        self.known: set[str] = set()
        """The paths of the articles that were read."""
        self._kept: tuple[Strategy, ...] | None = None
        self.practised: set[str] = set()
        """Ids of strategies that a checklist practises; whoever knows of checklists adds them before writing."""

    # --- reading -------------------------------------------------------------------------------------

    def generate_context(self) -> None:
        for name in ("STRATEGIES_URL", "STRATEGIES_SAVE_AS"):
            self.context.setdefault(name, self._said(name))
        self.context["strategies"] = ()  # until all files are read

    def join(self, articles: ArticlesGenerator | None) -> None:
        found: list[Strategy] = []
        for kind in LISTED:
            for content in getattr(articles, kind, ()):
                reading = self._read(content)
                found += (*reading.strategies, *reading.others)
        for kind in UNLISTED:
            for content in getattr(articles, kind, ()):
                reading = self._read(content)
                self.hidden += (*reading.strategies, *reading.others)
        self.entries = self._index(found)
        self.context["strategies"] = tuple(self._views())
        if (path := self._said("STRATEGIES_JSON")) and articles is not None:
            self._note_titles(articles, path)

    def _note_titles(self, articles: ArticlesGenerator, path: str) -> None:
        """Have the articles that are named in the document know that their titles are in it, for the press."""
        named = {id(each.article) for entry in self.entries for each in entry.sources if not each.article.badge}
        for content in (each for kind in LISTED for each in getattr(articles, kind)):
            if id(content.card) in named:
                content.titles_in = (*getattr(content, "titles_in", ()), path)

    def _read(self, content: Any) -> Reading:
        """What an article advises; it says so itself from now on."""
        slug = content.slug if content.in_default_lang else f"{content.slug}-{content.lang}"
        where = getattr(content, "strategies_where", None)
        said = getattr(content, "strategies_said", None)
        self.known.add(str(content.source_path))
        reading = read_strategies(content.outline, content.card, slug, said, Location(*where) if where else None)
        report(reading.problems)
        content.strategies, content.strategy_count = reading.strategies, len(reading.strategies)
        return reading

    def _index(self, strategies: list[Strategy]) -> list[Entry]:
        directions, problems = site_directions(Path(self.path))
        report(problems)
        entries, problems = make_index(strategies, directions, self.unpublished)
        report(problems)
        kinds = set(self._said("STRATEGIES_KINDS"))
        return [each for each in entries if not each.is_hidden and each.kind in kinds]

    def unpublished(self) -> tuple[Strategy, ...]:
        """What hidden articles advise, and those that the build kept back: read only when a name is found nowhere."""
        if self._kept is None:
            self._kept = (*self.hidden, *SiteReader(Path(self.path), self.settings).unpublished(self.known))
        return self._kept

    def _views(self) -> Iterator[EntryView]:
        at = Addresses(self._said("STRATEGY_URL"), self._said("STRATEGY_SAVE_AS"))
        md: Any = None
        for each in self.entries:
            md = md or (self._markdown() if each.text else None)
            yield entry_view(each, at, self._html(md, each) if each.text else "", self.practised)

    def _html(self, md: Any, entry: Entry) -> str:
        """The author's text; links in it may lead to files."""
        md.reset()
        path = str(Path(self.path, "strategies.yml"))
        content = Content("", {"title": entry.title}, self.settings, path, self.context)
        return str(content._update_content(below_title(md.convert(entry.text)), content.get_siteurl()))

    def _markdown(self) -> Any:
        """As Pelican's setting has it, without the extensions that other plugins put there for articles."""
        given = dict(self.settings.get("MARKDOWN") or {})
        configs = {name: each for name, each in (given.get("extension_configs") or {}).items() if name != HEADERS}
        named = [*(given.get("extensions") or ()), *configs]
        listed = dict.fromkeys(each for each in named if isinstance(each, str) and each != HEADERS)
        return Markdown(**{**given, "extensions": [*listed], "extension_configs": configs})

    # --- writing -------------------------------------------------------------------------------------

    def generate_output(self, writer: Writer) -> None:
        views = tuple(self._views())
        self._write_index(writer, views)
        for each in views:
            if each.has_page:
                page = self.get_template("strategy")
                writer.write_file(each.save_as, page, self.context, url=each.url, strategy=each)
        if path := self._said("STRATEGIES_JSON"):
            self._write(writer, path, text_of(strategies_document(self._site, views)))
        if path := self._said("STRATEGIES_SCHEMA"):
            self._write(writer, path, SCHEMA.read_text("utf-8"))

    def _write_index(self, writer: Writer, views: tuple[EntryView, ...]) -> None:
        url, save_as = self._said("STRATEGIES_URL"), self._said("STRATEGIES_SAVE_AS")
        if not save_as:
            return
        path, text = script(self.settings["THEME_STATIC_DIR"])
        self._write(writer, path, text)
        shown = index_view(views)
        listed = [entry for part in shown.parts for entry in part.entries]
        data = Markup(script_text(item_list(self._site, listed)))
        page, source = self.get_template("strategies"), f"{self._root}/{path}"
        writer.write_file(save_as, page, self.context, url=url, index=shown, json_ld=data, index_script=source)

    def _write(self, writer: Writer, path: str, text: str) -> None:
        writer.write_file(path, _Text(text), self.context, url=path)

    # --- settings ------------------------------------------------------------------------------------

    def _said(self, name: str) -> Any:
        return self.settings.get(name, SETTINGS[name])

    @property
    def _site(self) -> Site:
        base = str(self.settings["SITEURL"])
        page, schema = f"{base}/{self._said('STRATEGIES_URL')}", f"{base}/{self._said('STRATEGIES_SCHEMA')}"
        return Site(str(self.settings["SITENAME"]), base, page, schema)

    @property
    def _root(self) -> str:
        return urlsplit(str(self.settings["SITEURL"])).path.rstrip("/")
