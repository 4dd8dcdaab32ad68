"""What a host and search engines need beside the pages: stylesheets, a sitemap, robots.txt, redirects.

To lift it out: copy this folder and `located`, name `publish` in PLUGINS. In the theme, link `SHEETS.site` and each of
`SCRIPTS` as `{{ ROOT }}/{{ url }}`; the other `SHEETS`, which have their names from PUBLISH_SHEETS, where a page needs
them. An article has `social_card` and `picture`, all other pages `SOCIAL_CARD`; each is None where there is none.
Articles and pages may carry `aliases`, a tuple of old addresses that should lead to them, and need not. The settings
below can be overridden in the settings file.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "publish.amending"
"""The module that knows what becomes of an article of which only words change."""

SETTINGS: dict[str, object] = {
    "PUBLISH_STYLES": "static/css",  # folders in the theme
    "PUBLISH_SHEETS": {},  # sheets apart from the one for every page: name -> patterns of paths below PUBLISH_STYLES
    "PUBLISH_SCRIPTS": "static/js",
    "PUBLISH_PICTURES": "images",  # the site's folder for the sizes of its pictures; empty: show them as they are
    "PUBLISH_PICTURE_WIDTHS": (480, 720, 1080, 1440),  # pixels
    "PUBLISH_PICTURE_SIZES": "(min-width: 42rem) 40rem, 100vw",  # how wide the theme's text column is, as in HTML
    "PUBLISH_FONTS": "static/fonts",
    "PUBLISH_CARDS": "cards",  # the site's folder for social cards; empty: there are none
    "PUBLISH_CARD_FONTS": (  # patterns of files in the theme: of the title's face, and of the other words'
        ("static/fonts/read.*.woff2", "static/fonts/read-ext.*.woff2"),
        ("static/fonts/do.*.woff2", "static/fonts/do-ext.*.woff2"),
    ),
    "PUBLISH_CARD_COLOURS": ("#fbf8f1", "#221e19", "#a93217"),  # of the ground, the ink and the squares
    "PUBLISH_LOCAL_URL": "http://localhost:8000",  # in the sitemap, where there is no SITEURL
    "PUBLISH_SITEMAP": "sitemap.xml",  # an empty path: no such file
    "PUBLISH_ROBOTS": "robots.txt",
    "PUBLISH_MANIFEST": "",  # such as manifest.webmanifest; its icons are the theme's static icon-<pixels>.png
    "PUBLISH_COLOUR": "#ffffff",  # of the theme's ground
    "PUBLISH_NOT_INDEXED": ("404",),  # direct templates that no search engine should list
    "PUBLISH_NOT_DATED": ("feeds",),  # direct templates that do not change when an article does
}


def register() -> None:
    """Connect to Pelican; imported late, so that the rest of the package works without it."""
    from .plugin import register as connect

    connect()
