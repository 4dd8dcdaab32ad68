"""What a checklist could do better, as warnings: long stretches, long items, two things in one, the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from located import Problem, Severity, quote

from .ids import item_id
from .model import Checklist, Item, Kind

MOST_IN_A_ROW = 9
LONGEST_TEXT = 110

# Verbs that open an item, and such that are no nouns, so that "and" before them joins two things to do.
_VERBS = frozenset(
    (
        "add agree answer apologise apologize arrange arrive ask avoid be begin bring buy call carry check choose "
        "clear close collect come confirm connect count create decide delete describe draw drink drop eat end explain "
        "file fill find finish follow get give go greet have help hold introduce invite join keep know learn leave let "
        "listen look make mark measure meet mention move name note offer open order pack pick plan post practise "
        "practice prepare print publish put read record remember remind remove repeat reply research rest return "
        "review say schedule search see send set share show sit smile speak stand start stay stop suggest take talk "
        "tell test thank think throw turn update use wait walk wash watch wear write"
    ).split()
)
_SURE = frozenset(
    (
        "add agree apologise apologize arrange ask bring buy choose collect confirm create decide delete describe "
        "explain find give go introduce invite keep learn listen make meet mention pack pick prepare publish put read "
        "remember remind remove reply say schedule send set suggest take tell thank think throw update write"
    ).split()
)
_OBJECTS = (
    "the|an?|your|their|his|her|its|it|them|him|me|us|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|"
    "this|that|these|those|each|every|all|any|some|what|whom?|where|when|how|why|whether|if|yourself|somebody|someone"
)
_SECOND = re.compile(rf"\band (?P<verb>[a-z]+)(?= (?:{_OBJECTS})\b)")
# After these, "and" may join what somebody else does, or what the first verb is about.
_CLAUSE = re.compile(r"\b(?:to|who|that|whether|if|how|why|when|what|they|you|he|she|we|I|people|somebody|someone)\b")


def advice(checklist: Checklist) -> Iterator[Problem]:
    """Warnings, each at its item."""
    for section in checklist.sections:
        yield from _long_stretch(section.items)
        for item in section.items:
            yield from _long_stretch(item.items)
    is_english = not checklist.lang or checklist.lang.lower().split("-")[0] == "en"
    for item in checklist.items:
        yield from _long_text(item)
        if is_english and item.kind is Kind.TASK:
            yield from _two_things(item)
    yield from _same_text(checklist)


def _long_stretch(items: tuple[Item, ...]) -> Iterator[Problem]:
    row = 0
    for item in items:
        row = 0 if item.kind is Kind.NOTE else row + 1
        if row == MOST_IN_A_ROW + 1:
            what = f"this is the {row}th item in a row; more than {MOST_IN_A_ROW} without a pause are hard to follow"
            yield _advise(item, what, 'Start a new section, or put an item with "kind: note" between them.')


def _long_text(item: Item) -> Iterator[Problem]:
    if len(item.text) > LONGEST_TEXT:
        what = f"this item has {len(item.text)} characters; more than {LONGEST_TEXT} are hard to take in"
        yield _advise(item, what, 'Shorten it, and put the rest into "why" or "how".')


def _two_things(item: Item) -> Iterator[Problem]:
    opening = item.text.partition(" ")[0].lower()
    found = _SECOND.search(item.text)
    if opening not in _VERBS or not found or found["verb"] not in _SURE:
        return
    if not _CLAUSE.search(item.text[: found.start()]):
        what = f"this item asks for two things, {quote(opening)} and {quote(found['verb'])}"
        yield _advise(item, what, "Make it two items, so that each can be ticked.")


def _same_text(checklist: Checklist) -> Iterator[Problem]:
    """Items whose ids come of the same text. Their order decides which is which, until they have ids."""
    first: dict[str, Item] = {}
    for item in checklist.items:
        if item.id_written:
            continue
        earlier = first.setdefault(item_id(item.text), item)
        if earlier is not item:
            what = f"this item says the same as the one in line {earlier.where.line}"
            yield _advise(item, what, 'Reword one of them, or give this one an "id".')


def _advise(item: Item, what: str, fix: str) -> Problem:
    return Problem(item.where, what, fix, Severity.WARNING)
