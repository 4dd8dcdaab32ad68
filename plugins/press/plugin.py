"""The press: Pelican 4.12, building beside the output and switching over only to a site without errors."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, ClassVar

from blinker import signal
from pelican import Pelican, console, signals
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator
from pelican.plugins import _utils as finding_plugins
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from . import manifest
from .amendable import SiteRow, amending_modules, put_site, word_attributes
from .built import Built, tell_built
from .claims import Claims, Owner
from .collect import Collected, collecting
from .extensions import drop_failing
from .faults import attempt, reason
from .finding import Finding, counted, in_order, shown_path
from .generators import fault, guarded, static_claims, static_findings, telling_walks
from .listeners import cost, listeners
from .maker import made_by, places_of
from .pages import Pages
from .phrases import Site
from .progress import Progress, following
from .refusal import refusal
from .report import BuildFailed, stoppable, told_already
from .settings_check import EXPECTED, known_settings, like_defaults, misformed, misspelt, mistyped, unchosen
from .settings_file import Declared, declared, item_place
from .staging import Published, publish, staging_for
from .store import NAME, Store
from .writer import PressWriter

logger = logging.getLogger(__name__)

ready = signal("site_ready")
"""Sent once a site without errors is about to be put in place; what a receiver finds wrong still stops it."""
due = signal("site_due")
"""Received with `when`, a moment from which the site is another one: an article comes out."""
DEFAULTS = {**DEFAULT_CONFIG, "TIMEZONE": "UTC"}


class Press(Pelican):
    """What PELICAN_CLASS names.

    A plugin module may have `SETTINGS`, a dict of the names that it reads with their defaults: they are then known,
    and a name in the settings file that nearly is one of them is told as misspelt. It may have `CHOICES`, a dict of
    names with all the values that they may have. What is in neither must be of the type of its default, or pass the
    check that `CHECKS`, a dict, has for the name: a function that gives what to write instead of a value, as a sentence
    or two, or nothing for one that fits.

    It may have `READS`, the files and folders beside the settings that it reads; () for one that reads only content,
    theme and settings. Where a plugin does not say so, no build is left out as unchanged, and no page shares a file
    with the last site: a plugin that says so leaves alone what was written. It may have `AMENDS` and `WORDS`: see
    `amendable`.
    """

    building: ClassVar[Press | None] = None
    """The one that is building a site now."""

    def __init__(self, settings: dict[str, Any], found: Iterable[Finding] = ()) -> None:
        """`found` is what went wrong while the settings were read."""
        self.early = list(found)
        self.complete = False
        self.store: Store | None = None
        self.due: float | None = None
        self.progress = Progress()
        self.output = Path(os.path.abspath(settings["OUTPUT_PATH"]))
        self.site = Site(settings["PATH"], settings.get("SETTINGS_FILE") or "")
        told_already()
        with collecting(self.site, self.early):
            attempt(lambda: super(Press, self).__init__(settings), lambda error: self.early.append(fault(error)))
        self.delete_outputdir = False  # every build starts with an empty folder

    def open_store(self) -> None:
        """Let plugins keep what they made, as `settings["STORE"]`: see `store.Store`. Their code is known by now."""
        if self.settings.get("CACHE_PATH"):
            beside = Path(self.site.settings_file).parent if self.site.settings_file else Path()
            path = beside / self.settings["CACHE_PATH"] / NAME  # Pelican's own, "cache", counts from nowhere
            self.store = self.settings["STORE"] = Store(path, made_by([*sys.modules]))

    def init_plugins(self) -> None:
        """Load each plugin by itself: Pelican only gets over an ImportError, and goes on without the plugin."""
        written = declared(self.site.settings_file)
        wrong = {**misformed(written), **mistyped(self.settings, written, EXPECTED)}
        self.early.extend(wrong.values())
        self.settings.update({name: DEFAULTS[name] for name in wrong if name in DEFAULTS})  # to go through the rest
        wanted = [] if "PLUGINS" in wrong else self.settings["PLUGINS"]
        with only_wanted(wanted):
            if wanted is not None:
                self.settings["PLUGINS"] = [module for plugin in wanted for module in self.loaded(plugin)]
            super().init_plugins()
        self.complete = "PLUGINS" not in wrong and (wanted is None or len(self.plugins) == len(wanted))
        if self.complete:
            tables = (getattr(plugin, "SETTINGS", ()) for plugin in self.plugins)
            self.early.extend(misspelt(written, known_settings(self.settings, DEFAULTS, *tables)))
        for plugin in self.plugins:
            self.check_settings_of(plugin, written)
        self.open_store()
        for name, why in drop_failing(self.settings.get("MARKDOWN") or {}).items():
            self.early.append(Finding(item_place(written, "MARKDOWN", name), why))

    def check_settings_of(self, plugin: Any, written: Mapping[str, Declared]) -> None:
        """Tell what is wrong with the settings that a plugin reads, and give them their defaults to go on with."""
        choices, defaults = getattr(plugin, "CHOICES", {}), getattr(plugin, "SETTINGS", {})
        self.early.extend(unchosen(self.settings, written, choices))
        typed = {name: default for name, default in defaults.items() if name not in choices}
        wrong = mistyped(self.settings, written, like_defaults(typed, getattr(plugin, "CHECKS", {})))
        self.early.extend(wrong.values())
        self.settings.update({name: defaults[name] for name in wrong if name in defaults})

    def loaded(self, plugin: Any) -> list[Any]:
        """The plugin's module; nothing if it cannot be loaded, which is then told."""

        def failed(error: Exception) -> None:
            logger.error("Cannot load plugin `%s`\n%s", plugin, error)

        wanted = {**self.settings, "PLUGINS": [plugin]}
        return attempt(lambda: finding_plugins.load_plugins(wanted), failed) or []

    def run(self) -> None:
        """Build the site and put it in place; raise BuildFailed, with everything told, if it has an error."""
        if Press.building is not None:
            return self.run_within(Press.building)
        built = self.build()
        tell_built(built)
        if built.published is None and not is_autoreload(sys._getframe(1)):
            raise BuildFailed(counted(len(built.findings), "problem"))
        return None

    def run_within(self, outer: Press) -> None:
        """Build a site that is a part of another (pelican-i18n-subsites has them built), in that one's folder."""
        outer.found.extend(self.early)
        self.progress = outer.progress
        if self.complete:
            self.fill(self.output, outer.found)
        self.close_store()

    def close_store(self) -> None:
        if self.store is not None:
            self.store.save()
            self.store.close()

    def build(self) -> Built:
        """Build the site and put it in place, if it has no error. Nothing is printed."""
        started = time.perf_counter()
        found = list(self.early)
        published = None
        refused = attempt(
            lambda: refusal(self.output, self.sources()), lambda error: found.append(self.unusable(error))
        )
        if refused:
            found.append(Finding(None, refused))
        elif refused is not None and self.complete:  # without one of its plugins, nearly all of a site looks wrong
            with (
                stoppable(),
                collecting(self.site, found) as collected,
                due.connected_to(self.comes_out),
                following(self.store, self.output) as self.progress,
            ):
                published = self.built(collected)
        self.close_store()
        what = self.summary(published) if published else ""
        anew = cost(listeners(self.settings["PLUGINS"])) if published and self.pages is not None else ""
        what_became = f", {published.told()}," if published else ""
        said = f"Built {what}{what_became} in {time.perf_counter() - started:.1f} s{anew}" if published else ""
        made_by = self.store.made_by.hex() if self.store is not None else ""
        return Built(tuple(in_order(found)), published, shown_path(self.output), said, what, made_by)

    def watched(self) -> list[str] | None:
        """All that a build of this site reads, if every plugin says what it reads (`READS`)."""
        if not self.complete or not self.site.settings_file:
            return None
        project, read = Path(self.site.settings_file).parent, [getattr(each, "READS", None) for each in self.plugins]
        if any(each is None for each in read):
            return None
        templates = self.settings["THEME_TEMPLATES_OVERRIDES"]
        named = [project / name for each in read for name in (each or ())]
        places = [self.path, self.theme, self.site.settings_file, *templates, *named, *places_of([*sys.modules])]
        return [str(place) for place in places if os.path.exists(place)]

    def has_strangers(self) -> bool:
        """Whether there is a plugin that does not say what it reads."""
        return any(getattr(plugin, "READS", None) is None for plugin in self.plugins)

    def comes_out(self, sender: Any, when: datetime) -> None:
        self.due = min(self.due or when.timestamp(), when.timestamp())

    def sources(self) -> dict[str, Path]:
        """The folders that a build reads."""
        project = Path(self.site.settings_file).parent if self.site.settings_file else Path.cwd()
        return {"the content": Path(self.path), "the theme": Path(self.theme), "the project": project}

    def built(self, collected: Collected) -> Published | None:
        """Build in a folder of its own and switch over to it; None if something was found that forbids it."""
        try:
            with staging_for(self.output) as staging:
                self.fill(staging, collected.found)
                if not collected.failed:
                    attempt(lambda: ready.send(self), lambda error: collected.found.append(fault(error)))
                if collected.failed:
                    return None
                published = publish(staging, self.output)
                self.remember(published, bool(collected.found))
                return published
        except OSError as error:
            collected.found.append(self.unusable(error))
        return None

    def remember(self, published: Published, has_findings: bool) -> None:
        """Keep what is true of the site that was just put in place."""
        if self.store is None or self.pages is None:
            return
        self.pages.save()
        shelf, place = self.store.shelf("amendable"), self.pages.files.place
        told = has_findings or type(self.writer) is not PressWriter or bool(signals.content_written.receivers)
        copied = self.settings.get("OUTPUT_SOURCES") or self.settings.get("DEFAULT_DATE") == "fs"
        is_known = amending_modules(self.plugins) is not None and not (self.pages.is_blind or told or copied)
        build = os.urandom(8).hex()
        if is_known:
            self.pages.save_rows(shelf, build)
        row = SiteRow(build, self.due, published.files, self.summary(published)) if is_known else None
        put_site(shelf, place, row)

    def unusable(self, error: Exception) -> Finding:
        text = f"cannot be written: {reason(error)}. Check the folder and the disk it is on."
        return Finding(None, f"{shown_path(self.output)}: {text}")

    def fill(self, staging: Path, found: list[Finding]) -> None:
        """Have Pelican build the site in `staging`, whatever fails on the way."""
        self.generators: list[Any] = []
        self.found = found
        self.writer: PressWriter | None = None
        words = word_attributes(self.plugins)
        self.pages: Pages | None = None
        outer = Press.building
        if self.store is not None and outer is None:  # a part has no last site, to keep pages of, where it is built
            apart, tells = self.has_strangers(), amending_modules(self.plugins) is not None
            self.pages = Pages(self.store, self.output, self.settings, words, apart, tells)
        self.claims = Claims()
        self.claims.take(manifest.NAME, Owner("the press"))
        with self.output_at(staging), quiet():
            try:
                Press.building = self
                attempt(super().run, lambda error: found.append(fault(error)))
            finally:  # plugins may write to the end; and no hand may still write when the folder is removed
                Press.building = outer
                if self.writer is not None:
                    self.writer.finish()
                if self.pages is not None:
                    self.pages.close()
        found.extend(self.writer.findings() if self.writer else ())

    @contextmanager
    def output_at(self, folder: Path) -> Iterator[None]:
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        try:
            yield
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = str(self.output)

    def _get_generator_classes(self) -> list[Callable[..., Any]]:
        return [partial(self.generator, kind) for kind in super()._get_generator_classes()]

    def generator(self, kind: type, **arguments: Any) -> Any:
        """What Pelican gets when it makes a generator."""
        generator = guarded(kind(**arguments), self.found)
        self.generators.append(generator)
        if isinstance(generator, StaticGenerator):
            generator.generate_output = partial(self.copy_static, generator, generator.generate_output)
        return generator

    def copy_static(self, generator: StaticGenerator, copy: Callable[[Any], None], writer: Any) -> None:
        """Copy files where they belong, if each has a place inside the site that nothing else has."""
        problems = static_findings(generator)
        problems += filter(None, [self.claims.take(save_as, owner) for save_as, owner in static_claims(generator)])
        self.found.extend(problems)
        if not problems:
            with telling_walks():
                copy(writer)

    def _get_writer(self) -> Any:
        """Ours, unless a plugin has one: it is then used, and addresses are not checked."""
        writer = super()._get_writer()
        if type(writer) is not Writer:
            return writer
        makes = self.progress.makes
        self.writer = PressWriter(self.output_path, self.settings, self.claims, self.found, self.pages, makes)
        return self.writer

    def summary(self, published: Published) -> str:
        articles = sum(len(g.articles) + len(g.translations) for g in self.of(ArticlesGenerator))
        pages = sum(len(g.pages) + len(g.translations) for g in self.of(PagesGenerator))
        return f"{counted(articles, 'article')} and {counted(pages, 'page')}: {counted(published.files, 'file')}"

    def of(self, kind: type) -> list[Any]:
        return [generator for generator in self.generators if isinstance(generator, kind)]


def is_autoreload(caller: FrameType) -> bool:
    """Whether `pelican -r` builds: after an exception it would build again at once, for ever, without a save."""
    return caller.f_globals.get("__name__") == "pelican" and caller.f_code.co_name == "autoreload"


@contextmanager
def only_wanted(plugins: Iterable[Any] | None) -> Iterator[None]:
    """Have Pelican (4.12) import what is wanted of the plugins installed as its own; it imports all of them else.

    With None all are wanted.
    """
    every = finding_plugins.iter_namespace
    named = {each for each in plugins or () if isinstance(each, str)}

    def those(package: Any) -> Iterator[Any]:
        return (each for each in every(package) if plugins is None or not named.isdisjoint(names(each)))

    def names(found: Any) -> tuple[str, str]:
        return found[1], found[1].rpartition(".")[2]

    finding_plugins.iter_namespace = those
    try:
        yield
    finally:
        finding_plugins.iter_namespace = every


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Pelican from printing its own summary."""
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before
