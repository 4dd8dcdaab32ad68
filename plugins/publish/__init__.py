"""What a host and search engines need beside the pages: one stylesheet, a sitemap, robots.txt, redirects.

To lift it out: copy this folder and `located`, name `publish` in PLUGINS. In the theme, link each of
`STYLESHEETS` and `SCRIPTS` as `{{ ROOT }}/{{ url }}`. Articles and pages may carry `aliases`, a tuple of old
addresses that should lead to them, and need not. The settings below can be overridden in the settings file.
"""

SETTINGS: dict[str, object] = {
    "PUBLISH_STYLES": "static/css",  # folders in the theme
    "PUBLISH_SCRIPTS": "static/js",
    "PUBLISH_LOCAL_URL": "http://localhost:8000",  # in the sitemap, where there is no SITEURL
    "PUBLISH_SITEMAP": "sitemap.xml",  # an empty path: no such file
    "PUBLISH_ROBOTS": "robots.txt",
    "PUBLISH_NOT_INDEXED": ("404",),  # direct templates that no search engine should list
    "PUBLISH_NOT_DATED": ("feeds",),  # direct templates that do not change when an article does
}


def register() -> None:
    """Connect to Pelican; imported late, so that the rest of the package works without it."""
    from .plugin import register as connect

    connect()
