"""Reads checklists, puts them into articles, writes their pages and documents: the part of it that Pelican runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from located import Location, Problem, Severity, report, shown_path
from markdown import Markdown
from markupsafe import Markup
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.writers import Writer

from . import SETTINGS, identity
from .ancestry import ordinals
from .comparing import compare
from .documents import Addresses, index_document, item_list, list_document, text_of
from .doubles import doubtful
from .embeds import embeds, has_tasks
from .inserting import Inserter, unknown_embeds
from .lists import PublishedList
from .lock import Lock, lock_text
from .lock_file import read_lock, write_lock
from .model import Checklist
from .plain import plain
from .publishing import is_behind, updated
from .references import ArticleLink, dead_links, unknown_articles
from .scripts import CARD, element, scripts
from .site_lists import site_checklists
from .view import StrategyLink, view

TEMPLATES = Path(__file__).with_name("templates")
SCHEMA = Path(__file__).with_name("documents.schema.json")


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template. `where` is for a writer that tells of clashes."""

    text: str
    where: tuple[str, int, int] | None = None

    def render(self, context: object) -> str:
        return self.text


class ListContent(Content):
    """A checklist as Pelican's content, so that `{filename}` links lead to it and work in it."""

    mandatory_properties = ("title",)
    default_template = "checklist"
    allowed_statuses = ("published",)
    default_status = "published"


