"""Builds by all builders in turn: a cold one, then what an author's day has, each looked at for whether it was done."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import corpus, edits
from .builders import Builder
from .processes import Cost, cost

COLD, NOTHING, BODY, TITLE = "cold build", "nothing changed", "one body edited", "one title changed"
CHANGES = (COLD, NOTHING, BODY, TITLE)
PARAGRAPHS = 8
"""At least so many has every article, once its Markdown was rendered."""


class Skipped(Exception):
    """A build did not do what it was measured for."""


@dataclass(frozen=True)
class Site:
    """A builder, and the folder with its own copy of the articles."""

    builder: Builder
    folder: Path
    articles: int

    @property
    def output(self) -> Path:
        return self.folder / self.builder.output

    def source(self, number: int) -> Path:
        return self.folder / f"content/articles/article-{number}.md"

    def page(self, number: int) -> str:
        return self.builder.article.format(number)


@dataclass(frozen=True)
class Measured:
    builder: str
    change: str
    watched: bool
    cost: Cost


def measured(folder: Path, builders: Sequence[Builder], articles: int, runs: int, watched: int) -> Iterator[Measured]:
    """One round that does not count, ``runs`` timed ones, and ``watched`` ones that look at memory."""
    sites = [Site(builder, folder / str(number), articles) for number, builder in enumerate(builders)]
    for site in sites:
        site.builder.prepare(site.folder, articles)
    for turn in range(1 + runs + watched):
        print(f"round {turn} of {runs + watched}", file=sys.stderr, flush=True)
        for change in CHANGES:
            for site in sites:
                found = build(site, change, turn, turn > runs)
                if turn:
                    yield Measured(site.builder.name, change, turn > runs, found)


def build(site: Site, change: str, turn: int, watched: bool) -> Cost:
    """What a build costs after a change; `Skipped` if what it leaves is not what it should be."""
    word, expected = f"revised{turn:03}", []
    if change == COLD:
        for name in (site.builder.output, *site.builder.caches):
            shutil.rmtree(site.folder / name, ignore_errors=True)
    elif change == BODY:
        number = edits.edited_article(site.articles, turn)
        rewrite(site.source(number), edits.with_word(site.source(number).read_text("utf-8"), word))
        expected = [site.page(number)]
    elif change == TITLE:
        word = f"retitled{turn:03}"
        number = edits.retitled_article(site.articles, turn, corpus.DAYS)
        rewrite(site.source(number), edits.with_title(site.source(number).read_text("utf-8"), word))
        expected = [site.page(number), site.builder.archive, *site.builder.feeds]
    taken = cost(site.builder.command, site.folder, watched)
    check(site, expected, word)
    return taken


def rewrite(path: Path, text: str) -> None:
    """A file in another's place, as editors save."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def check(site: Site, expected: Sequence[str], word: str) -> None:
    """Every article has its page, with its Markdown rendered, and what was changed is where readers find it."""
    name = site.builder.name
    pages = len(list(site.output.glob(site.builder.article.format("*"))))
    if pages != site.articles:
        raise Skipped(f"{name} made {pages} pages of {site.articles} articles")
    if (site.output / site.page(site.articles // 3)).read_text("utf-8").count("<p>") < PARAGRAPHS:
        raise Skipped(f"{name} left {site.page(site.articles // 3)} without its paragraphs")
    for path in expected:
        if word not in (site.output / path).read_text("utf-8"):
            raise Skipped(f"{name} left {path} as it was: {word} is not in it")
