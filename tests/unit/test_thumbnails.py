"""Thumbnails: their sizes, that they are the picture, and that nothing of the camera is left in them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from generator.photos import dimensions, read_photo
from generator.pictures.thumbnails import WIDTHS, place, scaled, thumbnails
from tests.photo_samples import jpeg

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def photo(
    width: int = 1600, height: int = 1200, mode: str = "RGB", form: str = "JPEG", **options: Any
) -> bytes:
    """A photo whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (width // 2, 0, width, height))
    out = BytesIO()
    picture.convert(mode).save(out, form, **options)
    return out.getvalue()


def opened(raw: bytes) -> Image.Image:
    picture = Image.open(BytesIO(raw))
    assert picture.format == "WEBP"
    return picture


def test_two_widths_of_the_same_picture() -> None:
    found = {width: opened(raw) for width, raw in thumbnails(photo()).items()}
    assert {width: picture.size for width, picture in found.items()} == {360: (360, 270), 720: (720, 540)}
    for width, picture in found.items():
        colours = picture.convert("RGB")
        left, right = colours.getpixel((width // 4, 9)), colours.getpixel((width * 3 // 4, 9))
        assert isinstance(left, tuple) and isinstance(right, tuple)
        assert left[0] > 150 > left[2] and right[2] > 150 > right[0]


def test_nothing_is_made_larger() -> None:
    found = thumbnails(photo(500, 300))
    assert {width: opened(raw).size for width, raw in found.items()} == {360: (360, 216), 720: (500, 300)}
    assert scaled((500, 300), 720) == (500, 300) and scaled((9000, 1), 360) == (360, 1)


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert thumbnails(photo()) == thumbnails(photo())


@pytest.mark.parametrize(
    ("turn", "size"), [(1, (720, 540)), (3, (720, 540)), (6, (720, 960)), (8, (720, 960))]
)
def test_what_a_camera_wrote_is_gone_and_the_picture_stands_upright(turn: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = turn, "Máy ảnh"
    exif.get_ifd(GPS)[1] = "N"
    raw = photo(exif=exif.tobytes(), comment=b"ghi chu")
    assert read_photo(raw).extras
    for width, thumbnail in thumbnails(raw).items():
        assert not read_photo(thumbnail).extras
        assert not opened(thumbnail).getexif()
        # A page reserves the place before the picture is there: both must agree.
        shown = dimensions(raw)
        assert shown and opened(thumbnail).size == scaled(shown, width)
    assert opened(thumbnails(raw)[720]).size == size


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("P", "PNG"),
        ("1", "PNG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("RGB", "WEBP"),
    ],
)
def test_every_kind_of_colours(mode: str, form: str) -> None:
    assert opened(thumbnails(photo(mode=mode, form=form))[360]).size == (360, 270)


def test_what_is_transparent_stays_so() -> None:
    out = BytesIO()
    Image.new("RGBA", (800, 600), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(thumbnails(out.getvalue())[360]).convert("RGBA").getpixel((5, 5)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "broken", [lambda: jpeg(900, 700), lambda: photo()[:400], lambda: b"", lambda: photo(400, 40000)]
)
def test_what_cannot_be_decoded_stands_for_itself(broken: Callable[[], bytes]) -> None:
    raw = broken()
    assert thumbnails(raw) == dict.fromkeys(WIDTHS, raw)


def test_no_two_photos_share_a_place() -> None:
    files = ("images/a.jpg", "images/a.png", "images/a-360.webp", "images/b.webp")
    places = [place(file, width) for file in files for width in WIDTHS]
    assert len(set(places)) == len(places) and not set(places) & set(files)
    assert places[0] == "images/360/a.jpg.webp"
