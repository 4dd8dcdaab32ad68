"""The checklists of a content folder, as they are written, without anything of a site around them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from located import Problem, read_source, source_files

from .model import Checklist
from .reading import read_checklist

SUFFIXES = ("yml", "yaml")


def site_checklists(
    content: Path, folders: Collection[str] = ("checklists",), ignore: Collection[str] = ()
) -> tuple[list[Checklist], tuple[Problem, ...]]:
    """All lists that can be read, by the names of their files, and what is wrong with any.

    An ``intro`` stays as it is written.
    """
    names, walked = source_files(content, folders, (), SUFFIXES, ignore)
    checklists, problems = [], list(walked)
    for name in names:
        source = read_source(content / name, within=content)
        problems += source.problems
        if source.text is not None:
            checklist, wrong = read_checklist(source.text, source.path, Path(name).stem, lambda text: text)
            problems += wrong
            checklists += [checklist] if checklist else []
    return checklists, tuple(problems)
