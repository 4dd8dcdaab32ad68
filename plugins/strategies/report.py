"""``python -m strategies.report``: every group of titles, what it was taken for, why, and how to change that.

What it prints is what a build makes of the articles: file, line, kind, reason, and the titles with their ids, for
`strategies.yml` and checklists. Without an id is what the index does not know.
"""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from located import Problem, Severity, quote

from .index import make_index
from .model import Group, Kind, Strategy
from .reader import Read, SiteReader
from .site_directions import site_directions


def main(arguments: Sequence[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="make strategies", description=__doc__.splitlines()[0] if __doc__ else "")
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--settings", type=Path, default=Path("pelican.conf.py"))
    options = cli.parse_args(arguments)
    if not options.content.is_dir():
        print(f"{options.content}: there is no such folder. Name the folder that holds articles/.", file=sys.stderr)
        return 2
    settings = runpy.run_path(str(options.settings)) if options.settings.is_file() else {}
    site = SiteReader(options.content.resolve(), settings)
    files, problems = site.files()
    found = [site.read(name) for name in files]
    for line in (line for each in found for line in told(each)):
        print(line)
    directions, wrong = site_directions(options.content)
    published = [title for each in found if not each.status for title in each.titles]
    kept = [title for each in found if each.status for title in each.titles]
    entries, more = make_index(published, directions, lambda: kept)
    print(_counted(published, kept, sum(len(each.sources) > 1 for each in entries)))
    return _tell([*problems, *wrong, *more, *(problem for each in found for problem in each.problems)])


def _counted(published: Sequence[Strategy], kept: Sequence[Strategy], shared: int) -> str:
    advice, more = (sum(each.kind is Kind.STRATEGY for each in titles) for titles in (published, kept))
    unpublished = f"; {more} more in articles that are not published" if more else ""
    return f"{advice} strategies{unpublished}; {shared} given in more than one place."


def told(article: Read) -> Iterator[str]:
    """The groups of an article in the order they stand, each with its titles, their ids, and what would change it."""
    groups = (*article.reading.groups, *article.reading.passed_over)
    placed = [(article.lines.of(group.titles, group.section) if article.lines else 1, group) for group in groups]
    ids = _ids(article)
    for line, group in sorted(placed, key=lambda each: each[0]):
        yield f"{article.path}:{line}: {_named(group, article.status)}: {group.why}"
        for anchor, title in zip(group.anchors, group.titles, strict=True):
            yield f"    {title}{_id(ids, anchor, title) if group in article.reading.groups else ''}"
        yield f"    {change(group, groups)}"


def _named(group: Group, status: str) -> str:
    count = f"{len(group.titles)} {group.form}" if len(group.titles) > 1 else group.form.removesuffix("s")
    section = f" in {quote(group.section)}" if group.section else ""
    return f"{group.kind}, {count}{section}{f' ({status})' if status else ''}"


def _ids(article: Read) -> dict[tuple[str, str], list[str]]:
    """By anchor and title: headings written as HTML may have no anchor, or one that comes twice."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in article.titles:
        found[each.anchor, each.title].append(each.id)
    return found


def _id(ids: Mapping[tuple[str, str], list[str]], anchor: str, title: str) -> str:
    found = ids.get((anchor, title))
    return f" ({found.pop(0)})" if found else ""


def change(group: Group, groups: Sequence[Group]) -> str:
    """What the author could write for it to be something else."""
    if group.is_overridden:
        return "Its author said so, in the front matter or in an attribute list."
    others = [_name(each) for each in groups if each.is_advice and _name(each) != _name(group)]
    named = list(dict.fromkeys(others if group.is_advice else [*others, _name(group)]))
    listed = ", ".join(json.dumps(name, ensure_ascii=False) for name in named)
    wish = "If it is no advice" if group.is_advice else "If it is advice"
    return f"{wish}, write in the front matter: strategies: {f'[{listed}]' if named else 'none'}"


def _name(group: Group) -> str:
    """What the front matter calls it: its section, or the article itself."""
    return group.section or group.article.title


def _tell(problems: Sequence[Problem]) -> int:
    for problem in sorted(set(problems)):
        print(problem if problem.severity is Severity.ERROR else f"warning: {problem}", file=sys.stderr)
    return int(any(problem.severity is Severity.ERROR for problem in problems))


if __name__ == "__main__":
    sys.exit(main())
