"""The advice in articles, found and listed: an index of strategies at one address, with filters, and as JSON.

To use it on another Pelican site, install the packages `located`, `articles` and `strategies` beside Pelican and write

    PLUGINS = ["articles", "strategies"]

An article's templates may use `article.strategies`, every template `strategies`. Titles are text in both: escape them,
or write JINJA_ENVIRONMENT = {"autoescape": True} and, in the theme, `article.content | safe`. A theme may bring
`strategies.html`, `strategy.html` and the macros in `components/` of its own; what it does not bring comes from this
package, without styles, and escapes what it shows. `content/strategies.yml` may join, part, rename and hide entries
(see `directions`).
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "strategies.amending"
"""The module that knows what becomes of an article of which only words change."""

SETTINGS: dict[str, object] = {
    "DRAFTS": False,
    "STRATEGIES_KINDS": ("strategy",),  # what the index lists; it may have benefit, risk, myth, mistake and fact too
    "STRATEGIES_URL": "strategies/",
    "STRATEGIES_SAVE_AS": "strategies/index.html",
    "STRATEGY_URL": "strategies/{slug}/",
    "STRATEGY_SAVE_AS": "strategies/{slug}/index.html",
    "STRATEGIES_JSON": "strategies.json",
    "STRATEGIES_SCHEMA": "strategies.schema.json",
}
"""The plugin's settings and their defaults. Without a path (""), a file is not written."""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
