"""A picture of the site in all its sizes and formats, and the HTML that offers them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from located import slugify

from .image_files import Flaw, ImageFile, broken
from .image_sizes import SUFFIXES, TYPES, Sizes, UnreadableError, formats_of, kept_path, name_of, widths_of
from .image_tags import ImageTag, with_attributes
from .kept import Kept, kept

NEAR_TOP = 600
"""An image with fewer characters of text before it is likely seen at once: the browser fetches it without waiting."""
FIRST = 140
"""With fewer than these it is the first thing to see, and fetched before all others."""
_WHOLE = re.compile(r"\s*([1-9]\d{0,4})(?:px)?\s*")


@dataclass(frozen=True, slots=True)
class Version:
    """One file of a picture. `path` counts from the site's root."""

    path: str
    type: str
    width: int
    kept: Kept


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its versions; without any, it is shown from the file that its author gave."""

    width: int
    height: int
    sources: tuple[tuple[Version, ...], ...] = ()
    """Formats that browsers may prefer, best first; each from the narrowest to the widest."""
    fallback: tuple[Version, ...] = ()
    """In its own format, for all browsers."""

    @property
    def versions(self) -> tuple[Version, ...]:
        return tuple(version for source in (*self.sources, self.fallback) for version in source)


@dataclass(frozen=True, slots=True)
class Shown:
    """How pictures are shown on this site: the path that it lives under, and how wide its text column is."""

    root: str
    sizes: str


# --- making ------------------------------------------------------------------------------------------------


def make_picture(file: ImageFile, folder: Path, output: str, wanted: Sequence[int]) -> Picture | Flaw:
    """The versions of a picture, kept in `folder`, to be published in the folder `output` of the site."""
    if file.kind in ("SVG", "GIF") or not file.is_still:
        return Picture(file.width, file.height)
    stem = f"{output}/{slugify(file.path.stem) or 'image'}-{name_of(file.digest)}"
    version = partial(_version, Sizes(file), folder, stem)
    widths = widths_of(file.width, wanted)
    try:
        rows = {format: tuple(version(format, width) for width in widths) for format in formats_of(file.kind)}
        own = rows.pop(file.kind)
        if file.is_plain and file.path.stat().st_size < own[-1].kept.size:  # few colours, well packed
            own = (*own, version(file.kind, file.width))
    except UnreadableError:
        return broken(file.kind)
    own = _worthwhile(own)
    return Picture(file.width, file.height, _smaller(rows, own), own)


def _version(sizes: Sizes, folder: Path, stem: str, format: str, width: int) -> Version:
    file = kept(kept_path(folder, sizes.file, format, width), lambda: sizes.make(format, width))
    return Version(f"{stem}-{width}.{SUFFIXES[format]}", TYPES[format], width, file)


def _worthwhile(row: Sequence[Version]) -> tuple[Version, ...]:
    """Versions that are smaller files than all wider ones: few colours may take more room after scaling."""
    return tuple(v for at, v in enumerate(row) if all(v.kept.size < wider.kept.size for wider in row[at + 1 :]))


def _smaller(rows: Mapping[str, Sequence[Version]], own: Sequence[Version]) -> tuple[tuple[Version, ...], ...]:
    """The formats that are worth their files: each version smaller than the one it stands in for.

    AVIF that takes more room than WebP, all in all, has nothing for it.
    """
    worthy = {format: _worthwhile(row) for format, row in rows.items()}
    fit = {
        format: row
        for format, row in worthy.items()
        if all(version.kept.size < _instead(version.width, own) for version in row)
    }
    if "AVIF" in fit and "WEBP" in fit and _total(rows["AVIF"]) >= _total(rows["WEBP"]):
        del fit["AVIF"]
    return tuple(fit.values())


def _total(row: Iterable[Version]) -> int:
    return sum(version.kept.size for version in row)


def _instead(width: int, row: Sequence[Version]) -> int:
    """The size of the file that a browser would take for this width out of a row."""
    return next((version for version in row if version.width >= width), row[-1]).kept.size


# --- showing -----------------------------------------------------------------------------------------------


def picture_html(tag: ImageTag, picture: Picture, shown: Shown, is_first: bool) -> str:
    """The image with what the picture offers. `is_first`: no other image of the article comes before it."""
    size = _size(tag.attributes, picture)
    if not picture.fallback or tag.in_picture or "srcset" in tag.attributes:
        return with_attributes(tag, {}, size)
    sizes = _sizes(tag.attributes, shown)
    choice = _choice(picture.fallback, sizes, shown) if len(picture.fallback) > 1 else {}
    added = {**choice, **size, "decoding": "async", **urgency(tag, is_first)}
    image = with_attributes(tag, {"src": _url(picture.fallback[-1], shown)}, added)
    sources = "".join(_source(row, sizes, shown) for row in picture.sources)
    return f"<picture>{sources}{image}</picture>" if sources else image


def plain_html(tag: ImageTag, picture: Picture, shown: Shown) -> str:
    """The image as one file, for readers elsewhere."""
    size = _size(tag.attributes, picture)
    if not picture.fallback or tag.in_picture or "srcset" in tag.attributes:
        return with_attributes(tag, {}, size)
    return with_attributes(tag, {"src": _url(picture.fallback[-1], shown)}, size)


def urgency(tag: ImageTag, is_first: bool) -> dict[str, str]:
    """How soon a browser should want it, by how far down it is."""
    if not is_first or tag.text_before > NEAR_TOP:
        return {"loading": "lazy"}
    return {"fetchpriority": "high"} if tag.text_before <= FIRST else {}


def _source(row: Sequence[Version], sizes: str, shown: Shown) -> str:
    said = "".join(f' {name}="{escape(value)}"' for name, value in _choice(row, sizes, shown).items())
    return f'<source type="{row[0].type}"{said}>'


def _choice(row: Sequence[Version], sizes: str, shown: Shown) -> dict[str, str]:
    """What a browser chooses from; where there is but one file, how wide it is shown does not matter."""
    if len(row) == 1:
        return {"srcset": _url(row[0], shown)}
    return {"srcset": ", ".join(f"{_url(each, shown)} {each.width}w" for each in row), "sizes": sizes}


def _url(version: Version, shown: Shown) -> str:
    return f"{shown.root}/{version.path}"


def _sizes(said: Mapping[str, str], shown: Shown) -> str:
    """How wide the image is shown: as its author says, or as the theme does."""
    given = _WHOLE.fullmatch(said.get("width", ""))
    return said.get("sizes") or (f"(min-width: {given[1]}px) {given[1]}px, 100vw" if given else shown.sizes)


def _size(said: Mapping[str, str], picture: Picture) -> dict[str, str]:
    """Width and height, as far as the author has not said them; they keep the shape."""
    if "width" in said and "height" in said:
        return {}
    if "width" in said:
        given = _WHOLE.fullmatch(said["width"])
        return {"height": str(max(1, round(int(given[1]) * picture.height / picture.width)))} if given else {}
    if "height" in said:
        given = _WHOLE.fullmatch(said["height"])
        return {"width": str(max(1, round(int(given[1]) * picture.width / picture.height)))} if given else {}
    return {"width": str(picture.width), "height": str(picture.height)}
