"""Titles as they are compared: the same advice in other capitals, with another number, "&" for "and"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articles.outline import numbered_title

APOSTROPHES = re.compile("['’‘ʼ`]")
OTHERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=2**15)  # a direction is compared with all titles of a site
def normal(title: str) -> str:
    """What of a title counts: "3. Don’t Rush & Wait." and "Don't rush and wait" are one. No more is guessed."""
    text = numbered_title(" ".join(title.split()))[0]
    text = APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold()).replace("&", " and ")
    return OTHERS.sub(" ", text).strip() or title.strip()
