"""Pictures for tests, drawn here so that none has to be stored."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter
from PIL.ExifTags import IFD, Base

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}


def photograph(width: int, height: int, seed: int = 1) -> Image.Image:
    """Clouds of colour: as hard to compress as a photograph, and the same whenever it is made."""
    dots = random.Random(seed).randbytes(3 * 24 * 16)
    clouds = Image.frombytes("RGB", (24, 16), dots).resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (64, 64), random.Random(seed).randbytes(4096)).resize((width, height))
    return Image.blend(clouds, grain.convert("RGB").filter(ImageFilter.BLUR), 0.15)


def save(image: Image.Image, path: Path, **settings: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, FORMATS[path.suffix[1:].lower()], **settings)
    return path


def camera_notes(turn: int = 1, place: bool = False) -> Image.Exif:
    """What a camera writes beside a picture: which way up it was held, and where."""
    exif = Image.Exif()
    exif[Base.Orientation] = turn
    exif[Base.Make] = "Camera"
    if place:
        exif.get_ifd(IFD.GPSInfo)[1] = "N"
    return exif


def moving(path: Path) -> Path:
    """A picture of two frames."""
    first, second = Image.new("RGB", (40, 30), "red"), Image.new("RGB", (40, 30), "blue")
    return save(first, path, save_all=True, append_images=[second])


def claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size, with hardly anything behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))
