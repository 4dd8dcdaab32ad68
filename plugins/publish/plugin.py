"""Pelican's part in publishing: the context that templates share, and the files written after the pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from located import Location, Problem, quote, read_source, report, shown_path
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.paginator import Paginator
from pelican.writers import FileOverwriteFailedError, Writer

from . import SETTINGS
from .assets import fonts, scripts, stylesheets
from .illustrating import illustrate, make_cards, write_pictures
from .indexed import Listing, contents, hidden, indexed
from .redirects import Place, Redirect, redirect_page, redirects
from .robots import robots
from .sitemap import Address, sitemaps
from .web_manifest import web_manifest

_RELATIVE = re.compile(r"\s*(?=RELATIVE_URLS\b(?!\s*=\s*False\b))R")


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template. `where` is for a writer that tells of clashes."""

    text: str
    where: Place | None = None

    def render(self, context: object) -> str:
        return self.text


def register() -> None:
    """Connect the receivers below to Pelican's signals."""
    signals.article_generator_init.connect(prepare)
    signals.all_generators_finalized.connect(illustrate)  # after all other plugins: in the order of PLUGINS
    signals.all_generators_finalized.connect(make_cards)
    signals.article_writer_finalized.connect(write_assets)
    signals.article_writer_finalized.connect(write_pictures)
    signals.page_writer_finalized.connect(write_rest)


def prepare(generator: ArticlesGenerator) -> None:
    """Put `ROOT`, `SHEETS`, `SCRIPTS` and `FONTS` into the context, before anything is read.

    `localsiteurl` is what Pelican 4.12 puts before the links that it resolves in articles (`{filename}` and
    the like). Pelican makes it SITEURL; counted from the host, links work wherever the site is tried out.
    """
    context, settings = generator.context, generator.settings
    context["ROOT"] = urlsplit(settings["SITEURL"]).path.rstrip("/")
    context["localsiteurl"] = context["ROOT"]
    if settings["RELATIVE_URLS"]:
        _refuse_relative(settings.get("SETTINGS_FILE") or "")
    theme, output = Path(generator.theme), settings["THEME_STATIC_DIR"]
    styles, apart = _setting(settings, "PUBLISH_STYLES"), _setting(settings, "PUBLISH_SHEETS")
    sheets = stylesheets(theme, styles, apart, output)
    own = scripts(theme, _setting(settings, "PUBLISH_SCRIPTS"), output)
    context["SHEETS"] = {each.name: each.path for each in sheets}
    context["SCRIPTS"] = tuple(each.path for each in own)
    context["ASSETS"] = (*sheets, *own)
    context["FONTS"] = fonts(theme, _setting(settings, "PUBLISH_FONTS"), output)


def _refuse_relative(settings_file: str) -> None:
    """Tell that RELATIVE_URLS cannot be, at its line in the settings file if it stands there."""
    what, fix = "the setting RELATIVE_URLS cannot be True", "Write False, and the folder of the site in SITEURL."
    text = (read_source(settings_file).text if settings_file else None) or ""
    for number, line in reversed(list(enumerate(text.splitlines(), 1))):
        if found := _RELATIVE.match(line):
            report([Problem(Location(shown_path(settings_file), number, found.end()), what, fix)])
            return
    logging.getLogger("located").error("%s. %s", what, fix)


def write_assets(generator: ArticlesGenerator, writer: Writer) -> None:
    """Write the files that `SHEETS` and `SCRIPTS` name."""
    for asset in generator.context["ASSETS"]:
        _write(writer, generator.context, asset.path, asset.text)


def write_rest(generator: PagesGenerator, writer: Writer) -> None:
    """Write redirects, sitemap, robots.txt and the manifest: articles, pages and their lists are known by now."""
    context, settings = generator.context, generator.settings
    addresses = indexed(
        context,
        _setting(settings, "PUBLISH_NOT_INDEXED"),
        _setting(settings, "PUBLISH_NOT_DATED"),
        lambda listing: _paginated(listing, settings),
    )
    _write_redirects(context, writer, addresses)
    _write_sitemap(context, writer, settings, addresses)
    if path := _setting(settings, "PUBLISH_ROBOTS"):
        _write(writer, context, path, robots(_sitemap_url(settings), bool(settings.get("DRAFTS"))))
    _write_manifest(context, writer, settings, Path(generator.theme))


