"""``content/strategies.yml``: what the author of a site wants of the index. Optional; problems are told by line.

entries:
  - entry: Follow Up                  required: a title, an id of a strategy, or a new title
    id: follow-up                     its address and name for good; without it, made of `entry`
    rename: Follow Up Within a Day    how it is shown
    text: |                           what there is to say about it beyond its articles, in Markdown
      Set a reminder.
    aliases:                          titles or ids of strategies that are the same advice
      - Follow Up Promptly
      - job-search--follow-up
    merge: [Keep in Touch]            other entries that go into this one, with all that was joined to them
    split: [stock-market--follow-up]  ids of strategies with this title that are advice of their own
    hide: true                        not in the index
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from located import Location, Mapping, Node, Problem, Scalar, Sequence, compose, nearest, quote, slugify

from .ids import PART, marked, shortened
from .model import Kind
from .named import normal

KEYS = {
    "entry": "title strategy advice",
    "id": "slug key identifier",
    "rename": "name show shown label called",
    "text": "body content description html markdown note",
    "aliases": "alias same same-as sameas synonyms also",
    "merge": "join combine merges include into",
    "split": "apart separate keep-apart",
    "hide": "hidden exclude remove skip",
}
"""The keys of an entry, each with what others call it."""
LISTS = ("aliases", "merge", "split")
FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
MEANT = dict.fromkeys(("entry", "strategies", "index", "items"), "entries")
IDENTIFIER = re.compile("[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")
EXAMPLE = "- entry: Follow Up"


@dataclass(frozen=True, slots=True)
class Named:
    """A title or an id as someone wrote it, and where."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Direction:
    """What is said of one entry."""

    entry: Named
    id: str = ""
    id_where: Location | None = None
    rename: str = ""
    text: str = ""
    aliases: tuple[Named, ...] = ()
    merge: tuple[Named, ...] = ()
    split: tuple[Named, ...] = ()
    hide: bool = False


class _WrongError(Exception):
    def __init__(self, where: Location, what: str, fix: str) -> None:
        super().__init__(what)
        self.problem = Problem(where, what, fix)


def read_directions(text: str, path: str) -> tuple[tuple[Direction, ...], tuple[Problem, ...]]:
    """What a file directs, and all that is wrong with it. Of two entries with one title the first counts.

    `path` is as its author is shown it.
    """
    node, problems = compose(text, path)
    found: list[Direction] = []
    wrong = list(problems)
    for item in _entries(node, path, wrong):
        if direction := _direction(item, wrong):
            found.append(direction)
    wrong += _twice(found)
    once = {normal(each.entry.text): each for each in reversed(found)}
    return tuple(reversed(once.values())), tuple(sorted(wrong))


def _entries(node: Node | None, path: str, wrong: list[Problem]) -> tuple[Node, ...]:
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        wrong.append(
            Problem(node.where, 'the file must begin with "entries:"', f'Write "entries:" and below it "{EXAMPLE}".')
        )
        return ()
    for key, _ in node.pairs:
        if key.text != "entries":
            near = nearest(key.text, ["entries"], MEANT)
            fix = 'Did you mean "entries"?' if near else 'The file holds "entries" alone. Remove it.'
            wrong.append(Problem(key.where, f"unknown key {quote(key.text)}", fix))
    entries = next((value for key, value in node.pairs if key.text == "entries"), None)
    if entries is None or (isinstance(entries, Scalar) and entries.is_empty):
        return ()
    if not isinstance(entries, Sequence):
        wrong.append(Problem(entries.where, '"entries" must be a list', f'Write each one as "{EXAMPLE}".'))
        return ()
    return entries.items


