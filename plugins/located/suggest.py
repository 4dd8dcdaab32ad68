"""The word an author probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_NONE: Mapping[str, str] = {}


def nearest(word: str, known: Iterable[str], synonyms: Mapping[str, str] = _NONE) -> str | None:
    """The known word that `word` stands for or resembles, or None when nothing is near enough.

    Only letters and digits count, without case. `synonyms` leads from other words to known ones and goes
    before resemblance.
    """
    plain = _plain(word)
    words = {_plain(each): each for each in known}
    meant = {_plain(other): target for other, target in synonyms.items() if target in words.values()}
    if not plain:
        return None
    return words.get(plain) or meant.get(plain) or _alike(plain, words)


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _alike(plain: str, words: Mapping[str, str]) -> str | None:
    slips = {known: _slips(plain, each) for each, known in words.items() if _near(plain, each)}
    return min(slips, key=slips.__getitem__, default=None)


def _near(plain: str, known: str) -> bool:
    return abs(len(plain) - len(known)) <= 3 and _slips(plain, known) <= _allowed(plain, known)


def _allowed(plain: str, known: str) -> int:
    """How many slips may lie between two words: one in three letters; fewer when the first one differs."""
    allowed = min(max(len(plain), len(known)) // 3, 3)
    return allowed if plain[0] == known[:1] else min(allowed, 1)


def _slips(word: str, other: str) -> int:
    """How many letters were left out, added, changed or swapped (optimal string alignment distance)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, target in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == target:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
