"""A site in which only words of a few articles changed, amended: without Pelican, and without building it.

What a build keeps of each article (`amendable`) says which files have its words. The plugins say whether anything else
that they make of it changes: its summary, its strategies, its tasks. If nothing does, the new words are put where the
old ones are (`words`), in the bytes that the last build made. If in doubt, the site is built.

The modules that plugins name in `AMENDS` may have

    extensions()                                  what the plugin gives to Markdown, beside the settings
    conversions(path, kept_as, settings, store)   of a file: what was made of it (`before`), what would be now
                                                  (`after`), both with their `html`, and what that is to be kept as;
                                                  or None
    keep(kept_as, after, store)                   for the next time
    same(before, after, settings)                 whether all that the plugin makes of both is the same, but for words
    written(path, html, url, settings)            how HTML of the article at an address is written in a file of the
                                                  plugin's; None for a file that is not
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from .amendable import Amendable, SiteRow, amending_modules, put_row, row_of, site_at
from .changes import line
from .made import Made, MadeFiles, digest, stamp
from .staging import Published, locked, put_files
from .store import Store
from .words import Words, with_words, words

MOST = 8
"""Articles; who changes more does not edit."""


class Unamendable(Exception):
    """Something else than words changes, or might."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What became of the site: `what` is in it, and `before` are the lines (see `changes`) of the files that it had."""

    published: Published
    what: str
    before: tuple[str, ...]


@dataclass(slots=True)
class Amended:
    """What becomes of the site: texts of files as they were and as they are, and what is to be kept of articles."""

    present: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Amendable] = field(default_factory=dict)
    keepers: list[Callable[[], None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Amender:
    """Amends the site at `output`, as the last build left it. `modules` are those that plugins name."""

    settings: Mapping[str, Any]
    output: Path
    store: Store
    modules: Sequence[Any]

    def amend(self, sources: Sequence[Path], in_place: bool = False) -> Amendment:
        """The site with these articles as their files are now. `Unamendable` if it has to be built.

        `in_place`: in one step for each file, not in one for all of them.
        """
        if not 0 < len(sources) <= MOST:
            raise Unamendable("none, or many")
        with locked(self.output.parent, wait=True):  # nobody puts another site in place meanwhile
            row = self._site()
            amended = Amended()
            for source in sources:
                self._take(source, amended)
            files = {path: text for path, text in amended.texts.items() if text != amended.present[path]}
            before = [line(str(path), path.lstat()) for path in map(self.output.joinpath, files)]
            data = {path: text.encode("utf-8") for path, text in files.items()}
            put_files(data, self.output, in_place)
            self._remember(amended, data)
        return Amendment(Published(row.files, changed=frozenset(files)), row.what, tuple(before))

    def _site(self) -> SiteRow:
        row = site_at(self._shelf, self._made.place)
        if row is None or (row.until is not None and row.until <= time.time()):
            raise Unamendable("it becomes another one by itself")
        return row

    @property
    def _shelf(self) -> Any:
        return self.store.shelf("amendable")

    @property
    def _made(self) -> MadeFiles:
        return MadeFiles(self.store.shelf("pages"), self.output)

    def _take(self, source: Path, amended: Amended) -> None:
        """Have the new words of one article in all files that have its words."""
        name = os.path.relpath(source, self.settings["PATH"])
        row = row_of(self._shelf, self._made.place, name)
        if row is None:
            raise Unamendable("nobody knows where its words are")
        reader = next(self._having("conversions"))
        found = reader.conversions(str(source), row.kept_as, self.settings, self.store)
        if found is None:
            raise Unamendable("it cannot be compared")
        before, after, kept_as = found
        changed = words(before.html, after.html)
        if changed is None or not all(each.same(before, after, self.settings) for each in self._having("same")):
            raise Unamendable("more than words changes")
        for path in (*row.pages, *row.others):
            self._carry(path, changed, row, amended)
        amended.rows[name] = Amendable(kept_as, row.url, row.pages, row.others)
        amended.keepers.append(lambda: reader.keep(kept_as, after, self.store))

    def _having(self, name: str) -> Iterator[Any]:
        return (module for module in self.modules if hasattr(module, name))

    def _carry(self, path: str, changed: Words, row: Amendable, amended: Amended) -> None:
        if path not in amended.texts:
            amended.present[path] = amended.texts[path] = self._present(path)
        text = amended.texts[path]
        if path in row.pages:
            new = with_words(text, changed, str)
        else:
            new = with_words(text, changed, lambda html: self._written(path, html, row.url))
        if new is None:
            raise Unamendable("its words cannot be told from others")
        amended.texts[path] = new

    def _written(self, path: str, html: str, url: str) -> str:
        for module in self._having("written"):
            text = module.written(path, html, url, self.settings)
            if text is not None:
                return str(text)
        raise Unamendable("nobody knows how it is written there")

    def _present(self, path: str) -> str:
        """A file of the site, if it is the one that was made."""
        made, file = self._made.at(path), self.output / path
        if made is None or stamp(file) != made.stamp:
            raise Unamendable("it is not what was made")
        return file.read_bytes().decode("utf-8")

    def _remember(self, amended: Amended, files: Mapping[str, bytes]) -> None:
        """Keep what is true of the site now. What its pages read is not known any more."""
        for path, data in files.items():
            self._made.put(path, Made("", (), "", digest(data), stamp(self.output / path)))
        for name, row in amended.rows.items():
            put_row(self._shelf, self._made.place, name, row)
        for keep in amended.keepers:
            keep()
        self.store.save(forget=False)


def amender(settings: dict[str, Any], output: Path, store: Store) -> Amender | None:
    """What amends a site of these settings, if all its plugins can be asked."""
    names = settings.get("PLUGINS")
    if not isinstance(names, list | tuple) or settings.get("PLUGIN_PATHS"):
        return None
    modules = amending_modules([import_module(each) if isinstance(each, str) else each for each in names])
    markdown = settings.get("MARKDOWN")
    if not modules or not isinstance(markdown, dict):
        return None
    found = [import_module(name) for name in modules]
    given = [each for module in found for each in getattr(module, "extensions", list)()]
    said = {**settings, "MARKDOWN": {**markdown, "extensions": [*(markdown.get("extensions") or ()), *given]}}
    return Amender(said, output, store, found)
