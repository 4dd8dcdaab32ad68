"""Plain settings, as somebody has them who never heard of the press."""

SITENAME = "Kitchen notes"
SITESUBTITLE = "Small things done well"
SITEURL = "https://example.org/kitchen"
AUTHOR = "The kitchen"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["templates"]
DEFAULT_PAGINATION = 3
DELETE_OUTPUT_DIRECTORY = True
OUTPUT_SOURCES = True
DISPLAY_PAGES_ON_MENU = True
LINKS = (("Pelican", "https://getpelican.com/"),)
SOCIAL = (("Feed", "https://example.org/kitchen/feeds/all.atom.xml"),)
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
PLUGINS = []
CACHE_PATH = ".cache"

# What the plugins ask for.
I18N_SUBSITES = {"de": {"SITENAME": "Küchenzettel"}}
IMAGE_PROCESS = {
    "thumb": ["scale_in 40 40 True"],
    "wide": {
        "type": "responsive-image",
        "srcset": [("1x", ["scale_in 30 30 True"]), ("2x", ["scale_in 60 60 True"])],
        "default": "1x",
    },
}
SEO_REPORT = True
SEO_ENHANCER = True
SEO_ENHANCER_OPEN_GRAPH = True
SEO_ENHANCER_TWITTER_CARDS = True
SEO_ENHANCER_SITEMAP_URL = "https://example.org/kitchen/sitemap.xml"
SITEMAP = {"format": "xml", "exclude": ["tag/", "drafts/"], "priorities": {"articles": 0.8}}
CONTENT_REDIRECT_CONFIGURATION = [{"ARTICLE_URL": "{date:%Y}/{slug}.html", "PAGE_URL": "old/{slug}"}]
RELATED_POSTS_MAX = 3