def _direction(node: Node, wrong: list[Problem]) -> Direction | None:
    """What is said of one entry; None if it is not said of which."""
    if not isinstance(node, Mapping):
        wrong.append(
            Problem(node.where, "an entry must have keys", f'Write "{EXAMPLE}", and below it what you want of it.')
        )
        return None
    said: dict[str, Any] = {}
    meant: set[str] = set()
    for key, value in node.pairs:
        if key.text in KEYS:
            meant.add(key.text)
            try:
                said[key.text] = _value(key.text, value)
                if key.text == "id":
                    said["id_where"] = value.where
            except _WrongError as error:
                wrong.append(error.problem)
        else:
            meant |= _unknown(key, wrong)
    if "entry" not in meant:
        wrong.append(Problem(node.where, 'an entry has no "entry"', f"Write the title of the advice: {EXAMPLE[2:]}."))
    return Direction(**said) if "entry" in said else None


def _unknown(key: Scalar, wrong: list[Problem]) -> set[str]:
    synonyms = {word: known for known, words in KEYS.items() for word in words.split()}
    near = nearest(key.text, KEYS, synonyms)
    fix = f'Did you mean "{near}"?' if near else f"Known are {', '.join(KEYS)}."
    wrong.append(Problem(key.where, f"unknown key {quote(key.text)} in an entry", fix))
    return {near} if near else set()


def _value(key: str, node: Node) -> Any:
    if key in LISTS:
        return _names(key, node)
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Sequence) else "keys of its own"
        raise _WrongError(node.where, f'"{key}" must be text, but has {found}', f"Write {key}: and the text.")
    if node.is_empty or not node.text.strip():
        raise _WrongError(node.where, f'"{key}" is empty', "Write something behind it, or remove the line.")
    text = node.text.strip() if key == "text" else " ".join(node.text.split())
    if key == "hide":
        if text.casefold() not in FLAGS:
            raise _WrongError(node.where, f'"hide" must be true or false, found {quote(text)}', "Write true or false.")
        return FLAGS[text.casefold()]
    if key == "id" and not (IDENTIFIER.fullmatch(text) and len(text) <= 2 * PART):
        near = shortened(slugify(text))
        fix = f"Write id: {near}." if near else "Write words in small letters, joined by hyphens."
        raise _WrongError(node.where, f'"id" must be small letters, digits and hyphens, found {quote(text)}', fix)
    return Named(text, node.where) if key == "entry" else text


def _names(key: str, node: Node) -> tuple[Named, ...]:
    """A list, or one name alone."""
    if isinstance(node, Mapping):
        raise _WrongError(node.where, f'"{key}" must be a list, but has keys of its own', f"Write {key}: [one, two].")
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        if not isinstance(item, Scalar) or item.is_empty or not item.text.strip():
            raise _WrongError(item.where, f'"{key}" must hold titles or ids', f"Write {key}: [one, two].")
    return tuple(Named(" ".join(item.text.split()), item.where) for item in items if isinstance(item, Scalar))


def _twice(found: list[Direction]) -> Iterator[Problem]:
    """Entries with one title or one id."""
    titles: dict[str, Direction] = {}
    ids: dict[str, Direction] = {}
    for each in found:
        first = titles.setdefault(normal(each.entry.text), each)
        if first is not each:
            what = f"the entry {quote(each.entry.text)} comes twice, first in line {first.entry.where.line}"
            yield Problem(each.entry.where, what, "Put both into one.")
            continue
        id = each.id or id_of(each.entry.text)
        first = ids.setdefault(id, each)
        if first is not each:
            what = f"the id {quote(id)} is that of the entry in line {first.entry.where.line}"
            yield Problem(each.id_where or each.entry.where, what, "Give one of them another id.")


@lru_cache(maxsize=2**15)  # a direction is compared with all titles of a site
def id_of(title: str, kind: Kind = Kind.STRATEGY) -> str:
    """The id of an entry that says none: the slug of its title.

    It depends on nothing else, so that no other article can change it. What another title might give, too ("Résumé",
    a benefit of the same name), has digits of its own.
    """
    name = normal(title)
    slug = slugify(name) or "entry"
    is_told = slug == name.replace(" ", "-") and kind is Kind.STRATEGY
    return shortened(slug, PART + 16) if is_told else marked(slug, f"{kind.value} {name}", PART + 16)
