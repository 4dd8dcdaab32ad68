from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from publish.image_files import Flaw, ImageFile, read_image
from publish.image_tags import image_tags, replaced
from publish.kept import Kept
from publish.pictures import Picture, Shown, Version, make_picture, picture_html, plain_html

from tests.cases import Case, read_cases
from tests.publish.pixels import moving, opened, photograph, save

CASES = read_cases(Path(__file__).with_name("cases") / "pictures.md")
WORD = "word " * 20
SHOWN = Shown("/r", "40rem")


def row(name: str, kind: str, *widths: int) -> tuple[Version, ...]:
    type = {"jpg": "image/jpeg"}.get(kind, f"image/{kind}")
    return tuple(Version(f"i/{name}-{width}.{kind}", type, width, Kept(Path(), 1)) for width in widths)


PHOTO = Picture(
    1000, 600, (row("photo", "avif", 480, 1000), row("photo", "webp", 480, 1000)), row("photo", "jpg", 480, 1000)
)
SMALL = Picture(300, 200, (row("small", "webp", 300),), row("small", "png", 300))
PICTURES = {"photo.jpg": PHOTO, "small.png": SMALL, "drawing.svg": Picture(64, 32)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_an_image_is_shown_in_sizes_that_fit(case: Case) -> None:
    html, shown, plain = (block.replace("‹word›", WORD) for block in case.blocks)
    tags = [(tag, PICTURES.get(tag.src)) for tag in image_tags(html)]
    found = [(tag, picture_html(tag, p, SHOWN, n == 0)) for n, (tag, p) in enumerate(tags) if p]
    assert replaced(html, found) == shown
    assert replaced(html, [(tag, plain_html(tag, p, SHOWN)) for tag, p in tags if p]) == plain


def made(path: Path, folder: Path, *widths: int) -> Picture:
    file = read_image(path)
    assert isinstance(file, ImageFile)
    found = make_picture(file, folder, "images", widths or (30, 60, 120))
    assert isinstance(found, Picture)
    return found


def test_a_photograph_gets_all_formats_and_widths(tmp_path: Path) -> None:
    picture = made(save(photograph(200, 100), tmp_path / "A Photo é.jpg", quality=95), tmp_path / "kept")
    assert [row[0].type for row in picture.sources] == ["image/avif", "image/webp"]
    assert [[version.width for version in row] for row in (*picture.sources, picture.fallback)] == [[30, 60, 120]] * 3
    for version in picture.versions:
        image = opened(version.kept.read())
        assert image.get_format_mimetype() == version.type
        assert image.size == (version.width, version.width // 2)
        assert version.path.startswith("images/a-photo-e-")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("kind", ["photograph", "drawing", "flat"])
def test_no_version_is_a_larger_file_than_what_it_stands_in_for(tmp_path: Path, name: str, kind: str) -> None:
    image = photograph(300, 200) if kind == "photograph" else Image.new("RGB", (300, 200), "white")
    if kind == "drawing":
        ImageDraw.Draw(image).ellipse((20, 20, 200, 150), outline="black", width=3)
    picture = made(save(image, tmp_path / name), tmp_path / "kept", 100, 200, 300)
    for row in picture.sources:
        for version in row:
            instead = next(each for each in picture.fallback if each.width >= version.width)
            assert version.kept.size < instead.kept.size
    for row in (*picture.sources, picture.fallback):
        sizes = [version.kept.size for version in row]
        assert sizes == sorted(sizes)
        assert row[-1].width == 300


def test_a_webp_has_no_second_webp(tmp_path: Path) -> None:
    picture = made(save(photograph(200, 100), tmp_path / "a.webp", quality=95), tmp_path / "kept")
    assert "image/webp" not in {version.type for row in picture.sources for version in row}
    assert {version.type for version in picture.fallback} == {"image/webp"}


def test_a_drawing_that_scaling_would_make_larger_is_shown_as_it_is(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 300), "white")
    for at in range(0, 400, 8):
        ImageDraw.Draw(image).line((at, 0, 400 - at, 300), fill="black")
    path = save(image.quantize(2), tmp_path / "a.png", optimize=True)
    picture = made(path, tmp_path / "kept", 100, 300)
    assert (picture.fallback[-1].width, picture.fallback[-1].kept.read()) == (400, path.read_bytes())
    assert 300 not in [version.width for version in picture.fallback]


def test_moving_pictures_and_gifs_stay_as_they_are(tmp_path: Path) -> None:
    assert made(moving(tmp_path / "a.webp"), tmp_path / "kept") == Picture(40, 30)
    assert made(save(photograph(40, 30), tmp_path / "a.gif"), tmp_path / "kept") == Picture(40, 30)
    assert not (tmp_path / "kept").exists()


def test_what_was_made_before_is_not_made_again_and_what_is_damaged_is(tmp_path: Path) -> None:
    path, folder = save(photograph(200, 100), tmp_path / "a.jpg"), tmp_path / "kept"
    first = made(path, folder)
    before = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}
    damaged = min(before)
    damaged.write_bytes(b"nonsense")
    assert made(path, folder) == first
    after = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}
    assert {each: data for each, (data, _) in after.items()} == {each: data for each, (data, _) in before.items()}
    assert [each for each in before if before[each][1] != after[each][1]] == [damaged]


def test_a_picture_that_breaks_off_is_told(tmp_path: Path) -> None:
    path = save(photograph(200, 100), tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:-200])
    file = read_image(path)
    assert isinstance(file, ImageFile)
    found = make_picture(file, tmp_path / "kept", "images", (30,))
    assert found == Flaw("is cut off or damaged: it cannot be read as a JPEG", "Save or copy the image again.")
