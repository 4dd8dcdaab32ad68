"""Pelican's writer, so that every file of the site is one job with an owner, and one that fails stops no other.

A job says where a file goes, what renders it, and with what. `write_file` makes the jobs (Pelican 4.12's
`Writer.write_file` with its pagination), `press` does one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pelican.contents import Content
from pelican.paginator import Paginator
from pelican.plugins import signals
from pelican.utils import get_relative_path, path_to_url
from pelican.writers import Writer

from .claims import Claims, Owner, address
from .dealing import dealt
from .faults import attempt, code_place, place_of, reason, remedy
from .finding import Finding, Place, counted, shown_path
from .made import Made, plain, read_made
from .pages import UNKEPT, Fresh, Pages

BATCH = 50
"""Pages that wait to be made on all cores: each makes a process larger that shares memory with this one."""
Failure = tuple[Place | None, str, str]
"""Where, what, and how to mend it."""
Answer = list[Any]
"""What came of a page: the file as `Made` plainly, what was told, what failed."""


class Template(Protocol):
    """What `write_file` takes: a Jinja template, or anything else that renders."""

    def render(self, context: dict[str, Any]) -> str | bytes: ...


@dataclass(frozen=True, slots=True)
class Drawn:
    """Stands for the template of a file that is no text."""

    draw: Callable[[], bytes]

    def render(self, context: dict[str, Any]) -> bytes:
        return self.draw()


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write."""

    save_as: str
    template: Template
    context: dict[str, Any]
    owner: Owner


@dataclass(frozen=True, slots=True)
class Task:
    """A page that is to be made anew, with its template ("" for none) and what the last build made."""

    job: Job
    shared: dict[str, Any]
    template: str
    before: Made | None


