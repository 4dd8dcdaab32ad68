"""A site in which only words of a few articles changed, amended: without Pelican, and without building it.

What a build keeps of each article (`amendable`) says which files have its words, and which print its title and summary,
how often. The plugins say whether anything else that they make of it changes: its strategies, its tasks. If nothing
does, the new words are put where the old ones are (`words`), in the bytes that the last build made, and a new title or
summary for the old one where that is found just as often as it was printed. If in doubt, the site is built.

The modules that plugins name in `AMENDS` may have

    extensions()                      what the plugin gives to Markdown, beside the settings
    Reader(settings)                  reads articles: see `Reader`
    same(before, after, settings)     whether all that the plugin makes of both is the same, but for words
    written(path, html, url, settings)
                                      how HTML of the article at an address is written in a file of the plugin's;
                                      None for a file that is not
    retold(path, text, before, after, url, settings)
                                      the text of a file of the plugin's, with the new title and summary of the article
                                      at an address; None for a file that is not, or that has to be made anew
    redrawn(before, after, shown, settings)
                                      a `Redrawn` for each file of the plugin's that shows the title; `shown` is the
                                      HTML of the pages of the article, which name it
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from markupsafe import escape

from .amendable import Amendable, SiteRow, amending_modules, put_row, row_of, site_at
from .changes import line, present
from .made import Made, MadeFiles, digest, stamp
from .manifest import NAME, manifest_text, read_manifest
from .staging import Published
from .store import Store
from .told import KINDS, occurrences
from .words import Words, put_back, set_apart, with_words, words

MOST = 8
"""Articles; who changes more does not edit."""


Put = Callable[[Mapping[str, bytes], Collection[str]], None]
"""Has files of the site say something else, and others gone."""


class Unamendable(Exception):
    """Something else than words changes, or might."""


class Reader(Protocol):
    """What knows how an article was read, and reads it again. What it gives has `html`, `title` and `summary`."""

    def prepare(self) -> None:
        """Load what reading takes."""

    def read(self, path: str, kept_as: str, store: Store) -> tuple[Any, Any, str] | None:
        """What was made of the file, what would be now, and what that is to be kept as; None for more than words."""

    def keep(self, kept_as: str, after: Any, store: Store) -> None:
        """For the next time."""


class Redrawn(Protocol):
    """A file that takes another's place under another name, which the article's own page has in it."""

    before: str
    after: str
    """Paths in the site."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Amendment:
    """What became of the site: `what` is in it.

    `before` are the lines (see `changes`) of the files that are others or gone, `files` those that are others or new.
    """

    published: Published
    what: str
    before: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amender:
    """Amends the site at `output`. `modules` are those that plugins name."""

    settings: Mapping[str, Any]
    output: Path
    modules: Sequence[Any]
    reader: Reader

    def amend(self, store: Store, sources: Sequence[Path], put: Put) -> Amendment:
        """The site with these articles as their files are now, which `put` puts in place.

        `Unamendable` if it has to be built. Whoever calls this holds the lock of the folder that the site is in.
        """
        if not 0 < len(sources) <= MOST:
            raise Unamendable("none, or many")
        work = Work(self, store)
        for source in sources:
            work.take(source)
        data = work.data()
        old = map(self.output.joinpath, (*(data.keys() - work.drawn.keys()), *work.gone))
        before = tuple(line(str(path), path.lstat()) for path in old)
        put(data, work.gone)
        work.remember(data)
        published = Published(work.site.files, changed=frozenset(data) - {NAME}, gone=frozenset(work.gone))
        return Amendment(published, work.site.what, before, tuple(data))


