"""The feeds of a site without their entries: what they are called, and what names them for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .addresses import uri
from .model import Entry, Feed, Site


def read_site(settings: Mapping[str, Any], local_url: str) -> Site:
    """What the feeds need of the settings. `local_url` stands in for a missing SITEURL."""
    base = str(settings.get("SITEURL") or local_url).rstrip("/")
    return Site(
        id=str(settings.get("SITE_ID") or settings.get("FEED_DOMAIN") or base),
        name=str(settings["SITENAME"]),
        subtitle=str(settings.get("SITESUBTITLE") or ""),
        base=base,
        language=language_tag(settings["DEFAULT_LANG"]),
        author=str(settings.get("AUTHOR") or settings["SITENAME"]),
        content_path=str(settings["PATH"]),
    )


def stable_id(site: Site, kind: str, name: str) -> str:
    """A URN that hangs on the site's id, the kind of thing and its name: never on an address or a date."""
    return uuid5(uuid5(NAMESPACE_URL, f"urn:feeds:{site.id}"), f"{kind}:{name}").urn


def site_feed(site: Site, entries: tuple[Entry, ...]) -> Feed:
    """The feed of the whole site. Its `self_url` is left open: each format has its own."""
    return Feed(
        id=stable_id(site, "feed", "site"),
        title=site.name,
        subtitle=site.subtitle,
        self_url="",
        home_url=site_url("", site),
        language=site.language,
        author=site.author,
        entries=entries,
    )


def category_feed(feed: Feed, site: Site, category: Any, entries: tuple[Entry, ...]) -> Feed:
    """The feed of one of Pelican's categories, like the site's but for its name and entries."""
    return replace(
        feed,
        id=stable_id(site, "feed", f"category:{category.slug}"),
        title=f"{site.name}: {category}",
        home_url=site_url(category.url, site) if category.save_as else feed.home_url,
        entries=entries,
    )


def checklists_feed(feed: Feed, site: Site, home: str, entries: tuple[Entry, ...]) -> Feed:
    """The feed of new and changed checklists; `home` is the page that lists them."""
    return replace(
        feed,
        id=stable_id(site, "feed", "checklists"),
        title=f"{site.name}: checklists",
        home_url=site_url(home, site),
        entries=entries,
    )


def site_url(url: str, site: Site) -> str:
    """An address relative to the site's root, made absolute."""
    return uri(f"{site.base}/{str(url).lstrip('/')}")


def language_tag(code: object) -> str:
    """A language tag as feeds write it: Pelican's settings may hold a locale such as ``pt_BR``."""
    return str(code).replace("_", "-")
