"""How much two texts are alike: whether one may be the other, reworded."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"\w+")
_NEAR = 0.75
_SMALL = frozenset("a an the this that these those your my our their his her its some any all every each".split())


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def _threes(text: str) -> frozenset[str]:
    """All runs of three letters, with the ends of words."""
    padded = [f"  {word} " for word in words(text)]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def likeness(one: str, other: str) -> float:
    """From 0 to 1, by runs of three letters: quick, and forgives slips and endings."""
    if one == other:
        return 1.0
    ones, others = _threes(one), _threes(other)
    return 2 * len(ones & others) / (len(ones) + len(others)) if ones or others else 0.0


def is_rewording(one: str, other: str) -> bool:
    """Whether both say the same beyond doubt: one in four words may be another, spelling and small words aside.

    Stricter than `likeness`: "Bring your cards" and "Bring your pens" are much alike and not the same.
    """
    return one == other or _shared_words(one, other) >= _NEAR


def _telling(text: str) -> list[str]:
    """The words without those that hardly change what is to be done; "on", "off" and "not" are none of them."""
    found = [word for word in words(text) if word not in _SMALL]
    return found or list(words(text))


def _shared_words(one: str, other: str) -> float:
    own, left = _telling(one), _telling(other)
    count, total = 0, len(own) + len(left)
    for word in own:
        found = next((each for each in left if _same_word(word, each)), None)
        if found is not None:
            left.remove(found)
            count += 1
    return 2 * count / total if total else 0.0


def _same_word(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and SequenceMatcher(None, one, other, False).ratio() >= _NEAR)
