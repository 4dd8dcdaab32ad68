"""RSS 2.0, Atom 1.0 and JSON Feed 1.1 for a Pelican site and its categories.

To lift it out: copy this folder, name it in PLUGINS, set SITE_ID to a word that will never change, and switch
Pelican's own feeds off (FEED_ALL_ATOM and the like = None). In the theme, render `FEEDS` and `CATEGORY_FEEDS`
(see `FeedLink`) as `<link rel="alternate">`. It needs nothing but Pelican; articles may carry `feed_id`,
`summary_text` and `image`, and need none of them. The settings below can be overridden in the settings file.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "feeds.amending"
"""The module that knows what becomes of an article of which only words change."""

SETTINGS: dict[str, object] = {
    "SITE_ID": "",  # the ids of feeds hang on it; without it, on FEED_DOMAIN or SITEURL
    "FEEDS_MAX_ITEMS": 20,
    "FEEDS_LOCAL_URL": "http://localhost:8000",  # where there is no SITEURL, for addresses must be whole
    "FEEDS_RSS": "feeds/rss.xml",  # an empty path: no such feed
    "FEEDS_ATOM": "feeds/atom.xml",
    "FEEDS_JSON": "feeds/feed.json",
    "FEEDS_CATEGORY_RSS": "categories/{slug}/rss.xml",
    "FEEDS_CATEGORY_ATOM": "categories/{slug}/atom.xml",
    "FEEDS_CHECKLISTS_RSS": "checklists/rss.xml",  # where a plugin puts `checklists` into the context
}


def register() -> None:
    """Connect to Pelican; imported late, so that the rest of the package works without it."""
    from .plugin import register as connect

    connect()
