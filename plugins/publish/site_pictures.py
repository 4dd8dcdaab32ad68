"""The images of all articles and pages: found among the site's files, looked into, and shown in sizes that fit.

What an article's HTML says of them is rewritten after all articles are read and joined and before anything is written,
so that templates and feeds get it. Feeds get plain images, as `plain_content`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote as quote_url
from urllib.parse import unquote, urljoin, urlsplit

from located import cores
from markupsafe import Markup

from .image_files import Flaw, ImageFile, read_image
from .image_tags import ImageTag, image_tags, replaced
from .pictures import Picture, Shown, picture_html, plain_html

Statics = Mapping[str, Path]
"""The site's files by the path that they will have in it."""
NOWHERE = "http://site.invalid"
"""Stands for the address of a site that has none yet."""
Show = Callable[[ImageTag, Picture, Shown, bool], str]


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture that an article's header names, ready to be shown at its top."""

    html: Markup
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, what lies in it, and how it shows pictures."""

    url: str
    """With scheme and host, without a slash at its end; empty while it is tried out."""
    content: Path
    theme: str
    """The folder of the site that the theme's own files are in."""
    statics: Statics
    shown: Shown

    def path_of(self, src: str, page: str) -> str:
        """The path in the site that an address on one of its pages leads to; empty if it leads out."""
        home = f"{self.url or NOWHERE}/"
        try:
            target, base = urlsplit(urljoin(f"{home}{page}", src)), urlsplit(home)
        except ValueError:  # such as `http://[`
            return ""
        if (target.scheme, target.netloc) != (base.scheme, base.netloc) or not target.path.startswith(base.path):
            return ""
        return unquote(target.path.removeprefix(base.path))


@dataclass(slots=True)
class Images:
    """What is known of the image files that were asked for, each looked into once."""

    make: Callable[[ImageFile], Picture | Flaw]
    found: dict[Path, ImageFile | Flaw | None] = field(default_factory=dict)
    pictures: dict[Path, Picture | Flaw] = field(default_factory=dict)

    def look(self, path: Path) -> None:
        if path not in self.found:
            self.found[path] = read_image(path)

    def make_all(self) -> None:
        """All pictures, on all cores: Pillow lets go of the interpreter while it works."""
        files = [file for file in self.found.values() if isinstance(file, ImageFile)]
        with ThreadPoolExecutor(cores()) as pool:
            made = pool.map(self.make, files)
            self.pictures |= {file.path: picture for file, picture in zip(files, made, strict=True)}

    def of(self, path: Path) -> Picture | Flaw | None:
        found = self.found.get(path)
        return found if isinstance(found, Flaw) else self.pictures.get(path)


# --- one article ---------------------------------------------------------------------------------------------


def has_images(content: Any) -> bool:
    return "<img" in (content._content or "").lower() or bool(getattr(content, "image", ""))


def ask(content: Any, site: Site, images: Images) -> None:
    """Has every image of an article or page looked into that lies in the site; its links are resolved by now."""
    paths = [site.path_of(tag.src, content.url) for tag in image_tags(content._content)]
    for path in (*paths, cover_path(content, site)):
        if path in site.statics:
            images.look(site.statics[path])


def show(content: Any, site: Site, images: Images) -> None:
    """Rewrites the article's HTML, and what feeds get of it; gives it its cover."""
    html, plain = content._content, getattr(content, "plain_content", None) or content._content
    cover = _cover(content, site, images)
    content._content = _rewritten(html, content.url, site, images, picture_html, has_cover=cover is not None)
    changed = _rewritten(plain, content.url, site, images, _plain)
    if changed != plain or content._content != html:
        content.plain_content = changed
    if cover is not None:
        content.picture = cover


def _rewritten(html: str, page: str, site: Site, images: Images, how: Show, has_cover: bool = False) -> str:
    pieces = []
    for number, tag in enumerate(image_tags(html)):
        picture = _image(site.path_of(tag.src, page), site, images)
        if isinstance(picture, Picture):
            pieces.append((tag, how(tag, picture, site.shown, number == 0 and not has_cover)))
    return replaced(html, pieces)


def _plain(tag: ImageTag, picture: Picture, shown: Shown, is_first: bool) -> str:
    return plain_html(tag, picture, shown)


def _image(path: str, site: Site, images: Images) -> Picture | Flaw | None:
    return images.of(site.statics[path]) if path in site.statics else None


def cover_path(content: Any, site: Site) -> str:
    """The path in the site of the picture that an article's header names, which counts from the site's root."""
    address = str(getattr(content, "image", "") or "")
    if not address or urlsplit(address).scheme or address.startswith("//"):
        return site.path_of(address, "") if address else ""
    return unquote(address.removeprefix("/"))


def _cover(content: Any, site: Site, images: Images) -> Cover | None:
    path = cover_path(content, site)
    picture = _image(path, site, images)
    if not isinstance(picture, Picture):
        return None
    address = f"{site.shown.root}/{quote_url(path)}"
    [tag] = image_tags(f'<img src="{escape(address)}" alt="">')
    return Cover(Markup(picture_html(tag, picture, site.shown, True)), picture.width, picture.height)
