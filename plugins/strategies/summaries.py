"""What a strategy says, in one sentence."""

from __future__ import annotations

from articles.model import RunIn, Section
from articles.prose import first_sentence

LENGTH = 160


def summary_of(item: Section | RunIn) -> str:
    """The first sentence below a heading or behind a run-in; if there is none, the first one further down."""
    if isinstance(item, RunIn):
        return cut(first_sentence(item.text))
    if item.first_sentence:
        return cut(item.first_sentence)
    below: tuple[Section | RunIn, ...] = (*item.run_ins, *item.sections)
    return next((found for each in below if (found := summary_of(each))), "")


def cut(text: str, length: int = LENGTH) -> str:
    """The text; if it is longer, the words that fit and an ellipsis. Nothing if not even the first word fits."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    kept = text[:length].rpartition(" ")[0].rstrip(" ,;:.–—-(")
    return f"{kept}…" if kept else ""
