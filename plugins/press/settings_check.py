"""Settings that are misspelt or cannot mean what they say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .finding import Finding
from .settings_file import Declared, literal

Choices = Mapping[str, Sequence[object]]
"""By setting, the values that it may have."""

Check = Callable[[Any], str]
"""What to write instead of a value; nothing if it fits."""

NEAR = 0.88
"""How alike two names must be, from 0 to 1, for one to be a misspelling of the other: a letter or two."""

PLACEHOLDERS = ("slug", "lang", "date", "author", "category", "path", "name", "number")
"""What Pelican puts into addresses."""

OPTIONAL = """
    ANALYTICS ARTICLE_PERMALINK_STRUCTURE AUTHOR AUTHOR_FEED_ATOM_URL AUTHOR_FEED_RSS_URL AUTHOR_REGEX_SUBSTITUTIONS
    CATEGORY_FEED_ATOM_URL CATEGORY_FEED_RSS CATEGORY_FEED_RSS_URL CATEGORY_REGEX_SUBSTITUTIONS DEBUG DISQUS_SITENAME
    FEED_ALL_ATOM_URL FEED_ALL_RSS FEED_ALL_RSS_URL FEED_ATOM FEED_ATOM_URL FEED_DOMAIN FEED_RSS FEED_RSS_URL
    GITHUB_POSITION GITHUB_URL LINKS LINKS_WIDGET_NAME MENUITEMS SETTINGS_FILE SITESUBTITLE SOCIAL SOCIAL_WIDGET_NAME
    STYLESHEET_URL TAG_FEED_ATOM TAG_FEED_ATOM_URL TAG_FEED_RSS TAG_FEED_RSS_URL TAG_REGEX_SUBSTITUTIONS THEME_LOGO
    TIMEZONE TRANSLATION_FEED_ATOM_URL TRANSLATION_FEED_RSS TRANSLATION_FEED_RSS_URL TWITTER_USERNAME
""".split()
"""What Pelican 4.12 and its own themes know without giving it a default."""


def known_settings(settings: Mapping[str, Any], *tables: Iterable[str]) -> frozenset[str]:
    """Every name that something reads: Pelican, plugins (`tables`), and the pages made from a template alone."""
    pages = settings.get("DIRECT_TEMPLATES")
    of_pages = [
        f"{page.upper()}_{what}"
        for page in (pages if isinstance(pages, list | tuple) else ())
        for what in ("URL", "SAVE_AS")
    ]
    return frozenset(OPTIONAL).union(of_pages, *tables)


def misspelt(written: Mapping[str, Declared], known: frozenset[str]) -> Iterator[Finding]:
    """Names that nothing reads but that are nearly the name of something. Others are the theme's business."""
    for name, setting in written.items():
        near = difflib.get_close_matches(name, known, n=1, cutoff=NEAR) if name not in known else []
        if near:
            yield Finding(setting.where, f'unknown setting "{name}". Did you mean "{near[0]}"?')


def mistyped(
    settings: Mapping[str, Any], written: Mapping[str, Declared], expected: Mapping[str, Check]
) -> dict[str, Finding]:
    """By setting, values that somebody would stumble over, or silently replace by a default, far from here."""
    found: dict[str, Finding] = {}
    for name, check in expected.items():
        setting = written.get(name)
        # Pelican has replaced some wrong values by now: what is written in the file counts.
        for value in (literal(setting), settings.get(name)):
            if value is not None and (wanted := check(value)):
                text = f"the setting {name} cannot be {short(value)}. {wanted}"
                found.setdefault(name, Finding(setting.where if setting else None, text))
    return found


def like_defaults(defaults: Mapping[str, object], own: Mapping[str, Check]) -> dict[str, Check]:
    """What a plugin's settings must be: by its `own` checks, else of the type of their defaults."""
    kinds = {name: BY_TYPE[type(default)] for name, default in defaults.items() if type(default) in BY_TYPE}
    return {**kinds, **own}


def unchosen(settings: Mapping[str, Any], written: Mapping[str, Declared], choices: Choices) -> Iterator[Finding]:
    """Settings that must be one of a few values and are none of them."""
    for name, values in choices.items():
        if name in settings and settings[name] not in values:
            setting = written.get(name)
            allowed = " or ".join(f'"{value}"' if isinstance(value, str) else repr(value) for value in values)
            text = f"the setting {name} cannot be {short(settings[name])}. Write {allowed}."
            yield Finding(setting.where if setting else None, text)


