"""A picture -> the same in other sizes and formats, without anything that only its camera or its author should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from .image_files import BROKEN, ImageFile

SUFFIXES = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "png"}
TYPES = {"AVIF": "image/avif", "WEBP": "image/webp", "JPEG": "image/jpeg", "PNG": "image/png"}
RECIPE = "1"
"""To be counted up whenever the code below gives other bytes: files are named, and kept, by it."""
_NEAR = 0.9
"""A width so near to the picture's own is not worth a file."""


def formats_of(kind: str) -> tuple[str, ...]:
    """The formats that a picture of this kind is offered in, smallest first; the last is its own."""
    return tuple(dict.fromkeys(("AVIF", "WEBP", kind)))


def widths_of(own: int, wanted: Iterable[int]) -> tuple[int, ...]:
    """The widths to make: those wanted that are smaller than the picture's own, which ends the row if it is no larger.

    They are never above its own, which is the only one where none is wanted.
    """
    wanted = sorted(set(wanted)) or [own]
    smaller = tuple(width for width in wanted if width < own * _NEAR)
    return smaller if smaller and wanted[-1] < own * _NEAR else (*smaller, min(own, wanted[-1]))


def name_of(digest: str) -> str:
    """Eight digits that stand for a picture and the way it is made into others."""
    return sha256(f"{RECIPE} {digest}".encode()).hexdigest()[:8]


class UnreadableError(Exception):
    """A picture breaks off, or makes no sense, behind its header."""


class Sizes:
    """Makes the files of one picture; it is decoded when the first of them is asked for, and only once."""

    def __init__(self, file: ImageFile) -> None:
        self.file = file

    def make(self, format: str, width: int) -> bytes:
        """The picture in a format and width; UnreadableError if it cannot be decoded."""
        made = min(_encodings(self._scaled(width), format, is_drawn=self.file.kind == "PNG"), key=len)
        if format == self.file.kind and width == self.file.width and self.file.is_plain:
            return min(self.file.path.read_bytes(), made, key=len)
        return made

    def _scaled(self, width: int) -> Image.Image:
        image = self._decoded
        if width == image.width:
            return image
        return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)

    @cached_property
    def _decoded(self) -> Image.Image:
        """The picture upright, in sRGB, as RGB, RGBA or L, and with nothing that its file says beside."""
        try:
            with Image.open(self.file.path, formats=[self.file.kind]) as image:
                profile = image.info.get("icc_profile")
                upright = _turned(image, self.file.turn)
        except BROKEN as error:
            raise UnreadableError from error
        plain = _in_srgb(upright, profile) if profile else _simple(upright)
        plain.info = {}
        return plain


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turned(image: Image.Image, turn: int) -> Image.Image:
    image.load()
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _encodings(image: Image.Image, format: str, is_drawn: bool) -> Iterator[bytes]:
    """What there is to choose from. Drawings have edges that losing colour detail would fray."""
    colour = image if image.mode != "L" else image.convert("RGB")
    match format:
        case "AVIF":
            sampling = "4:4:4" if is_drawn else "4:2:0"
            yield _saved(colour, format, quality=60, speed=6, subsampling=sampling, codec="aom", max_threads=1)
        case "WEBP":
            yield _saved(colour, format, quality=80, method=5)
            if is_drawn:
                yield _saved(colour, format, lossless=True, method=4)
        case "JPEG":
            yield _saved(image, format, quality=82, progressive=True, optimize=True)
        case "PNG":
            yield _saved(image, format, optimize=True)
            if image.mode == "RGB" and image.getcolors(256) is not None:
                yield _saved(image.quantize(256, dither=Image.Dither.NONE), format, optimize=True)


def _saved(image: Image.Image, format: str, **settings: object) -> bytes:
    out = BytesIO()
    image.save(out, format, **settings)
    return out.getvalue()


def _simple(image: Image.Image) -> Image.Image:
    """The picture in one of the modes that all formats have."""
    if image.mode.startswith("I;16") or image.mode == "I":  # 16 bits of grey; Pillow's own way cuts off at 255
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        return clear if clear.getchannel("A").getextrema() != (255, 255) else clear.convert("RGB")
    return image.convert("L" if image.mode in ("1", "L", "LA") else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in the colours of screens. A profile that makes no sense, or is for other modes, counts as none."""
    wanted = image if image.mode in ("CMYK", "L") else _simple(image)
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = "RGB" if wanted.mode in ("CMYK", "L") else wanted.mode
        converted = ImageCms.profileToProfile(wanted, given, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return _simple(image)
    return _simple(converted) if converted is not None else _simple(image)


def kept_path(folder: Path, file: ImageFile, format: str, width: int) -> Path:
    """Where the file of one format and width is kept."""
    return folder / f"{sha256(f'{RECIPE} {file.digest}'.encode()).hexdigest()[:32]}-{width}.{SUFFIXES[format]}"