class ChecklistsGenerator(Generator):
    """Pages, documents and scripts of checklists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.loader = ChoiceLoader([self.env.loader, FileSystemLoader(TEMPLATES)])
        self.scripts = scripts(self.settings["THEME_STATIC_DIR"])
        self.read: list[Checklist] = []
        self.contents: dict[str, ListContent] = {}
        self.lists: list[PublishedList] = []
        self.tasks: list[Checklist] = []
        self.lock = Lock("")
        self.is_complete = True
        self.unread: set[str] = set()
        self.articles: dict[str, ArticleLink] = {}
        self.showing: list[tuple[Any, str, Checklist | None]] = []
        """Contents that show lists, with the HTML that the lists are to be put into and their own tasks."""

    # --- reading -------------------------------------------------------------------------------------

    def generate_context(self) -> None:
        for name in ("CHECKLISTS_URL", "CHECKLISTS_SAVE_AS"):
            self.context.setdefault(name, self._said(name))
        self.context["checklists"] = ()  # until all files are read
        self.context["CHECK_CARD"] = f"{self._root}/{element(self.scripts, CARD)}"
        folders, ignore = self._said("CHECKLISTS_PATHS"), self.settings["IGNORE_FILES"]
        checklists, problems = site_checklists(Path(self.path), folders, ignore, self._markdown())
        report(problems)
        wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
        self.is_complete = not wrong
        self.unread = {Path(problem.where.path).stem for problem in wrong}
        self.drafts = {each.slug for each in checklists if each.is_draft}
        drafts_shown = self.settings.get("DRAFTS", False)
        self.contents = {each.slug: self._content(each) for each in checklists if drafts_shown or not each.is_draft}
        self.read = checklists
        self.lock, problems = read_lock(self._lock_path)
        report(problems)

    @property
    def _lock_path(self) -> Path:
        return Path(self.path, self._said("CHECKLISTS_LOCK"))

    def _markdown(self) -> Callable[[str], str]:
        given = {name: each for name, each in (self.settings.get("MARKDOWN") or {}).items() if name != "extensions"}
        listed = [each for each in self.settings["MARKDOWN"]["extensions"] if isinstance(each, str)]
        md = Markdown(extensions=listed, **given)

        def converted(text: str) -> str:
            md.reset()
            return str(md.convert(text))

        return converted

    def _content(self, checklist: Checklist) -> ListContent:
        """The list as Pelican's content, known by the file it came from."""
        addresses = {"override_url": "CHECKLIST_URL", "override_save_as": "CHECKLIST_SAVE_AS"}
        said = {name: self._said(setting).format(slug=checklist.slug) for name, setting in addresses.items()}
        metadata = {"title": checklist.title, "slug": checklist.slug, **said}
        content = ListContent("", metadata, self.settings, os.path.abspath(checklist.where.path), self.context)
        self.add_source_path(content)
        return content

    # --- joining -------------------------------------------------------------------------------------

    def join(self, articles: ArticlesGenerator | None, pages: PagesGenerator | None) -> None:
        written = list(_contents(articles, pages))
        self.articles = {each.slug: ArticleLink(each.title, each.url) for each in written if isinstance(each, Article)}
        shown = {each.slug: each for each in self.read if each.slug in self.contents}
        self.lists = [self._published(each) for each in shown.values()]
        self.context["checklists"] = tuple(each for each in self.lists if not each.badge)
        self.inserter = self._inserter()
        for content in written:
            self._join(content)
        report(unknown_articles(shown.values(), self.articles.keys()))
        report(dead_links(shown.values(), self._addresses(written)))

    def _addresses(self, written: Iterable[Any]) -> set[str]:
        """All that the site has a page or a file at, as far as it is known before anything is written."""
        context = self.context
        terms = [term for kind in ("categories", "tags", "authors") for term, _ in context.get(kind, ())]
        direct = {str(context.get(f"{name.upper()}_URL", f"{name}.html")) for name in context["DIRECT_TEMPLATES"]}
        found = {str(each.url) for each in (*written, *terms, *self.lists)}
        # A static file that was asked for its address can no longer be attached elsewhere (Pelican 4.12).
        found |= {str(each.get_relative_source_path()) for each in context.get("staticfiles", ())}
        direct |= {str(url) for name, url in context.items() if name.endswith("S_URL")}  # pages of other plugins
        return found | direct | {feed.url for feed in context.get("FEEDS", ())}

    def _compare(self) -> None:
        """Tells what these lists would cost readers, of what was published."""
        checklists = [*self.read, *self.tasks]
        wrong = [*identity.problems(checklists), *compare(self.lock, checklists, self.is_complete)]
        report(wrong)
        if self._said("PUBLISHING"):
            report(problem for each in checklists if not each.is_draft for problem in doubtful(each))
        if checklists and not self._said("SITE_ID"):
            where = Location(shown_path(self.settings.get("SETTINGS_FILE") or "pelican.conf.py"))
            what = "there is no SITE_ID, so readers' ticks may mix with those of another site at the same address"
            report([Problem(where, what, 'Write SITE_ID = "a-word-for-good".', Severity.WARNING)])
        if any(problem.severity is Severity.ERROR for problem in wrong):
            return
        if os.environ.get("CI") and (self.lock.lists or self._said("PUBLISHING")) and is_behind(self.lock, checklists):
            what = "the lock does not know all that is published"
            fix = "Run make checklists-fix and commit this file."
            report([Problem(Location(self.lock.path), what, fix)])

    def _published(self, checklist: Checklist) -> PublishedList:
        content = self.contents[checklist.slug]
        linked = _linked(checklist, lambda html: content._update_content(html, content.get_siteurl()))
        document = self._said("CHECKLIST_JSON").format(slug=checklist.slug)
        site, badge = self._said("SITE_ID"), "Draft" if checklist.is_draft else ""
        article = self.articles.get(checklist.article)
        return PublishedList(linked, content.url, content.save_as, document, site, plain(linked), badge, article)

    def _join(self, content: Any) -> None:
        html = content._content or ""
        path = shown_path(content.source_path)
        wanted = list(embeds(html, path))
        if not wanted and not has_tasks(html):
            return
        report(unknown_embeds(wanted, self.inserter.lists.keys() | self.unread, self.drafts))
        tasks = self._tasks(content, html, path) if has_tasks(html) else None
        plain_html = self.inserter.with_plain_lists(html, tasks)
        content.plain_content = content._update_content(plain_html, content.get_siteurl())
        content._content = self.inserter.with_lists(html, tasks, content.url)
        content.shows_checklists = True
        self.showing.append((content, html, tasks))

    def _tasks(self, content: Any, html: str, path: str) -> Checklist | None:
        from .tasks import read_tasks  # Beautiful Soup takes a while to load, and most sites never need it

        tasks, problems = read_tasks(html, path, self._tasks_id(content), content.title)
        report(problems)
        if tasks is not None:
            self.tasks.append(tasks)
        return tasks

    def _tasks_id(self, content: Any) -> str:
        """What names the record of a content's task lists: what it says itself, or its slug, language and kind."""
        lang = getattr(content, "lang", "")
        parts = ("tasks", "page" if isinstance(content, Page) else "", content.slug)
        spoken = "" if lang == self.settings["DEFAULT_LANG"] else lang
        return getattr(content, "checklist_id", "") or "-".join(filter(None, (*parts, spoken)))

    def _inserter(self) -> Inserter:
        macros: Any = self.env.get_template("components/check_list.html").module
        lists, script = {each.slug: each for each in self.lists}, f"{self._root}/{element(self.scripts)}"
        return Inserter(
            lists,
            self.lock,
            self._said("SITE_ID"),
            self._root,
            script,
            lambda shown: str(macros.check_list(shown)),
            is_on_demand=self._said("CHECKLISTS_ON_DEMAND"),
        )

    def link(self, strategies: Mapping[str, StrategyLink]) -> None:
        """Has items lead to their strategies, by what they call them; between reading and writing."""
        self.inserter = replace(self.inserter, strategies=strategies)
        for content, html, tasks in self.showing:
            content._content = self.inserter.with_lists(html, tasks, content.url)

    def add(self, checklist: Checklist) -> None:
        """Takes a list that another plugin made, between reading and writing: its ids are kept like all others."""
        self.tasks.append(checklist)

    def write_lock(self) -> None:
        if os.environ.get("CI"):  # nobody would commit it there; that it is not behind has been seen to
            return
        lock = updated(self.lock, [*self.read, *self.tasks])
        if lock_text(lock) != lock_text(self.lock):
            try:
                write_lock(self._lock_path, lock)
            except OSError as error:
                what = f"cannot be written: {str(error.strerror).lower()}"
                report([Problem(Location(self.lock.path), what, "Make it writable.")])

    # --- writing -------------------------------------------------------------------------------------

    def generate_output(self, writer: Writer) -> None:
        self._compare()
        for path, text in self.scripts.items():
            self._write(writer, path, text)
        for each in self.lists:
            self._write_list(writer, each)
        self._write_index(writer)

    def _write_list(self, writer: Writer, found: PublishedList) -> None:
        checklist, base = found.checklist, self._base
        shown = view(checklist, self.inserter.place(checklist, found.url))
        page = self.get_template("checklist")
        data = Markup(_script_safe(text_of(item_list(checklist, f"{base}/{found.url}"))))
        writer.write_file(found.save_as, page, self.context, url=found.url, list=found, view=shown, json_ld=data)
        if found.json_url:
            schema = f"{base}/{self._said('CHECKLISTS_SCHEMA')}"
            at = Addresses(base, f"{base}/{found.url}", schema, self.inserter.strategies)
            document = list_document(checklist, at, ordinals(self.lock, checklist))
            self._write(writer, found.json_url, text_of(document), checklist.where)

    def _write_index(self, writer: Writer) -> None:
        url, save_as = self._said("CHECKLISTS_URL"), self._said("CHECKLISTS_SAVE_AS")
        if save_as:
            page, card = self.get_template("checklists"), self.context["CHECK_CARD"]
            writer.write_file(save_as, page, self.context, url=url, lists=self.lists, card_script=card)
        if path := self._said("CHECKLISTS_JSON"):
            base, public = self._base, [each for each in self.lists if not each.badge]
            lists = [(each.checklist, f"{base}/{each.url}", f"{base}/{each.json_url}") for each in public]
            schema = f"{base}/{self._said('CHECKLISTS_SCHEMA')}"
            document = index_document(str(self.settings["SITENAME"]), lists, f"{base}/{url}", schema)
            self._write(writer, path, text_of(document))
        if path := self._said("CHECKLISTS_SCHEMA"):
            self._write(writer, path, SCHEMA.read_text("utf-8"))

    def _write(self, writer: Writer, path: str, text: str, where: Location | None = None) -> None:
        place = (where.path, where.line, where.column) if where else None
        writer.write_file(path, _Text(text, place), self.context, url=path)

    # --- settings ------------------------------------------------------------------------------------

    def _said(self, name: str) -> Any:
        return self.settings.get(name, SETTINGS[name])

    @property
    def _base(self) -> str:
        """The site's address; counted from the host's root where it is not known."""
        return str(self.settings["SITEURL"])

    @property
    def _root(self) -> str:
        return urlsplit(self._base).path.rstrip("/")


def _contents(articles: ArticlesGenerator | None, pages: PagesGenerator | None) -> Iterator[Any]:
    """Every article and page that is written, whatever its status."""
    for kind in (
        ("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations")
        if articles
        else ()
    ):
        yield from getattr(articles, kind)
    for kind in (
        ("pages", "translations", "hidden_pages", "hidden_translations", "draft_pages", "draft_translations")
        if pages
        else ()
    ):
        yield from getattr(pages, kind)


def _linked(checklist: Checklist, resolved: Callable[[str], str]) -> Checklist:
    """The list with the links in its intros resolved."""
    sections = tuple(
        replace(each, intro_html=resolved(each.intro_html)) if each.intro_html else each for each in checklist.sections
    )
    return replace(checklist, intro_html=resolved(checklist.intro_html), sections=sections)


def _script_safe(text: str) -> str:
    """JSON that may stand in a `script` element."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
