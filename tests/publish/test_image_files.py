from __future__ import annotations

import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from publish.image_files import Flaw, ImageFile, read_image

from tests.publish.pixels import camera_notes, claiming, moving, photograph, save

PHOTO = photograph(60, 40)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def read(path: Path) -> ImageFile:
    found = read_image(path)
    assert isinstance(found, ImageFile)
    return found


def flaw(path: Path) -> str:
    found = read_image(path)
    assert isinstance(found, Flaw)
    return f"{found.what}. {found.fix}"


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.JPG", "a.png", "a.webp", "a.gif"])
def test_size_and_kind_come_from_the_header(tmp_path: Path, name: str) -> None:
    found = read(save(PHOTO, tmp_path / name))
    assert (found.width, found.height, found.is_still) == (60, 40, True)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_with_nothing_beside_it_is_plain(tmp_path: Path, name: str) -> None:
    assert read(save(PHOTO, tmp_path / name)).is_plain
    assert not read(save(PHOTO, tmp_path / f"b{name}", icc_profile=SRGB)).is_plain


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_that_was_taken_sideways_is_measured_upright(tmp_path: Path, turn: int) -> None:
    found = read(save(PHOTO, tmp_path / "a.jpg", exif=camera_notes(turn)))
    assert (found.width, found.height) == ((60, 40) if turn < 5 else (40, 60))
    assert not found.is_plain


def test_a_place_in_a_picture_is_noticed(tmp_path: Path) -> None:
    assert read(save(PHOTO, tmp_path / "a.jpg", exif=camera_notes(place=True))).tells_place
    assert not read(save(PHOTO, tmp_path / "b.jpg", exif=camera_notes())).tells_place


@pytest.mark.parametrize("name", ["a.webp", "a.png"])
def test_moving_pictures_are_known(tmp_path: Path, name: str) -> None:
    assert not read(moving(tmp_path / name)).is_still


def test_a_drawing_without_a_size_is_nothing_to_tell_of(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text("<svg></svg>")
    assert read_image(path) is None


def test_a_drawing_that_nobody_can_see_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg viewBox="0 0 32 0"></svg>')
    assert flaw(path) == 'cannot be seen: it says viewBox="0 0 32 0". Write numbers above 0, or leave it out.'


def test_other_kinds_of_files_are_not_looked_into(tmp_path: Path) -> None:
    assert read_image(tmp_path / "a.avif") is None
    assert read_image(tmp_path / "a") is None


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    assert flaw(tmp_path / "a.png") == "is empty: it has 0 bytes. Save the image again."


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert flaw(tmp_path / "a.png") == "cannot be read: no such file or directory. Check the file."


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", claiming(4, 4), "is a PNG by its content, not a JPEG. Let its name end in .png, here as well."),
        ("a.png", b"<svg></svg>", "is an SVG by its content, not a PNG. Let its name end in .svg, here as well."),
        ("a.svg", b"\xff\xd8\xff\xe0", "is a JPEG by its content, not an SVG. Let its name end in .jpg, here as well."),
        ("a.webp", b"%PDF-1.4", "is a PDF by its content, not a WebP. Save the image as a WebP."),
        ("a.jpg", b"\0\0\0\x18ftypheic", "is an HEIC by its content, not a JPEG. Save the image as a JPEG."),
        ("a.jpg", b"<!doctype html>", "is a web page by its content, not a JPEG. Save the image as a JPEG."),
        ("a.gif", b"hello", "is something else by its content, not a GIF. Save the image as a GIF."),
    ],
)
def test_content_that_is_not_what_the_name_says_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert flaw(tmp_path / name) == told


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif"])
def test_a_file_that_ends_in_its_header_is_told(tmp_path: Path, name: str) -> None:
    path = save(PHOTO, tmp_path / name)
    path.write_bytes(path.read_bytes()[:12])
    assert re.fullmatch(
        r"is cut off or damaged: it cannot be read as a \w+\. Save or copy the image again\.", flaw(path)
    )


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((10_000, 6_000), "has 10000 × 6000 pixels, 60 megapixels; the limit is 40"),
        ((12_000, 9_000), "has more than 80 megapixels; the limit is 40"),
        ((60_000, 60_000), "has more than 80 megapixels; the limit is 40"),
    ],
)
def test_sixty_megapixels_are_refused_by_the_header_alone(tmp_path: Path, size: tuple[int, int], told: str) -> None:
    (tmp_path / "a.png").write_bytes(claiming(*size))
    tracemalloc.start()
    try:
        assert flaw(tmp_path / "a.png") == f"{told}. Scale it down: 3000 pixels a side are plenty."
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_forty_megapixels_may_be(tmp_path: Path) -> None:
    path = save(Image.new("1", (8000, 5000)), tmp_path / "a.png")
    assert read(path).width == 8000


@given(st.binary(max_size=200), st.sampled_from(["a.jpg", "a.png", "a.webp", "a.gif", "a.svg"]), st.booleans())
def test_no_file_whatever_is_in_it_raises(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str, is_begun: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    begun = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "webp": b"RIFF\x40\0\0\0WEBPVP8X", "gif": b"GIF89a"}
    path.write_bytes((begun.get(name[2:], b"<svg ") if is_begun else b"") + content)
    assert isinstance(read_image(path), ImageFile | Flaw | None)