class PressWriter(Writer):
    """Writes into the staging folder and keeps what went wrong in `found` and `failures`."""

    def __init__(
        self,
        output_path: str,
        settings: dict[str, Any],
        claims: Claims,
        found: list[Finding],
        pages: Pages | None = None,
        makes: Callable[[int], None] | None = None,
    ) -> None:
        """With `pages`, those that are what they were are kept instead of made; `makes` is told of each."""
        super().__init__(output_path, settings=settings)
        self.claims = claims
        self.pages = pages
        self.makes = makes or (lambda files: None)
        self.found = found
        self.failures: dict[tuple[Place | None, str, str], list[str]] = {}
        self.waiting: list[Task] = []
        self.rendered: set[str] = set()
        """Templates that were rendered in this process; "" stands for pictures."""
        self.folders: set[Path] = set()

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: dict[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Write one page, or each page of a paginated list. `override_output` changes nothing: see `Claims`."""
        if not name:
            return
        owner = owner_of(name, template, kwargs)
        lists = {k: v for k, v in kwargs.items() if k in {"articles", "dates"}} if paginated is None else paginated
        for save_as, extra in self._pages(str(name), url, template_name, lists):
            local = local_context(context, save_as, {**kwargs, **extra}, relative_urls)
            self.press(Job(save_as, template, local, owner), context)
        if self.pages is not None:
            self.pages.values.forget_lists()

    def _pages(
        self, name: str, url: str | None, template_name: str | None, lists: dict[str, Any]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """The output path of each page, with the names that its template gets for its part of the lists."""
        if not lists or template_name not in self.settings["PAGINATED_TEMPLATES"]:
            yield name, {}
            return
        size = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        paginators = {k: Paginator(name, url, items, self.settings, size) for k, items in lists.items()}
        for number in range(1, next(iter(paginators.values())).num_pages + 1):
            names: dict[str, Any] = {}
            for key, paginator in paginators.items():
                page = paginator.page(number)
                names[f"{key}_paginator"] = paginator
                names[f"{key}_page"] = page
                names[f"{key}_previous_page"] = paginator.page(number - 1) if number > 1 else None
                names[f"{key}_next_page"] = paginator.page(number + 1) if number < paginator.num_pages else None
            yield page.save_as, names

    def press(self, job: Job, shared: dict[str, Any]) -> None:
        """Render a job and write what comes out, or keep why not. A page without a place is rendered all the same."""
        with forgetting():
            self._press(job, shared)

    def _press(self, job: Job, shared: dict[str, Any]) -> None:
        settle(job, shared)
        has_place = self.claim(job.save_as, job.owner)
        pages = self.pages if has_place and not signals.content_written.receivers else None
        template = pages.template(job.template) if pages else ""
        if pages is None or not template:
            text = attempt(lambda: job.template.render(job.context), lambda error: self._fail(job, failure(error)))
            return self._put(job, text) if has_place and text is not None else None
        if pages.kept(job.save_as, template, job.context, self._path(job)):
            return self.makes(1)
        return self._begin(Task(job, shared, template, pages.before(job.save_as)))

    def _begin(self, task: Task) -> None:
        """Make the first of a template at once: what it takes is then there for all processes. The others wait."""
        assert self.pages is not None
        if self.pages.apart or task.template not in self.rendered:
            self.rendered.add(task.template)
            return self._done(task, self._make(task))
        self.waiting.append(task)
        return self._share() if len(self.waiting) >= BATCH else None

    def _share(self) -> None:
        """Have all pages that wait made, on all cores."""
        if self.waiting and self.pages is not None:
            tasks, self.waiting = self.waiting, []
            self.pages.values.forget_lists()
            for task, answer in zip(tasks, dealt(len(tasks), lambda number: self._make(tasks[number])), strict=True):
                self._done(task, answer)

    def _make(self, task: Task) -> Answer:
        """Render a page and write it; gives what came of it in what JSON has."""
        assert self.pages is not None
        failed: list[Failure] = []
        job, found, reads = task.job, len(self.found), self.pages.reads_of(task.job.context)
        settle(job, task.shared)
        with forgetting(), self.pages.reading.page(reads) as context:
            text = attempt(lambda: job.template.render(context), lambda error: failed.append(failure(error)))
        told = self.found[found:]
        del self.found[found:]
        is_kept = task.template and not told  # what is told while a page is made is told by making it again
        new = (task.template, reads) if is_kept else UNKEPT
        made = attempt(lambda: self._write(job, text, task.before, new), lambda error: failed.append(failure(error)))
        return [plain(made), [[each.where, each.text, each.error] for each in told], failed]

    def _done(self, task: Task, answer: Answer) -> None:
        """Take what came of a page, wherever it was made."""
        assert self.pages is not None
        self.makes(1)
        made, told, failed = read_made(answer[0]), answer[1], answer[2]
        self.found += [Finding(place(where), text, error) for where, text, error in told]
        for where, what, fix in failed:
            self._fail(task.job, (place(where), what, fix))
        if made is not None:
            self.pages.note(task.job.save_as, task.before, made, has_template=bool(task.template))

    def _path(self, job: Job) -> Path:
        """Where a job's file goes, in a folder that is there."""
        path = Path(self.output_path) / job.save_as
        if path.parent not in self.folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(path.parent)
        return path

    def write_bytes(self, save_as: str, data: bytes) -> None:
        """Write a file that is no text. Pelican's own writer has no such thing."""
        job = drawn(save_as, lambda: data)
        if self.claim(save_as, job.owner):
            self._put(job, data)

    def write_drawn(self, save_as: str, draw: Callable[[], bytes]) -> None:
        """Write a picture, drawn when and in which process it suits. Pelican's own writer has no such thing."""
        job = drawn(save_as, draw)
        if not self.claim(save_as, job.owner):
            return None
        if self.pages is not None and not self.pages.apart and not signals.content_written.receivers:
            return self._begin(Task(job, {}, "", self.pages.before(save_as)))
        data = attempt(draw, lambda error: self._fail(job, failure(error)))
        return self._put(job, data) if data is not None else None

    def _put(self, job: Job, text: str | bytes) -> None:
        """Write a file of which nobody knows what it was made of."""
        self.makes(1)
        before = self.pages.before(job.save_as) if self.pages else None
        made = attempt(lambda: self._write(job, text, before), lambda error: self._fail(job, failure(error)))
        if self.pages is not None and made is not None:
            self.pages.note(job.save_as, before, made, has_template=False)

    def finish(self) -> None:
        """Have everything written."""
        self._share()
        if self.pages is not None:
            self.pages.values.forget()

    def claim(self, save_as: str, owner: Owner) -> bool:
        """Have an output path for one owner alone."""
        problem = self.claims.take(save_as, owner)
        if problem is not None:
            self.found.append(problem)
        return problem is None

    def _write(self, job: Job, text: str | bytes | None, before: Made | None, new: Fresh = UNKEPT) -> Made | None:
        if text is None:
            return None
        path, made = self._path(job), None
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        if self.pages is None:
            path.write_bytes(data)
        else:
            made = self.pages.put(job.save_as, before, data, path, new)
        signals.content_written.send(str(path), context=job.context)
        return made

    def _fail(self, job: Job, failed: Failure) -> None:
        """Keep a failure under its place and reason: one broken template fails for every page that uses it."""
        self.failures.setdefault(failed, []).append(shown_page(job))

    def write_feed(
        self,
        elements: Any,
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Pelican's feed, if nobody else has its path."""
        if path and not self.claim(str(path), Owner(f"the feed {path}")):
            return None
        if self.pages is not None:
            self.pages.is_blind = True  # nobody knows which words are in it
        return super().write_feed(elements, context, path, url, feed_type, override_output, feed_title)

    def findings(self) -> list[Finding]:
        """What failed while rendering and writing, each reason once with the pages it concerns."""
        return [
            Finding(where, f"{what}, in the page {concerning(pages)}. {fix}".strip())
            for (where, what, fix), pages in self.failures.items()
        ]


@contextmanager
def forgetting() -> Iterator[None]:
    """Have Pelican (4.12) forget the content that it gives here of articles: it keeps all that it ever gave."""
    cache = Content.get_content.cache
    before = len(cache)
    try:
        yield
    finally:
        while len(cache) > before:
            cache.popitem()


def drawn(save_as: str, draw: Callable[[], bytes]) -> Job:
    return Job(save_as, Drawn(draw), {"localsiteurl": None}, Owner(f"the file {save_as}"))


def settle(job: Job, shared: dict[str, Any]) -> None:
    """Have Pelican's contents build their links as they are to be on the page."""
    if job.context["localsiteurl"]:
        shared["localsiteurl"] = job.context["localsiteurl"]


def failure(error: Exception) -> Failure:
    return place_of(error) or code_place(error), reason(error), remedy(error)


def place(said: Any) -> Place | None:
    """A place as JSON has it."""
    return (said[0], said[1], said[2]) if said else None


def local_context(context: dict[str, Any], save_as: str, names: dict[str, Any], relative: bool) -> dict[str, Any]:
    """What the template of one page gets, as Pelican composes it."""
    local = context.copy()
    local["localsiteurl"] = local.get("localsiteurl")
    if relative:
        local["SITEURL"] = local["localsiteurl"] = path_to_url(get_relative_path(save_as))
    local["output_file"] = save_as
    local.update(names)
    return local


def owner_of(save_as: str, template: Template, names: dict[str, Any]) -> Owner:
    """Who wants a page: an article or page by its file; a tag or category by its name; else the template."""
    for kind in ("article", "page"):
        if source := getattr(names.get(kind), "source_path", None):
            return written_owner(names[kind], shown_path(source), save_as, template)
    for kind in ("tag", "category", "author"):
        if name := getattr(names.get(kind), "name", None):
            first = next((a.source_path for a in names.get("articles", ()) if a.source_path), None)
            return Owner(f'the {kind} "{name}"', (shown_path(first), 1, 1) if first else None)
    if source := getattr(template, "filename", None):
        return Owner(shown_path(source), (shown_path(source), 1, 1))
    return Owner(f"the file {save_as}")


def written_owner(content: Any, shown: str, save_as: str, template: Template) -> Owner:
    """The owner of an article's or page's file: its own, or one that answers at an old address of it.

    Content may have `address_where`, the template of another file of it may have `where`: (path, line, column).
    """
    if save_as != getattr(content, "save_as", save_as):
        return Owner(shown, getattr(template, "where", None) or (shown, 1, 1), written=True)
    return Owner(shown, getattr(content, "address_where", None) or (shown, 1, 1), written=True, fix="slug")


def shown_page(job: Job) -> str:
    return job.owner.shown if job.owner.written else address(job.save_as)


def concerning(pages: list[str]) -> str:
    """The first page by name, and how many more."""
    others = len(pages) - 1
    return min(pages) + (f" and {counted(others, 'other')}" if others else "")
