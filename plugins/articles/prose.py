"""Plain text -> its first sentence, its summary, how long it takes to read."""

from __future__ import annotations

import re

WORDS_PER_MINUTE = 230
SUMMARY_LENGTH = 200
SENTENCE = re.compile(r"(?<![.!?…])[.!?…]++['\"”’)\]]*+(?=\s+['\"“‘(\[]?[^\sa-z])")
SHORT_FORM = re.compile(r"(?:\b(?:vs|etc|Dr|Mr|Mrs|Ms|Prof|St|No|Jr|Sr|Inc|e\.g|i\.e|cf|approx)|\b[A-Z])\.$")


def first_sentence(text: str) -> str:
    """The text up to its first full stop that ends a sentence; all of it if none does."""
    for end in SENTENCE.finditer(text):
        if not SHORT_FORM.search(text, max(0, end.end() - 10), end.end()):  # all of it each time: quadratic
            return text[: end.end()]
    return text


def summary(text: str, length: int = SUMMARY_LENGTH) -> str:
    """The text, cut after a whole word to at most `length` characters with an ellipsis when it is longer."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    kept = cut if text[length - 1].isspace() else cut.rpartition(" ")[0] or cut
    return kept.rstrip(" ,;:.–—-") + "…"


def reading_minutes(words: int) -> int:
    """Minutes it takes to read, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))
