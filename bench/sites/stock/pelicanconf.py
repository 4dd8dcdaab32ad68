"""Stock Pelican with its own theme: what our site has, as far as it goes by settings alone."""

SITENAME = "Bench"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
PLUGINS = []
DEFAULT_PAGINATION = 12
FEED_MAX_ITEMS = 20
FEED_ALL_RSS = "feeds/rss.xml"
FEED_ALL_ATOM = "feeds/atom.xml"
CATEGORY_FEED_RSS = "feeds/{slug}.rss.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
RSS_FEED_SUMMARY_ONLY = False
CACHE_PATH = "cache"
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
# Its own pattern would put the fifth page of tag1 where tag15 is.
