"""As many strategies as one likes, in words as common and as rare as those of real advice; always the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from articles.model import Card, Link
from located import slugify
from strategies.index import make_index
from strategies.model import Kind, Strategy
from strategies.view import Addresses, EntryView, entry_view

from tests.strategies.samples import card

WORDS = 6000
PER_ARTICLE = 8
CATEGORIES = ("Career", "Contacts", "Events", "Health", "Home", "Learning", "Money", "Talks", "Teams", "Writing")
AT = Addresses("strategies/{slug}/", "strategies/{slug}/index.html")
PARTS = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no ra re ri ro sa se si so ta te ti to".split()  # noqa: E501


class Author:
    """Writes sentences; the word in place n of the vocabulary comes as often as 1/n, as in any language (Zipf)."""

    def __init__(self, seed: int = 1) -> None:
        self.random = Random(seed)
        self.words = sorted({self._word() for _ in range(WORDS)}, key=lambda word: (len(word), word))
        self.sums = list(accumulate(1 / (place + 3) for place in range(len(self.words))))

    def _word(self) -> str:
        return "".join(self.random.choices(PARTS, k=self.random.choice((1, 2, 2, 3, 3, 4))))

    def write(self, least: int, most: int) -> str:
        count = self.random.randint(least, most)
        return " ".join(self.random.choices(self.words, cum_weights=self.sums, k=count)).capitalize()


def strategies(count: int) -> Iterator[Strategy]:
    author = Author()
    for start in range(0, count, PER_ARTICLE):
        owner = _article(author, start)
        size = min(PER_ARTICLE, count - start)
        for place in range(size):
            title = author.write(3, 7)
            yield Strategy(
                f"{slugify(owner.title)}--{slugify(title)}", title, f"{author.write(14, 25)}.", Kind.STRATEGY, owner,
                slugify(owner.title), slugify(title), "", place + 1, size, owner.category, owner.tags, "",
                ("", "10 min", "1 h")[place % 3], "written", date(2020, 1, 1) + timedelta(start), "",
            )  # fmt: skip


def _article(author: Author, number: int) -> Card:
    title = author.write(5, 9)
    name = CATEGORIES[number // PER_ARTICLE % len(CATEGORIES)]
    tags = tuple(Link(f"Topic {at}", f"tags/topic-{at}/") for at in sorted(author.random.sample(range(60), 3)))
    return replace(card(title, slugify(title)), category=Link(name, f"categories/{slugify(name)}/"), tags=tags)


def entries(count: int) -> list[EntryView]:
    """The index of so many strategies as its page gets it."""
    found, _ = make_index(strategies(count))
    return [entry_view(each, AT, "") for each in found]
