"""Ids of strategies and of entries: lower-case ASCII letters, digits and hyphens, and not longer than need be."""

from __future__ import annotations

from hashlib import sha256

from located import slugify

PART = 48
"""Characters that the article's slug and the heading's id may each have."""
LIMIT = 2 * PART + 2


def strategy_id(article_slug: str, anchor: str) -> str:
    """The id of a strategy. It depends on nothing but these two."""
    return f"{shortened(slugify(article_slug) or 'article')}--{shortened(slugify(anchor) or 'item')}"


def shortened(slug: str, limit: int = PART) -> str:
    """The slug, or its first words and six digits made of all of it."""
    if len(slug) <= limit:
        return slug
    kept = slug[: limit - 7]
    kept = kept if slug[limit - 7] == "-" else kept.rpartition("-")[0] or kept
    return f"{kept.rstrip('-')}-{sha256(slug.encode()).hexdigest()[:6]}"
