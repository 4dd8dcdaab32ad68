"""The site's settings. Pelican's own are explained at https://docs.getpelican.com/en/stable/settings.html."""

SETTINGS_FILE = __file__  # so that a problem in here can be told with its line

# --- the site ------------------------------------------------------------------------------------

SITENAME = "The Introvert’s Field Guide to Networking"
SITESUBTITLE = "Practical advice on meeting people at work, for those who would rather stay at home."
SITEURL = ""  # given by `make publish SITEURL=…`
SITE_ID = "field-guide"  # names this site for good, in feed ids and browsers; never change it once published
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
LOCALE = "C"
NAV = (
    ("Articles", "articles/"),
    ("Strategies", "strategies/"),
    ("Checklists", "checklists/"),
)
NAV_FOOT = (
    ("Tags", "tags/"),
    ("Archive", "archive/"),
    ("Feeds", "feeds/"),
)  # pages follow by themselves

# --- where things are ----------------------------------------------------------------------------

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS = ["static/images", "static/fonts"]
PUBLISH_SHEETS = {
    "lists": [
        *("components/feed_list.css", "components/pagination.css", "components/resume.css", "components/term_list.css"),
        *("components/page_title.css", "components/ways.css", "components/year.css", "components/card*.css"),
        *("pages/feeds.css", "pages/home.css"),
    ],
    "check-list": ["components/check_*_tools.css", "components/checklist_*.css", "pages/checklist*.css"],
    "strategy-index": ["components/strategy_*.css", "pages/strategy.css"],
    "plan": ["components/plan.css"],
    "plan-toggles": ["components/plan_toggles.css"],
    "search": ["components/search_*.css", "pages/search.css"],
}  # stylesheets that only some pages load
PUBLISH_MANIFEST = "manifest.webmanifest"
PUBLISH_COLOUR = "#fbf8f1"
CHECKLISTS_ON_DEMAND = True  # lists in articles get their script when they come near
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
CACHE_PATH = ".cache/pelican"

# --- how it is built -----------------------------------------------------------------------------

PELICAN_CLASS = "press.Press"
PLUGINS = ["articles", "strategies", "checklists", "crosslinks", "search", "feeds", "publish"]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}
DRAFTS = False  # show drafts and future articles, as the preview does
HEADINGS = "recover"  # or "keep": leave bare lines alone, on the whole site
WITH_FUTURE_DATES = True  # the articles plugin decides, by the article's own time zone
DEFAULT_CATEGORY = "General"
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = ""  # the articles plugin reads dates and slugs from file names, as Jekyll does
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None

MARKDOWN = {
    "extensions": [
        "tables",
        "footnotes",
        "attr_list",
        "def_list",
        "abbr",
        "md_in_html",
        "pymdownx.superfences",
        "pymdownx.highlight",
        "pymdownx.tilde",
        "pymdownx.quotes",
    ],
    "extension_configs": {
        "tables": {"use_align_attribute": True},  # which articles turns into a class
        "pymdownx.highlight": {"css_class": "highlight", "guess_lang": False},
        "pymdownx.tilde": {"subscript": False},
        "pymdownx.quotes": {"callouts": True},
    },
    "output_format": "html",
}

# --- addresses (a contract: other sites link to them) ------------------------------------------------

ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/articles/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/articles/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
CATEGORY_URL = "categories/{slug}/"
CATEGORY_SAVE_AS = "categories/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
SLUG_REGEX_SUBSTITUTIONS = [
    (r"\+", " plus "),  # C++ and C# are two tags
    (r"#", " sharp "),
    (r"&", " and "),
    (r"['’`]", ""),
    (r"[^a-z0-9]+", "-"),
    (r"^-+|-+$", ""),
]

DIRECT_TEMPLATES = ["index", "articles", "tags", "archive", "feeds", "404"]
INDEX_URL = ""
ARTICLES_URL, ARTICLES_SAVE_AS = "articles/", "articles/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
STRATEGIES_URL, STRATEGIES_SAVE_AS = "strategies/", "strategies/index.html"
STRATEGY_URL = "strategies/{slug}/"
STRATEGY_SAVE_AS = "strategies/{slug}/index.html"
CHECKLIST_URL = "checklists/{slug}/"
CHECKLIST_SAVE_AS = "checklists/{slug}/index.html"
CHECKLISTS_URL, CHECKLISTS_SAVE_AS = "checklists/", "checklists/index.html"
PLAN_URL, PLAN_SAVE_AS = "plan/", "plan/index.html"
ARCHIVE_URL, ARCHIVE_SAVE_AS = "archive/", "archive/index.html"
FEEDS_URL, FEEDS_SAVE_AS = "feeds/", "feeds/index.html"

DEFAULT_PAGINATION = 12
PAGINATED_TEMPLATES = {"articles": None, "tag": None, "category": None}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{url}page/{number}/", "{url}page/{number}/index.html"),
]

# --- feeds: the feeds plugin writes them, Pelican's own are off ---------------------------------------

FEED_ALL_ATOM = FEED_ATOM = FEED_RSS = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEEDS_MAX_ITEMS = 20
