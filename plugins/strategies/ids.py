"""Ids of strategies and of entries: lower-case ASCII letters, digits and hyphens, and not longer than need be.

No id depends on where a thing stands, or on what else there is: two headings that change places keep theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import quote

from located import slugify

PART = 48
"""Characters that the article's slug and the heading's id may each have."""
LIMIT = 2 * PART + 2


def strategy_ids(article_slug: str, anchors: Sequence[str]) -> list[str]:
    """The ids of an article's strategies, by the ids of their headings."""
    article = shortened(slugify(article_slug) or "article")
    return [f"{article}--{part}" for part in anchor_ids(anchors, PART)]


def anchor_ids(anchors: Sequence[str], limit: int) -> list[str]:
    """An id for each anchor: its slug. Of several with one slug only the anchor that is its slug has it bare.

    Only of an anchor that comes twice, which is a mistake that has been told, do the others depend on their order.
    """
    slugs = [slugify(anchor) or "item" for anchor in anchors]
    alike, seen, ids = Counter(slugs), Counter[str](), []
    for slug, anchor in zip(slugs, anchors, strict=True):
        again = f" {seen[anchor]}" if seen[anchor] else ""
        seen[anchor] += 1
        is_bare = not again and (alike[slug] == 1 or anchor == slug)
        ids.append(shortened(slug, limit) if is_bare else marked(slug, f"{anchor}{again}", limit))
    return ids


def shortened(slug: str, limit: int = PART) -> str:
    """The slug, or its first words and six digits made of all of it."""
    return slug if len(slug) <= limit else marked(slug, slug, limit)


def marked(slug: str, whole: str, limit: int = PART) -> str:
    """The slug, or as many of its words as there is room for, and six digits made of the `whole`."""
    kept = slug if len(slug) <= limit - 7 else _cut(slug, limit - 7)
    return f"{kept.rstrip('-')}-{digits(whole)}"


def digits(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def fragment(anchor: str) -> str:
    """An id as addresses have it: whatever an author wrote, they hold ASCII without spaces."""
    return quote(anchor, safe="!$()*+,;=:@/?", errors="replace")


def _cut(slug: str, limit: int) -> str:
    kept = slug[:limit]
    return kept if slug[limit] == "-" else kept.rpartition("-")[0] or kept
