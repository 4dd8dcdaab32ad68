"""Ties strategies and checklists together.

It needs the plugins `strategies` and `checklists`, named before it in PLUGINS, and a theme with the macros `practise`
and `permalink` in `components/`; it shows nothing where the theme has none. An article gets

    guide_html      its strategies as a checklist that can be ticked, or ""
    guide_count     how many they are
    practised_in    the checklists that belong to it or practise its strategies
"""


def register() -> None:
    """Connects the plugin to Pelican."""
    from .plugin import register as connect

    connect()
