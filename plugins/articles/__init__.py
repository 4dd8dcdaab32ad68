"""Articles as people wrote them for Jekyll: their front matter, their bare headings, an outline, cards.

To use it on another Pelican site, install the packages `located` and `articles` beside Pelican and write

    PLUGINS = ["articles"]
    FILENAME_METADATA = ""          # dates and slugs of file names are read here
    JINJA_ENVIRONMENT = {"autoescape": True}   # titles, tags and authors are text, not HTML

Templates then find on each article what `articles.model` describes, beside all that Pelican gives.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "articles.amending"
"""The module that knows what becomes of an article of which only words change."""

WORDS = ("outline", "word_count", "kept_as")
"""The attributes of an article, beside its content, that have words in them."""

SETTINGS: dict[str, object] = {
    "DRAFTS": False,
    "HEADINGS": "recover",
    "SITE_ID": "",
    "ARTICLES_LATEST": 6,
    "EDIT_URL": "",  # of the content folder where it is kept, such as https://github.com/…/edit/main/content/
    "NAV": (),  # links in the header: pairs of a name and an address
    "NAV_FOOT": (),  # links in the footer; the site's pages follow
}
"""The plugin's settings and their defaults."""

CHOICES = {"HEADINGS": ("recover", "keep")}
"""The values that a setting may have, where there are but a few."""


def _nav(value: object) -> str:
    """What to write instead of a wrong NAV or NAV_FOOT; nothing for a right one."""
    pairs = isinstance(value, list | tuple) and all(
        isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
        for pair in value
    )
    return "" if pairs else 'Write pairs of a name and an address: (("Articles", "articles/"),).'


CHECKS = {"NAV": _nav, "NAV_FOOT": _nav}
"""Functions that tell what to write instead of a value, for settings whose type does not say it all."""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
