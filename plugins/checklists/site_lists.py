"""The checklists of a content folder, as they are written, without anything of a site around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from located import Location, Problem, quote, read_source, shown_path, slugify, source_files

from .model import Checklist
from .reading import read_checklist

SUFFIXES = ("yml", "yaml")


def as_written(text: str) -> str:
    """Markdown left as it is."""
    return text


def site_checklists(
    content: Path,
    folders: Collection[str] = ("checklists",),
    ignore: Collection[str] = (),
    markdown: Callable[[str], str] = as_written,
) -> tuple[list[Checklist], tuple[Problem, ...]]:
    """All lists that can be read, by the names of their files, and what is wrong with any.

    `markdown` makes HTML of an ``intro``.
    """
    names, walked = source_files(content, folders, (), SUFFIXES, ignore)
    checklists, problems = [], list(walked)
    for name in names:
        problems += _unfit(content / name)
        source = read_source(content / name, within=content)
        problems += source.problems
        if source.text is not None:
            checklist, wrong = read_checklist(source.text, source.path, Path(name).stem, markdown)
            problems += wrong
            checklists += [checklist] if checklist else []
    return checklists, tuple(problems)


def _unfit(path: Path) -> Iterator[Problem]:
    """A file whose name cannot be the last part of an address."""
    slug = slugify(path.stem)
    if slug != path.stem:
        what = f"a checklist's file gives its address, and {quote(path.stem)} cannot be part of one"
        fix = f"Rename it to {slug}{path.suffix}." if slug else "Rename it: lower-case letters, digits and hyphens."
        yield Problem(Location(shown_path(path)), what, fix)
