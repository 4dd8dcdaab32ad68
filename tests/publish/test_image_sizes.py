from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from publish.image_files import ImageFile, read_image
from publish.image_sizes import Sizes, UnreadableError, formats_of, kept_path, name_of, widths_of

from tests.publish.pixels import camera_notes, opened, photograph, save

WANTED = (480, 720, 1080, 1440)


def sizes(path: Path) -> Sizes:
    found = read_image(path)
    assert isinstance(found, ImageFile)
    return Sizes(found)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (2000, (480, 720, 1080, 1440)),
        (1440, (480, 720, 1080, 1440)),
        (1500, (480, 720, 1080, 1440)),
        (1000, (480, 720, 1000)),
        (500, (500,)),
        (300, (300,)),
        (1, (1,)),
    ],
)
def test_the_widths_of_a_picture(own: int, expected: tuple[int, ...]) -> None:
    assert widths_of(own, WANTED) == expected


@given(st.integers(1, 10_000), st.lists(st.integers(1, 5000)))
def test_no_width_is_above_the_own_and_each_comes_once(own: int, wanted: list[int]) -> None:
    widths = widths_of(own, wanted)
    assert widths
    assert list(widths) == sorted(set(widths))
    assert max(widths) <= own
    assert set(widths) <= {*wanted, own}


def test_the_own_format_comes_last_and_once() -> None:
    assert formats_of("JPEG") == ("AVIF", "WEBP", "JPEG")
    assert formats_of("WEBP") == ("AVIF", "WEBP")


@pytest.mark.parametrize("format", ["AVIF", "WEBP", "JPEG"])
def test_a_picture_is_scaled_in_its_shape(tmp_path: Path, format: str) -> None:
    made = opened(sizes(save(photograph(90, 60), tmp_path / "a.jpg")).make(format, 30))
    assert (made.format, made.size) == (format, (30, 20))


@pytest.mark.parametrize("format", ["AVIF", "WEBP", "JPEG"])
def test_the_same_bytes_come_out_each_time(tmp_path: Path, format: str) -> None:
    path = save(photograph(90, 60), tmp_path / "a.jpg")
    assert sizes(path).make(format, 45) == sizes(path).make(format, 45)


@pytest.mark.parametrize("format", ["AVIF", "WEBP", "JPEG"])
@pytest.mark.parametrize("width", [40, 20])
def test_nothing_of_the_camera_is_left_and_the_picture_is_upright(tmp_path: Path, format: str, width: int) -> None:
    path = save(photograph(60, 40), tmp_path / "a.jpg", exif=camera_notes(6, place=True), comment=b"secret")
    data = sizes(path).make(format, width)
    made = opened(data)
    assert made.size == (width, width * 3 // 2)
    assert not made.getexif()
    assert not {"exif", "icc_profile", "xmp", "comment"} & made.info.keys()
    assert b"Camera" not in data
    assert b"secret" not in data


def test_a_picture_is_turned_the_right_way(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 10, 20))
    made = opened(sizes(save(image, tmp_path / "a.jpg", exif=camera_notes(6), quality=95)).make("JPEG", 20))
    red, green, _ = made.convert("RGB").getpixel((10, 2))  # its left side has become its top
    assert red > 200 > green


def test_colours_are_turned_into_those_of_screens(tmp_path: Path) -> None:
    """In this profile red and green are exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = bytes(profile)
    red, green = tags.index(b"rXYZ"), tags.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    path = save(Image.new("RGB", (20, 20), (255, 0, 0)), tmp_path / "a.png", icc_profile=bytes(profile))
    red_value, green_value, _ = opened(sizes(path).make("PNG", 20)).convert("RGB").getpixel((9, 9))
    assert green_value > 200 > red_value


@pytest.mark.parametrize("profile", [b"nonsense", b"\0" * 200])
def test_a_profile_that_makes_no_sense_counts_as_none(tmp_path: Path, profile: bytes) -> None:
    path = save(Image.new("RGB", (20, 20), (255, 0, 0)), tmp_path / "a.png", icc_profile=profile)
    assert opened(sizes(path).make("PNG", 20)).convert("RGB").getpixel((9, 9)) == (255, 0, 0)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("format", ["AVIF", "WEBP", "PNG"])
def test_every_kind_of_png_can_be_made_into_others(tmp_path: Path, mode: str, format: str) -> None:
    value = 255 if mode == "1" else 200  # other greys would become dots
    image = Image.new("L", (40, 20), value)
    image = image.convert("I").point(lambda grey: grey * 257).convert("I;16") if mode == "I;16" else image.convert(mode)
    made = opened(sizes(save(image, tmp_path / "a.png")).make(format, 20)).convert("RGB")
    assert all(abs(found - value) < 9 for found in made.getpixel((10, 5)))


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    path = save(Image.new("RGBA", (40, 20), (200, 0, 0, 100)), tmp_path / "a.png")
    for format in ("AVIF", "WEBP", "PNG"):
        assert abs(opened(sizes(path).make(format, 20)).convert("RGBA").getpixel((9, 9))[3] - 100) < 9


def test_a_jpeg_in_the_colours_of_print_is_shown_in_those_of_screens(tmp_path: Path) -> None:
    path = save(Image.new("CMYK", (20, 20), (0, 255, 255, 0)), tmp_path / "a.jpg")
    red, green, blue = opened(sizes(path).make("WEBP", 20)).convert("RGB").getpixel((9, 9))
    assert red > 200 > max(green, blue)


def test_a_plain_picture_in_its_own_width_is_never_a_larger_file_than_before(tmp_path: Path) -> None:
    path = save(photograph(90, 60), tmp_path / "a.jpg", quality=20)
    assert sizes(path).make("JPEG", 90) == path.read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])  # a WebP is told by its header
def test_a_picture_that_breaks_off_cannot_be_read(tmp_path: Path, name: str) -> None:
    path = save(photograph(90, 60), tmp_path / name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    with pytest.raises(UnreadableError):
        sizes(path).make("AVIF", 30)


def test_files_are_named_by_the_content(tmp_path: Path) -> None:
    first, second, again = (
        read_image(save(photograph(9, 6, seed), tmp_path / f"{n}.png")) for n, seed in enumerate((1, 2, 1))
    )
    assert isinstance(first, ImageFile)
    assert isinstance(second, ImageFile)
    assert isinstance(again, ImageFile)
    assert name_of(first.digest) == name_of(again.digest) != name_of(second.digest)
    assert kept_path(tmp_path, first, "AVIF", 9) == kept_path(tmp_path, again, "AVIF", 9)
    assert len({kept_path(tmp_path, first, "AVIF", 9), kept_path(tmp_path, second, "AVIF", 9)}) == 2