def _paginated(listing: Listing, settings: Mapping[str, Any]) -> Iterator[Listing]:
    """The listing cut into pages, as Pelican's writer cuts it."""
    if listing.template not in settings["PAGINATED_TEMPLATES"] or not listing.articles:
        yield listing
        return
    size = settings["PAGINATED_TEMPLATES"][listing.template] or settings["DEFAULT_PAGINATION"]
    paginator: Any = Paginator(listing.save_as, listing.url, listing.articles, settings, size)
    for number in paginator.page_range:
        page = paginator.page(number)
        yield replace(listing, url=page.url, save_as=page.save_as, articles=page.object_list)


def _write_redirects(context: dict[str, Any], writer: Writer, addresses: list[Address]) -> None:
    apart = list(hidden(context))
    taken = [page.save_as for page in (*addresses, *apart)]
    for redirect in redirects([*contents(context), *apart], taken):
        if redirect.save_as:
            _write_redirect(context, writer, redirect)
        else:
            _tell(redirect, "is not inside the site", 'Write it from the site\'s root, like "old/address/".')


def _write_redirect(context: dict[str, Any], writer: Writer, redirect: Redirect) -> None:
    content = redirect.content
    canonical = f"{context['SITEURL']}/{content.url}" if context["SITEURL"] else ""
    page = redirect_page(f"{context['ROOT']}/{content.url}", str(content.title), content.lang, canonical)
    owner = {"article" if isinstance(content, Article) else "page": content}  # so that a clash can name it
    try:
        writer.write_file(redirect.save_as, _Text(page, redirect.where), context, url=redirect.save_as, **owner)
        content.titles_in = (*getattr(content, "titles_in", ()), redirect.save_as)
    except FileOverwriteFailedError:
        _tell(redirect, "is the address of another page", "Take it out of the aliases.")


def _tell(redirect: Redirect, what: str, fix: str) -> None:
    where = redirect.where or (shown_path(redirect.content.source_path), 1, 1)
    report([Problem(Location(*where), f"the old address {quote(redirect.alias)} {what}", fix)])


def _write_manifest(context: dict[str, Any], writer: Writer, settings: Mapping[str, Any], theme: Path) -> None:
    if not (path := _setting(settings, "PUBLISH_MANIFEST")):
        return
    icons = [f"{settings['THEME_STATIC_DIR']}/{each.name}" for each in sorted((theme / "static").rglob("icon-*.png"))]
    said = (settings["SITENAME"], settings.get("SITESUBTITLE") or "", settings["DEFAULT_LANG"], context["ROOT"])
    _write(writer, context, path, web_manifest(*said, icons, _setting(settings, "PUBLISH_COLOUR")))


def _write_sitemap(
    context: dict[str, Any], writer: Writer, settings: Mapping[str, Any], addresses: list[Address]
) -> None:
    path = _setting(settings, "PUBLISH_SITEMAP")
    base = settings["SITEURL"] or _setting(settings, "PUBLISH_LOCAL_URL")
    for name, text in sitemaps(path, addresses, base).items() if path else ():
        _write(writer, context, name, text)


def _sitemap_url(settings: Mapping[str, Any]) -> str:
    path = _setting(settings, "PUBLISH_SITEMAP")
    return f"{settings['SITEURL']}/{path}" if settings["SITEURL"] and path else ""


def _write(writer: Writer, context: dict[str, Any], path: str, text: str) -> None:
    writer.write_file(path, _Text(text), context, url=path)


def _setting(settings: Mapping[str, Any], name: str) -> Any:
    return settings.get(name, SETTINGS[name])
