"""Checklists written in YAML, or as task lists in articles, as lists that remember what a reader ticked.

To use it on another Pelican site, install the packages `located` and `checklists` beside Pelican and write

    PLUGINS = ["checklists"]
    JINJA_ENVIRONMENT = {"autoescape": True}
    SITE_ID = "my-site"             # names the site in readers' browsers; never change it

Then put lists into ``content/checklists/<slug>.yml``. They get pages below ``checklists/``, and a line
``[checklist: slug]`` in an article shows one there. A theme may bring `checklist.html`, `checklists.html` and the
macros in `components/` of its own; what it does not bring comes from this package, without styles.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "checklists.amending"
"""The module that knows what becomes of an article of which only words change."""

WORDS = ("plain_content",)
"""The attributes of an article, beside its content, that have words in them."""

SETTINGS: dict[str, object] = {
    "SITE_ID": "",
    "DRAFTS": False,
    "CHECKLISTS_PATHS": ["checklists"],  # folders in the content folder
    "CHECKLISTS_LOCK": "checklists.lock.json",  # in the content folder
    "PUBLISHING": False,  # this build goes out: bring the lock up to date; `make publish` sets it
    "CHECKLIST_URL": "checklists/{slug}/",
    "CHECKLIST_SAVE_AS": "checklists/{slug}/index.html",
    "CHECKLIST_JSON": "checklists/{slug}.json",
    "CHECKLISTS_URL": "checklists/",
    "CHECKLISTS_SAVE_AS": "checklists/index.html",
    "CHECKLISTS_JSON": "checklists.json",
    "CHECKLISTS_SCHEMA": "checklists.schema.json",
    "CHECKLISTS_ON_DEMAND": False,  # lists in articles name their script in data-script, and the theme loads it
}
"""The plugin's settings and their defaults. Without a path (""), a file is not written."""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
