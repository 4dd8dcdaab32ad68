"""The part of pictures and social cards that runs with Pelican: once all is read, and again when files are written."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from located import report

from . import SETTINGS
from .cards import CardMaker, SocialCard, maker_for, plain_text, words_of
from .image_problems import problems
from .image_tags import image_tags
from .kept import Kept
from .pictures import Picture, Shown, make_picture
from .site_pictures import Images, Site, ask, has_images, show
from .social_card import Words

KINDS = (
    *("articles", "translations", "hidden_articles", "hidden_translations", "drafts", "drafts_translations"),
    *("pages", "hidden_pages", "draft_pages", "draft_translations"),
)
"""Where Pelican's generators have what they read."""


def illustrate(generators: Iterable[Any]) -> None:
    """Shows the images of all articles and pages in sizes that fit, and tells of those that cannot be shown."""
    generators = list(generators)
    everything = list(_contents(generators))
    for each in everything:
        each.picture = None
    contents = [each for each in everything if has_images(each)]
    is_read_only = not any(hasattr(each, "staticfiles") for each in generators)  # nothing is built: texts are looked at
    if is_read_only or not contents or not _setting(contents[0].settings, "PUBLISH_PICTURES"):
        return
    for each in everything:
        if "attach}" in (each._content or "") and not has_images(each):
            _resolve(each)  # before any static file is asked for its address, which attaches it where it is
    generators[0].context["PICTURE_FILES"] = _shown(contents, generators)


def _shown(contents: Sequence[Any], generators: Iterable[Any]) -> dict[str, Kept]:
    """Shows the images of these articles and pages; gives the files that they need, by their path in the site."""
    written = [_resolve(each) for each in contents]
    site, images = _site(generators), _images(contents[0].settings)
    for each in contents:
        ask(each, site, images)
    images.make_all()
    report(
        told for each, sources in zip(contents, written, strict=True) for told in problems(each, sources, site, images)
    )
    for each in contents:
        show(each, site, images)
    pictures = (made for made in images.pictures.values() if isinstance(made, Picture))
    return {version.path: version.kept for made in pictures for version in made.versions}


def make_cards(generators: Iterable[Any]) -> None:
    """Gives each article its `social_card`, a draft none, and the context the one of all other pages, `SOCIAL_CARD`.

    An article whose title no font of the theme can write has that one too. All are None where the site has no address
    yet: others could not fetch them.
    """
    generators = list(generators)
    settings, context = generators[0].settings, generators[0].context
    everything = list(_contents(each for each in generators if hasattr(each, "articles")))
    articles = [each for each in everything if not getattr(each, "badge", "")]
    maker = maker_for(Path(generators[0].theme), settings) if settings["SITEURL"] else None
    said = _cards(maker, plain_text(settings["SITENAME"]), articles) if maker else []
    cards = [card for card, _ in said]
    shared = Counter(card.url for card in cards)
    context["SOCIAL_CARD"] = cards[0] if cards else None
    context["CARD_FILES"] = {card.url: partial(_drawn, maker, words) for card, words in said if maker}
    for each in everything:
        each.social_card = None
    for article, card in zip(articles, cards[1:], strict=False):
        article.social_card = card
        if shared[card.url] > 1:  # by two languages, say: who draws it anew would take it from the other
            article.titles_in = (*getattr(article, "titles_in", ()), card.url)


def _cards(maker: CardMaker, site: str, articles: Iterable[Any]) -> list[tuple[SocialCard, Words]]:
    """The site's card, and each article's, with what they say."""
    of_site = maker.card(Words(site), "site"), Words(site)

    def card_of(article: Any) -> tuple[SocialCard, Words]:
        words = words_of(site, article.title, len(getattr(article, "strategies", None) or ()))
        return (maker.card(words, str(article.slug)), words) if maker.can_show(words) else of_site

    return [of_site, *map(card_of, articles)]


def write_pictures(generator: Any, writer: Any) -> None:
    """Write the versions of all pictures that are shown, and the cards."""
    pictures: Mapping[str, Kept] = generator.context.get("PICTURE_FILES", {})
    for path, kept in sorted(pictures.items()):
        write_drawn(writer, path, kept.read)
    cards: Mapping[str, Callable[[], bytes]] = generator.context.get("CARD_FILES", {})
    for path, draw in sorted(cards.items()):
        write_drawn(writer, path, draw)


def _drawn(maker: CardMaker, words: Words) -> bytes:
    return maker.draw(words).read()


def write_drawn(writer: Any, path: str, draw: Callable[[], bytes]) -> None:
    """Write a picture; the press has it drawn on any core, Pelican's own writer knows no such thing."""
    if hasattr(writer, "write_drawn"):
        writer.write_drawn(path, draw)
        return
    target = Path(writer.output_path, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(draw())


def _cache_folder(settings: Mapping[str, Any], name: str) -> Path:
    return Path(settings["CACHE_PATH"], name)


def _contents(generators: Iterable[Any]) -> Iterator[Any]:
    for generator in generators:
        for kind in KINDS:
            found = getattr(generator, kind, None)
            yield from (each for each in found if hasattr(each, "_content")) if isinstance(found, list) else ()


def _resolve(content: Any) -> list[str]:
    """Has the article's links resolved; gives the addresses of its images as they were written."""
    written, named = [tag.src for tag in image_tags(content._content)], content.get_static_links()
    content._content = content._update_content(content._content, content.get_siteurl())
    content.get_static_links = lambda: named  # Pelican 4.12 would look for them in the text, and tell nobody's line
    return written


def _site(generators: Iterable[Any]) -> Site:
    """Asked for when links are resolved: only then do files that are attached to articles know their addresses."""
    static = next(each for each in generators if hasattr(each, "staticfiles"))
    settings, content = static.settings, Path(os.path.normpath(static.path))
    files = {
        str(each.save_as).replace("\\", "/"): Path(os.path.normpath(Path(static.path, each.source_path)))
        for each in static.staticfiles
    }
    inside = content.resolve()
    sound = {name: file for name, file in files.items() if file.is_file() and file.resolve().is_relative_to(inside)}
    shown = Shown(static.context.get("ROOT", ""), str(_setting(settings, "PUBLISH_PICTURE_SIZES")))
    return Site(settings["SITEURL"], content, settings["THEME_STATIC_DIR"], sound, shown)


def _images(settings: Mapping[str, Any]) -> Images:
    folder, widths = _cache_folder(settings, "pictures"), tuple(_setting(settings, "PUBLISH_PICTURE_WIDTHS"))
    output = str(_setting(settings, "PUBLISH_PICTURES"))
    return Images(partial(make_picture, folder=folder, output=output, wanted=widths))


def _setting(settings: Mapping[str, Any], name: str) -> Any:
    return settings.get(name, SETTINGS[name])
