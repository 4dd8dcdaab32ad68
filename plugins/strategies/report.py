"""``python -m strategies.report``: every group of titles, what it was taken for, why, and how to change that.

What it prints is what a build makes of Markdown articles: file, line, kind, reason.
"""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.model import Card
from articles.reader import ArticleReader, Converted
from articles.reading import Draft
from located import MARKDOWN_SUFFIXES, Location, Problem, Severity, quote, source_files

from .index import make_index
from .model import Group, Kind, Strategy
from .places import Lines
from .reading import Reading, read_strategies
from .site_directions import site_directions


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of one file."""

    lines: tuple[str, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    problems: tuple[Problem, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="make strategies", description=__doc__.splitlines()[0] if __doc__ else "")
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--settings", type=Path, default=Path("pelican.conf.py"))
    options = cli.parse_args(arguments)
    if not options.content.is_dir():
        print(f"{options.content}: there is no such folder. Name the folder that holds articles/.", file=sys.stderr)
        return 2
    settings = runpy.run_path(str(options.settings)) if options.settings.is_file() else {}
    told, problems = _articles(options.content, settings)
    for line in (line for each in told for line in each.lines):
        print(line)
    strategies = [strategy for each in told for strategy in each.strategies]
    directions, wrong = site_directions(options.content)
    entries, more = make_index(strategies, directions)
    advice = sum(each.kind is Kind.STRATEGY for each in strategies)
    print(f"{advice} strategies; {sum(len(each.sources) > 1 for each in entries)} given in more than one place.")
    return _tell([*problems, *wrong, *more, *(problem for each in told for problem in each.problems)])


def _articles(content: Path, settings: Mapping[str, Any]) -> tuple[list[Told], list[Problem]]:
    folders = tuple(settings.get("ARTICLE_PATHS", ("articles",)))
    ignore = settings.get("IGNORE_FILES", ())
    files, problems = source_files(content, folders, settings.get("PAGE_PATHS", ("pages",)), MARKDOWN_SUFFIXES, ignore)
    given = {"PAGE_PATHS": ["pages"], "DEFAULT_LANG": "en", **settings, "PATH": str(content), "DRAFTS": True}
    reader = ArticleReader(given)
    return [tell(reader.convert(str(content / name)), given) for name in files], list(problems)


def tell(article: Converted, settings: Mapping[str, Any]) -> Told:
    """What a converted article has to say, or why it could not be converted."""
    if article.draft is None:
        return Told(problems=article.problems)
    draft = article.draft
    fields = draft.fields
    lang = fields.lang or str(settings["DEFAULT_LANG"])
    card = Card(fields.title, f"articles/{draft.slug}/", fields.date, fields.modified, "", 0, None, (), "", "", lang)
    where = fields.places.get("strategies", Location(article.path))
    reading = read_strategies(article.outline, card, draft.slug, fields.strategies, where)
    recovers = (fields.headings or settings.get("HEADINGS", "recover")) != "keep"
    told = tuple(_told(article.path, draft, reading, recovers))
    return Told(told, (*reading.strategies, *reading.others), (*article.problems, *reading.problems))


def _told(path: str, draft: Draft, reading: Reading, recovers: bool) -> Iterator[str]:
    lines = Lines(draft, recovers)
    for group in reading.groups:
        section = f" in {quote(group.section)}" if group.section else ""
        count = f"{len(group.titles)} {group.form}" if len(group.titles) > 1 else group.form.removesuffix("s")
        yield f"{path}:{lines.of(group.titles)}: {group.kind}, {count}{section}: {group.why}"
        yield f"    {change(group, reading.groups)}"


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
