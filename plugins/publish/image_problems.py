"""What is wrong with the images of an article or page, told where its author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import Any
from urllib.parse import unquote

from located import Problem, Severity, nearest, quote, read_source, shown_path

from .image_files import KINDS, Flaw, ImageFile
from .image_places import header_place, image_places
from .image_tags import image_tags
from .site_pictures import Images, Site, cover_path

Told = tuple[str, str, Severity] | None


def problems(content: Any, written: Sequence[str], site: Site, images: Images) -> Iterator[Problem]:
    """The problems of all images of an article; `written` are their addresses as its source has them."""
    paths = [site.path_of(tag.src, content.url) for tag in image_tags(content._content)]
    told = [_told(path, src, site, images, "{static}/") for path, src in zip(paths, written, strict=True)]
    cover = str(getattr(content, "image", "") or "")
    of_cover = _told(cover_path(content, site), cover, site, images, "/") if cover else None
    if of_cover or any(told):
        text, shown = read_source(content.source_path).text or "", shown_path(content.source_path)
        for where, found in zip(image_places(text, shown, written), told, strict=True):
            yield from (Problem(where, *found),) if found else ()
        yield from (Problem(header_place(text, shown, cover), *of_cover),) if of_cover else ()


def _told(path: str, written: str, site: Site, images: Images, root: str) -> Told:
    """`root` is how the root of the content is written there."""
    if path in site.statics:
        return _of_file(path, site, images)
    if not path:
        return _outside(written, site, root)
    if path.startswith(f"{site.theme}/") or "{" in written or _suffix(path) not in KINDS:
        return None  # not the content's; or Pelican itself tells that it is not there
    return f"there is no image {quote(written)}", _instead(path, site, root), Severity.ERROR


def _outside(written: str, site: Site, root: str) -> Told:
    """An address on another site is nobody's fault; one that forgets where this one lives is."""
    path = unquote(written).removeprefix("/")
    if not written.startswith("/") or path not in site.statics:
        return None
    what = f"the image {quote(written)} is outside of the site, which lives under {site.shown.root}/"
    return what, f"Write {_as_written(path, site, root)}.", Severity.ERROR


def _of_file(path: str, site: Site, images: Images) -> Told:
    file = site.statics[path]
    name = shown_path(file)
    if isinstance(flaw := images.of(file), Flaw):
        return f"the image {name} {flaw.what}", flaw.fix, Severity.ERROR
    found = images.found.get(file)
    if isinstance(found, ImageFile) and found.tells_place:
        what = f"the image {name} says where it was taken, and everybody can fetch it"
        return what, "Remove the position from the file.", Severity.WARNING
    return None


def _instead(path: str, site: Site, root: str) -> str:
    """What to write instead of the address of an image that is not there."""
    pictures = sorted(name for name in site.statics if _suffix(name) in KINDS)
    if same := next((name for name in pictures if basename(name) == basename(path)), None):
        return f"Write {_as_written(same, site, root)}."
    if near := nearest(path, pictures):
        return f"Did you mean {_as_written(near, site, root)}?"
    return f"Put it into {shown_path(site.content / 'images')}, and write {root}images/{basename(path)}."


def _as_written(path: str, site: Site, root: str) -> str:
    return root + site.statics[path].relative_to(site.content).as_posix()


def _suffix(path: str) -> str:
    return path.rpartition(".")[2].lower()