def misformed(written: Mapping[str, Declared]) -> dict[str, Finding]:
    """By setting, addresses with a placeholder that is nearly one of Pelican's.

    Others may be an article's own metadata.
    """
    found: dict[str, Finding] = {}
    for name, setting in written.items():
        pattern = literal(setting) if name.endswith(("_URL", "_SAVE_AS")) else None
        for placeholder in placeholders(pattern) if isinstance(pattern, str) else ():
            near = difflib.get_close_matches(placeholder, PLACEHOLDERS, n=1, cutoff=0.7)
            if placeholder not in PLACEHOLDERS and near:
                text = f'unknown placeholder "{{{placeholder}}}" in {name}. Did you mean "{{{near[0]}}}"?'
                found.setdefault(name, Finding(setting.where, text))
    return found


def placeholders(pattern: str) -> list[str]:
    """The names in braces; none if the pattern cannot be read, which Pelican then says."""
    try:
        return [re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(pattern) if name]
    except ValueError:
        return []


def short(value: Any) -> str:
    shown = ascii(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


# --- what may be written -------------------------------------------------------------------------------


def expects(fits: Callable[[Any], bool], wanted: str) -> Check:
    return lambda value: "" if fits(value) else wanted


def is_list(value: Any) -> bool:
    return isinstance(value, list | tuple) and not any(item is None or item == "" for item in value)


def is_path_list(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_page_size(value: Any) -> bool:
    return value is False or (is_count(value) and value > 0)


def is_site_address(value: Any) -> bool:
    """Empty, or a scheme, a host and at most a folder."""
    if not isinstance(value, str) or not value:
        return isinstance(value, str)
    try:
        parts = urlsplit(value)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = value.isascii() and value.isprintable() and not set(value) & set(' ?#"<>\\{}|^`@')
    return plain and port_is_right and parts.scheme in ("http", "https") and bool(parts.hostname)


def site_address(value: Any) -> str:
    if isinstance(value, str) and not value.isascii():
        return "Write the host as xn--… and percent-encode the path."
    fits = is_site_address(value)
    return "" if fits else 'Write "https://" and a host, such as "https://example.org", or nothing: "".'


def is_markdown(value: Any) -> bool:
    """What Pelican gives to Markdown: a dict, the extensions in it a list, their settings a dict of dicts."""
    if not isinstance(value, dict):
        return False
    configs = value.get("extension_configs", {})
    listed = isinstance(value.get("extensions", []), list)
    return listed and isinstance(configs, dict) and all(isinstance(config, dict) for config in configs.values())


def is_time_zone(value: Any) -> bool:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError, AttributeError):
        return False
    return True


def of_type(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kind)


LIST = expects(is_list, 'Write a list: ["…"].')
PATHS = expects(is_path_list, 'Write a list of folders: ["…"].')
TEXT = expects(of_type(str), 'Write text in quotes: "…".')
SWITCH = expects(of_type(bool), "Write True or False.")
TABLE = expects(of_type(dict), "Write a dict: {…}.")
COUNT = expects(is_count, "Write a whole number, without quotes.")

BY_TYPE: dict[type, Check] = {
    str: TEXT,
    bool: SWITCH,
    int: COUNT,
    dict: TABLE,
    **dict.fromkeys((list, tuple), expects(is_path_list, 'Write a list of texts: ["…"].')),
}
"""By the type of a default, what another value must be."""

EXPECTED: dict[str, Check] = {
    **dict.fromkeys(("PLUGINS", "DIRECT_TEMPLATES", "TEMPLATE_EXTENSIONS"), LIST),
    **dict.fromkeys(("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS", "PLUGIN_PATHS"), PATHS),
    **dict.fromkeys(("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES", "IGNORE_FILES"), PATHS),
    **dict.fromkeys(("SITENAME", "DEFAULT_LANG", "DEFAULT_CATEGORY", "DEFAULT_DATE_FORMAT"), TEXT),
    **dict.fromkeys(("ARTICLE_URL", "ARTICLE_SAVE_AS", "PAGE_URL", "PAGE_SAVE_AS"), TEXT),
    **dict.fromkeys(("CATEGORY_URL", "CATEGORY_SAVE_AS", "TAG_URL", "TAG_SAVE_AS"), TEXT),
    **dict.fromkeys(("RELATIVE_URLS", "WITH_FUTURE_DATES", "USE_FOLDER_AS_CATEGORY", "NEWEST_FIRST_ARCHIVES"), SWITCH),
    **dict.fromkeys(("JINJA_ENVIRONMENT", "PAGINATED_TEMPLATES", "TEMPLATE_PAGES", "EXTRA_PATH_METADATA"), TABLE),
    "DEFAULT_PAGINATION": expects(
        is_page_size,
        "Write how many articles a page lists, without quotes, or False for all.",
    ),
    "DEFAULT_ORPHANS": COUNT,
    "SITEURL": site_address,
    "MARKDOWN": expects(is_markdown, 'Write a dict: {"extensions": ["…"], "extension_configs": {…}}.'),
    "TIMEZONE": expects(is_time_zone, 'Write a name of the time zone database, such as "Europe/Paris" or "UTC".'),
}
"""The settings of Pelican's that are worth a check."""
