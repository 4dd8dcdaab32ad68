"""An image file -> what its header says of it, or what is wrong with it. Nothing is decoded."""

from __future__ import annotations

import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from PIL import Image
from PIL.ExifTags import IFD, Base

from .drawings import nothing_to_see, svg_size

MOST_PIXELS = 40_000_000
"""More than any screen shows; most cameras take fewer."""
KINDS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "gif": "GIF",
    "svg": "SVG",
}
"""The kind that a file should be of, by the end of its name."""
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError, struct.error, zlib.error)
"""What Pillow (13) raises over a file that is damaged."""
_NAMES = {"WEBP": "WebP"}
_BEGINNINGS = {"JPEG": rb"\xff\xd8\xff", "PNG": rb"\x89PNG\r\n\x1a\n", "WEBP": rb"RIFF....WEBP", "GIF": rb"GIF8[79]a"}
_OTHERS = {
    "an AVIF": rb"....ftyp(?:avif|avis)",
    "an HEIC": rb"....ftyp(?:heic|heix|mif1)",
    "a TIFF": rb"II\*\0|MM\0\*",
    "a BMP": rb"BM",
    "a web page": rb"(?i)\s*<!doctype html|\s*<html",
    "a PDF": rb"%PDF",
}
_SVG = re.compile(rb"<svg\b", re.I)


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why an image cannot be shown, and what its author can do."""

    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A sound header. `width` and `height` are those of the image as it is seen, turned upright."""

    path: Path
    digest: str
    """SHA-256 of the content, in hexadecimal digits."""
    kind: str
    """As in `KINDS`."""
    width: int
    height: int
    is_still: bool = True
    is_plain: bool = True
    """Whether there is nothing in it but the picture: no place, no camera, no colours of its own, no turn."""
    turn: int = 1
    """How to turn it upright, as EXIF counts: 1 not at all."""
    tells_place: bool = False


def read_image(path: Path) -> ImageFile | Flaw | None:
    """What can be known of an image; None for a kind that is not looked into, and for a drawing without a size."""
    expected = KINDS.get(path.suffix.lower().removeprefix("."))
    if expected is None:
        return None
    try:
        with path.open("rb") as file:
            start = file.read(65536)
            file.seek(0)
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Flaw(f"cannot be read: {str(error.strerror).lower()}", "Check the file.")
    if not start:
        return Flaw("is empty: it has 0 bytes", "Save the image again.")
    found = kind_of(start)
    if found != expected:
        return _mistaken(expected, found, start)
    return _drawing(path, digest, start) if found == "SVG" else _raster(path, digest, found)


def kind_of(start: bytes) -> str:
    """The kind of an image by the beginning of its content; "" for none of `KINDS`."""
    for kind, beginning in _BEGINNINGS.items():
        if re.match(beginning, start, re.S):
            return kind
    return "SVG" if _SVG.search(start) and not re.match(_OTHERS["a web page"], start) else ""


def _mistaken(expected: str, found: str, start: bytes) -> Flaw:
    other = next((name for name, beginning in _OTHERS.items() if re.match(beginning, start, re.S)), "")
    if found:
        end = next(end for end, kind in KINDS.items() if kind == found)
        what = f"is {_article(found)} by its content, not {_article(expected)}"
        return Flaw(what, f"Let its name end in .{end}, here as well.")
    what = f"is {other or 'something else'} by its content, not {_article(expected)}"
    return Flaw(what, f"Save the image as {_article(expected)}.")


def _article(kind: str) -> str:
    return f"{'an' if kind == 'SVG' else 'a'} {_NAMES.get(kind, kind)}"


# --- drawings ------------------------------------------------------------------------------------------


def _drawing(path: Path, digest: str, start: bytes) -> ImageFile | Flaw | None:
    text = start.decode("utf-8", "replace")
    if said := nothing_to_see(text):
        return Flaw(f"cannot be seen: it says {said}", "Write numbers above 0, or leave it out.")
    size = svg_size(text)
    return ImageFile(path, digest, "SVG", *size) if size else None


# --- pictures made of pixels -----------------------------------------------------------------------------

_HARMLESS = frozenset(
    "adobe adobe_transform aspect background chromaticity dpi duration gamma interlace jfif jfif_density jfif_unit "
    "jfif_version loop progression progressive srgb timestamp transparency".split()
)
"""What Pillow tells of a file and nobody minds."""


def _raster(path: Path, digest: str, kind: str) -> ImageFile | Flaw:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=[kind]) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return _too_large(f"{width} × {height} pixels, {width * height / 1e6:.0f} megapixels")
                return _read(path, digest, kind, image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_large("more than 80 megapixels")
    except BROKEN:
        return broken(kind)


def broken(kind: str) -> Flaw:
    """A file that breaks off or makes no sense."""
    return Flaw(f"is cut off or damaged: it cannot be read as {_article(kind)}", "Save or copy the image again.")


def _too_large(size: str) -> Flaw:
    return Flaw(f"has {size}; the limit is {MOST_PIXELS // 10**6}", "Scale it down: 3000 pixels a side are plenty.")


def _read(path: Path, digest: str, kind: str, image: Image.Image) -> ImageFile:
    exif = Image.Image.getexif(image)  # that of PNG would decode the picture first, to see what comes behind it
    turn = exif.get(Base.Orientation, 1)
    width, height = image.size if turn not in (5, 6, 7, 8) else image.size[::-1]
    told = image.info.keys() - _HARMLESS
    is_still = kind == "JPEG" or getattr(image, "n_frames", 1) == 1  # a JPEG's second frame is another picture
    plain = not (told or len(exif))
    return ImageFile(path, digest, kind, width, height, is_still, plain, turn, IFD.GPSInfo in exif)
