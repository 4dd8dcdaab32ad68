"""Ties strategies and checklists together.

It needs the plugins `strategies` and `checklists`, named before it in PLUGINS, and a theme with the macros `practise`
and `permalink` in `components/`; it shows nothing where the theme has none. An article gets

    guide_html      its strategies as a checklist that can be ticked, or ""
    guide_count     how many they are
    practised_in    the checklists that belong to it or practise its strategies

Where the site has a strategy index, readers get a plan: a page with what they saved of it and the checklists that they
have begun, from their own browsers. Templates get `PLAN` (`url`, `script`, `toggles`; None where there is no plan). A
theme offers to save strategies by an element `<plan-toggles data-site="…">` on a page that holds entries of the index,
a guide, or elements with `data-strategy` and `data-title`, and by loading `PLAN.toggles`; it may bring `plan.html` and
the macro `plan`. The page needs `connect-src 'self'` in a content security policy. No search engine should list
it: what is on it is nobody else's.
"""

READS = ()
"""What it reads beside content, theme and settings."""

AMENDS = "crosslinks.amending"
"""The module that knows what becomes of an article of which only words change."""

WORDS = ("plain_content",)
"""The attributes of an article, beside its content, that have words in them."""

SETTINGS: dict[str, object] = {
    "PLAN_URL": "plan/",
    "PLAN_SAVE_AS": "plan/index.html",
}
"""The plugin's settings and their defaults. Without a path (""), there is no plan anywhere."""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
