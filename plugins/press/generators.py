"""Pelican's generators (4.12), so that one that fails stops no other, and that order does not depend on chance."""

from __future__ import annotations

import fnmatch
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import PelicanTemplateNotFound, StaticGenerator

from .claims import Owner
from .compiled import COMPILED
from .faults import attempt, code_place, place_of, reason, remedy
from .finding import Finding, Place, shown_path
from .manifest import refuse
from .phrases import line_with
from .settings_file import declared, item_place

STEPS = ("generate_context", "check_disabled_readers", "refresh_metadata_intersite_links", "generate_output")


class Unrendered:
    """Stands for a template that was told as broken, so that the pages which use it can be gone through."""

    filename = None

    def render(self, context: dict[str, Any]) -> str:
        return ""


class InOrder(set[str]):
    """A set of file names that is gone through by name: Pelican reads files in the order of a set."""

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(super().__iter__()))

    def __ror__(self, other: Any) -> InOrder:
        return InOrder({*other, *self})


def guarded(generator: Any, found: list[Finding]) -> Any:
    """`generator` with every step caught: what a step raises becomes a finding and the next one is taken."""
    for name in STEPS:
        if step := getattr(generator, name, None):
            setattr(generator, name, caught(finishing(step) if name == "generate_output" else step, found))
    if env := getattr(generator, "env", None):
        COMPILED.attach(env)
    generator.get_template = mended(generator, found)
    generator.get_files = ordered(generator.get_files)
    return generator


def caught(step: Callable[..., Any], found: list[Finding]) -> Callable[..., Any]:
    return lambda *args, **names: attempt(lambda: step(*args, **names), lambda error: found.append(fault(error)))


def finishing(step: Callable[[Any], Any]) -> Callable[[Any], None]:
    """The step, at the end of which all its files are written: the next may read them."""

    def finished(writer: Any) -> None:
        try:
            step(writer)
        finally:
            if finish := getattr(writer, "finish", None):
                finish()

    return finished


def fault(error: BaseException) -> Finding:
    """An exception that nobody between here and its origin had an answer to."""
    return Finding(place_of(error) or code_place(error), f"{reason(error)}. {remedy(error)}".strip())


def ordered(get_files: Callable[..., Iterable[str]]) -> Callable[..., Iterable[str]]:
    """Finding files, by name; a folder that cannot be looked into is no empty one."""

    def files(*args: Any, **names: Any) -> Iterable[str]:
        with telling_walks():
            result = get_files(*args, **names)
        return InOrder(result) if type(result) is set else result  # a plugin may have an order of its own

    return files


@contextmanager
def telling_walks() -> Iterator[None]:
    """Have `os.walk` raise what it passes over else: Pelican walks without asking, and would publish what is left."""
    walk = os.walk
    os.walk = partial(walk, onerror=refuse)
    try:
        yield
    finally:
        os.walk = walk


def mended(generator: Any, found: list[Finding]) -> Callable[[str], Any]:
    """Looking templates up with failures kept. Who can do without a template still learns that there is none."""

    get_template = generator.get_template

    def template(name: str) -> Any:
        caller = sys._getframe(1)
        try:
            return get_template(name)
        except PelicanTemplateNotFound:
            if caller.f_globals.get("__name__") != "pelican.generators" or name == "period_archives":
                raise
            where = wanted_by(caller.f_locals, name) or in_settings(generator.settings, name)
            found.append(Finding(where, f'there is no template "{name}". Correct the name, or add the template.'))
        except Exception as error:  # noqa: BLE001  (compiling a template may call extensions and loaders)
            found.append(fault(error))
        return Unrendered()

    return template


def wanted_by(names: dict[str, Any], template: str) -> Place | None:
    """Where the article or page that is being written names its template."""
    for kind in ("article", "page", "draft"):
        if source := getattr(names.get(kind), "source_path", None):
            return (shown_path(source), *line_with(source, template))
    return None


def in_settings(settings: dict[str, Any], template: str) -> Place | None:
    written = declared(settings.get("SETTINGS_FILE") or "")
    return item_place(written, "DIRECT_TEMPLATES", template)


# --- files that are copied -----------------------------------------------------------------------------


def static_claims(generator: StaticGenerator) -> Iterator[tuple[str, Owner]]:
    """The output path of every file that the generator copies, and which file that is."""
    settings = generator.settings
    for source, save_as in theme_files(generator.theme, settings["THEME_STATIC_PATHS"], settings["IGNORE_FILES"]):
        shown = shown_path(source)
        yield f"{settings['THEME_STATIC_DIR']}/{save_as}", Owner(shown, (shown, 1, 1))
    for static in generator.staticfiles:
        shown = shown_path(static.source_path)
        yield str(static.save_as), Owner(shown, (shown, 1, 1))


def theme_files(theme: str, paths: Iterable[str], ignored: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Every static file of the theme with its path below THEME_STATIC_DIR, as `pelican.utils.copy` goes about it."""
    for path in map(Path(theme).joinpath, paths):
        if path.is_file():
            yield path, path.name
        for here, folders, files in os.walk(path, followlinks=True, onerror=refuse):
            folders[:] = sorted(name for name in folders if not is_ignored(name, ignored))
            for name in sorted(name for name in files if not is_ignored(name, ignored)):
                source = Path(here, name)
                yield source, source.relative_to(path).as_posix()


def is_ignored(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def static_findings(generator: StaticGenerator) -> list[Finding]:
    """Files that were asked for and are not there to copy, or are not the site's to publish: they are left out."""
    content = Path(generator.path).resolve()
    reasons = {
        static: unpublishable(Path(generator.path, static.source_path), content) for static in generator.staticfiles
    }
    generator.staticfiles[:] = [static for static, reason in reasons.items() if not reason]
    return [Finding(place_to_tell(generator, static, reason), reason) for static, reason in reasons.items() if reason]


def place_to_tell(generator: StaticGenerator, static: Any, reason: str) -> Place:
    """At the link that asks for the file; at the file itself if nothing links to it, or only the file can be mended."""
    linked = linked_from(generator, static) if reason != UNREADABLE else None
    return linked or (shown_path(Path(generator.path, static.source_path)), 1, 1)


UNREADABLE = "cannot be read: permission denied. Make it readable (chmod u+r)."


def unpublishable(source: Path, content: Path) -> str:
    try:
        real = source.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a link in a loop, before Python 3.13
        return f"there is no file {shown_path(source)} to publish. Correct the name, or remove the link."
    if not real.is_relative_to(content):
        return f"{shown_path(source)} is outside the content folder. Copy the file in."
    if not real.is_file():
        return f"{shown_path(source)} is not a file that can be published."
    return "" if os.access(real, os.R_OK) else UNREADABLE


def linked_from(generator: StaticGenerator, static: Any) -> Place | None:
    """The first article or page, by path, whose text links to a static file, and the line."""
    path = static.get_relative_source_path()
    sources = sorted(generator.context["generated_content"].items())
    for _, content in sources:
        if content is not None and path in content.get_static_links():
            return (shown_path(content.source_path), *line_with(content.source_path, Path(path).name))
    return None