class Work:
    """One amendment of the site that the last build left, and kept in `store` what it is made of."""

    def __init__(self, amender: Amender, store: Store) -> None:
        self.settings, self.reader, self.modules = amender.settings, amender.reader, amender.modules
        self.output = amender.output
        self.store = store
        self.rows = store.shelf("amendable")
        self.made = MadeFiles(store.shelf("pages"), self.output)
        self.listed = read_manifest(self.output) or frozenset()
        """The files of the site, as it says itself: what is kept elsewhere may come from anybody."""
        site = site_at(self.rows, self.made.place)
        if site is None or (site.until is not None and site.until <= present()):
            raise Unamendable("it is unknown, or becomes another one by itself")
        self.site: SiteRow = site
        self.present: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        """Files as they were and as they are to be, by their paths in the site."""
        self.drawn: dict[str, bytes] = {}
        self.gone: set[str] = set()
        """New files, and those in whose place they are."""
        self.taken: dict[str, tuple[Amendable, Any]] = {}
        """What is known of the articles now, and their conversions."""

    def data(self) -> dict[str, bytes]:
        """The files that are others or new."""
        changed = {path: text for path, text in self.texts.items() if text != self.present[path]}
        listed = {NAME: manifest_text((self.listed - self.gone) | self.drawn.keys())} if self.drawn else {}
        return self.drawn | {path: text.encode("utf-8") for path, text in (changed | listed).items()}

    def take(self, source: Path) -> None:
        """Have the new words of one article in all files that have its words."""
        name = os.path.relpath(source, self.settings["PATH"])
        row = row_of(self.rows, self.made.place, name)
        found = self.reader.read(str(source), row.kept_as, self.store) if row and row.build == self.site.build else None
        if row is None or found is None:
            raise Unamendable("it cannot be compared")
        before, after, kept_as = found
        changed = words(before.html, after.html)
        if changed is None or not all(each.same(before, after, self.settings) for each in self._having("same")):
            raise Unamendable("more than words changes")
        kinds = {kind for kind in KINDS.values() if getattr(before, kind) != getattr(after, kind)}
        apart = set_apart(changed) if kinds else changed
        for path in row.pages if changed.changed else ():
            self._carry(path, apart, str)
        for path in row.others if changed.changed else ():
            self._carry(path, changed, partial(self._written, path, row.url))
        if kinds:
            self._retell(row, kinds, before, after)
            for path in row.pages:
                self.texts[path] = put_back(self._text(path), changed)
        self.taken[name] = replace(row, kept_as=kept_as, title=after.title), after

    def _having(self, name: str) -> Iterator[Any]:
        return (module for module in self.modules if hasattr(module, name))

    def _carry(self, path: str, changed: Words, written: Callable[[str], str]) -> None:
        """Have the new words of one article in a file that has its words, written in some way."""
        new = with_words(self._text(path), changed, written)
        if new is None:
            raise Unamendable("its words cannot be told from others")
        self.texts[path] = new

    def _written(self, path: str, url: str, html: str) -> str:
        return self._first(module.written(path, html, url, self.settings) for module in self._having("written"))

    def _first(self, answers: Iterator[str | None]) -> str:
        for answer in answers:
            if answer is not None:
                return str(answer)
        raise Unamendable("nobody knows how it is written there")

    # --- titles and summaries ----------------------------------------------------------------------------

    def _retell(self, row: Amendable, kinds: set[str], before: Any, after: Any) -> None:
        """Have new texts of some kinds of an article wherever the old ones are."""
        if not kinds <= set(row.told) or not all(getattr(each, kind) for each in (before, after) for kind in kinds):
            raise Unamendable("they may be anywhere")
        for kind, path, count, is_escaped in row.prints:
            if kind in kinds:
                old, new = (
                    str(escape(text) if is_escaped else text) for text in (getattr(before, kind), getattr(after, kind))
                )
                if occurrences(self._text(path), old) != count:
                    raise Unamendable("they cannot be told from other words")
                self.texts[path] = self.texts[path].replace(old, new)
        for path in dict.fromkeys(path for kind, path in row.files if kind in kinds):
            given = path, self._text(path), before, after, row.url, self.settings
            self.texts[path] = self._first(module.retold(*given) for module in self._having("retold"))
        for module in self._having("redrawn"):
            for redrawn in module.redrawn(before, after, "".join(map(self._text, row.pages)), self.settings):
                self._redraw(redrawn, row)

    def _redraw(self, redrawn: Redrawn, row: Amendable) -> None:
        if redrawn.before == redrawn.after:
            return
        if redrawn.after in self.listed or redrawn.after in self.drawn:
            raise Unamendable("another page may have it too")
        self._own(redrawn.before)
        for path in row.pages:
            self.texts[path] = self._text(path).replace(redrawn.before, redrawn.after)
        self.drawn[redrawn.after] = redrawn.data
        self.gone.add(redrawn.before)

    # --- the files of the site ---------------------------------------------------------------------------

    def _text(self, path: str) -> str:
        """A file, with what was amended in it so far."""
        if path not in self.texts:
            try:
                self.present[path] = self.texts[path] = self._own(path).read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:  # a picture that is another article's, too
                raise Unamendable("it is no text") from error
        return self.texts[path]

    def _own(self, path: str) -> Path:
        """A file of the site, if it is the one that was made."""
        made, file = self.made.at(path), self.output / path
        is_inside = path in self.listed and os.path.realpath(file) == os.path.join(os.path.realpath(self.output), path)
        if made is None or not is_inside or stamp(file) != made.stamp:
            raise Unamendable("it is not what was made")
        return file

    def remember(self, files: Mapping[str, bytes]) -> None:
        """Keep what is true of the site now. What its pages read is not known any more."""
        for path, data in files.items():
            if path != NAME:
                self.made.put(path, Made("", (), "", digest(data), stamp(self.output / path)))
        for name, (row, after) in self.taken.items():
            put_row(self.rows, self.made.place, name, row)
            self.reader.keep(row.kept_as, after, self.store)
        self.store.save(forget=False)


def is_wide(store: Store, output: Path, content: Path, sources: Sequence[Path]) -> bool:
    """Whether several files are likely to change: those of an article in feeds, or of another title."""
    shelf, place = store.shelf("amendable"), MadeFiles(store.shelf("pages"), output).place
    rows = ((source, row_of(shelf, place, os.path.relpath(source, content))) for source in sources)
    return any(row and (row.others or row.title not in source.read_text("utf-8")) for source, row in rows)


def amender(settings: dict[str, Any], output: Path) -> Amender | None:
    """What amends a site of these settings, if all its plugins can be asked. It may raise anything."""
    names, markdown = settings.get("PLUGINS"), settings.get("MARKDOWN")
    if not isinstance(names, list | tuple) or not isinstance(markdown, dict) or settings.get("PLUGIN_PATHS"):
        return None
    said = amending_modules([import_module(each) if isinstance(each, str) else each for each in names])
    modules = [import_module(name) for name in said or ()]
    given = [each for module in modules for each in getattr(module, "extensions", list)()]
    settings = {**settings, "MARKDOWN": {**markdown, "extensions": [*(markdown.get("extensions") or ()), *given]}}
    readers = [module.Reader for module in modules if hasattr(module, "Reader")]
    return Amender(settings, output, modules, readers[0](settings)) if len(readers) == 1 else None
